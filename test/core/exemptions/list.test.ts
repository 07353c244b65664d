import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_IGNORED_LINES } from "../../../src/config/defaults.ts";
import { type Exemption, formatList, isDay, isOver, LIST_FILES, OLD, parseList } from "../../../src/core/exemptions/list.ts";

const SALT = "0123456789abcdef".repeat(2);

function exemption(parts: Partial<Exemption> = {}): Exemption {
  return {
    ruleId: "test/token",
    path: "src/a.ts",
    fingerprint: "ab".repeat(32),
    tag: "a7",
    reason: "of the test",
    owner: "Ada",
    until: "2030-12-31",
    ...parts,
  };
}

/** A list with one entry that has other members. */
function textWith(members: Readonly<Record<string, unknown>>): string {
  const entry = { rule: "test/token", path: "src/a.ts", fingerprint: "ab".repeat(32), tag: "a7", reason: "of the test", ...members };
  return JSON.stringify({ schema: "guard.allow/1", salt: SALT, entries: [entry] });
}

describe("a list", () => {
  const text = fc.string({ unit: "binary", minLength: 1 });
  const optional = fc.option(text.filter((one) => one.trim() !== ""));
  const entries = fc.array(
    fc.record<Exemption>({
      ruleId: text,
      path: text,
      fingerprint: fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 64, maxLength: 64 }),
      tag: fc.option(fc.constantFrom("00", "7f", "ff")),
      reason: text.filter((one) => one.trim() !== ""),
      owner: optional,
      until: fc.option(fc.constantFrom("2024-02-29", "2030-12-31")),
    }),
    { maxLength: 5 },
  );

  test("is read as it was written, whatever stands in it", () => {
    fc.assert(
      fc.property(entries, (written) => {
        const list = parseList("allow", formatList("allow", SALT, written));
        const byFingerprint = (a: Exemption, b: Exemption): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
        expect(list.faults).toEqual([]);
        expect(list.entries.map(({ place: _, ...entry }) => entry).sort(byFingerprint)).toEqual([...written].sort(byFingerprint));
      }),
    );
  });

  test("has an entry a line, in an order of its own, so that branches merge", () => {
    const b = exemption({ path: "src/b.ts" });
    expect(formatList("allow", SALT, [b, exemption()])).toBe(formatList("allow", SALT, [exemption(), b]));
    expect(formatList("allow", SALT, [b, exemption()]).split("\n")).toHaveLength(9);
  });

  test("of old findings needs no reason", () => {
    const written = formatList("baseline", SALT, [exemption({ reason: OLD, owner: null, until: null })]);
    expect(written).not.toContain("reason");
    expect(parseList("baseline", written).entries[0]).toMatchObject({ reason: OLD, tag: "a7" });
  });

  test("of old findings is not judged itself, as thousands of names of rules look like names of secrets; what people wrote is", () => {
    const line = new RegExp(DEFAULT_IGNORED_LINES.find(({ files }) => files === `/${LIST_FILES.baseline}`)?.line ?? "nothing");
    const isIgnored = (parts: Partial<Exemption>): (boolean | undefined)[] =>
      formatList("baseline", SALT, [exemption({ reason: OLD, owner: null, until: null, ...parts })])
        .split("\n")
        .slice(0, 5)
        .map((text) => line.test(text));
    expect(isIgnored({})).toEqual([false, false, false, false, true]);
    expect(isIgnored({ tag: null })).toEqual([false, false, false, false, true]);
    expect(isIgnored({ reason: "any text" })).not.toContain(true);
  });

  test("says where each entry stands, with CRLF too", () => {
    const written = formatList("allow", SALT, [exemption(), exemption({ path: "src/b.ts" })]);
    for (const variant of [written, written.replaceAll("\n", "\r\n")])
      expect(parseList("allow", variant).entries.map(({ place }) => place.line)).toEqual([5, 6]);
  });

  test("says where each entry stands on one line, however many there are", () => {
    const fingerprints = Array.from({ length: 20_000 }, (_, i) => i.toString(16).padStart(64, "0"));
    const written = formatList(
      "allow",
      SALT,
      fingerprints.map((fingerprint) => exemption({ fingerprint })),
    ).replaceAll("\n", "");
    const { entries } = parseList("allow", written);
    expect(entries).toHaveLength(20_000);
    expect(entries.every(({ fingerprint, place }) => written.slice(place.column - 1, place.endColumn - 1) === fingerprint)).toBe(true);
  });

  test("that is not there has nothing in it", () => {
    expect(parseList("allow", null)).toEqual({ kind: "allow", salt: "", entries: [], faults: [] });
  });
});

describe("what is wrong exempts nothing, and is said", () => {
  test.each([
    ["no JSON", "{", "This is no valid JSON, so nothing in it counts."],
    [
      "another schema",
      textWith({}).replace("allow/1", "allow/2"),
      'This is not what Guard writes here ("schema" is not "guard.allow/1"), so nothing in it counts.',
    ],
    ["a list", "[]", 'This is not what Guard writes here ("schema" is not "guard.allow/1"), so nothing in it counts.'],
    ["a short salt", textWith({}).replace(SALT, "00"), 'It has no "salt" or no "entries", so nothing in it counts.'],
    ["no reason", textWith({ reason: undefined }), "This entry gives no reason, so it exempts nothing."],
    ["a blank reason", textWith({ reason: " " }), "This entry gives no reason, so it exempts nothing."],
    ["a misspelt key", textWith({ untill: "2030-12-31" }), 'This entry has a key that there is not, "untill", so it exempts nothing.'],
    ["a day that there is not", textWith({ until: "2030-02-30" }), 'The "until" of this entry is no day (YYYY-MM-DD), so it exempts nothing.'],
    ["a time", textWith({ until: "2030-02-03T04:05:06Z" }), 'The "until" of this entry is no day (YYYY-MM-DD), so it exempts nothing.'],
    ["a cut fingerprint", textWith({ fingerprint: "abab" }), 'This entry lacks a sound "rule", "path", "fingerprint" or "tag", so it exempts nothing.'],
    ["a long tag", textWith({ tag: "a7b" }), 'This entry lacks a sound "rule", "path", "fingerprint" or "tag", so it exempts nothing.'],
    ["no path", textWith({ path: "" }), 'This entry lacks a sound "rule", "path", "fingerprint" or "tag", so it exempts nothing.'],
    ["an owner that is no text", textWith({ owner: 7 }), 'The "reason" or "owner" of this entry is no text, so it exempts nothing.'],
    ["no entry", JSON.stringify({ schema: "guard.allow/1", salt: SALT, entries: [null] }), "This entry is no object, so it exempts nothing."],
  ])("%s", (_, text, message) => {
    expect(parseList("allow", text)).toMatchObject({ entries: [], faults: [{ message }] });
  });

  test("a key that is a secret is not shown", () => {
    const key = `${"gh"}p_${"a1B2".repeat(9)}`;
    expect(parseList("allow", textWith({ [key]: true })).faults[0]?.message).toContain("(40 characters)");
  });

  test("more than sixteen megabytes", () => {
    expect(parseList("allow", " ".repeat(1 << 24) + textWith({})).faults).toMatchObject([
      { message: "This list has more than 16 MB, so nothing in it counts." },
    ]);
  });

  test("more than eight entries that differ in the tag", () => {
    const tags = Array.from({ length: 256 }, (_, tag) => exemption({ tag: tag.toString(16).padStart(2, "0") }));
    const { entries, faults } = parseList("allow", formatList("allow", SALT, tags));
    expect([entries.length, faults.length]).toEqual([8, 248]);
    expect(faults[0]).toMatchObject({ line: 13, message: "More than 8 entries have this rule, path and fingerprint, so this one exempts nothing." });
  });

  test("any text is read without an exception", () => {
    const value = fc.oneof(fc.jsonValue(), fc.record({ schema: fc.constant("guard.allow/1"), salt: fc.constant(SALT), entries: fc.jsonValue() }));
    fc.assert(fc.property(value, (any) => parseList("allow", JSON.stringify(any)).entries.length === 0));
  });
});

test("an entry holds through its last day", () => {
  const at = (time: string): boolean => isOver({ until: "2030-12-31" }, Date.parse(time));
  expect([at("2030-12-31T23:59:59Z"), at("2031-01-01T00:00:00Z")]).toEqual([false, true]);
  expect(isOver({ until: null }, Date.parse("2100-01-01"))).toBe(false);
  expect(["2024-02-29", "2023-02-29", "2023-13-01", "23-01-01", "2023-1-1", 20_230_101].map(isDay)).toEqual([true, false, false, false, false, false]);
});
