import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";

const module = fileURLToPath(new URL("../../src/sources/piped-list.ts", import.meta.url));
const script = `import { readPiped } from ${JSON.stringify(module)};
const { list, rest } = readPiped(process.env);
process.stdout.write(JSON.stringify([list && list.raw.toString("latin1"), list && typeof list.indexMark, rest.toString("latin1")]));`;

/** What Guard makes of a standard input, with an index open on 8 or without one. */
function readPiped(input: string, { hasIndex = true, variables = { GUARD_LIST: "1" } as Record<string, string> } = {}): unknown {
  const folder = mkdtempSync(join(tmpdir(), "guard-list-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const index = join(folder, "index");
  writeFileSync(index, "DIRC and so on, and a checksum");
  const file = openSync(index, "r");
  const { stdout, stderr } = spawnSync(process.execPath, ["--no-warnings", "--input-type=module", "--eval", script], {
    input: Buffer.from(input, "latin1"),
    stdio: ["pipe", "pipe", "pipe", ...new Array(5).fill("ignore"), hasIndex ? file : "ignore"],
    env: { PATH: process.env.PATH ?? "", ...variables },
    encoding: "utf8",
  });
  closeSync(file);
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout);
}

const record = `:100644 100644 ${"a".repeat(40)} ${"b".repeat(40)} M\0path \xff\0`;

const end = "guard-list/2 0\n";

describe("the list that the shim pipes", () => {
  test("is taken where git ended well", () => {
    expect(readPiped(record + end)).toEqual([record, "string", ""]);
    expect(readPiped(end)).toEqual(["", "string", ""]);
  });

  test("may be long, and hold paths that look like its end", () => {
    const many = `:100644 100644 ${"a".repeat(40)} ${"b".repeat(40)} M\0x\n${end}\0`.repeat(1000);
    expect(readPiped(many + end)).toEqual([many, "string", ""]);
  });

  test("is followed by what the probes say", () => {
    expect(readPiped(`${record}${end}7\n`)).toEqual([record, "string", "7\n"]);
    // Also where git failed, as before the first commit: who says it must be ended.
    expect(readPiped(`guard-list/2 128\n7\n`)).toEqual([null, null, "7\n"]);
  });

  test.each([
    ["git failed", `${record}guard-list/2 128\n`],
    ["git was killed", `${record}guard-list/2 137\n`],
    ["it has no end", record],
    ["its end breaks off", record + end.slice(0, -1)],
    ["the shim is older", `${record}guard-list/1 0`],
    ["it is empty", ""],
    ["it breaks off in a path", record.slice(0, -2) + end],
    ["it breaks off before a path", record.slice(0, -7) + end],
    ["something stands before its end", `${record}x${end}`],
  ])("is not, where %s", (_, input) => {
    expect(readPiped(input)).toEqual([null, null, expect.any(String)]);
  });

  test("is not, where no index or no list is announced", () => {
    expect(readPiped(record + end, { hasIndex: false })).toEqual([null, null, expect.any(String)]);
    expect(readPiped(record + end, { variables: {} })).toEqual([null, null, expect.any(String)]);
  });
});
