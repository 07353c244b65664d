import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import type { MachineFacts } from "../../src/core/facts/machine.ts";
import { type ExpectedChild, openExpectedChild } from "../../src/machine/expected-child.ts";
import type { ProbeRequest } from "../../src/machine/probe.ts";
import { moveJob, type ProbeJob } from "../../src/machine/probe-job.ts";
import { createFolder } from "../support/folder-state.ts";
import { probe, probeEntry, watchTrading } from "../support/probe.ts";
import { writeTradingSession } from "../support/trading-session.ts";

interface Started {
  readonly child: ChildProcess;
  readonly expected: ExpectedChild;
}

/** What the shim does: starts the process that does what is remembered. `begun`: so much of what it says was read with the list. */
function startChild(job: string, { entry = probeEntry, begun = "", patienceMs = 60_000 } = {}): Started {
  const file = join(createFolder(), "looks-at-machine");
  writeFileSync(file, job);
  const child = spawn(process.execPath, ["--no-warnings", fileURLToPath(entry), file], { stdio: ["ignore", "pipe", "ignore"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  // A stream of a child is, to what is used of it, like standard input.
  return { child, expected: openExpectedChild(Buffer.from(begun), child.stdout as unknown as NodeJS.ReadStream, patienceMs) };
}

/** The job of looking at a trading database, as the last commit leaves it behind. */
async function remember(folder: string): Promise<string> {
  let job: ProbeJob | null = null;
  const onJob = (asked: ProbeJob): void => {
    job = asked;
  };
  const now = Date.now();
  await probe(folder, ["tradingDatabase"], { trading: watchTrading({}, now), now, onJob });
  if (job === null) throw new Error("nothing was looked at");
  return JSON.stringify({ ...moveJob(job, 0), scratchFolder: "" });
}

/** What the commit asks. */
function look(folder: string, expected: ExpectedChild, settings: Partial<ProbeRequest> = {}): Promise<MachineFacts> {
  const now = Date.now();
  return probe(folder, ["tradingDatabase"], { trading: watchTrading({}, now), now, expected, ...settings });
}

/** Where no other may be started, what is known comes from this one. */
const noOther = new URL("children/throw.ts", import.meta.url);

function createBot(): string {
  const folder = createFolder();
  writeTradingSession(folder, { end: Date.now() });
  return folder;
}

test("it does what the last commit wanted, at its own time, and only once", async () => {
  const folder = createBot();
  const { expected } = startChild(await remember(folder));
  const now = Date.now();
  const facts = await look(folder, expected, { probeEntry: noOther });
  expect(facts.tradingDatabase).toMatchObject({ known: true, value: { orders: { known: true } } });
  expect(Math.abs(facts.now - now)).toBeLessThan(60_000);
  expect((await look(folder, expected, { probeEntry: noOther })).tradingDatabase).toMatchObject({ known: false });
  expect(await expected.end()).toBe(true);
});

test("another job is not taken for it, and it ends", async () => {
  const folder = createBot();
  const { child, expected } = startChild(await remember(folder));
  const facts = await probe(folder, ["tradingDatabase", "tradingLog"], { trading: watchTrading(), expected });
  expect([facts.tradingDatabase?.known, facts.tradingLog?.known]).toEqual([true, true]);
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
});

test.each([
  ["is broken", "{"],
  ["is not there", ""],
])("where what it was to do %s, another one does it", async (_, job) => {
  const folder = createBot();
  const { expected } = startChild(job);
  expect((await look(folder, expected)).tradingDatabase?.known).toBe(true);
});

test("what was read with the list counts", async () => {
  const folder = createBot();
  const job = await remember(folder);
  const answer = { known: false, subject: "trading database", reason: "said so" };
  const begun = `${2 ** 22 + 7}\n${job}\n${JSON.stringify({ task: 0, value: answer })}\n`;
  const silent = new URL("children/silent.ts", import.meta.url);
  const { expected } = startChild(job, { entry: silent, begun });
  expect((await look(folder, expected, { probeEntry: noOther })).tradingDatabase).toEqual(answer);
});

test("it is killed at the deadline", async () => {
  const folder = createBot();
  const job = await remember(folder);
  const hang = new URL("children/hang-remembered.ts", import.meta.url);
  const { child, expected } = startChild(job, { entry: hang });
  const { tradingDatabase } = await look(folder, expected, { deadlineMs: 1500, probeEntry: noOther });
  expect(tradingDatabase).toMatchObject({ known: false, reason: "did not answer within 1.5 s" });
  if (child.signalCode === null) await once(child, "exit");
  expect(child.signalCode).toBe("SIGKILL");
});

test("it is given up where it does not come to say what it does", async () => {
  const folder = createBot();
  const { child, expected } = startChild(await remember(folder), { entry: new URL("children/hang-reading.ts", import.meta.url), patienceMs: 3000 });
  expect((await look(folder, expected)).tradingDatabase?.known).toBe(true);
  if (child.signalCode === null) await once(child, "exit");
  expect(child.signalCode).toBe("SIGKILL");
});

test("it is ended where nobody needs it", async () => {
  const { child, expected } = startChild(await remember(createBot()), { entry: new URL("children/hang-remembered.ts", import.meta.url) });
  expect(await expected.end()).toBe(false);
  if (child.signalCode === null) await once(child, "exit");
  expect(child.signalCode).toBe("SIGKILL");
});
