import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { findInIndex, listTracked } from "../../src/git/index-file.ts";
import { listIndex } from "../../src/git/index-list.ts";
import { parseIndexList } from "../../src/git/raw.ts";
import { createSandbox, type Sandbox } from "../support/git-sandbox.ts";

const name = "guard.config.json";

function sandboxOf(files: Readonly<Record<string, string>>): Sandbox {
  const sandbox = createSandbox();
  onTestFinished(sandbox.cleanup);
  for (const [path, content] of Object.entries(files)) sandbox.write(path, content);
  sandbox.git("add", "--all");
  return sandbox;
}

const found = (sandbox: Sandbox): string | null | undefined => findInIndex(join(sandbox.dir, ".git/index"), [name], true)?.get(name);
const asked = (sandbox: Sandbox): string | null => sandbox.git("ls-files", "-s", "--", name).split(" ")[1] ?? null;

test("what git lists is found, among whatever other names", () => {
  const other = fc.constantFrom(
    "a",
    "folder/guard.config.json",
    "guard.config.jsonx",
    "xguard.config.json",
    "guard.config.ts",
    "z/z",
    "\u0011guard.config.json",
    "long".repeat(40),
  );
  fc.assert(
    fc.property(fc.uniqueArray(other, { maxLength: 6 }), fc.boolean(), (others, present) => {
      const sandbox = sandboxOf(Object.fromEntries([...others, ...(present ? [name] : [])].map((path) => [path, path])));
      const answer = found(sandbox);
      if (answer !== undefined) expect(answer).toBe(asked(sandbox));
      else expect(others.length === 0 || others.some((path) => /[^/]guard\.config\.json$/.test(path))).toBe(true);
    }),
    { numRuns: 25 },
  );
});

test.each(["--skip-worktree", "--assume-unchanged"])("flags of entries hide nothing: %s", (flag) => {
  for (const flagged of ["a.txt", name]) {
    const sandbox = sandboxOf({ "a.txt": "a", [name]: "{}" });
    sandbox.git("update-index", flag, flagged);
    // "Assume unchanged" is a byte that a path could hold as well, so git is asked.
    expect(found(sandbox)).toBe(flag === "--assume-unchanged" && flagged === name ? undefined : asked(sandbox));
    expect(asked(sandbox)).not.toBeNull();
  }
});

test("what is only intended to be added is not there", () => {
  const sandbox = sandboxOf({ "a.txt": "a" });
  sandbox.write(name, "{}");
  sandbox.git("add", "--intent-to-add", name);
  expect(found(sandbox)).toBeNull();
});

// Other systems do not have names of any bytes.
test.runIf(process.platform === "linux").each([0x01, 0x0f, 0x80])("a file whose name looks like an entry of another one is not believed: %i", (flags) => {
  const sandbox = sandboxOf({});
  /** A blob whose object id a name can hold. */
  const forge = (content: string): Buffer => {
    const oid = Buffer.from(sandbox.git("hash-object", "-w", sandbox.write("../content", content)), "hex");
    return oid.includes(0) || oid.includes(0x2f) ? forge(`${content} `) : oid;
  };
  writeFileSync(Buffer.concat([Buffer.from(`${sandbox.dir}/`), forge("{}"), Buffer.from([flags, name.length]), Buffer.from(name)]), "x");
  sandbox.git("add", "--all");
  expect(sandbox.git("ls-files")).toContain(name);
  expect(found(sandbox)).toBeUndefined();
});

test("only git can tell of a compressed or split index, of SHA-256, and of none", () => {
  const compressed = sandboxOf({ [name]: "{}" });
  compressed.git("update-index", "--index-version", "4");
  expect(found(compressed)).toBeUndefined();
  const split = sandboxOf({ [name]: "{}" });
  split.git("update-index", "--split-index");
  expect(found(split)).toBeUndefined();
  expect(findInIndex(join(split.dir, ".git/none"), [name], true)).toBeNull();
  expect(findInIndex(join(sandboxOf({ [name]: "{}" }).dir, ".git/index"), [name], false)).toBeNull();
});

test("a path that ends in the name of the split index's extension is a path", () => {
  const sandbox = sandboxOf({ [name]: "{}", ".env": "A=1", "crates/hashlink": "x", link: "x" });
  expect(found(sandbox)).toMatch(/^[0-9a-f]{40}$/);
  expect([...(listTracked(join(sandbox.dir, ".git/index"), [".env", "crates/.env"]) ?? [])]).toEqual([".env"]);
});

test("entries that lie across two pieces of a large index are found too", () => {
  const sandbox = sandboxOf({});
  const indexFile = join(sandbox.dir, ".git/index");
  const oid = "1".repeat(40);
  const answers = Array.from({ length: 24 }, (_, shift) => {
    // Entries of 72 bytes and one that is longer by a few each time; the piece ends at 131,072.
    const others = Array.from({ length: 1816 }, (_, i) => `b/${String(i).padStart(6, "0")}`);
    const paths = [`a${"a".repeat(8 * shift)}`, ...others, name, "sub/.env", "zz/other"];
    rmSync(indexFile, { force: true });
    sandbox.write("../entries", paths.map((path) => `100644 ${oid}\t${path}\n`).join(""));
    sandbox.run("sh", "-c", "git update-index --index-info <../entries");
    expect(sandbox.git("ls-files").split("\n").length).toBe(paths.length);
    const tracked = listTracked(indexFile, ["sub/.env", ".env", "zz/other", "other"]);
    return [findInIndex(indexFile, [name, "guard.config.ts"], true)?.get(name), [...(tracked ?? [])], readFileSync(indexFile).indexOf(`${name}\0`)] as const;
  });
  expect(answers.map(([found, tracked]) => [found, tracked])).toEqual(answers.map(() => [oid, ["sub/.env", "zz/other"]]));
  expect(answers.some(([, , at]) => at < 131_072 && at + name.length >= 131_072)).toBe(true);
});

describe("the whole index", () => {
  const listed = (sandbox: Sandbox): unknown => listIndex(join(sandbox.dir, ".git/index"), true)?.entries ?? null;
  const asked = (sandbox: Sandbox): unknown => parseIndexList(Buffer.from(`${sandbox.run("git", "ls-files", "-s", "-z").stdout}`));
  const oid = "1".repeat(40);

  function indexOf(lines: readonly string[]): Sandbox {
    const sandbox = sandboxOf({});
    sandbox.write("../entries", lines.map((line) => `${line}\0`).join(""));
    sandbox.run("sh", "-c", "git update-index -z --index-info <../entries");
    return sandbox;
  }

  test("is what git lists, whatever the paths, kinds and stages", () => {
    const path = fc.stringMatching(/^[a-z\n\t "*é日][a-z0-9]{0,20}$/u);
    const kind = fc.constantFrom("100644", "100755", "120000", "160000");
    const stages = fc.constantFrom([0], [0], [1, 2, 3], [2, 3], [1, 2]);
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(path, kind, stages), { minLength: 1, maxLength: 20, selector: ([name]) => name }), (entries) => {
        const sandbox = indexOf(entries.flatMap(([name, mode, parts]) => parts.map((stage) => `${mode} ${oid} ${stage}\t${name}`)));
        expect(listed(sandbox)).toEqual(asked(sandbox));
        const list = listIndex(join(sandbox.dir, ".git/index"), true);
        for (const part of ["a", "é", "\n", "1"])
          expect([part, list?.withPart(part)]).toEqual([part, list?.entries.filter(({ path }) => path.toLowerCase().includes(part))]);
      }),
      { numRuns: 25 },
    );
  });

  test("has long paths, and entries with further flags", () => {
    const sandbox = indexOf([`100644 ${oid} 0\t${"long/".repeat(900)}x`, `100644 ${oid} 0\t${"m".repeat(4095)}`, `100644 ${oid} 0\tz`]);
    sandbox.write("new.ts", "x");
    sandbox.git("add", "--intent-to-add", "new.ts");
    sandbox.git("update-index", "--skip-worktree", "z");
    expect(listed(sandbox)).toEqual(asked(sandbox));
    expect(asked(sandbox)).toHaveLength(4);
  });

  test("is asked of git where it is compressed, split, sparse, cut short or of SHA-256", () => {
    const files = { "a/b.ts": "b", "c/d.ts": "d" };
    const compressed = sandboxOf(files);
    compressed.git("update-index", "--index-version", "4");
    const split = sandboxOf(files);
    split.git("update-index", "--split-index");
    const sparse = sandboxOf(files);
    sparse.git("commit", "--quiet", "-m", "Start");
    sparse.git("sparse-checkout", "set", "--cone", "--sparse-index", "a");
    const whole = sandboxOf(files);
    const path = join(whole.dir, ".git/index");
    expect([compressed, split, sparse].map(listed)).toEqual([null, null, null]);
    expect(listIndex(path, false)).toBeNull();
    const bytes = readFileSync(path);
    for (let length = 0; length < bytes.length; length += 7) {
      writeFileSync(path, bytes.subarray(0, length));
      expect([length, listed(whole)]).toEqual([length, null]);
    }
  });
});
