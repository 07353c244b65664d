import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { backupFreshness } from "../../../rules/sqlite/backup-freshness.ts";
import { foreignKeys } from "../../../rules/sqlite/foreign-keys.ts";
import { integrity } from "../../../rules/sqlite/integrity.ts";
import { journalMode } from "../../../rules/sqlite/journal-mode.ts";
import { permissions } from "../../../rules/sqlite/permissions.ts";
import type { MachineMatch } from "../../../src/core/rule.ts";
import type { ProbeRequest } from "../../../src/machine/probe.ts";
import { createFolder } from "../../support/folder-state.ts";
import { probe, watchTrading } from "../../support/probe.ts";
import { writeTradingSession } from "../../support/trading-session.ts";

/** What a rule says of the real files of a folder. */
async function judge(
  rule: typeof integrity | typeof foreignKeys | typeof journalMode | typeof permissions | typeof backupFreshness,
  folder: string,
  settings: Partial<ProbeRequest> = {},
) {
  const facts = await probe(folder, rule.probes, { trading: watchTrading(), ...settings });
  // The options of all these rules at once: each reads its own
  const options = { maxCheckAgeDays: 7, allowAdministrators: true, maxAgeHours: 26, databases: settings.databases };
  return (rule.check(facts, options as never) as readonly MachineMatch[]).map((match) =>
    "unknown" in match ? `unknown: ${match.subject}: ${match.unknown}` : `${match.subject}: ${match.message}`,
  );
}

describe("sqlite/integrity", () => {
  test("a sound database, a foreign file, a missing one", async () => {
    const folder = createFolder();
    expect(await judge(integrity, folder)).toEqual(["unknown: trading.db: does not exist"]);
    writeTradingSession(folder, { end: Date.now() });
    expect(await judge(integrity, folder)).toEqual([]);
    writeFileSync(join(folder, "trading.db"), "moved to D:\n".repeat(200));
    expect(await judge(integrity, folder)).toEqual(["trading.db: It is no SQLite database: its first bytes are those of something else."]);
  });

  test("the target of a link is named", async () => {
    const folder = createFolder();
    writeFileSync(join(folder, "real.db"), "text\n".repeat(200));
    symlinkSync("real.db", join(folder, "trading.db"));
    expect(await judge(integrity, folder)).toEqual([expect.stringContaining(`trading.db (a link to ${join(folder, "real.db")}): It is no SQLite database`)]);
  });
});

test("sqlite/foreign-keys: of a file that is no database nothing is promised that nobody can find out", async () => {
  const folder = createFolder();
  writeFileSync(join(folder, "trading.db"), "moved to D:\n".repeat(200));
  expect(await judge(foreignKeys, folder)).toEqual(["unknown: trading.db: it has no SQLite header; see sqlite/integrity"]);
});

test("sqlite/journal-mode: the bot's own habit is named", async () => {
  const folder = createFolder();
  writeTradingSession(folder, { end: Date.now(), journalMode: "delete" });
  expect(await judge(journalMode, folder)).toEqual(["trading.db: It is in rollback mode and should keep a write-ahead log."]);
});

test("sqlite/permissions: modes of file and folder", async () => {
  const folder = createFolder();
  writeTradingSession(folder, { end: Date.now() });
  chmodSync(join(folder, "trading.db"), 0o600);
  expect(await judge(permissions, folder)).toEqual([]);
  chmodSync(join(folder, "trading.db"), 0o644);
  chmodSync(folder, 0o777);
  expect(await judge(permissions, folder)).toEqual(["trading.db: Others may read it, others may put another file in its place (mode 644, folder 777)."]);
});

test("sqlite/backup-freshness: none, and one of today", async () => {
  const folder = createFolder();
  writeTradingSession(folder, { end: Date.now() });
  const databases = [{ path: "trading.db", backups: ["backups/*"] }];
  expect(await judge(backupFreshness, folder, { databases })).toEqual(["trading.db: There is no backup of it in backups/*."]);
  mkdirSync(join(folder, "backups"));
  writeFileSync(join(folder, "backups/trading.db.bak"), "x");
  expect(await judge(backupFreshness, folder, { databases })).toEqual([]);
});
