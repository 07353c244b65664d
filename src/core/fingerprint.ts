import { createHash } from "node:crypto";

/**
 * What of a finding's surroundings identifies it: its line with every value masked, white space and quoting style left out. It survives moves,
 * renames and reformatting, and holds nothing that a guess could be checked against: not the finding's own span, and no other value of the line either.
 *
 *     const key = "AKIA…", b = 'x';   ->   constkey=@b=*
 */
export function maskContext(before: string, after: string): string {
  const marked = `${before}\u0001${after}`;
  return marked
    .replace(/(["'`])(?:(?!\1).)*(?:\1|$)/g, (quoted) => (quoted.includes("\u0001") ? "@" : "*"))
    .replace(/[^\s,;=:(){}[\]<>]*\u0001[^\s,;=:(){}[\]<>]*/g, "@")
    .replace(/([=:]\s*)[^\s,;=:(){}[\]<>*@]+/g, "$1*")
    .replace(/[0-9]+/g, "0")
    .replace(/[\s;,]+/g, "");
}

/** SHA-256 in hex over rule, masked context and ordinal (how many earlier findings of the file have the same rule and context). */
export function toFingerprint(ruleId: string, context: string, ordinal: number): string {
  return createHash("sha256").update(`guard.fingerprint/1\0${ruleId}\0${context}\0${ordinal}`).digest("hex");
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
