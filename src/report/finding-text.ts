import { SHORT_FINGERPRINT } from "../core/fingerprint.ts";
import type { Verdict } from "../core/model.ts";
import { truncateMiddle } from "../core/terminal-text.ts";
import { layOut } from "./layout.ts";
import type { Painter } from "./painter.ts";

/** Characters. Beyond them a hostile name or message would push everything else off the screen. */
const maxPlaceLength = 240;
const maxPreviewLength = 80;
const maxMessageLength = 600;

/**
 * A finding in its two statements, each naming the rule:
 *
 *     src/pay.ts:14:9  block  secrets/private-key  A private key is staged. ... Seen: -----BEGIN Fingerprint: 3f2a91c0b7d4
 *         fix secrets/private-key: Move it to the secret store.
 *
 * With a width the place stands on a line of its own and the rest below it. The fix is left out where nothing blocks.
 */
export function formatFinding(finding: Verdict, paint: Painter, width: number | undefined): string[] {
  const head = [
    paint(toPlace(finding), "strong"),
    paint(toSeverityWords(finding), finding.outcome === "blocking" ? "bad" : "caution"),
    paint(finding.ruleId),
  ].join("  ");
  const lines = layOut(paint(toStatement(finding)), width, width === undefined ? "" : indent);
  const statement = width === undefined ? [`${head}  ${lines.join("")}`] : [head, ...lines];
  return [...statement, ...formatFix(finding, paint, width)];
}

const indent = "    ";

/** `path:line:column` as editors and terminals make it clickable, else what the finding is about. */
function toPlace(finding: Verdict): string {
  const { location, subject, commit } = finding;
  const place = location === null ? (subject ?? "repository") : `${truncateMiddle(location.path, maxPlaceLength)}:${location.line}:${location.column}`;
  return commit === null ? place : `${place} (commit ${commit.slice(0, 10)})`;
}

function toSeverityWords(finding: Verdict): string {
  return finding.age === "older" ? `${finding.severity} (older)` : finding.severity;
}

function toStatement(finding: Verdict): string {
  const message = truncateMiddle(finding.message, maxMessageLength);
  const preview = (finding.preview ?? "").replaceAll("\u2026", "...");
  const seen = preview === "" || preview === "..." ? "" : ` Seen: ${truncateMiddle(preview, maxPreviewLength)}`;
  return message + seen + toFingerprintWords(finding);
}

/** What a decision about it is made by; only where one would help. */
function toFingerprintWords({ outcome, location, fingerprint }: Verdict): string {
  return outcome === "blocking" && location !== null ? ` Fingerprint: ${fingerprint.slice(0, SHORT_FINGERPRINT)}` : "";
}

function formatFix(finding: Verdict, paint: Painter, width: number | undefined): string[] {
  if (finding.fix === null || finding.outcome !== "blocking") return [];
  const label = `fix ${finding.ruleId}:`;
  return layOut(paint(`${label} ${truncateMiddle(finding.fix, maxMessageLength)}`), width, indent).map((line) =>
    line.startsWith(indent + label) ? indent + paint(label, "good") + line.slice(indent.length + label.length) : line,
  );
}
