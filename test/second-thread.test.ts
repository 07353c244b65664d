import { afterAll, beforeAll, expect, test } from "vitest";
import type { Entry } from "../src/core/model.ts";
import type { Policy } from "../src/core/policy.ts";
import { check } from "../src/guard.ts";
import { openRun } from "../src/open.ts";
import { startSecondThread } from "../src/second-thread.ts";
import { createSandbox } from "./support/git-sandbox.ts";

const FILES = 1200;
/** Written in parts: the repository that holds this test is guarded too. */
const secret = `postgres://app:${["q7Tx", "Zr2v", "Lm9k"].join("")}@db.example.org/live`;
const GUILTY = new Set([0, 7, 8, 399, 600, 1111, FILES - 1]);

const pathOf = (i: number): string => `src/${i % 10}/file-${String(i).padStart(4, "0")}.ts`;

const sandbox = createSandbox();
afterAll(sandbox.cleanup);

beforeAll(() => {
  for (let i = 0; i < FILES; i++) sandbox.write(pathOf(i), GUILTY.has(i) ? `// ${i}\nexport const url = "${secret}";\n` : `export const number = ${i};\n`);
  sandbox.git("add", ".");
  // Not what the index holds, so git must be asked for the blob
  sandbox.write(pathOf(5), "changed\n");
});

test("a large tree is judged whole by two threads, as by one", async () => {
  const report = await check({ cwd: sandbox.dir, env: sandbox.env, source: { kind: "all" }, only: ["secrets"] });
  expect(report).toMatchObject({ complete: true, coverage: { entries: FILES, entriesChecked: FILES } });
  expect(report.findings.map(({ location }) => location?.path)).toEqual([...GUILTY].map(pathOf).sort());
});

test("the second thread finds what this one would, and leaves what it cannot prove", async () => {
  const { source, matching } = await openRun({ cwd: sandbox.dir, env: sandbox.env, source: { kind: "all" }, only: ["secrets"] });
  if (!matching) throw new Error("nothing to match");
  const answer = await startSecondThread(matching, source.entries).answer;
  expect(answer?.unproven).toEqual([pathOf(5)]);
  expect(answer?.judged.length).toBe(FILES - 1);
  const found = answer?.judged.flatMap(({ path, result }) => (result?.findings.length === 1 ? [path] : [])) ?? [];
  expect(found.sort()).toEqual([...GUILTY].map(pathOf).sort());
});

test("a second thread that fails has judged nothing", async () => {
  const entries: Entry[] = [{ path: "a.ts" } as Entry];
  const task = { root: "/", policy: {} as Policy, wanted: [], localValues: [] };
  expect(await startSecondThread(task, entries).answer).toBeNull();
});
