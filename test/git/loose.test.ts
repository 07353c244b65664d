import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { assert, describe, expect, onTestFinished, test } from "vitest";
import { createLooseReader } from "../../src/git/loose.ts";
import { createSandbox } from "../support/git-sandbox.ts";

const oid = "ab".repeat(20);

function read(objectFolder: string, oid: string): Buffer | null {
  const reader = createLooseReader(objectFolder);
  assert(reader);
  return reader(oid);
}

/** A folder of objects with one file in it. */
function folderWith(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "guard-objects-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "ab"));
  writeFileSync(join(folder, "ab", oid.slice(2)), bytes);
  return folder;
}

const packed = (text: string): Buffer => deflateSync(Buffer.from(text, "latin1"));

test("blobs that git wrote are read as git reads them", () => {
  const sandbox = createSandbox();
  onTestFinished(sandbox.cleanup);
  for (const content of ["", "text\n", "\0\0binary\0", "x".repeat(300_000)]) {
    sandbox.write("file", content);
    const written = sandbox.git("hash-object", "-w", "file");
    expect(read(join(sandbox.dir, ".git/objects"), written)?.toString("latin1")).toBe(content);
  }
  sandbox.commit({ file: "x" });
  for (const name of ["HEAD", "HEAD^{tree}"]) expect(read(join(sandbox.dir, ".git/objects"), sandbox.git("rev-parse", name))).toBeNull();
});

describe("what is no whole blob is left to git", () => {
  test.each([
    ["another type", packed("tree 4\0text")],
    ["a size that is too small", packed("blob 3\0text")],
    ["a size that is too large", packed("blob 5\0text")],
    ["no size", packed("blob \0text")],
    ["no end of the header", packed("blob 4 text")],
    ["nothing", Buffer.alloc(0)],
    ["no zlib stream", Buffer.from("blob 4\0text")],
    ["more bytes than are worth unpacking here", packed(`blob 9000000\0${"x".repeat(9_000_000)}`)],
    ["a file that is large itself", Buffer.alloc(2_000_000, 1)],
  ])("%s", (_, bytes) => {
    expect(read(folderWith(bytes), oid)).toBeNull();
  });

  test("a file that was cut anywhere", () => {
    const whole = packed("blob 30\0some text, thirty bytes of it. ");
    for (let at = 0; at < whole.length; at++) expect(read(folderWith(whole.subarray(0, at)), oid), `cut at ${at}`).toBeNull();
  });

  test("no file at all", () => {
    expect(read("/nowhere", oid)).toBeNull();
    expect(read("/nowhere", "")).toBeNull();
  });
});
