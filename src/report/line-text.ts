import type { ExplainedLine } from "../core/explain-line.ts";
import type { Verdict } from "../core/model.ts";
import { formatFinding } from "./finding-text.ts";
import { formatCount, layOut } from "./layout.ts";
import type { Painter } from "./painter.ts";

/** `place`: the line as it was asked for. */
export type LineToTell = Omit<ExplainedLine, "path"> & { readonly place: string };

/** More reasons than this nobody reads. */
const shownAtMost = 12;
const indent = "    ";

/** Why a line is flagged, and what else on it was looked at and left. Shows no value: words that rules look for, and reasons. */
export function formatLine(told: LineToTell, paint: Painter, width: number | undefined): string {
  const say = (text: string, indentation = ""): string[] => layOut(paint(text), width, indentation);
  const sections = [
    say(toHeadline(told)),
    told.isIgnored ? say("In a commit this file is not judged: ignores leaves it out. It was judged here because it was named.") : [],
    told.isIgnoredLine ? say("Nothing on this line is judged: it holds a checksum and nothing else.") : [],
    ...told.findings.map((finding) => [...formatFinding(finding, paint, width), ...formatGrounds(finding).flatMap((ground) => say(ground, indent))]),
    told.steppedBack.length === 0 ? [] : say(`Also seen by ${told.steppedBack.join(", ")}, which step back for a rule that knows more.`),
    formatLeft(told.left, say),
  ];
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join("\n"))
    .join("\n\n")}\n`;
}

function toHeadline({ place, findings, left, rules }: LineToTell): string {
  const shown = findings.filter(({ outcome }) => outcome !== "suppressed").length;
  if (shown > 0) return `${place}: ${formatCount(shown, "finding")}`;
  if (findings.length > 0) return `${place}: ${formatCount(findings.length, "finding")}, suppressed`;
  if (left.length > 0) return `${place}: nothing here counts as a finding`;
  return `${place}: nothing here looks like a finding, because none of the words stands on it that ${formatCount(rules, "rule")} look for`;
}

/** What spoke for it, and what stands against it. */
function formatGrounds({ confidence, facts, suppression, outcome }: Verdict): string[] {
  const grounds = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  const until = suppression?.until ? ` until ${suppression.until}` : "";
  const by = suppression?.owner ? ` by ${suppression.owner}` : "";
  return [
    `Confidence: ${confidence}.${grounds.length === 0 ? "" : ` What spoke for it: ${grounds.join("; ")}.`}`,
    ...(suppression ? [`Suppressed (${suppression.kind})${by}${until}. Reason given: ${suppression.reason}`] : []),
    ...(outcome === "advisory" ? ["It warns and does not block."] : []),
  ];
}

function formatLeft(left: LineToTell["left"], say: (text: string, indentation?: string) => string[]): string[] {
  if (left.length === 0) return [];
  const reasons = [...new Set(left.map(({ column, ruleId, why }) => `column ${column}  ${ruleId}: ${why}`))];
  const rest = reasons.length - shownAtMost;
  return [
    ...say("Looked at and left:"),
    ...reasons.slice(0, shownAtMost).flatMap((reason) => say(reason, indent)),
    ...(rest > 0 ? say(`${formatCount(rest, "more rule")} had a word on this line.`, indent) : []),
  ];
}
