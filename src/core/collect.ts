import { createOrdinals, maskContext, toFingerprint } from "./fingerprint.ts";
import type { Entry, Finding, Severity } from "./model.ts";
import { redact } from "./redact.ts";
import type { ContentRule, Match } from "./rule.ts";
import type { Segment } from "./segments.ts";
import { isSelectedByAny } from "./selectors.ts";
import { createPlaceFinder, lineBounds } from "./text.ts";

/** A match while the bytes are still at hand. */
export interface RawFinding {
  readonly rule: ContentRule;
  readonly ceiling: Severity;
  readonly match: Match;
  readonly segment: Segment;
  readonly entry: Entry;
}

const MAX_SHOWN = 80;
/** Bytes of a line that a fingerprint looks at to either side. */
const MAX_CONTEXT = 256;

/** Findings of one file out of its matches: the more specific of two at one place, with location, preview and fingerprint. */
export function collectFindings(raw: readonly RawFinding[]): Finding[] {
  const placed = raw.map((item) => ({ ...item, start: item.segment.offset + item.match.start, end: item.segment.offset + item.match.end }));
  placed.sort((a, b) => a.start - b.start || a.end - b.end || (a.rule.id < b.rule.id ? -1 : 1));
  const overlaps = (a: Placed, b: Placed): boolean => a !== b && a.start < b.end && b.start < a.end;
  const kept = placed.filter(
    (item, index) =>
      !placed.some((other) => overlaps(item, other) && isSelectedByAny(item.rule.meta.yieldsTo ?? [], other.rule.id) && !isMutual(item, other)) &&
      !placed.slice(0, index).some((other) => other.rule.id === item.rule.id && other.start === item.start && other.end === item.end),
  );
  const secrets = kept.filter((item) => item.match.reveal !== "all");
  const ordinalOf = createOrdinals();
  const finders = new Map<Segment, (offset: number) => { line: number; column: number }>();
  return kept.map((item) => {
    const finder = finders.get(item.segment) ?? createPlaceFinder(item.segment.bytes, item.segment.length, item.segment.place);
    finders.set(item.segment, finder);
    return toFinding(
      item,
      finder,
      secrets.some((secret) => overlaps(item, secret)),
      ordinalOf,
    );
  });
}

type Placed = RawFinding & { readonly start: number; readonly end: number };

/** Two rules that yield to each other (`secrets/*` names both): neither does. */
function isMutual(a: Placed, b: Placed): boolean {
  return isSelectedByAny(b.rule.meta.yieldsTo ?? [], a.rule.id);
}

function toFinding(
  item: Placed,
  placeOf: (offset: number) => { line: number; column: number },
  hidesSecret: boolean,
  ordinalOf: ReturnType<typeof createOrdinals>,
): Finding {
  const { rule, match, segment, entry, ceiling } = item;
  const buffer = Buffer.from(segment.bytes.buffer, segment.bytes.byteOffset, segment.length);
  const text = buffer.toString("utf8", match.start, match.end);
  const from = placeOf(match.start);
  const to = placeOf(match.end);
  const context = contextOf(buffer, match);
  return {
    ruleId: rule.id,
    severity: match.severity === "warn" ? "warn" : ceiling,
    confidence: match.confidence ?? rule.meta.confidence,
    age: null,
    commit: null,
    location: {
      path: entry.path,
      ...(entry.pathEncoding ? { pathEncoding: entry.pathEncoding } : {}),
      line: from.line + 1,
      column: from.column + 1,
      endLine: to.line + 1,
      endColumn: to.column + 1,
    },
    subject: null,
    message: match.message,
    preview: previewOf(text, match, hidesSecret),
    fix: match.fix ?? rule.meta.fix,
    fingerprint: toFingerprint(rule.id, context, ordinalOf(rule.id, context)),
    facts: match.facts ?? {},
  };
}

function previewOf(text: string, match: Match, hidesSecret: boolean): string | null {
  if (match.reveal !== "all") return redact(text, match.reveal ?? 0);
  if (hidesSecret) return null;
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}\u2026` : text;
}

function contextOf(buffer: Buffer, match: Match): string {
  const first = lineBounds(buffer, match.start);
  const last = lineBounds(buffer, Math.max(match.start, match.end - 1));
  return maskContext(
    buffer.toString("utf8", Math.max(first.start, match.start - MAX_CONTEXT), match.start),
    buffer.toString("utf8", match.end, Math.max(match.end, Math.min(last.end, match.end + MAX_CONTEXT))),
  );
}
