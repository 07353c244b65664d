import { type Collected, collectFindings, type PlacedMatch, placeMatches, type RawMatch } from "./collect.ts";
import { type Decoded, decode } from "./decode.ts";
import type { LocalValue } from "./facts/local-files.ts";
import { type FileContent, recogniseContent } from "./file-kind.ts";
import type { Entry, Unknown } from "./model.ts";
import { createGlobTest, type PolicyReader, type RulePolicy } from "./policy.ts";
import type { ContentSubject, Hit, Match, Rule } from "./rule.ts";
import { describeCrash } from "./rule-failure.ts";
import type { ReadyRule, Ruleset } from "./ruleset.ts";
import { type Segment, toSegment } from "./segments.ts";
import { mayBeSuppressor, parseSuppressor, type Suppressor } from "./suppressions.ts";
import { createPlaceFinder, lineBounds } from "./text.ts";
import { MARKER_OWNER } from "./triggers.ts";

/** What matching one file gave. */
export interface FileResult extends Collected {
  readonly suppressors: readonly Suppressor[];
  readonly unknown: readonly Unknown[];
  /** Repository rules that noticed something in it. */
  readonly noticedBy: readonly string[];
  /** What its first bytes say that it is. */
  readonly content: FileContent | null;
}

/** Matches one file, segment by segment. */
export interface FileMatcher {
  segment(segment: Segment): Promise<void> | void;
  end(): FileResult;
}

/** Matches files against the rules of all rulesets under one policy. */
export interface Matcher {
  open(entry: Entry): FileMatcher;
}

/** `isWanted`: what `--only` and `--skip` leave over. */
export function createMatcher(rulesets: readonly Ruleset[], policy: PolicyReader, isWanted: (ruleId: string) => boolean): Matcher {
  const sets = rulesets.map((ruleset) => ({
    ruleset,
    bodies: new Map<number, Rule>(),
    files: new Map(ruleset.special.flatMap(({ files }, i) => (files ? [[i, createGlobTest(files)] as const] : []))),
    /** Rules without triggers: asked by the file's name alone. */
    byName: ruleset.special.flatMap(({ isAskedByName }, i) => (isAskedByName ? [i] : [])),
  }));

  /** The rule's policy for this file, or `null` where it has nothing to do here. */
  function policyFor(set: (typeof sets)[number], rule: number, path: string): RulePolicy | null {
    const ready = set.ruleset.ruleAt(rule);
    if (!ready || !isWanted(ready.summary.id)) return null;
    const setting = policy.ruleAt(ready.summary.id, path);
    if (setting.severity === "off") return null;
    // Of a rule on the repository its files only say when to ask it.
    return ready.summary.inspects === "content" && set.files.get(rule)?.(path) === false ? null : setting;
  }

  return {
    open(entry) {
      // Joined by `concat`: there may be more of them than a call takes arguments.
      let matches: PlacedMatch[] = [];
      let suppressors: Suppressor[] = [];
      const unknown = new Map<string, Unknown>();
      const noticedBy = new Set<string>();
      let content: FileContent | null = null;
      const ignoredLine = policy.ignoredLine(entry.path);

      function ask(rule: Rule, setting: RulePolicy, { segment, decoded }: View, hits: Hit[], raw: RawMatch[], values: Ruleset["values"]): Promise<void> | void {
        if (rule.inspects !== "content" || setting.severity === "off") return;
        hits.sort((a, b) => a.start - b.start);
        const subject = createSubject(entry, decoded ? toSegment(decoded.bytes) : segment, hits, values ?? []);
        const ceiling = setting.severity;
        const take = (answer: readonly Match[]): void => {
          for (const seen of answer) {
            assertSpan(seen, subject.length);
            const match = decoded ? toEncoded(seen, decoded) : seen;
            const owned = match.start >= segment.from && match.start < segment.to;
            if (owned && !(ignoredLine && isLineIgnored(ignoredLine, subject, match))) raw.push({ rule, ceiling, match });
          }
        };
        const crash = (error: unknown): void => {
          unknown.set(rule.id, { ruleId: rule.id, subject: entry.path, reason: describeCrash(error), blocks: ceiling === "block" });
        };
        try {
          const answer = rule.check(subject, setting.options);
          if (answer instanceof Promise) return answer.then(take).catch(crash);
          take(answer);
        } catch (error) {
          crash(error);
        }
      }

      async function load(set: (typeof sets)[number], index: number, setting: RulePolicy): Promise<Rule | null> {
        const id = set.ruleset.ruleAt(index)?.summary.id ?? "";
        try {
          const rule = await set.ruleset.load(id);
          set.bodies.set(index, rule);
          return rule;
        } catch (error) {
          unknown.set(id, { ruleId: id, subject: entry.path, reason: `could not be loaded: ${describeCrash(error)}`, blocks: setting.severity === "block" });
          return null;
        }
      }

      return {
        segment(segment) {
          if (segment.offset === 0) content = recogniseContent(entry.path, segment.bytes, segment.length);
          const waiting: Promise<void>[] = [];
          const raw: RawMatch[] = [];
          const keep = (): void => {
            if (raw.length > 0) matches = matches.concat(placeMatches(raw, segment));
          };
          const views: View[] = [{ segment, decoded: null }, ...decode(segment.bytes, segment.length).map((decoded) => ({ segment, decoded }))];
          for (const set of sets) for (const view of views) look(set, view);
          function look(set: (typeof sets)[number], view: View): void {
            const collected = collectHits(set.ruleset, view.decoded ? toSegment(view.decoded.bytes) : segment);
            if (!view.decoded) for (const index of set.byName) collected.set(index, []);
            for (const [index, hits] of collected) {
              if (view.decoded && !readsDecoded(set.ruleset.ruleAt(index))) continue;
              if (index === MARKER_OWNER) {
                // Every ruleset finds the marker; once is enough.
                if (set === sets[0]) suppressors = suppressors.concat(readSuppressors(segment, hits, entry));
              } else {
                const setting = policyFor(set, index, entry.path);
                if (!setting) continue;
                const summary = set.ruleset.ruleAt(index)?.summary;
                if (summary?.inspects === "repository") {
                  noticedBy.add(summary.id);
                  continue;
                }
                const body = set.bodies.get(index);
                const { values } = set.ruleset;
                const answer = body && ask(body, setting, view, hits, raw, values);
                if (answer) waiting.push(answer);
                else if (!body) waiting.push(load(set, index, setting).then((rule) => (rule ? ask(rule, setting, view, hits, raw, values) : undefined)));
              }
            }
          }
          return waiting.length > 0 ? Promise.all(waiting).then(keep) : keep();
        },
        end: () => ({
          ...(matches.length > 0 ? collectFindings(matches, entry) : NOTHING),
          suppressors,
          unknown: [...unknown.values()],
          noticedBy: [...noticedBy],
          content,
        }),
      };
    },
  };
}

const NOTHING: Collected = { findings: [], evidence: [] };

/** What a rule is shown: the file as it is written, or what stands encoded in it. */
interface View {
  readonly segment: Segment;
  readonly decoded: Decoded | null;
}

function readsDecoded(rule: ReadyRule | undefined): boolean {
  return rule?.summary.inspects === "content" && rule.summary.readsDecoded === true;
}

/** The same match where its code stands in the file. Of what is encoded nothing is a public prefix, and nothing can be mended in place. */
function toEncoded({ autofix: _autofix, reveal: _reveal, ...match }: Match, { toOriginal }: Decoded): Match {
  return { ...match, ...toOriginal(match.start, match.end), message: `${match.message} It stands here encoded.` };
}

function collectHits({ triggers: { rules, own }, scanner }: Ruleset, { bytes, length }: Segment): Map<number, Hit[]> {
  const byRule = new Map<number, Hit[]>();
  scanner.scan(bytes, length, (trigger, start, end) => {
    const rule = rules[trigger] ?? MARKER_OWNER;
    const hits = byRule.get(rule);
    const hit = { trigger: own[trigger] ?? 0, start, end };
    if (hits) hits.push(hit);
    else byRule.set(rule, [hit]);
  });
  return byRule;
}

export function createSubject(entry: Entry, { bytes, length, hasBom }: Segment, hits: readonly Hit[], localValues: readonly LocalValue[]): ContentSubject {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, length);
  const clip = (offset: number): number => Math.max(0, Math.min(length, offset));
  let copied = 0;
  let whole: string | null = null;
  return {
    path: entry.path,
    kind: entry.kind,
    length,
    hits,
    hasBom,
    localValues,
    slice(start, end) {
      const [from, to] = [clip(start), clip(end)];
      copied += Math.max(0, to - from);
      // Where a rule has asked for as much as there is, and will ask for more, no further copy is made.
      if (copied <= length) return buffer.toString("latin1", from, to);
      whole ??= buffer.toString("latin1");
      return whole.slice(from, to);
    },
    decode: (start, end) => buffer.toString("utf8", clip(start), clip(end)),
    line: (offset) => lineBounds(buffer, clip(offset)),
  };
}

function isLineIgnored(pattern: RegExp, subject: ContentSubject, match: Match): boolean {
  const { start, end } = subject.line(match.start);
  return pattern.test(subject.slice(start, end));
}

function assertSpan({ start, end }: Match, length: number): void {
  if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length)) throw new RangeError("span outside the file");
}

/** Bytes round a marker that say mostly that it is none. */
const NEAR = 32;

/** At most one of each line: what stands behind it is its reason. */
function readSuppressors(segment: Segment, hits: Hit[], entry: Entry): Suppressor[] {
  if (entry.kind === "symlink") return [];
  const buffer = Buffer.from(segment.bytes.buffer, segment.bytes.byteOffset, segment.length);
  const placeOf = createPlaceFinder(segment.bytes, segment.length, segment.place);
  const found: Suppressor[] = [];
  hits.sort((a, b) => a.start - b.start);
  for (const hit of hits) {
    if (hit.start < segment.from || hit.start >= segment.to) continue;
    if (!mayBeSuppressor(buffer.toString("utf8", Math.max(0, hit.start - NEAR), hit.start), buffer.toString("utf8", hit.end, hit.end + NEAR))) continue;
    const { line, column } = placeOf(hit.start);
    if (found.at(-1)?.line === line + 1) continue;
    const { start, end } = lineBounds(buffer, hit.start);
    const suppressor = parseSuppressor(buffer.toString("utf8", start, hit.start), buffer.toString("utf8", hit.end, end), line + 1, column + 1);
    if (suppressor) found.push(suppressor);
  }
  return found;
}
