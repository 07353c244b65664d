import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import type { AddedLines } from "../../src/core/age.ts";
import { parseAddedLines, readAddedLines } from "../../src/git/added-lines.ts";
import { createGit } from "../../src/git/run.ts";
import { createSandbox, type Sandbox } from "../support/git-sandbox.ts";

function open(): Sandbox {
  const sandbox = createSandbox();
  onTestFinished(sandbox.cleanup);
  return sandbox;
}

async function addedIn(sandbox: Sandbox, path: string, base = "HEAD"): Promise<AddedLines | undefined> {
  const added = await readAddedLines(createGit(sandbox.dir, sandbox.env), base, null);
  return added.get(sandbox.git("rev-parse", `:${path}`));
}

function isAdded(lines: AddedLines, line: number): boolean {
  return lines.some(([from, to]) => line >= from && line < to);
}

/** Whether `kept` stands in `old` in this order. */
function isSubsequence(kept: readonly string[], old: readonly string[]): boolean {
  let at = 0;
  for (const line of kept) {
    at = old.indexOf(line, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function countCommonEnds(a: readonly string[], b: readonly string[]): number {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return head + tail;
}

const line = fc.constantFrom(
  "",
  "a",
  "b",
  "c = 1",
  "@@ -1 +1 @@",
  "index 1..2",
  "diff --git a/x b/x",
  "--- a/x",
  "+b",
  "\\ No newline at end of file",
  ":100644",
  "x\r",
);
const lines = fc.array(line, { maxLength: 12 });

test("lines outside the hunks are the old ones, in their order; what is the same at both ends is no hunk", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(lines, lines, fc.boolean()), { minLength: 20, maxLength: 20 }), async (pairs) => {
      const sandbox = createSandbox();
      try {
        // The first line makes every blob another.
        const texts = pairs.map(
          ([old, young], i) =>
            [
              [`file ${i}`, ...old],
              [`file ${i}`, ...young],
            ] as const,
        );
        sandbox.commit(Object.fromEntries(texts.map(([old], i) => [`${i}.txt`, `${old.join("\n")}\n`])));
        texts.forEach(([, young], i) => void sandbox.write(`${i}.txt`, `${young.join("\n")}${pairs[i]?.[2] ? "\n" : ""}`));
        sandbox.git("add", "--all");
        const added = await readAddedLines(createGit(sandbox.dir, sandbox.env), "HEAD", null);
        for (const [i, [old, young]] of texts.entries()) {
          if (sandbox.tryGit("diff", "--cached", "--quiet", "--", `${i}.txt`).code === 0) continue;
          const hunks = added.get(sandbox.git("rev-parse", `:${i}.txt`));
          expect(hunks, `${i}.txt`).toBeDefined();
          // Without its line end the last line is another one, an empty one none.
          const last = young.at(-1) === "" ? [] : [`${young.at(-1)} without end`];
          const real = pairs[i]?.[2] ? young : [...young.slice(0, -1), ...last];
          const kept = real.filter((_, at) => !isAdded(hunks ?? [], at + 1));
          expect(isSubsequence(kept, old), `${JSON.stringify([old, real])} ${JSON.stringify(hunks)}`).toBe(true);
          expect(kept.length).toBeGreaterThanOrEqual(countCommonEnds(old, real));
        }
      } finally {
        sandbox.cleanup();
      }
    }),
    { numRuns: 4 },
  );
});

describe("what git speaks of", () => {
  test("a renamed file as it was: no line", async () => {
    const sandbox = open();
    sandbox.commit({ "old.txt": "one\ntwo\n" });
    sandbox.git("mv", "old.txt", "new.txt");
    expect(await addedIn(sandbox, "new.txt")).toEqual([]);
  });

  test("a renamed file with an edit: the edit", async () => {
    const sandbox = open();
    sandbox.commit({ "old.txt": "one\ntwo\nthree\nfour\nfive\n" });
    sandbox.git("mv", "old.txt", "new.txt");
    sandbox.write("new.txt", "one\ntwo\nthree\n4\nfive\nsix\n");
    sandbox.git("add", "--all");
    expect(await addedIn(sandbox, "new.txt")).toEqual([
      [4, 5],
      [6, 7],
    ]);
  });

  test("another mode: no line", async () => {
    const sandbox = open();
    sandbox.commit({ "a.sh": "one\n" });
    sandbox.git("update-index", "--chmod=+x", "a.sh");
    expect(await addedIn(sandbox, "a.sh")).toEqual([]);
  });

  test("lines that went: none", async () => {
    const sandbox = open();
    sandbox.commit({ a: "one\ntwo\nthree\n" });
    sandbox.write("a", "one\nthree\n");
    sandbox.git("add", "a");
    expect(await addedIn(sandbox, "a")).toEqual([]);
  });

  test("a new file: all of it", async () => {
    const sandbox = open();
    sandbox.commit({ a: "one\n" });
    sandbox.write("b", "one\ntwo\n");
    sandbox.git("add", "b");
    expect(await addedIn(sandbox, "b")).toEqual([[1, 3]]);
  });

  test("what it did not speak of has no entry", async () => {
    const sandbox = open();
    sandbox.commit({ a: "one\n" });
    expect(await addedIn(sandbox, "a")).toBeUndefined();
  });

  test("paths that are asked for, whatever they are called", async () => {
    const sandbox = open();
    sandbox.commit();
    const names = [":(exclude)*", "-x", "*.txt", "a\nb", '"q"'];
    names.forEach((name, i) => void sandbox.write(`${sandbox.dir}/${name}`, `${i}\n`));
    sandbox.git("add", "--all");
    const added = await readAddedLines(createGit(sandbox.dir, sandbox.env), "HEAD", names);
    expect(added.size).toBe(names.length);
  });

  test("binary and hidden files too", async () => {
    const sandbox = open();
    sandbox.commit({ ".gitattributes": "* -diff\n*.bin binary\n", a: "one\n", "b.bin": "\0\none\n" });
    sandbox.write("a", "one\ntwo\n");
    sandbox.write("b.bin", "\0\none\ntwo\n");
    sandbox.git("add", "--all");
    expect(await addedIn(sandbox, "a")).toEqual([[2, 3]]);
    expect(await addedIn(sandbox, "b.bin")).toEqual([[3, 4]]);
  });
});

test("two files with the same new content: the lines of both, in their order", () => {
  const oid = "a".repeat(40);
  const patch = `index ${"1".repeat(40)}..${oid} 100644\n@@ -1 +1,2 @@\n+x\n+y\nindex ${"2".repeat(40)}..${oid} 100644\n@@ -0,0 +7 @@ function\n+z\n@@ -5,2 +8,0 @@\n-q\n`;
  const ofBoth = [
    [1, 3],
    [7, 8],
  ];
  expect(parseAddedLines(Buffer.from(patch)).get(oid)).toEqual(ofBoth);
  const turned = patch
    .split(/(?=^index)/m)
    .reverse()
    .join("");
  expect(parseAddedLines(Buffer.from(turned)).get(oid)).toEqual(ofBoth);
});

test("a file that git will not compare is new as a whole", () => {
  const oid = "a".repeat(40);
  const patch = `index ${"1".repeat(40)}..${oid} 100644\nBinary files a/x and b/x differ\n`;
  expect(isAdded(parseAddedLines(Buffer.from(patch)).get(oid) ?? [], 1_000_000)).toBe(true);
});
