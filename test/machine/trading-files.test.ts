import { spawnSync } from "node:child_process";
import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { TradingFiles } from "../../src/core/facts/trading.ts";
import type { ProbeRequest } from "../../src/machine/probe.ts";
import type { WatchedTrading } from "../../src/machine/probe-job.ts";
import { createFolder } from "../support/folder-state.ts";
import { probe, watchTrading } from "../support/probe.ts";

async function look(folder: string, trading: Partial<WatchedTrading>, settings: Partial<ProbeRequest> = {}): Promise<TradingFiles> {
  const { tradingFiles } = await probe(folder, ["tradingFiles"], { trading: watchTrading(trading), ...settings });
  if (!tradingFiles?.known) throw new Error(tradingFiles?.reason);
  return tradingFiles.value;
}

/** A bot of the newer shape: its code in `src`, no primary nonce. */
function createBot(): string {
  const folder = createFolder();
  mkdirSync(join(folder, "apps/bot/src"), { recursive: true });
  writeFileSync(join(folder, "apps/bot/src/config.py"), "X = 1\n");
  writeFileSync(join(folder, "apps/bot/nonce_state_secondary.json"), '\ufeff{"last_nonce": 1760356146471341630}');
  return folder;
}

test("the first root that is there, the first alternative that is there, the nonce files whole", async () => {
  const criticalFiles = ["{,src/}config.py", "nonce_state_primary.json", "src/*.py", "gone/*.py"];
  const files = await look(createBot(), { root: ["projects/bot", "apps/bot"], criticalFiles });
  expect(files).toMatchObject({ root: "apps/bot", hasDatabase: false });
  expect(files.files.map(({ candidates, found, kind, bytes }) => ({ candidates, found, kind, bytes }))).toEqual([
    { candidates: ["config.py", "src/config.py"], found: "src/config.py", kind: "file", bytes: 6 },
    { candidates: ["nonce_state_primary.json"], found: null, kind: null, bytes: 0 },
    { candidates: ["src/config.py"], found: "src/config.py", kind: "file", bytes: 6 },
    { candidates: ["gone/*.py"], found: null, kind: null, bytes: 0 },
  ]);
  expect(files.nonces).toEqual([{ path: "nonce_state_secondary.json", text: '{"last_nonce": 1760356146471341630}', committed: null }]);
});

test.skipIf(process.platform === "win32")("of a nonce file without end only the beginning is read", async () => {
  const folder = createBot();
  truncateSync(join(folder, "apps/bot/nonce_state_secondary.json"), 2 ** 40);
  const { nonces } = await look(folder, { root: ["apps/bot"] });
  expect(nonces[0]?.text?.slice(0, 39)).toBe('{"last_nonce": 1760356146471341630}\0\0\0\0');
});

test("what is no file has no text and is not opened", async () => {
  const folder = createBot();
  mkdirSync(join(folder, "apps/bot/config.py"));
  spawnSync("mkfifo", [join(folder, "apps/bot/nonce_state_primary.json")]);
  const files = await look(folder, { root: ["apps/bot"], criticalFiles: ["{,src/}config.py", "nonce_state_primary.json"] });
  expect(files.files.map(({ found, kind }) => [found, kind])).toEqual([
    ["config.py", "folder"],
    ["nonce_state_primary.json", "other"],
  ]);
  expect(files.nonces.map(({ path, text }) => [path, text === null])).toEqual([
    ["nonce_state_primary.json", true],
    ["nonce_state_secondary.json", false],
  ]);
});

test("no root is unknown", async () => {
  const { tradingFiles } = await probe(createFolder(), ["tradingFiles"], { trading: watchTrading({ root: ["a", "b"] }) });
  expect(tradingFiles).toMatchObject({ known: false, subject: "a, b", reason: "there is no such folder" });
});

describe("what git knows is asked of the caller", () => {
  test("ignored candidates of what is missing, the committed text of nonces", async () => {
    const folder = createBot();
    const asked: string[] = [];
    const repository = {
      listIgnored: async (paths: readonly string[]) => new Set(paths.filter((path) => path.includes("nonce"))),
      readCommitted: async (path: string) => {
        asked.push(path);
        return '{"last_nonce": 1}';
      },
    };
    const criticalFiles = ["nonce_state_primary.json", "gone.py", "{nonce_a,b}.json"];
    const { files, nonces } = await look(folder, { root: ["apps/bot"], criticalFiles }, { repository });
    expect(files.map(({ ignored }) => ignored)).toEqual([true, false, false]);
    expect(nonces.map(({ committed }) => committed)).toEqual(['{"last_nonce": 1}']);
    expect(asked).toEqual([join(folder, "apps/bot/nonce_state_secondary.json")]);
  });

  test("git that does not answer takes nothing away", async () => {
    const repository = { listIgnored: () => Promise.reject(new Error("git died")), readCommitted: () => Promise.reject(new Error("git died")) };
    const { files } = await look(createBot(), { root: ["apps/bot"], criticalFiles: ["gone.py"] }, { repository });
    expect(files).toMatchObject([{ found: null, ignored: false }]);
  });
});
