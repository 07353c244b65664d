import { expect, onTestFinished, test } from "vitest";
import { GuardError } from "../../src/core/model.ts";
import { BatchFramer } from "../../src/git/batch.ts";
import { parseIndexList, parseRawDiff, parseTreeList } from "../../src/git/raw.ts";
import { createGit, type GitVerb } from "../../src/git/run.ts";
import { createSandbox } from "../support/git-sandbox.ts";

/** What a real git answered, as bytes. */
async function record(verb: GitVerb, args: readonly string[], input = ""): Promise<Buffer> {
  const sandbox = createSandbox();
  onTestFinished(sandbox.cleanup);
  sandbox.commit({ "a.txt": "one\n", "b.txt": "two\n", "folder/c.txt": "three\n" });
  sandbox.write("a.txt", "1\n");
  sandbox.write("new\nline.txt", "");
  sandbox.git("rm", "--quiet", "b.txt");
  sandbox.git("add", "--all");
  return createGit(sandbox.dir, sandbox.env).run(verb, args, input);
}

/** How many beginnings of an answer are taken for a whole one; what comes of it otherwise is a `GuardError`. */
function countTaken(whole: Buffer, parse: (bytes: Buffer) => unknown): number {
  let taken = 0;
  for (let bytes = 0; bytes < whole.length; bytes++) {
    try {
      parse(whole.subarray(0, bytes));
      taken++;
    } catch (error) {
      expect(error, `after ${bytes} bytes`).toBeInstanceOf(GuardError);
    }
  }
  return taken;
}

test("objects that break off after any byte are never taken for whole", async () => {
  const names = ["HEAD:a.txt", ":a.txt", "HEAD:none", "HEAD:folder/c.txt", "HEAD:folder", "HEAD"];
  const whole = await record("cat-file", ["--batch"], `${names.join("\n")}\n`);
  const frame = (bytes: Buffer): void => {
    const framer = new BatchFramer();
    framer.push(bytes);
    framer.end(names.length);
  };
  expect(() => frame(whole)).not.toThrow();
  expect(whole.length).toBeGreaterThan(400);
  expect(countTaken(whole, frame)).toBe(0);
});

// Behind the last NUL of a record a list looks whole: how git ended tells the rest, and in the hook the mark behind the list.
test.each<[GitVerb, readonly string[], (bytes: Buffer) => readonly unknown[]]>([
  ["diff-index", ["--cached", "--raw", "-z", "--no-renames", "--no-abbrev", "HEAD", "--"], parseRawDiff],
  ["ls-files", ["-s", "-z"], parseIndexList],
  ["ls-tree", ["-r", "-z", "HEAD"], parseTreeList],
])("a list of %s that breaks off is taken nowhere but behind a record", async (verb, args, parse) => {
  const whole = await record(verb, args);
  const records = parse(whole).length;
  expect(records).toBeGreaterThan(2);
  expect(countTaken(whole, parse)).toBe(records);
});
