import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { Known } from "../../src/core/facts/known.ts";
import type { MachineFacts } from "../../src/core/facts/machine.ts";
import { type ProbeRequest, startProbes } from "../../src/machine/probe.ts";
import { createFolder } from "../support/folder-state.ts";
import { probe, watchTrading } from "../support/probe.ts";
import { writeTradingSession } from "../support/trading-session.ts";

/** Three databases and a child that misbehaves. */
async function probeWith(child: string, settings: Partial<ProbeRequest> = {}): Promise<Known<unknown>[]> {
  const databases = ["a.db", "deadly.db", "c.db"].map((path) => ({ path }));
  const probeEntry = new URL(`children/${child}.ts`, import.meta.url);
  const facts = await probe(createFolder(), ["databases"], { databases, probeEntry, ...settings });
  return factsOf(facts);
}

function factsOf({ databases }: MachineFacts): Known<unknown>[] {
  return (databases ?? []).map(({ facts }) => facts);
}

function reasons(facts: readonly Known<unknown>[]): string[] {
  return facts.map((fact) => (fact.known ? "known" : `${fact.subject}: ${fact.reason}`));
}

describe("a child that", () => {
  test("hangs is killed at the deadline, and what it had answered stays", async () => {
    const facts = await probeWith("hang", { deadlineMs: 2500 });
    expect(reasons(facts)).toEqual(["known", "deadly.db: did not answer within 2.5 s", "c.db: was not looked at: deadly.db did not answer within 2.5 s"]);
  });

  test("dies takes down only what it died of", async () => {
    expect(reasons(await probeWith("die"))).toEqual(["known", "deadly.db: died while it was looked at (SIGSEGV)", "known"]);
  });

  test("answers nonsense is believed no further", async () => {
    const facts = await probeWith("nonsense");
    expect(reasons(facts)[0]).toBe("known");
    expect(reasons(facts)[1]).toBe("deadly.db: answered something that could not be understood");
    expect(facts[2]).toMatchObject({ known: false });
  });

  test("throws says why, and is not started for ever", async () => {
    const facts = reasons(await probeWith("throw"));
    expect(facts[0]).toMatch(/^a\.db: could not be looked at: the probe ended with code 1 \(TypeError: no such thing\)$/);
    expect(facts[2]).toMatch(/^c\.db: was not looked at/);
  });

  test("says nothing, or is not there", async () => {
    expect(reasons(await probeWith("silent"))[0]).toBe("a.db: was left without an answer");
    expect(reasons(await probeWith("not-there"))[0]).toMatch(/a\.db: could not be looked at: the probe ended with code 1 \(Error.*not-there/);
  });
});

test("an answer that came in time counts, though this thread was busy past the deadline", async () => {
  const facts = probeWith("hang", { deadlineMs: 2500 });
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2600);
  expect(reasons(await facts)[0]).toBe("known");
});

test("an interrupt ends it at once", async () => {
  const facts = reasons(await probeWith("hang", { signal: AbortSignal.timeout(300) }));
  expect(facts.find((reason) => reason !== "known")).toMatch(/^(?:a|deadly)\.db: was interrupted$/);
  expect(reasons(await probeWith("hang", { signal: AbortSignal.abort() }))[0]).toBe("a.db: was interrupted");
});

test("nothing is started for nothing", async () => {
  const probeEntry = new URL("children/throw.ts", import.meta.url);
  expect(await startProbes({ parts: ["databases", "tradingLog"], baseDir: createFolder(), probeEntry, now: 7 })).toEqual({
    now: 7,
    databases: [],
    tradingLog: undefined,
  });
});

test("a killed child leaves no copies", async () => {
  const folder = createFolder();
  writeTradingSession(folder, { end: Date.now(), journalMode: "wal", oldOrders: 60_000 });
  const temporary = createFolder();
  for (const name of ["TMPDIR", "TEMP"]) vi.stubEnv(name, temporary);
  onTestFinished(() => void vi.unstubAllEnvs());
  for (const ms of [90, 110, 130, 150]) {
    await probe(folder, ["tradingDatabase", "databaseChecks"], { trading: watchTrading(), signal: AbortSignal.timeout(ms) });
    // Where the child keeps its own compiled code, which is the tests' doing.
    expect(readdirSync(temporary).filter((name) => name !== "node-compile-cache")).toEqual([]);
  }
});

describe("which databases are looked at", () => {
  const names = async (folder: string, settings: Partial<ProbeRequest>): Promise<[string, boolean][]> =>
    ((await probe(folder, ["databases"], settings)).databases ?? []).map(({ name, trading }) => [name, trading]);

  test("that of trading too, once, under the name that its entry has", async () => {
    const folder = createFolder();
    const trading = watchTrading({ database: ["D:\\databases\\trading.db", "trading.db"] });
    expect(await names(folder, { trading })).toEqual([["D:\\databases\\trading.db", true]]);
    const databases = [{ path: "other.db" }, { path: "d:/databases/Trading.db" }];
    expect(await names(folder, { trading, databases })).toEqual([
      ["other.db", false],
      ["d:/databases/Trading.db", true],
    ]);
  });

  test("an entry of trading stands for all its alternatives", async () => {
    const folder = createFolder();
    writeTradingSession(folder, { end: Date.now() });
    const trading = watchTrading({ database: ["D:/databases/trading.db", "trading.db"] });
    const facts = await probe(folder, ["databases", "databaseBackups"], { trading, databases: [{ path: "D:/databases/trading.db" }] });
    expect(facts.databases).toMatchObject([{ facts: { value: { path: join(folder, "trading.db") } } }]);
    expect(facts.databaseBackups).toEqual([]);
    expect(existsSync(join(folder, "D:"))).toBe(false);
  });
});

test("all parts together, from one child", async () => {
  const folder = createFolder();
  writeTradingSession(folder, { end: Date.now() });
  const parts: ProbeRequest["parts"] = [
    "tradingDatabase",
    "tradingFills",
    "tradingLog",
    "tradingFiles",
    "databases",
    "databaseChecks",
    "databasePermissions",
    "databaseEncryption",
    "databaseRetention",
    "databaseBackups",
  ];
  const databases = [{ path: "trading.db", backups: ["*"], retention: [{ table: "orders", column: "created_at", maxAgeDays: 30 }] }];
  const facts = await probe(folder, parts, { trading: watchTrading(), databases, thorough: true });
  expect(Object.keys(facts).sort()).toEqual(["now", ...parts].sort());
  for (const part of parts) expect(JSON.stringify(facts[part]), part).toContain('"known":true');
  expect(facts.databasePermissions?.[0]?.facts).toMatchObject({ value: { kind: "posix", mode: 0o644, folderMode: 0o700, own: true } });
});
