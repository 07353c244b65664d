import { describe, expect, test } from "vitest";
import { notations } from "../../../bench/recall/notations.ts";
import { listBuiltInRules } from "../../../rules/index.ts";
import { checks } from "../../../rules/secrets/catalog/checks.ts";
import { createFinder, toRule } from "../../../rules/secrets/catalog/format-rule.ts";
import { drawFormatNearMisses, drawFormatSample } from "../../../rules/secrets/catalog/format-samples.ts";
import { type Format, formats, keyFormats } from "../../../rules/secrets/catalog/formats.ts";
import { compileGlob } from "../../../src/config/globs.ts";
import { createMatcher } from "../../../src/core/match.ts";
import type { Finding } from "../../../src/core/model.ts";
import { createPolicyReader } from "../../../src/core/policy.ts";
import type { ContentRule } from "../../../src/core/rule.ts";
import { createRulesetOf } from "../../../src/core/ruleset.ts";
import { toSegment } from "../../../src/core/segments.ts";

/** Drawn of each form: the first is tried in every notation, the other in one. */
const SAMPLES = 2;
const everywhere = Object.entries(notations);

function opener(rule: ContentRule): (path: string, text: string) => Promise<readonly Finding[]> {
  const ruleset = createRulesetOf([rule], compileGlob);
  const policy = createPolicyReader({
    rules: { [rule.id]: { severity: "block", options: {} } },
    ignores: [],
    ignoredLines: [],
    overrides: [],
    older: "advisory",
  });
  const matcher = createMatcher([ruleset], policy, () => true);
  return async (path, text) => {
    const file = matcher.open({ path, kind: "regular", status: "added", oid: null, baseOid: null, baseKind: null });
    await file.segment(toSegment(Buffer.from(text)));
    const { findings, unknown } = file.end();
    expect(unknown).toEqual([]);
    return findings;
  };
}

const rows: [string, readonly Format[]][] = [...formats];

describe("every row of the catalogue", () => {
  test("finds its own samples in every notation", async () => {
    const missed: string[] = [];
    for (const [id, forms] of rows) {
      const scan = opener(ruleOf(forms));
      for (const form of forms)
        for (let seed = 0; seed < SAMPLES; seed++) {
          const sample = drawFormatSample(form, seed);
          const chosen = seed === 0 ? everywhere : everywhere.slice(0, 1);
          for (const [notation, { file, write }] of chosen) {
            const findings = await scan(file, write({ pairs: [[sample.name, sample.text]] }));
            if (findings.length === 0) missed.push(`${id} in ${notation}: ${sample.name} = ${sample.text}`);
          }
        }
    }
    expect(missed).toEqual([]);
  }, 600_000);

  test("leaves what is nearly one alone", async () => {
    const taken: string[] = [];
    for (const [id, forms] of rows) {
      if (forms.length > 1) continue;
      const scan = opener(ruleOf(forms));
      for (const form of forms)
        for (const { name, text } of drawFormatNearMisses(form, 1))
          if ((await scan(".env", `${name}=${text}\n`)).length > 0) taken.push(`${id}: ${name}=${text}`);
    }
    expect(taken).toEqual([]);
  });

  test("names a check that there is", () => {
    const named = [...rows.flatMap(([, forms]) => forms), ...keyFormats].flatMap(({ check }) => check ?? []);
    expect(named.filter((name) => !(name in checks))).toEqual([]);
  });

  test("has an id and a name of its own", () => {
    for (const [id, forms] of rows) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(new Set(forms.map(({ provider }) => provider)).size).toBe(1);
    }
    expect(keyFormats.length).toBeGreaterThan(5);
    expect(createFinder(keyFormats).triggers.length).toBeGreaterThan(5);
  });
});

function ruleOf([first, ...more]: readonly Format[]): ContentRule {
  if (!first) throw new RangeError("no row");
  return toRule([first, ...more]);
}

test("words of ordinary code wake no rule, and what they begin like does", async () => {
  const rules = (await listBuiltInRules()).filter(({ id }) => id === "secrets/airtable-pat" || id === "secrets/connection-string");
  const { scanner } = createRulesetOf(rules, compileGlob);
  const wakes = (text: string): boolean => {
    const bytes = Buffer.from(text);
    let count = 0;
    scanner.scan(bytes, bytes.length, () => count++);
    return count > 0;
  };
  expect(wakes("patternWithLongNames.forEach(see); // https://example.com/a/b")).toBe(false);
  expect(wakes(`pat${"Ab3".repeat(5).slice(0, 14)}.${"0a".repeat(32)}`)).toBe(true);
  expect(wakes("amqp://guest:x@queue")).toBe(true);
});
