import { sha256 } from "./sha256.ts";

/** A quoted text, closed or not; `\` escapes. */
const QUOTED = /(["'`])(?:\\.|(?!\1)[^\\])*(?:\1|\\?$)/gs;
/** As a key of JSON: at the beginning or behind a bracket or comma, in front of a colon. What a `?` stands before is a value. */
const QUOTED_KEY = /(?<=(?:^|[{[(,])\s*)(["'])([\w$.@-]{1,64})\1(?=\s*[:=](?!=))/g;
/** A name that something is assigned to, with the bare value behind it, which has no blanks; or one that is called. */
const NAMED = /(?<![\w$.@/\\%=:-])-*([A-Za-z_$@][\w$.@-]{0,63})(?:(?:=|:\s*|\s+[:=]=?>?\s*)(?![{[(])[^\s,;]*|\s*[:=]|\()/g;
/** A line that a formatter broke behind an assignment sign, a colon or a bracket. What base 64 is padded with stands behind no blank. */
const BROKEN_OFF = /(?:\s=|[:(])\s*\\?\s*$/;
/** How much before a finding is looked at, bytes or characters. */
export const MAX_CONTEXT = 1024;

/**
 * What of a finding's surroundings identifies it: the last name before it on its line, or on the line before where that ends in the middle of an assignment.
 * It survives moves, renames and reformatting, and holds nothing that a guess could be checked against: not the finding's own span, and no other value either.
 *
 *     export const key = "AKIA…          ->   key
 *     { "user": "ada", "password": "…    ->   password
 */
export function toContext(before: string): string {
  const lines = before.split("\n");
  const [above = "", own = ""] = [lines.at(-2), lines.at(-1)];
  return lastName(own) ?? (BROKEN_OFF.test(above) ? lastName(above) : null) ?? "";
}

function lastName(text: string): string | null {
  const keys = text.replace(QUOTED_KEY, "$2");
  const masked = keys.replace(QUOTED, "*");
  return [...masked.matchAll(NAMED)].at(-1)?.[1] ?? null;
}

/** SHA-256 in hex over rule, context and ordinal (how many earlier findings of the file have the same rule and context). */
export function toFingerprint(ruleId: string, context: string, ordinal: number): string {
  return sha256(`guard.fingerprint/1\0${ruleId}\0${context}\0${ordinal}`);
}

/** So many digits tell a fingerprint from others; people are shown no more. */
export const SHORT_FINGERPRINT = 12;

/**
 * Stands for what a finding spans, white space left out, as long as it is judged: what was recorded of it is held against this. Whoever has it can guess a
 * short secret, so it stays in memory and reaches no finding, no report and no file.
 */
export function toEvidence(span: string): string {
  return sha256(span.replace(/\s+/g, ""));
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
