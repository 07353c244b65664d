import { placeAutofix } from "./autofix.ts";
import { createContextFinder, createOrdinals, toEvidence, toFingerprint } from "./fingerprint.ts";
import { createMarkFinder, describeForeignMark } from "./foreign-marks.ts";
import { createOverlaps, type Interval } from "./intervals.ts";
import type { Entry, Finding, Severity } from "./model.ts";
import { redact } from "./redact.ts";
import type { ContentRule, Match } from "./rule.ts";
import type { Segment } from "./segments.ts";
import { isSelectedByAny } from "./selectors.ts";
import { createPlaceFinder, type Place, placeBehind } from "./text.ts";

/** A match while the bytes are still at hand. */
export interface RawMatch {
  readonly rule: ContentRule;
  readonly ceiling: Severity;
  readonly match: Match;
}

/** What is kept of a match once its bytes are gone; `start` and `end` are bytes of the whole file. */
export interface PlacedMatch extends RawMatch, Interval {
  readonly from: Place;
  readonly to: Place;
  readonly context: string;
  /** What a preview may show of it, if no secret overlaps it. */
  readonly shown: string;
  readonly evidence: string;
  /** By which another tool was told to leave a secret alone; `null`: there is none. */
  readonly mark: string | null;
}

const MAX_SHOWN = 80;

/** Reads from the bytes of a segment what findings will say of its matches. In their order, for which all that is looked for on a line is made. */
export function placeMatches(matches: readonly RawMatch[], { bytes, length, offset, place }: Segment): PlacedMatch[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, length);
  const sorted = [...matches].sort((a, b) => a.match.start - b.match.start);
  const latin1 = buffer.toString("latin1");
  const [contextOf, markOf] = [createContextFinder(latin1, offset), createMarkFinder(latin1)];
  const placeOf = createPlaceFinder(bytes, length, place);
  return sorted.map(({ rule, ceiling, match }) => {
    const text = buffer.toString("utf8", match.start, match.end);
    const from = placeOf(match.start);
    return {
      rule,
      ceiling,
      match,
      start: offset + match.start,
      end: offset + match.end,
      from,
      to: placeBehind(from, text),
      context: contextOf(match.start),
      shown: shownOf(text, match),
      evidence: toEvidence(text),
      mark: rule.id.startsWith("secrets/") ? markOf(match) : null,
    };
  });
}

function shownOf(text: string, { reveal }: Match): string {
  if (reveal !== "all") return redact(text, reveal ?? 0);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}\u2026` : text;
}

/** Findings of one file, and the evidence of each. */
export interface Collected {
  readonly findings: readonly Finding[];
  readonly evidence: readonly string[];
}

/** Findings of one file out of its matches: the more specific of two at one place, with location, preview and fingerprint. */
export function collectFindings(matches: readonly PlacedMatch[], entry: Entry): Collected {
  const sorted = [...matches].sort((a, b) => a.start - b.start || a.end - b.end || (a.rule.id < b.rule.id ? -1 : 1));
  const distinct = sorted.filter((item, i) => !isSame(item, sorted[i - 1]));
  const kept = withoutYielding(withoutGuesses(distinct));
  const isOverSecret = createOverlaps(distinct.filter(({ match }) => match.reveal !== "all"));
  const ordinalOf = createOrdinals();
  const findings = kept.map((item) => toFinding(item, entry, item.match.reveal === "all" && isOverSecret(item), ordinalOf(item.rule.id, item.context)));
  return { findings, evidence: kept.map(({ evidence }) => evidence) };
}

function isSame(a: PlacedMatch, b: PlacedMatch | undefined): boolean {
  return a.rule.id === b?.rule.id && a.start === b.start && a.end === b.end;
}

/** A guess says less of a place than what blocks there. */
function withoutGuesses(matches: readonly PlacedMatch[]): readonly PlacedMatch[] {
  if (!matches.some(({ match }) => match.isGuess)) return matches;
  const isOverBlocking = createOverlaps(matches.filter(({ match, ceiling }) => !match.isGuess && ceiling === "block" && match.severity !== "warn"));
  return matches.filter((item) => !item.match.isGuess || !isOverBlocking(item));
}

/** A match goes where a rule that its own yields to speaks of the same place. Two rules that yield to each other (`secrets/*` names both): neither does. */
function withoutYielding(matches: readonly PlacedMatch[]): readonly PlacedMatch[] {
  const byRule = Map.groupBy(matches, ({ rule }) => rule);
  if (byRule.size < 2) return matches;
  const overlaps = new Map([...byRule].map(([rule, own]) => [rule, createOverlaps(own)]));
  const yields = (a: ContentRule, b: ContentRule): boolean => isNamed(a.meta.yieldsTo, b.id) || isNamed(b.meta.outranks, a.id);
  const stronger = new Map(
    [...byRule.keys()].map((rule) => [rule, [...byRule.keys()].filter((other) => yields(rule, other) && (!yields(other, rule) || knowsMore(other, rule)))]),
  );
  return matches.filter((item) => !stronger.get(item.rule)?.some((other) => overlaps.get(other)?.(item)));
}

/** Of two rows of the token catalogue with one rank the first. */
function knowsMore(a: ContentRule, b: ContentRule): boolean {
  const { rank = 0 } = a.meta;
  const { rank: other = 0 } = b.meta;
  return a !== b && (rank > other || (rank > 0 && rank === other && a.id < b.id));
}

/** `["secrets/*", "!secrets/generic-*"]`: all of them but these. */
function isNamed(selectors: readonly string[] = [], ruleId: string): boolean {
  const [taken, named] = [true, false].map((isTaken) => selectors.filter((selector) => selector.startsWith("!") === isTaken));
  return isSelectedByAny(named ?? [], ruleId) && !isSelectedByAny(taken?.map((selector) => selector.slice(1)) ?? [], ruleId);
}

function toFinding({ rule, ceiling, match, start, from, to, context, shown, mark }: PlacedMatch, entry: Entry, isHidden: boolean, ordinal: number): Finding {
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
    preview: isHidden ? null : shown,
    fix: (match.fix ?? rule.meta.fix) + (mark === null ? "" : ` ${describeForeignMark(mark, rule.id)}`),
    fingerprint: toFingerprint(rule.id, context, ordinal),
    facts: mark === null ? (match.facts ?? {}) : { ...match.facts, mark },
    ...placeAutofix(match.autofix, entry, (at) => start - match.start + at),
  };
}
