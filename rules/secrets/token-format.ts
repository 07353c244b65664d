import type { Confidence, Facts, Severity } from "../../src/core/model.ts";
import { type ContentRule, type ContentSubject, defineRule, type Match, type Trigger } from "../../src/core/rule.ts";

/** How sure one candidate is. */
export interface Judgement {
  readonly confidence: Confidence;
  readonly severity?: Severity;
  /** Why it is not certain; a sentence for the message. */
  readonly doubt?: string;
  readonly facts?: Facts;
}

/** One kind of token: what it looks like, and what it opens. */
export interface TokenFormat {
  readonly id: string;
  /** With its article: `A classic personal access token of GitHub`. */
  readonly what: string;
  /** Ends the sentence "Whoever reads it can ...". */
  readonly grants: string;
  /** The provider's page where it is revoked. */
  readonly revokeAt: string;
  readonly triggers: readonly Trigger[];
  /** How many characters of the token stand before its trigger. */
  readonly triggerAt?: number;
  /** The whole token, from its first character on (`^`), and what must not follow. */
  readonly shape: RegExp;
  /** Characters to look at, at most. */
  readonly longest: number;
  /** How many leading characters are the same in every such token. */
  readonly publicPrefix: number;
  /** `null`: it only looks like one. `nearby`: the path and the text round it, some lines to either side, in lower case. */
  judge(token: string, nearby: () => string): Judgement | null;
}

const NEARBY_BYTES = 400;

/** The content rule of one token format. */
export function defineTokenRule(format: TokenFormat): ContentRule {
  return defineRule({
    id: format.id,
    meta: {
      summary: `${format.what} stands in a file.`,
      why: `Whoever reads it can ${format.grants}.`,
      fix: `Revoke it first if it was ever pushed or shared: ${format.revokeAt}. Then take it out of the file and read the new one from the environment.`,
      severity: "block",
      confidence: "certain",
      since: "0.1.0",
      source: "S4:131",
    },
    inspects: "content",
    triggers: format.triggers,
    check: (subject) => subject.hits.flatMap((hit) => findToken(format, subject, hit.start - (format.triggerAt ?? 0))),
  });
}

function findToken(format: TokenFormat, subject: ContentSubject, start: number): Match[] {
  if (start < 0 || continuesWord(subject.slice(start - 3, start))) return [];
  const token = format.shape.exec(subject.slice(start, start + format.longest + 1))?.[0];
  if (token === undefined) return [];
  const end = start + token.length;
  const judgement = format.judge(token, () => `${subject.path}\n${subject.slice(start - NEARBY_BYTES, end + NEARBY_BYTES)}`.toLowerCase());
  if (judgement === null) return [];
  const { doubt, ...rest } = judgement;
  const message = doubt ? `${format.what}, as it seems: ${doubt}` : `${format.what}. Whoever reads it can ${format.grants}.`;
  return [{ start, end, message, reveal: format.publicPrefix, ...rest }];
}

/** Whether a token cannot begin behind these characters: a letter, digit or `_` that is no part of an escape (`\n`, `%3D`). */
export function continuesWord(before: string): boolean {
  return /\w$/.test(before) && !/(?:\\[nrt]|%[0-9A-Fa-f]{2})$/.test(before);
}
