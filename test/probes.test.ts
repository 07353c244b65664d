import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { check } from "../src/guard.ts";
import { judgeMachine } from "../src/judged-machine.ts";
import { openRun } from "../src/open.ts";
import type { CheckRequest } from "../src/request.ts";
import { createSandbox, type Sandbox } from "./support/git-sandbox.ts";
import { writeTradingSession } from "./support/trading-session.ts";

/** A repository whose configuration says where a bot is, and the session of one in `machine` beside it. */
function createWatched(config: object = { trading: { root: ".", database: "../machine/trading.db", logs: "../machine/*.log", criticalFiles: [] } }): Sandbox {
  const sandbox = createSandbox();
  onTestFinished(sandbox.cleanup);
  sandbox.commit({ "guard.config.json": JSON.stringify(config), "a.ts": "export {};\n" });
  writeTradingSession(join(sandbox.dir, "../machine"), { end: Date.now() - 3_600_000 });
  return sandbox;
}

function requestOf({ dir, env }: Sandbox, parts: Partial<CheckRequest> = {}): CheckRequest {
  return { cwd: dir, env, source: { kind: "all" }, ...parts };
}

function isChildRunning(): boolean {
  return process.getActiveResourcesInfo().includes("ProcessWrap");
}

test("the probes are under way before anything is read, and nobody waits for them until then", async () => {
  const run = await openRun(requestOf(createWatched()));
  expect(isChildRunning()).toBe(true);
  expect(run.judgements[0]?.result()).toMatchObject({ weighed: [], unknown: [] });
  await run.probing?.judge(null);
  expect(run.judgements[0]?.result().weighed.map(({ finding }) => finding.ruleId)).toContain("trading/failed-orders");
  run.probing?.stop();
  await run.source.close();
});

test("a run that fails leaves no process behind", async () => {
  const fail = (): never => {
    expect(isChildRunning()).toBe(true);
    throw new RangeError("the screen is gone");
  };
  await expect(check(requestOf(createWatched(), { onProgress: fail }))).rejects.toThrow("the screen is gone");
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(isChildRunning()).toBe(false);
});

test("without a rule that looks at the machine there is none", async () => {
  for (const parts of [{ machine: false }, { only: ["secrets"] }, { source: { kind: "files", paths: ["a.ts"] } }] as const) {
    const run = await openRun(requestOf(createWatched(), parts));
    expect([run.probing, run.judgements[0]?.probes]).toEqual([null, []]);
    run.source.abandon();
  }
});

test("the folders that stand for the roots of the policy are looked at, relative to the configuration", async () => {
  const storage = { roots: ["D:/databases", "D:/logs"], platform: { [process.platform]: { roots: ["../machine/databases", "../machine/logs"] } } };
  const sandbox = createWatched({ storage, trading: { root: ".", database: "D:/databases/trading.db", logs: "D:/logs/*.log" } });
  writeTradingSession(join(sandbox.dir, "../machine/databases"), { end: Date.now() });
  mkdirSync(join(sandbox.dir, "../machine/logs"));
  const machine = await judgeMachine({ cwd: sandbox.dir, env: sandbox.env });
  expect(machine?.facts.tradingDatabase).toMatchObject({ known: true, value: { path: "D:/databases/trading.db" } });
  expect(machine?.facts.tradingLog).toMatchObject({ known: false, reason: "no log is there" });
});

test("a configuration that changes is looked at by both policies", async () => {
  const sandbox = createWatched();
  sandbox.write("guard.config.json", JSON.stringify({ trading: { root: ".", database: "../elsewhere.db", logs: [], criticalFiles: [] } }));
  sandbox.git("add", ".");
  const report = await check(requestOf(sandbox, { source: { kind: "staged" } }));
  expect(report.findings).toContainEqual(expect.objectContaining({ ruleId: "trading/failed-orders", outcome: "blocking" }));
  expect(report.unknown).toContainEqual(expect.objectContaining({ subject: "../elsewhere.db", reason: "does not exist" }));
});

test("outside of a repository the machine can be judged too", async () => {
  const sandbox = createWatched();
  const folder = join(sandbox.dir, "../machine");
  sandbox.write("../machine/guard.config.json", JSON.stringify({ trading: { root: ".", database: "trading.db", logs: "*.log", criticalFiles: [] } }));
  const report = await check({ cwd: folder, env: sandbox.env, source: { kind: "machine" } });
  expect(report).toMatchObject({ source: "machine", exitCode: 1, coverage: { entries: 0 } });
  expect(report.findings.find(({ ruleId }) => ruleId === "trading/failed-orders")?.facts).toMatchObject({ count: 194 });
  expect(existsSync(join(folder, ".git"))).toBe(false);
});

test("nothing is left in the folder for copies", async () => {
  const own = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith(`guard-probe-${process.pid}-`));
  await judgeMachine({ cwd: createWatched().dir, env: process.env });
  await expect.poll(own, { timeout: 5000 }).toEqual([]);
});
