import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createGuarded, type Guarded, secretLines } from "./guarded.ts";

const FOLDER = `.git/guard/cache/code/${process.version}-${process.arch}/pre-commit`;

/** A commit by the hook; answers with what git printed. */
function commitWith(guarded: Guarded, text: string): string {
  guarded.write("src/app.ts", text);
  guarded.git("add", "src/app.ts");
  const { code, stderr } = guarded.tryGit("commit", "--quiet", "--message", "Change");
  return `${code} ${stderr}`;
}

/** What is kept of the chunk that every commit needs. */
function keptOf(guarded: Guarded): string {
  const folder = join(guarded.dir, FOLDER);
  const name = readdirSync(folder).find((file) => file.startsWith("judge-"));
  return join(folder, name ?? "no judge is kept");
}

function createWarm(): Guarded {
  const guarded = createGuarded();
  rmSync(join(guarded.dir, ".git/guard/cache/code"), { recursive: true });
  expect(commitWith(guarded, "export const first = 1;\n")).toBe("0 ");
  return guarded;
}

test("what V8 made of the code is kept by one commit and used by the next", () => {
  const guarded = createWarm();
  const { ino, mtimeMs } = statSync(keptOf(guarded));
  expect(commitWith(guarded, "export const second = 2;\n")).toBe("0 ");
  expect(commitWith(guarded, secretLines())).toMatch(/^1 .*secrets\/aws-key-pair/s);
  expect(statSync(keptOf(guarded))).toMatchObject({ ino, mtimeMs });
});

test.each<[string, (bytes: Buffer) => Buffer]>([
  ["is cut off", (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ["has a block of zeros", (bytes) => Buffer.from(bytes).fill(0, 8192, 8192 + 4096)],
  ["is of another version of V8", (bytes) => withSum(Buffer.from(bytes).fill(1, 4, 8))],
  ["is empty", () => Buffer.alloc(0)],
])("kept code that %s is not run, and made anew", (_, damage) => {
  const guarded = createWarm();
  const path = keptOf(guarded);
  const whole = readFileSync(path);
  writeFileSync(path, damage(whole));
  expect(commitWith(guarded, secretLines())).toMatch(/^1 .*secrets\/aws-key-pair/s);
  const renewed = readFileSync(path);
  expect(renewed.length).toBeGreaterThan(whole.length / 2);
  expect(withSum(renewed)).toEqual(renewed);
});

test("what is left of another version of Guard goes", () => {
  const guarded = createWarm();
  writeFileSync(keptOf(guarded), "");
  guarded.write(`${FOLDER}/judge-AAAAAAAA.cjs`, "older");
  expect(commitWith(guarded, "export const third = 3;\n")).toBe("0 ");
  expect(readdirSync(join(guarded.dir, FOLDER))).not.toContain("judge-AAAAAAAA.cjs");
});

test("a commit goes on where nothing can be kept", () => {
  const guarded = createGuarded();
  rmSync(join(guarded.dir, ".git/guard/cache/code"), { recursive: true });
  guarded.write(".git/guard/cache/code", "a file where the folder should be");
  expect(commitWith(guarded, "export const first = 1;\n")).toBe("0 ");
  expect(commitWith(guarded, secretLines())).toMatch(/^1 .*secrets\/aws-key-pair/s);
});

/** The bytes with the sum at their end put right, as hooks/hook.cjs computes it. */
function withSum(bytes: Buffer): Buffer {
  const fixed = Buffer.from(bytes);
  const length = fixed.length - 4;
  let sum = length;
  for (let at = 0; at + 4 <= length; at += 512) sum = Math.imul(sum ^ fixed.readInt32LE(at), 0x01000193);
  fixed.writeInt32LE(sum, length);
  return fixed;
}
