import { compileGlob } from "../../src/config/globs.ts";
import { createMatcher, type FileResult } from "../../src/core/match.ts";
import type { Entry, Setting } from "../../src/core/model.ts";
import { createPolicyReader, type Policy } from "../../src/core/policy.ts";
import type { ContentRule, Match, Rule, RuleMeta } from "../../src/core/rule.ts";
import { createRulesetOf, type Ruleset } from "../../src/core/ruleset.ts";
import { createSegmenter, toSegment } from "../../src/core/segments.ts";
import type { Encoding } from "../../src/core/text.ts";

export const meta: RuleMeta = {
  summary: "A rule of the tests.",
  why: "Because the engine is to be tested.",
  fix: "Nothing to do.",
  severity: "block",
  confidence: "certain",
  since: "0.1.0",
};

/** Finds `token_` and the letters and digits behind it, as a secret of which `token_` may be shown. */
export function contentRule(id = "test/token", parts: Partial<Omit<ContentRule, "id" | "inspects">> = {}): ContentRule {
  return {
    id,
    inspects: "content",
    meta,
    triggers: ["token_"],
    check: (subject) =>
      subject.hits.map((hit): Match => {
        const value = /^[A-Za-z0-9]*/.exec(subject.slice(hit.end, hit.end + 100))?.[0] ?? "";
        return { start: hit.start, end: hit.end + value.length, message: "A token.", reveal: 6 };
      }),
    ...parts,
  };
}

export function rulesetOf(...rules: readonly Rule[]): Ruleset {
  return createRulesetOf(rules, compileGlob);
}

/** Every rule as severe as it says itself, nothing ignored. */
export function policyOf(rules: readonly Rule[], settings: Readonly<Record<string, Setting>> = {}, parts: Partial<Policy> = {}): Policy {
  const own = rules.map(({ id, meta: { severity } }) => [id, { severity: settings[id] ?? severity, options: {} }] as const);
  return { rules: Object.fromEntries(own), ignores: [], ignoredLines: [], overrides: [], older: "advisory", ...parts };
}

export function entryOf(path: string, parts: Partial<Entry> = {}): Entry {
  return { path, kind: "regular", status: "added", oid: null, baseOid: null, baseKind: null, ...parts };
}

/** What rules say of one file; `segmentBytes`: the file comes in pieces and is cut. */
export async function match(
  rules: readonly Rule[],
  content: string | Uint8Array,
  { policy = policyOf(rules), entry = entryOf("src/app.ts"), segmentBytes }: { policy?: Policy; entry?: Entry; segmentBytes?: number } = {},
): Promise<FileResult> {
  const file = createMatcher([rulesetOf(...rules)], createPolicyReader(policy), () => true).open(entry);
  const bytes = Buffer.from(content);
  if (segmentBytes === undefined) await file.segment(toSegment(bytes));
  else {
    const segmenter = createSegmenter((segment) => file.segment(segment), segmentBytes);
    for (let at = 0; at < bytes.length; at += 65_536) await segmenter.push(bytes.subarray(at, at + 65_536));
    await segmenter.end();
  }
  return file.end();
}

/** A text as a file in some encoding. */
export function encode(text: string, encoding: Encoding, withBom = false): Buffer {
  const marked = withBom ? `\ufeff${text}` : text;
  if (encoding === "utf-8") return Buffer.from(marked);
  if (encoding.startsWith("utf-16")) {
    const bytes = Buffer.from(marked, "utf16le");
    return encoding === "utf-16le" ? bytes : bytes.swap16();
  }
  const points = Array.from(marked, (character) => character.codePointAt(0) ?? 0);
  const bytes = Buffer.alloc(points.length * 4);
  points.forEach((point, i) => void (encoding === "utf-32le" ? bytes.writeUInt32LE(point, i * 4) : bytes.writeUInt32BE(point, i * 4)));
  return bytes;
}
