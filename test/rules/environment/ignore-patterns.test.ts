import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createIgnoreTest, parseIgnoreFile } from "../../../rules/environment/ignore-patterns.ts";
import { createSandbox, type Sandbox } from "../../support/git-sandbox.ts";

function ignores(files: Readonly<Record<string, string>>, path: string): boolean {
  return createIgnoreTest((folder) => parseIgnoreFile(files[folder] ?? ""))(path);
}

describe("a pattern", () => {
  test.each([
    [".env", ".env"],
    [".env", "apps/shop/.env"],
    ["/.env", ".env"],
    ["*.pem", "deep/down/server.pem"],
    ["apps/*/.env", "apps/shop/.env"],
    ["**/.env", ".env"],
    ["apps/**/.env", "apps/.env"],
    ["apps/**/.env", "apps/a/b/.env"],
    ["apps/**", "apps/a/b"],
    ["secrets/", "secrets/a/b"],
    [".env.?", ".env.1"],
    [".env.[a-c]", ".env.b"],
    [".env.[!a-c]", ".env.x"],
    [".env.[[:digit:]]", ".env.7"],
    ["[]x]", "]"],
    [String.raw`\#file`, "#file"],
    [String.raw`\!file`, "!file"],
    [String.raw`a\*`, "a*"],
    [String.raw`blank\ `, "blank "],
    ["trailing   ", "trailing"],
    [".env\r", ".env"],
    ["***", "anything"],
  ])("%j ignores %j", (pattern, path) => {
    expect(ignores({ "": `${pattern}\n` }, path)).toBe(true);
  });

  test.each([
    ["/.env", "apps/.env"],
    [".env", ".env.local"],
    [".env/", ".env"],
    ["#.env", ".env"],
    ["apps/*", "apps"],
    ["apps/**", "apps"],
    ["a/b", "x/a/b"],
    ["a*b", "a/b"],
    ["a?b", "a/b"],
    [".ENV", ".env"],
    [String.raw`a\*`, "ab"],
    ["[a", "[a"],
    ["a\\", "a\\"],
    ["!.env", ".env"],
  ])("%j does not ignore %j", (pattern, path) => {
    expect(ignores({ "": `${pattern}\n` }, path)).toBe(false);
  });
});

describe("several", () => {
  test("the last that matches decides", () => {
    expect(ignores({ "": ".env*\n!.env.example\n" }, ".env.example")).toBe(false);
    expect(ignores({ "": "!.env.example\n.env*\n" }, ".env.example")).toBe(true);
  });

  test("a deeper file decides before one above", () => {
    expect(ignores({ "": ".env\n", apps: "!.env\n" }, "apps/.env")).toBe(false);
    expect(ignores({ "": "!.env\n", apps: ".env\n" }, "apps/x/.env")).toBe(true);
  });

  test("nothing in an ignored folder is taken back", () => {
    expect(ignores({ "": "apps/\n!.env\n", apps: "!.env\n" }, "apps/.env")).toBe(true);
  });
});

describe("beside git itself", () => {
  let sandbox: Sandbox;

  beforeAll(() => {
    sandbox = createSandbox("ignored");
  });
  afterAll(() => sandbox.cleanup());

  test("every pattern means the same", () => {
    const part = fc.constantFrom("a", "b", ".", "*", "?", "[ab]", "[!a]", "[a-c]", String.raw`\a`, String.raw`\*`, "-", " ", "env", "[[:alpha:]]", "]");
    // A `**` beside other characters is left out: git reads it in two ways, after a wildcard as `*` and after plain characters as `**`.
    const mixed = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(""));
    const name = fc.oneof({ weight: 6, arbitrary: mixed.filter((text) => !text.includes("**")) }, fc.constant("**"));
    const pattern = fc
      .tuple(fc.constantFrom("", "", "", "!", "/", "#"), fc.array(name, { minLength: 1, maxLength: 3 }), fc.constantFrom("", "", "/", " ", "/**"))
      .map(([before, names, after]) => before + names.join("/") + after);
    const file = fc
      .array(fc.constantFrom("a", "b", "c", "ab", "a.env", ".", "-", "*", "a b", "a]", "abc"), { minLength: 1, maxLength: 3 })
      .map((names) => names.join("/"));
    const paths = fc.array(file, { minLength: 1, maxLength: 8 }).map((all) => all.filter((path) => !path.split("/").includes(".")));
    fc.assert(
      fc.property(fc.array(pattern, { minLength: 1, maxLength: 4 }), paths, (patterns, asked) => {
        fc.pre(asked.length > 0);
        const text = `${patterns.join("\n")}\n`;
        writeFileSync(join(sandbox.dir, ".gitignore"), text);
        expect(
          asked.filter((path) => ignores({ "": text }, path)),
          text,
        ).toEqual(askGit(asked));
      }),
      { numRuns: 250 },
    );
  });

  function askGit(paths: readonly string[]): string[] {
    const { stdout } = spawnSync("git", ["check-ignore", "--no-index", "-z", "--stdin"], {
      cwd: sandbox.dir,
      env: sandbox.env,
      input: paths.join("\0"),
      encoding: "utf8",
    });
    return stdout.split("\0").filter((path) => path !== "");
  }
});

test("a hostile pattern takes no longer than a long one", () => {
  const files = { "": `${"*a".repeat(200)}b\n${"**/a/".repeat(200)}b\n` };
  expect(ignores(files, `${"a".repeat(2000)}`)).toBe(false);
  expect(ignores(files, `${"a/".repeat(500)}c`)).toBe(false);
});
