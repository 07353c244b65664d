import type { ContentSubject, Hit, Match } from "../../../src/core/rule.ts";
import { judgeInPackage } from "../installed-package.ts";
import { isDocumented } from "../made-up-place.ts";
import type { Candidate, Sighting } from "./candidate.ts";
import { listCandidates } from "./candidates.ts";
import type { Opinion } from "./model.ts";

/** What a candidate's score must be: from here on it is worth a warning, from here on it blocks. Set by cross-validation, docs/decisions/0024. */
export const WARNS_FROM = 1;
export const BLOCKS_FROM = 3;

/** What to say of a candidate: one of a few plain words for it, never its name, and whether that name is plain enough to block. */
export interface Description {
  readonly kind: string;
  readonly mayBlock: boolean;
}

/** Only where there is something to judge, and once: even where it has the module already, Node takes a tenth of a millisecond to say so. */
const openModel = once(() => import("./model.ts"));

function once<T>(open: () => T): () => T {
  let opened: { readonly value: T } | null = null;
  return () => {
    opened ??= { value: open() };
    return opened.value;
  };
}

/** Judges what stands under the names of secrets by the trained model, which is loaded only where there is something to judge. */
export function judgeNamedValues(
  subject: ContentSubject,
  couldBe: (sighting: Sighting) => boolean,
  describe: (candidate: Candidate) => Description,
): readonly Match[] | Promise<readonly Match[]> {
  const { candidates, unread: first } = listCandidates(subject, couldBe);
  const unread = first ? [toUnreadMatch(first)] : [];
  if (candidates.length === 0) return unread;
  return openModel().then(({ judge }) => {
    // The same value under the same name is judged once.
    const known = new Map<string, Omit<Match, "start" | "end"> | null>();
    const judged = candidates.flatMap((candidate): Match[] => {
      const shown = isDocumented(subject.path, lineBefore(subject, candidate.start));
      const key = `${shown}\n${candidate.name}\n${candidate.value}`;
      if (!known.has(key)) known.set(key, toVerdict(judge(candidate), describe(candidate), shown));
      const verdict = known.get(key);
      if (!verdict && subject.leave) subject.leave(candidate.start, candidate.end, describeDoubt(judge(candidate)));
      return verdict ? [{ start: candidate.start, end: candidate.end, ...verdict }] : [];
    });
    return [...judgeInPackage(subject, judged), ...unread];
  });
}

/** So much is read of a line before a value. */
const LINE_REACH = 400;

/** The line before a value; of a text that is one string (`"a\n * b"`, as in a source map) the line inside it. */
function lineBefore(subject: ContentSubject, at: number): string {
  const line = subject.slice(Math.max(subject.line(at).start, at - LINE_REACH), at);
  return line.slice(line.lastIndexOf("\\n") < 0 ? 0 : line.lastIndexOf("\\n") + 2);
}

function toVerdict({ score, reasons }: Opinion, { kind, mayBlock }: Description, isShown: boolean): Omit<Match, "start" | "end"> | null {
  if (score < WARNS_FROM) return null;
  const facts = { probability: toPercent(score) / 100, because: reasons().join("; ") };
  if (score >= BLOCKS_FROM && mayBlock && !isShown) return { message: `A ${kind} is written down here. Whoever can read the repository can use it.`, facts };
  const message = `This may be a ${kind}: the value looks like one. If it opens anything, it must not stand in the repository.`;
  return { message, severity: "warn", confidence: "possible", facts };
}

function describeDoubt({ score, doubts }: Opinion): string {
  return `the model takes the value for a secret with ${toPercent(score)} %, where ${toPercent(WARNS_FROM)} are needed; what spoke against it: ${doubts().join("; ")}`;
}

/** Of the logarithm of the odds. */
function toPercent(score: number): number {
  return Math.round(100 / (1 + Math.exp(-score)));
}

function toUnreadMatch({ start, end }: Hit): Match {
  const message = "This file has more than a thousand values with the names of secrets; this one and those behind it were not read.";
  const fix = "Where the file is data or was generated, name it in ignores; else split it.";
  return { start, end, message, fix, severity: "warn", confidence: "possible", reveal: "all", facts: { unread: true } };
}
