import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createContextFinder } from "../../src/core/fingerprint.ts";
import { contentRule, entryOf, match } from "./engine.ts";

async function fingerprints(content: string, path = "src/app.ts", rules = [contentRule()]): Promise<string[]> {
  return (await match(rules, content, { entry: entryOf(path) })).findings.map(({ fingerprint }) => fingerprint);
}

async function assertSame(a: string, b: string): Promise<void> {
  const [first, second] = [await fingerprints(a), await fingerprints(b)];
  expect(first.length).toBeGreaterThan(0);
  expect(second, `${a}\nand\n${b}`).toEqual(first);
}

async function assertOther(a: string, b: string): Promise<void> {
  const [[first], [second]] = [await fingerprints(a), await fingerprints(b)];
  expect(first, `${a}\nand\n${b}`).not.toBe(second);
}

const line = `const apiKey = "token_abc123";`;

describe("survives", () => {
  test.each([
    ["inserted lines", `import x from "y";\n\n${line}`],
    ["re-indentation", `\t\t${line}`],
    ["another quoting style", `const apiKey = 'token_abc123'`],
    ["no quotes", `const apiKey=token_abc123`],
    ["blanks", `const  apiKey  =  "token_abc123" ;`],
    ["CRLF", `${line}\r\n`],
    ["another secret", `const apiKey = "token_zzzz9";`],
    ["a longer secret", `const apiKey = "token_${"z".repeat(60)}";`],
    ["a comment behind it", `const apiKey = "token_abc123"; // of the test server`],
    ["export", `export const apiKey = "token_abc123";`],
    ["a line break behind the sign", `const apiKey =\n  "token_abc123";`],
    ["the same with CRLF", `const apiKey =\r\n  "token_abc123";\r\n`],
    ["being one of several", `const user = "ada", apiKey = "token_abc123";`],
    ["an object of one line", `const x = { user: "ada", apiKey: "token_abc123" };`],
    ["an object of several lines", `const x = {\n  user: "ada",\n  apiKey: "token_abc123",\n};`],
  ])("%s", async (_, other) => {
    await assertSame(line, other);
  });

  test("moves and renames of the file", async () => {
    expect(await fingerprints(line, "lib/other.js")).toEqual(await fingerprints(line));
  });

  test.each([
    [`{ "user": "ada", "password": "token_a" }`, `{ "user": "grace", "password": "token_b" }`],
    [`{"user":"ada","password":"token_a","pin":1234}`, `{"user":"grace","password":"token_b","pin":98}`],
    [`user=ada password=token_a host=db1`, `user=grace password=token_b host=elsewhere`],
    [`url: https://ada:pass1@token_a.example/x`, `url: https://grace:word@token_b.test/y/z`],
    [`curl -u hunter2 -H "Authorization: Bearer token_a" https://a.example`, `curl -u pa55word -H "Authorization: Bearer token_b" https://b.example/x`],
    [`login --password hunter2 token_a`, `login --password correct-horse token_b`],
    [`- hunter2 token_a`, `- staple token_b`],
    [`f("it's", 'token_a')`, `f("they're fine", 'token_b')`],
    [String.raw`f("a\"b=c", "token_a")`, String.raw`f("d\"e=f", "token_b")`],
    [`isProd ? "hunter2" : "token_a"`, `isProd ? "correct" : "token_b"`],
    [`switch (x) { case "hunter2": return "token_a"; }`, `switch (x) { case "correct": return "token_b"; }`],
    [`<user name="ada" key="token_a">secret1</user>`, `<user name="grace" key="token_b">word</user>`],
    ["x = `hunter2` + 'token_a'", "x = `correct` + 'token_b'"],
    [`x = "not closed, token_a`, `x = "neither is this token_b`],
    [`PW=pa(ss KEY=token_a`, `PW=hunter2 KEY=token_b`],
    [`"${"x".repeat(600)}", key = "token_a"`, `"${"y".repeat(50)}", key = "token_b"`],
  ])("other values on the line: %s", async (a, b) => {
    await assertSame(a, b);
  });

  const value = fc.string({ unit: fc.constantFrom(..."abcXYZ019=:-_/@.(){}%#!'"), minLength: 1, maxLength: 12 });

  test("any value between double quotes", async () => {
    await fc.assert(
      fc.asyncProperty(value, value, value, async (a, b, c) => {
        await assertSame(`call(name = "${a}", key = "token_abc", pin = "${b}") // x`, `call(name = "${c}", key = "token_xyz", pin = "${a}") // x`);
      }),
    );
  });

  const bare = fc.string({ unit: fc.constantFrom(..."abcXYZ019-_/.@:="), minLength: 1, maxLength: 12 });

  test("any bare value behind an equals sign", async () => {
    await fc.assert(
      fc.asyncProperty(bare, bare, async (a, b) => {
        await assertSame(`export USER=${a} KEY=token_abc`, `export USER=${b} KEY=token_xyz`);
      }),
    );
  });
});

test("what stands on the line before is no name where that line is whole, or holds another value", async () => {
  await assertSame(`run(x);\ntoken_a`, `const y = 1;\ntoken_a`);
  await assertSame(`aHVudGVyMg==\ntoken_a`, `cGFzc3dvcmQ=\ntoken_a`);
});

describe("of a line with many findings", () => {
  test("each has the name before it, however far into the line", async () => {
    const pairs = (names: readonly string[]): string => names.map((name) => `"${name}": "token_a"`).join(", ");
    const names = Array.from({ length: 400 }, (_, i) => `key${i}`);
    expect(await fingerprints(`{ ${pairs(names)} }`)).toEqual(await fingerprints(names.map((name) => `${pairs([name])},\n`).join("")));
  });

  test("it is the name that the line says as far as the finding", () => {
    const piece = fc.constantFrom(..."abK9_.$@-=:;, ({[\"'`/\\%>?\n}é", 'key: "', '"a": ', "b = '", "f(");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        const contextOf = createContextFinder(text);
        for (let at = 0; at <= text.length; at++) {
          // Behind a key a second equals sign makes a comparison of it.
          if (text[at] !== "=") expect(contextOf(at), `${text.slice(0, at)}|${text.slice(at)}`).toBe(createContextFinder(text.slice(0, at))(at));
        }
      }),
    );
  });
});

describe("tells apart", () => {
  test.each([
    [`const apiKey = "token_a"`, `const otherKey = "token_a"`],
    [`KEY=token_a`, `PASSWORD=token_a`],
    [`{ "key": "token_a" }`, `{ "password": "token_a" }`],
    [`key: token_a`, `secret: token_a`],
    [`<add key="token_a" />`, `<add value="token_a" />`],
    [`const a =\n"token_a"`, `const b =\n"token_a"`],
  ])("%s | %s", async (a, b) => {
    await assertOther(a, b);
  });

  test("rules", async () => {
    const [[a], [b]] = [await fingerprints(line), await fingerprints(line, "src/app.ts", [contentRule("test/other")])];
    expect(a).not.toBe(b);
  });

  test("equal lines of one file", async () => {
    expect(new Set(await fingerprints(`${line}\n${line}\n${line}\n`)).size).toBe(3);
  });

  test("two on one line", async () => {
    expect(new Set(await fingerprints(`f("token_a", "token_b")`)).size).toBe(2);
  });
});

test("of a span over lines, what stands round its ends counts", async () => {
  const block = contentRule("test/block", {
    triggers: ["begin"],
    check: (subject) => subject.hits.map(({ start }) => ({ start, end: subject.slice(0, subject.length).indexOf("end", start) + 3, message: "" })),
  });
  const of = async (text: string): Promise<string[]> => fingerprints(text, "a.txt", [block]);
  expect(await of("key = 'begin\nab\nend'")).toEqual(await of("key = 'begin\nxyz\nother\nend'"));
  expect(await of("key = 'begin\nab\nend'")).not.toEqual(await of("other = 'begin\nab\nend'"));
});
