import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMatcher, type FileResult } from "../../src/core/match.ts";
import type { Finding } from "../../src/core/model.ts";
import { createPolicyReader } from "../../src/core/policy.ts";
import { CONTEXT_BYTES, toSegment } from "../../src/core/segments.ts";
import { contentRule, encode, entryOf, match, meta, policyOf, rulesetOf } from "./engine.ts";

const token = contentRule();
const segmentBytes = 256 * 1024;

/** `line:column-line:column` of each finding. */
function places({ findings }: Pick<FileResult, "findings">): string[] {
  return findings.map(({ location }) => `${location?.line}:${location?.column}-${location?.endLine}:${location?.endColumn}`);
}

function withoutFingerprint({ findings, ...rest }: FileResult): unknown {
  return { ...rest, findings: findings.map(({ fingerprint: _, ...finding }) => finding) };
}

describe("one file", () => {
  test("a finding says where, what and how bad, and shows no secret", async () => {
    const { findings } = await match([token], "a\n  key = token_abcdefghijklmnop1234;\n");
    expect(findings).toEqual([
      {
        ruleId: "test/token",
        severity: "block",
        confidence: "certain",
        age: null,
        commit: null,
        location: { path: "src/app.ts", line: 2, column: 9, endLine: 2, endColumn: 35 },
        subject: null,
        message: "A token.",
        preview: "token_\u20261234",
        fix: "Nothing to do.",
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        facts: {},
      } satisfies Finding,
    ]);
  });

  test("columns count UTF-16 units", async () => {
    expect(places(await match([token], "é😀日\tkey=token_a"))).toEqual(["1:10-1:17"]);
  });

  test("a text says the same in every encoding, with and without its mark, with CRLF", async () => {
    const word = fc.constantFrom("key = ", "token_abc1", "'token_xyz'", "é", "日本 ", "😁", "\n", "\t", " x ", "// guard-ignore test/token -- why");
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 20 }), async (words) => {
        // Without a mark it takes a line of ASCII to tell what it is.
        const text = `# a line of text\n${words.join("")}`;
        const expected = await match([token], text);
        for (const encoding of ["utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be"] as const) {
          for (const withBom of [true, false]) expect(await match([token], encode(text, encoding, withBom))).toEqual(expected);
        }
        expect(await match([token], text.replaceAll("\n", "\r\n"))).toEqual(expected);
      }),
    );
  });

  test("a byte order mark stands in no column", async () => {
    expect(places(await match([token], "\ufefftoken_a"))).toEqual(["1:1-1:8"]);
  });

  test("CRLF lines are the lines of LF", async () => {
    const text = "a\n\nb token_a\nc\ntoken_b\n";
    expect(places(await match([token], text.replaceAll("\n", "\r\n")))).toEqual(places(await match([token], text)));
  });

  test("lone surrogates, NULs and bytes that are no UTF-8 are bytes like others", async () => {
    const odd = Buffer.from([0xff, 0xfe, 0x41, 0xed, 0xa0, 0x80, 0, 0xc3, 0x28, 10]);
    const { findings } = await match([token], Buffer.concat([Buffer.from("x"), odd, Buffer.from("token_a"), odd]));
    expect(findings.map(({ location }) => [location?.line, location?.column])).toEqual([[2, 1]]);
  });

  test("no bytes throw", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), fc.uint8Array({ maxLength: 60 }), async (before, after) => {
        const bytes = Buffer.concat([before, Buffer.from("token_x"), after]);
        const { unknown } = await match([token], bytes);
        expect(unknown).toEqual([]);
      }),
    );
  });

  test("a rule that is off, unwanted or not for the file is not asked", async () => {
    const rules = [contentRule("test/off"), contentRule("test/python", { files: ["*.py"] }), contentRule("test/typescript", { files: ["src/**/*.TS"] })];
    const { findings } = await match(rules, "token_a", { policy: policyOf(rules, { "test/off": "off" }) });
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(["test/typescript"]);
  });

  test("severities are a ceiling that a match may stay under", async () => {
    const one = (severity: "block" | "warn") => [{ start: 0, end: 7, message: "A token.", severity }];
    const mild = contentRule("test/mild", { check: () => one("warn") });
    const harsh = contentRule("test/harsh", { check: () => one("block") });
    const { findings } = await match([mild, harsh], "token_a", { policy: policyOf([mild, harsh], { "test/harsh": "warn" }) });
    expect(findings.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      ["test/harsh", "warn"],
      ["test/mild", "warn"],
    ]);
  });

  test("an answer may come later, when the rule has loaded what it needs", async () => {
    const late = contentRule("test/late", { check: async ({ hits }) => hits.map(({ start, end }) => ({ start, end, message: "A token." })) });
    expect((await match([late, token], "token_a")).findings.map(({ ruleId }) => ruleId)).toEqual(["test/late", "test/token"]);
    // The second time its body is at hand.
    const file = createMatcher([rulesetOf(late)], createPolicyReader(policyOf([late])), () => true);
    for (const text of ["token_a", "x token_b"]) {
      const one = file.open(entryOf("a"));
      await one.segment(toSegment(Buffer.from(text)));
      expect(one.end().findings).toHaveLength(1);
    }
  });

  test("lines that the policy ignores hold no finding", async () => {
    const policy = policyOf([token], {}, { ignoredLines: [{ files: [{ pattern: "*", source: ".*", negated: false, needle: "" }], line: "^\\s*integrity:" }] });
    expect(places(await match([token], "integrity: token_a\nother: token_b\n  integrity: token_c", { policy }))).toEqual(["2:8-2:15"]);
  });
});

describe("a rule that fails is unknown, never silent", () => {
  test.each<[string, () => unknown, string]>([
    [
      "throws",
      () => {
        throw new TypeError("token_secret");
      },
      "the rule failed with TypeError",
    ],
    [
      "throws no error",
      () => {
        throw "token_secret";
      },
      "the rule failed with string",
    ],
    ["answers with nothing", () => undefined, "the rule failed with TypeError"],
    ["answers with a promise of nothing", async () => undefined, "the rule failed with TypeError"],
    ["answers with a promise that fails", () => Promise.reject(new SyntaxError("token_secret")), "the rule failed with SyntaxError"],
    ["spans nothing", () => [{ start: 3, end: 3, message: "" }], "the rule failed with RangeError"],
    ["spans what is not there", () => [{ start: 3, end: 300, message: "" }], "the rule failed with RangeError"],
    ["spans half bytes", () => [{ start: 0.5, end: 3, message: "" }], "the rule failed with RangeError"],
  ])("%s", async (_, check, reason) => {
    // The rule breaks its type on purpose.
    const bad = contentRule("test/bad", { check: check as typeof token.check });
    const { findings, unknown } = await match([bad, token], "token_a", { policy: policyOf([bad, token], { "test/token": "warn" }) });
    expect(unknown).toEqual([{ ruleId: "test/bad", subject: "src/app.ts", reason, blocks: true }]);
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(["test/token"]);
  });

  test("cannot be loaded", async () => {
    const ruleset = { ...rulesetOf(token), load: () => Promise.reject(Object.assign(new Error("no such file"), { code: "ERR_MODULE_NOT_FOUND" })) };
    const file = createMatcher([ruleset], createPolicyReader(policyOf([token], { "test/token": "warn" })), () => true).open(entryOf("a"));
    await file.segment(toSegment(Buffer.from("token_a")));
    expect(file.end().unknown).toEqual([
      { ruleId: "test/token", subject: "a", reason: "could not be loaded: the rule failed with Error ERR_MODULE_NOT_FOUND", blocks: false },
    ]);
  });
});

describe("two rules at one place", () => {
  const general = contentRule("test/general", { meta: { ...meta, yieldsTo: ["test/token"] } });
  const ids = async (...rules: (typeof token)[]): Promise<string[]> => (await match(rules, "token_a token_b")).findings.map(({ ruleId }) => ruleId);

  test("the more specific stays", async () => {
    expect(await ids(general, token)).toEqual(["test/token", "test/token"]);
  });
  test("the general one speaks where the specific one does not", async () => {
    expect(await ids(general, contentRule("test/token", { check: () => [{ start: 0, end: 7, message: "" }] }))).toEqual(["test/token", "test/general"]);
  });
  test("touching is not overlapping", async () => {
    expect(await ids(contentRule("test/general", { meta: general.meta, check: () => [{ start: 7, end: 8, message: "" }] }), token)).toEqual([
      "test/token",
      "test/general",
      "test/token",
    ]);
  });
  test("two that yield to each other both stay", async () => {
    const polite = (id: string) => contentRule(id, { meta: { ...meta, yieldsTo: ["test/*"] } });
    expect((await ids(polite("test/a"), polite("test/b"))).sort()).toEqual(["test/a", "test/a", "test/b", "test/b"]);
  });
  test("a rule that sees a thing twice says it once", async () => {
    expect(
      await ids(contentRule("test/twice", { triggers: ["token", "token_"], check: (subject) => subject.hits.map(() => ({ start: 0, end: 7, message: "" })) })),
    ).toEqual(["test/twice"]);
  });
  test("what is shown whole is not shown where a secret lies in it", async () => {
    const line = contentRule("test/line", { check: () => [{ start: 0, end: 15, message: "", reveal: "all" as const }] });
    const previews = async (...rules: (typeof token)[]): Promise<(string | null)[]> =>
      (await match(rules, "token_a token_b")).findings.map(({ preview }) => preview);
    expect(await previews(line)).toEqual(["token_a token_b"]);
    expect(await previews(line, token)).toEqual(["token_\u2026", null, "token_\u2026"]);
    const yielding = contentRule("test/token", { meta: { ...meta, yieldsTo: ["test/line"] } });
    expect(await previews(line, yielding)).toEqual([null]);
  });
});

describe("a file that is cut into segments", () => {
  /** Findings near every cut: the same as in the file as a whole, each once. */
  async function assertSame(content: Buffer): Promise<void> {
    expect(await match([token], content, { segmentBytes })).toEqual(await match([token], content));
  }

  const lines = (bytes: number, line: string): Buffer => Buffer.alloc(bytes, line);
  // Segments of 256 KiB keep 128 KiB for the next, so that every further cut lies 128 KiB behind the last.
  const cuts = [segmentBytes - CONTEXT_BYTES, segmentBytes - CONTEXT_BYTES + (segmentBytes - 2 * CONTEXT_BYTES)];

  test.each([1, segmentBytes - 1, segmentBytes, segmentBytes + 1, 2 * segmentBytes + 17])("of %i bytes", async (size) => {
    const content = lines(size, "const a = 'token_abc'; // é\n");
    await assertSame(content);
  });

  test.each(["x = 1\n", "one long line ", "日本語", "😀"])("a secret at every offset round every cut of %j", async (filler) => {
    for (const cut of cuts) {
      for (let shift = -20; shift <= 20; shift++) {
        const content = lines(600_000, filler);
        content.write("'token_abcd'", cut + shift);
        await assertSame(content);
      }
    }
  });

  test("secrets close together all the way", async () => {
    await assertSame(lines(700_000, "token_abc1 é token_d\n token_efg"));
  });

  test("in another encoding, with its mark, at any length of the first piece", async () => {
    const text = `${"line of text é\n".repeat(20_000)}key = token_abc\n${"more\n".repeat(20_000)}`;
    const expected = places(await match([token], text));
    const utf16 = Buffer.from(`\ufeff${text}`, "utf16le");
    expect(places(await match([token], utf16, { segmentBytes }))).toEqual(expected);
    expect(places(await match([token], Buffer.from(utf16).swap16(), { segmentBytes }))).toEqual(expected);
  });

  test("bytes that are no text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 50, maxLength: 50 }), async (noise) => {
        const content = lines(500_000, "");
        for (let at = 0; at < content.length; at += noise.length) content.set(noise.subarray(0, content.length - at), at);
        for (const cut of cuts) content.write("token_abc", cut - 4);
        await assertSame(content);
      }),
      { numRuns: 10 },
    );
  });

  test("names between quotes of which nobody saw the first", async () => {
    for (let shift = 0; shift < 50; shift += 10) {
      const content = lines(500_000, `"${" ".repeat(24)}"${" ".repeat(20)}key=`);
      content.fill(" ", 0, shift);
      for (const cut of cuts) content.write("token_abc", cut - 4);
      await assertSame(content);
    }
  });

  test("suppressions too", async () => {
    const content = lines(600_000, "x = 1\n");
    for (const cut of cuts) content.write("\n token_abc // guard-ignore test/token -- of the test\n", cut - 20);
    const result = await match([token], content, { segmentBytes });
    expect(result.suppressors.map(({ line, column, reason }) => [line, column, reason]).length).toBe(2);
    expect(withoutFingerprint(result)).toEqual(withoutFingerprint(await match([token], content)));
  });
});

describe("malice is judged like anything else", () => {
  const size = 1 << 15;
  const slow = contentRule("test/line", {
    triggers: ["token", "key", "="],
    check: (subject) => subject.hits.map(({ start }) => ({ start, end: Math.min(subject.length, start + 40), message: "", reveal: "all" as const })),
  });
  test.each([
    ["one line of triggers", "token_"],
    ["one line of markers", "#guard-ignore "],
    ["one line of suppressions", "//guard-ignore test/token -- x "],
    ["lines of suppressions", "//guard-ignore test/token -- x\n"],
    ["lines of markers without a rule", "# guard-ignore\n"],
    ["quotes", "'\"`token_"],
    ["quotes and returns", "'\r\"\r`\rtoken_"],
    ["signs of assignment", "=:=:token_"],
    ["one word", "tokenkeyabcdefghijk"],
    ["blanks", `${" ".repeat(200)}token_`],
    ["bytes that are no UTF-8", "\xff\xfetoken_"],
  ])("%s", async (_, part) => {
    const { unknown } = await match([token, slow], Buffer.alloc(size, part, "latin1"));
    expect(unknown).toEqual([]);
  });

  test("more findings than a call takes arguments", async () => {
    const { findings } = await match([token], "token_abc1 token_ab\n".repeat(65_000));
    expect(findings.length).toBe(130_000);
  });
});

test("two rulesets read a suppression once", async () => {
  const own = contentRule("own/token");
  const policy = createPolicyReader(policyOf([token, own]));
  const file = createMatcher([rulesetOf(token), rulesetOf(own)], policy, () => true).open(entryOf("a.ts"));
  await file.segment(toSegment(Buffer.from("token_a // guard-ignore own/token -- mine")));
  const { findings, suppressors } = file.end();
  expect([findings.length, suppressors.length]).toEqual([2, 1]);
});
