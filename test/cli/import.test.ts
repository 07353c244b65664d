import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { createFakeIo } from "./fake-io.ts";

const settings = {
  standardDirectories: { databases: { path: "D:\\databases" }, logs: { path: "D:\\logs\\" }, odd: {} },
  forbiddenPaths: { never_use: ["C:\\dev\\data", "./logs", "C:\\dev\\apps\\*/db"] },
  deprecatedPaths: ["D:\\learning"],
};
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "guard-import-"));
  writeFileSync(join(folder, "storage.json"), `\ufeff${JSON.stringify(settings)}`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function guard(...argv: string[]): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const io = createFakeIo({ cwd: folder, env: { PATH: process.env.PATH, HOME: folder, GIT_CEILING_DIRECTORIES: tmpdir() } });
  return { code: await main(argv, io), ...io.printed };
}

const read = (): string => readFileSync(join(folder, "guard.config.json"), "utf8");

test("makes a configuration where there is none, and says what it left out", async () => {
  const { code, stderr } = await guard("import", "storage.json");
  expect([code, stderr]).toEqual([0, expect.stringContaining("./logs, C:\\dev\\apps\\*/db")]);
  const storage = { roots: ["D:/databases", "D:/logs"], forbidden: ["C:/dev/data"], deprecated: ["D:/learning"] };
  expect(JSON.parse(read())).toEqual({ extends: ["recommended"], storage });
  expect((await guard("config")).code).toBe(0);
});

test("leaves everything else byte for byte, adds to what is there, and changes nothing the second time", async () => {
  writeFileSync(join(folder, "guard.config.json"), '{ "extends":   ["strict"],\n  "storage": { "roots": ["E:/x"] },\n\t"ignores": [] }\n');
  await guard("import", "storage.json");
  const text = read();
  expect(text.startsWith('{ "extends":   ["strict"],\n  "storage": {')).toBe(true);
  expect(text.endsWith('},\n\t"ignores": [] }\n')).toBe(true);
  expect(JSON.parse(text).storage.roots).toEqual(["E:/x", "D:/databases", "D:/logs"]);
  expect((await guard("import", "storage.json")).stdout).toContain("already");
  expect(read()).toBe(text);
});

test("writes nothing with --dry-run", async () => {
  expect(JSON.parse((await guard("import", "storage.json", "--dry-run")).stdout).storage.deprecated).toEqual(["D:/learning"]);
  expect(read).toThrow();
});

test("ends in 2 where there is nothing to take over", async () => {
  writeFileSync(join(folder, "other.json"), "{}");
  writeFileSync(join(folder, "broken.json"), "{");
  for (const file of ["missing.json", "broken.json", "other.json"]) expect((await guard("import", file)).code).toBe(2);
  writeFileSync(join(folder, "guard.config.json"), "{ broken");
  expect((await guard("import", "storage.json")).code).toBe(2);
});
