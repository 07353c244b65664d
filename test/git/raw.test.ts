import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Entry, GuardError } from "../../src/core/model.ts";
import { parseIndexList, parseRawDiff } from "../../src/git/raw.ts";
import { createGit } from "../../src/git/run.ts";
import { createSandbox } from "../support/git-sandbox.ts";

const a = "a".repeat(40);
const b = "b".repeat(40);
const none = "0".repeat(40);

const hostile = ["a\nb", "a\tb", '"quoted"', "it's", "a\\b", ":x", "-x", "--output=y", "$(x)", "`x`", " ", "a ", "é", "\x1b[31m", "\u202etxt", ":(exclude)x"];

describe("a raw diff", () => {
  test("of every status", () => {
    const lines = [
      [`:000000 100644 ${none} ${b} A`, "new"],
      [`:100644 100755 ${a} ${b} M`, "edited"],
      [`:100644 000000 ${a} ${none} D`, "gone"],
      [`:100644 120000 ${a} ${b} T`, "link"],
      [`:160000 160000 ${a} ${b} M`, "module"],
      [`:000000 000000 ${none} ${none} U`, "unmerged"],
    ];
    const output = Buffer.from(lines.map(([head, path]) => `${head}\0${path}\0`).join(""));
    expect(parseRawDiff(output)).toEqual([
      { path: "new", kind: "regular", status: "added", oid: b, baseOid: null, baseKind: null },
      { path: "edited", kind: "executable", status: "modified", oid: b, baseOid: a, baseKind: "regular" },
      { path: "gone", kind: "regular", status: "deleted", oid: null, baseOid: a, baseKind: "regular" },
      { path: "link", kind: "symlink", status: "type-changed", oid: b, baseOid: a, baseKind: "regular" },
      { path: "module", kind: "gitlink", status: "modified", oid: b, baseOid: a, baseKind: "gitlink" },
      { path: "unmerged", kind: "regular", status: "unmerged", oid: null, baseOid: null, baseKind: null },
    ] satisfies Entry[]);
  });

  test("of nothing", () => {
    expect(parseRawDiff(Buffer.alloc(0))).toEqual([]);
  });

  test("that broke off at any byte is an error, unless the rest is whole", () => {
    const records = ["one", "two\nlines"].map((path) => `:100644 100644 ${a} ${b} M\0${path}\0`);
    const output = Buffer.from(records.join(""));
    for (let at = 1; at < output.length; at++) {
      if (at === records[0]?.length) continue;
      expect(() => parseRawDiff(output.subarray(0, at)), `cut at ${at}`).toThrow(GuardError);
    }
  });

  test.each([
    `:100644 100644 ${a} ${b} R100\0old\0new\0`,
    `:100644 100644 ${a} ${b} X\0path\0`,
    `100644 100644 ${a} ${b} M\0path\0`,
    `:100644 100644 ${a} ${b} M\0\0`,
    "warning: something\0path\0",
    "\0\0",
  ])("%j is an error", (text) => {
    expect(() => parseRawDiff(Buffer.from(text))).toThrow(GuardError);
  });
});

describe("a list of the index", () => {
  test("of every kind, an unmerged path once", () => {
    const output = [
      `100644 ${a} 0\ta`,
      `100755 ${a} 0\tb`,
      `120000 ${a} 0\tc`,
      `160000 ${a} 0\td`,
      `100644 ${a} 1\te`,
      `100644 ${b} 2\te`,
      `100644 ${b} 3\te`,
      `100644 ${b} 2\tf`,
    ];
    expect(parseIndexList(Buffer.from(output.map((line) => `${line}\0`).join(""))).map(({ path, kind, status, oid }) => [path, kind, status, oid])).toEqual([
      ["a", "regular", "present", a],
      ["b", "executable", "present", a],
      ["c", "symlink", "present", a],
      ["d", "gitlink", "present", a],
      ["e", "regular", "unmerged", null],
      ["f", "regular", "unmerged", null],
    ]);
  });

  test("that broke off is an error", () => {
    const line = `100644 ${a} 0\tpath`;
    for (let at = 1; at <= line.length; at++) expect(() => parseIndexList(Buffer.from(line.slice(0, at))), `cut at ${at}`).toThrow(GuardError);
    expect(parseIndexList(Buffer.from(`${line}\0`)).length).toBe(1);
  });

  test.each([`100644 ${a} 0 path\0`, `100644 ${a}\tpath\0`, "H path\0", "\0"])("%j is an error", (text) => {
    expect(() => parseIndexList(Buffer.from(text))).toThrow(GuardError);
  });
});

test("no bytes make the parsers do anything but answer or throw GuardError", () => {
  const piece = fc.oneof(fc.constantFrom(`:100644 100644 ${a} ${b} M`, `100644 ${a} 0\t`, "\0", "path", "\t"), fc.string());
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      for (const parse of [parseRawDiff, parseIndexList]) {
        try {
          parse(Buffer.from(pieces.join("")));
        } catch (error) {
          expect(error).toBeInstanceOf(GuardError);
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test("hostile names come through git as they are", async () => {
  const sandbox = createSandbox();
  onTestFinished(sandbox.cleanup);
  for (const name of hostile) sandbox.write(`${sandbox.dir}/${name}`, name);
  sandbox.git("add", "--all");
  const git = createGit(sandbox.dir, sandbox.env);
  const tree = (await git.run("hash-object", ["-t", "tree", "--stdin"], "")).toString().trim();
  const diff = parseRawDiff(await git.run("diff-index", ["--cached", "--raw", "-z", "--no-renames", "--no-abbrev", tree, "--"]));
  const list = parseIndexList(await git.run("ls-files", ["-s", "-z"]));
  expect(diff.map(({ path }) => path).sort()).toEqual([...hostile].sort());
  expect(list.map(({ path }) => path).sort()).toEqual([...hostile].sort());
});
