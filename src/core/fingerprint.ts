import { sha256 } from "./sha256.ts";

/** A quoted text, closed or not; `\` escapes. */
const QUOTED = /(["'`])(?:\\.|(?!\1)[^\\])*(?:\1|\\?$)/gs;
/** As a key of JSON: at the beginning or behind a bracket or comma, in front of a colon. What a `?` stands before is a value. */
const QUOTED_KEY = /(?<=(?:^|[{[(,])\s*)(["'])([\w$.@-]{1,64})\1(?=\s*[:=](?!=))/g;
/** A name that something is assigned to, with the bare value behind it, which has no blanks; or one that is called. */
const NAMED = /(?<![\w$.@/\\%=:-])-*([A-Za-z_$@][\w$.@-]{0,63})(?:(?:=|:\s*|\s+[:=]=?>?\s*)(?![{[(])[^\s,;]*|\s*[:=]|\()/g;
const MAX_NAMES = 3;
/** How much of a line before a finding is looked at, bytes or characters. */
export const MAX_CONTEXT = 1024;

/**
 * What of a finding's surroundings identifies it: the last names before it on its line. It survives moves, renames and reformatting, and holds nothing
 * that a guess could be checked against: not the finding's own span, and no other value of the line either.
 *
 *     export const key = "AKIA…          ->   key
 *     { "user": "ada", "password": "…    ->   user password
 */
export function toContext(before: string): string {
  const keys = before.replace(QUOTED_KEY, "$2");
  const masked = keys.replace(QUOTED, "*");
  return [...masked.matchAll(NAMED)]
    .slice(-MAX_NAMES)
    .map(([, name]) => name)
    .join(" ");
}

/** SHA-256 in hex over rule, context and ordinal (how many earlier findings of the file have the same rule and context). */
export function toFingerprint(ruleId: string, context: string, ordinal: number): string {
  return sha256(`guard.fingerprint/1\0${ruleId}\0${context}\0${ordinal}`);
}

/** Counts equal contexts of one file. */
export function createOrdinals(): (ruleId: string, context: string) => number {
  const seen = new Map<string, number>();
  return (ruleId, context) => {
    const key = `${ruleId}\0${context}`;
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return ordinal;
  };
}
