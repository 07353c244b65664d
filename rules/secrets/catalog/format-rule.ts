import { type ContentRule, type ContentSubject, defineRule, type Hit, type Match, type Span, type Trigger } from "../../../src/core/rule.ts";
import { isPlaceholder } from "../../../src/core/secrets/placeholder.ts";
import { measureRandomness } from "../../../src/core/secrets/randomness.ts";
import { judgeInPackage } from "../installed-package.ts";
import { checks } from "./checks.ts";
import { BEHIND_WORD, compileAssigned, isNamedNear, isWholeWord, namesSecret } from "./context.ts";
import { type Format, kinds } from "./formats.ts";
import type { Judgement } from "./judgement.ts";
import { compileShapes, type Shape } from "./shape.ts";

/** A shape that has a text of its own as long as this is looked for by it, else by the provider's words. */
const TELLING_TRIGGER = 3;
/** A value begins so far behind a provider's word at most. */
const REACH = 96;
/** An open run is followed so far. */
const LONGEST_RUN = 65_536;
const PIECE = 512;
/** Words cost a model of words fewer bits than drawn characters: below this a value was written, not drawn. */
const WRITTEN_BITS = -12;
/** A run shorter than this says too little of itself. */
const TELLING_RUN = 16;

const ENDS_IN_LETTER = /[A-Za-z]$/;

/** Where a format may be found, and how it is read from there. */
interface Searcher {
  readonly triggers: readonly Trigger[];
  find(subject: ContentSubject, hit: Hit): Candidate | null;
}

interface Candidate extends Span {
  readonly format: Format;
  readonly text: string;
  /** Its longest run of drawn characters. */
  readonly random: string;
  readonly reveal: number;
  /** It is none: its last run goes on beyond what the format has, or no word stands near. */
  readonly isRefused: boolean;
  /** Only its context speaks for it, and that does not say secret. */
  readonly isDoubtful: boolean;
  /** Only its context speaks for it. */
  readonly isNamedOnly: boolean;
}

/** The content rule of one kind of token. */
export function toRule(formats: readonly [Format, ...Format[]]): ContentRule {
  const [first] = formats;
  const what = describe(first);
  const { triggers, find } = createFinder(formats);
  return defineRule({
    id: `secrets/${first.id}`,
    meta: {
      summary: `${what} stands in a file.`,
      why: `Whoever reads it can ${kinds[first.kind]}.`,
      fix: `Revoke it first if it was ever pushed or shared${first.revokeAt ? `: ${first.revokeAt}` : ""}. Then take it out of the file and read the new one from the environment.`,
      severity: first.severity,
      confidence: first.confidence,
      since: "0.1.0",
      source: "S4:131",
      ...(first.words.length > 0 ? { yieldsTo: ["secrets/*"], rank: rankOf(first) } : {}),
    },
    inspects: "content",
    readsDecoded: true,
    triggers,
    check: (subject) => judgeInPackage(subject, find(subject)),
  });
}

/** `An API key of Mailgun`. */
export function describe({ credential, provider }: Format): string {
  const name = /^[A-Z][a-z]/.test(credential) ? credential.charAt(0).toLowerCase() + credential.slice(1) : credential;
  const isNamed = credential.toLowerCase().includes(provider.toLowerCase());
  return `${/^[aeio]|^(?:API|IAM|OAuth|SDK|SCIM|MWS|ML|IO|NKey|App)/.test(name) ? "An" : "A"} ${name}${isNamed ? "" : ` of ${provider}`}`;
}

/** Of two formats that stand on their context alone the one with the longer word knows more. */
function rankOf({ words }: Format): number {
  return Math.max(...words.map((word) => word.length));
}

/** Looks for all forms of one token; the first form that fits a place has it. */
export function createFinder(formats: readonly Format[]): { readonly triggers: readonly Trigger[]; find(subject: ContentSubject): Match[] } {
  const searchers = formats.flatMap((format) => compileShapes(format.notation, format.isCaseless).map((shape) => createSearcher(format, shape)));
  const byTrigger = searchers.flatMap((searcher) => searcher.triggers.map(() => searcher));
  return {
    triggers: searchers.flatMap(({ triggers }) => triggers),
    find(subject) {
      const candidates = listCandidates(subject, byTrigger);
      const order = new Map(formats.map((format, i) => [format, i]));
      candidates.sort((a, b) => a.start - b.start || (order.get(a.format) ?? 0) - (order.get(b.format) ?? 0) || b.end - a.end);
      const matches: Match[] = [];
      for (const candidate of candidates) {
        if (candidate.start < (matches.at(-1)?.end ?? 0)) continue;
        const match = judge(candidate);
        if (match) matches.push(match);
        else
          subject.leave?.(
            candidate.start,
            candidate.end,
            isMadeUp(candidate.random) ? "it reads like a placeholder or like words" : "its check says that it is none",
          );
      }
      return matches;
    },
  };
}

/** Within what a searcher has read already nothing of its own can begin. */
function listCandidates(subject: ContentSubject, byTrigger: readonly Searcher[]): Candidate[] {
  const readTo = new Map<Searcher, number>();
  return subject.hits.flatMap((hit) => {
    const searcher = byTrigger[hit.trigger];
    if (!searcher || hit.start < (readTo.get(searcher) ?? 0)) return [];
    const found = searcher.find(subject, hit);
    if (!found) subject.leave?.(hit.start, hit.end, "what stands round this word has not the shape of one");
    if (!found) return [];
    readTo.set(searcher, found.end);
    if (found.isRefused)
      subject.leave?.(found.start, found.end, "it has the shape of one, but goes on beyond its length, or no word of the provider stands near");
    return found.isRefused ? [] : [found];
  });
}

function createSearcher(format: Format, shape: Shape): Searcher {
  const isTelling = shape.triggers.length > 0 && shape.triggers.every(({ literal }) => literal.length >= TELLING_TRIGGER);
  return format.words.length === 0 || isTelling ? searchByText(format, shape) : searchByWord(format, shape);
}

/** The token's own text leads to it; where the format has words, one of them must stand near. */
function searchByText(format: Format, shape: Shape): Searcher {
  return {
    triggers: shape.triggers,
    find(subject, hit) {
      const from = Math.max(0, hit.start - shape.before - 4);
      const text = subject.slice(from, hit.start + shape.after + 1);
      if (shape.beyondGap?.test(text) === false) return null;
      const pattern = shape.pattern();
      pattern.lastIndex = hit.start - from;
      const found = pattern.exec(text);
      if (!found) return null;
      const start = hit.start - (found.groups?.before?.length ?? 0);
      const matchedTo = from + pattern.lastIndex;
      const isNamed = format.words.length === 0 || isNamedNear(subject, { start, end: matchedTo }, format.words);
      const end = isNamed ? endOf(subject, matchedTo, shape) : matchedTo;
      const secret = found.indices?.groups?.secret;
      const span = secret ? { start: from + secret[0], end: from + secret[1] } : { start, end };
      const whole = subject.slice(span.start, span.end);
      return {
        ...span,
        format,
        text: whole,
        random: drawnPart(found.groups?.random, whole, shape),
        reveal: secret ? 0 : shape.shared,
        isRefused: !isNamed || end - start > shape.longest,
        isDoubtful: false,
        isNamedOnly: false,
      };
    },
  };
}

/** The name that it is assigned to leads to it. */
function searchByWord(format: Format, shape: Shape): Searcher {
  let pattern: RegExp | null = null;
  return {
    triggers: format.words.map((literal) => ({
      literal,
      ...(ENDS_IN_LETTER.test(literal) ? { followedBy: { set: BEHIND_WORD, min: 1 } } : {}),
      holdsWithin: { set: shape.alphabet, min: shape.shortest, within: REACH },
    })),
    find(subject, hit) {
      const from = Math.max(0, hit.start - 1);
      const text = subject.slice(from, hit.end + REACH + shape.before + shape.after + 1);
      if (!isWholeWord(text, hit.start - from, hit.end - from)) return null;
      pattern ??= compileAssigned(shape.source, format.isCaseless);
      pattern.lastIndex = hit.end - from;
      const { value, random } = pattern.exec(text)?.groups ?? {};
      if (value === undefined) return null;
      const start = from + pattern.lastIndex - value.length;
      const end = endOf(subject, from + pattern.lastIndex, shape);
      return {
        start,
        end,
        format,
        text: subject.slice(start, end),
        random: drawnPart(random, value, shape),
        reveal: shape.shared,
        isRefused: end - start > shape.longest,
        isDoubtful: !namesSecret(subject, hit, start),
        isNamedOnly: true,
      };
    },
  };
}

/** The longest run where it is long enough to tell, else all of the token but its texts and signs. */
function drawnPart(run: string | undefined, whole: string, { texts }: Shape): string {
  if (run !== undefined && run.length >= TELLING_RUN) return run;
  return texts.reduce((rest, text) => rest.replace(text, ""), whole).replace(/[^A-Za-z0-9]/g, "");
}

/** Where an open run really ends: most do soon, so that it is read piece by piece. */
function endOf(subject: ContentSubject, end: number, { goesOn }: Shape): number {
  if (goesOn === null) return end;
  let at = end;
  for (let length = PIECE; length === PIECE && at - end < LONGEST_RUN; at += length) {
    goesOn.lastIndex = 0;
    length = goesOn.exec(subject.slice(at, at + PIECE))?.[0].length ?? 0;
  }
  return at;
}

const DOUBTFUL: Judgement = { confidence: "possible", severity: "warn", doubt: "the name beside it is the provider's, but does not say what the value is." };

function judge(candidate: Candidate): Match | null {
  const { format, text, random, start, end, reveal } = candidate;
  if (isMadeUp(random)) return null;
  const proof = format.check === null ? undefined : checks[format.check]?.judge(text);
  if (proof === null) return null;
  const { doubt, ...rest }: Judgement = proof ?? (candidate.isDoubtful ? DOUBTFUL : { confidence: format.confidence, severity: format.severity });
  const what = describe(format);
  const message = doubt ? `${what}, as it seems: ${doubt}` : `${what}. Whoever reads it can ${kinds[format.kind]}.`;
  const isGuess = candidate.isNamedOnly && rest.confidence === "possible";
  return { start, end, message, reveal, ...rest, ...(isGuess ? { isGuess } : {}) };
}

/** A dummy, or words. Drawn characters look like either once in many thousands. */
function isMadeUp(random: string): boolean {
  return isPlaceholder(random) || measureRandomness(random) < WRITTEN_BITS;
}
