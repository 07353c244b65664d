import { scanBytes } from "./automaton.ts";
import { describeRefusal, readGate } from "./gates.ts";
import { createSubject } from "./match.ts";
import type { Entry, Verdict } from "./model.ts";
import { createGlobTest, type PolicyReader } from "./policy.ts";
import type { Hit, Rule, Span } from "./rule.ts";
import { describeCrash } from "./rule-failure.ts";
import type { Ruleset } from "./ruleset.ts";
import type { Segment } from "./segments.ts";
import { MARKER_OWNER, type TriggerTable } from "./triggers.ts";

/** Why a rule says nothing of something on a line: it never got to see it, or it looked and left it. Holds nothing of the line but words that rules look for. */
export interface Left {
  readonly ruleId: string;
  /** Offset of a byte in the segment. */
  readonly start: number;
  readonly why: string;
  /** Whether the rule itself looked. */
  readonly wasAsked: boolean;
}

/** What is said of a line, and why nothing more is. */
export interface ExplainedLine {
  readonly path: string;
  /** On the line, and about the file as a whole. */
  readonly findings: readonly Verdict[];
  /** In the order of the line; what the rules themselves looked at comes first. */
  readonly left: readonly (Left & { readonly column: number })[];
  /** Rules that saw something on the line and stepped back for a more specific one. */
  readonly steppedBack: readonly string[];
  /** The configuration leaves the file out of what it judges, unless it is named. */
  readonly isIgnored: boolean;
  /** The configuration judges nothing on lines like this one. */
  readonly isIgnoredLine: boolean;
  /** How many rules there are that look for words. */
  readonly rules: number;
}

export interface LineTrace {
  readonly left: readonly Left[];
  /** Rules that saw something on the line; of two at one place only the more specific one speaks. */
  readonly seenBy: readonly string[];
}

/** Follows every word on one line of a file that a rule looks for, until it is dropped or the rule has spoken. */
export async function traceLine(entry: Entry, segment: Segment, line: Span, rulesets: readonly Ruleset[], policy: PolicyReader): Promise<LineTrace> {
  const left: Left[] = [];
  const seenBy = new Set<string>();
  for (const ruleset of rulesets) {
    const { hits, refused } = collectHits(ruleset, segment, line);
    for (const { rule, start, why } of refused) if (!hits.has(rule)) left.push({ ruleId: ruleset.ruleAt(rule)?.summary.id ?? "", start, why, wasAsked: false });
    for (const [index, found] of hits) {
      const ready = ruleset.ruleAt(index);
      const start = found.find((hit) => isOn(line, hit))?.start ?? line.start;
      if (ready?.summary.inspects !== "content") continue;
      const ruleId = ready.summary.id;
      const setting = policy.ruleAt(ruleId, entry.path);
      if (setting.severity === "off") left.push({ ruleId, start, why: "it is off here", wasAsked: false });
      else if (ready.files && !createGlobTest(ready.files)(entry.path))
        left.push({ ruleId, start, why: "it does not look at files that are called so", wasAsked: false });
      else {
        const asked = await ask(await ruleset.load(ruleId), { entry, segment, hits: found, options: setting.options, ruleset });
        if (asked.seen.some((span) => isOn(line, span))) seenBy.add(ruleId);
        const own = asked.left.filter((one) => isOn(line, one));
        for (const one of own) left.push({ ruleId, start: one.start, why: one.why, wasAsked: true });
        if (own.length === 0 && !seenBy.has(ruleId)) left.push({ ruleId, start, why: "it looked at this and knows nothing of the kind", wasAsked: true });
      }
    }
  }
  return { left, seenBy: [...seenBy] };
}

function isOn(line: Span, { start, end }: Span): boolean {
  return start < line.end && end > line.start;
}

interface Collected {
  /** By rule, those of the whole file; only of rules with one on the line. */
  readonly hits: Map<number, Hit[]>;
  readonly refused: readonly { readonly rule: number; readonly start: number; readonly why: string }[];
}

function collectHits({ triggers, scanner }: Ruleset, { bytes, length }: Segment, line: Span): Collected {
  const all = new Map<number, Hit[]>();
  scanner.scan(bytes, length, (trigger, start, end) => {
    const rule = triggers.rules[trigger] ?? MARKER_OWNER;
    const hit = { trigger: triggers.own[trigger] ?? 0, start, end };
    const hits = all.get(rule);
    if (hits) hits.push(hit);
    else all.set(rule, [hit]);
  });
  return { hits: new Map([...all].filter(([, hits]) => hits.some((hit) => isOn(line, hit)))), refused: listRefused(triggers, bytes, length, line) };
}

/** The scanner tells only of what passes; here the same walk tells of the rest. */
function listRefused({ automaton, gates, rules }: TriggerTable, bytes: Uint8Array, length: number, line: Span): Collected["refused"] {
  const { firstMatch, outputStart, outputs } = automaton;
  const refused: Collected["refused"][number][] = [];
  scanBytes(automaton, bytes, length, (end, state, before) => {
    const last = outputStart[state - firstMatch + 1] ?? 0;
    for (let i = outputStart[state - firstMatch] ?? 0; i < last; i++) {
      const trigger = outputs[i] ?? 0;
      const gate = readGate(gates, trigger);
      const start = end - gate.head;
      if (start >= before || start < line.start || start >= line.end) continue;
      const why = describeRefusal(gate, bytes, length, start + gate.length);
      if (why !== null) refused.push({ rule: rules[trigger] ?? MARKER_OWNER, start, why });
    }
  });
  return refused;
}

interface Question {
  readonly entry: Entry;
  readonly segment: Segment;
  readonly hits: Hit[];
  readonly options: unknown;
  readonly ruleset: Ruleset;
}

async function ask(
  rule: Rule,
  { entry, segment, hits, options, ruleset }: Question,
): Promise<{ seen: readonly Span[]; left: readonly (Span & { why: string })[] }> {
  const left: (Span & { why: string })[] = [];
  if (rule.inspects !== "content") return { seen: [], left };
  hits.sort((a, b) => a.start - b.start);
  const subject = createSubject(entry, segment, hits, ruleset.values ?? []);
  try {
    const seen = await rule.check({ ...subject, leave: (start, end, why) => void left.push({ start, end, why }) }, options);
    return { seen, left };
  } catch (error) {
    return { seen: [], left: hits.map(({ start, end }) => ({ start, end, why: describeCrash(error) })) };
  }
}
