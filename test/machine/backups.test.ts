import { linkSync, mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { crc32, deflateRawSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { BackupCheck, BackupFacts } from "../../src/core/facts/backups.ts";
import { readBackupName } from "../../src/machine/backup-names.ts";
import type { ProbeRequest } from "../../src/machine/probe.ts";
import { createFolder, readFolderState } from "../support/folder-state.ts";
import { probe } from "../support/probe.ts";
import { openTestDatabase } from "../support/sqlite.ts";

const local = (...parts: [number, number, number, number?, number?, number?]): number =>
  new Date(parts[0], parts[1] - 1, parts[2], ...[23, 59, 59].map((end, i) => parts[i + 3] ?? end)).getTime();

describe("the naming schemes that are in use", () => {
  test.each([
    ["b/trading_backup_20251125.db", local(2025, 11, 25), "none"],
    ["b/trading_20251125_235900.db", local(2025, 11, 25, 23, 59, 0), "none"],
    ["b/trading_20251125.db", local(2025, 11, 25), "none"],
    ["b/trading_pre_migration_20251125.db", local(2025, 11, 25), "none"],
    ["b/trading_20251125_235900.db.gz", local(2025, 11, 25, 23, 59, 0), "gzip"],
    ["b/TRADING_20251125.DB.GZ", local(2025, 11, 25), "gzip"],
    ["b/trading_backup_20251125.db.zip", local(2025, 11, 25), "zip"],
    ["b/trading_20251125.7z", local(2025, 11, 25), "7z"],
    ["b/trading-2025-11-25T02-30-00.sqlite", local(2025, 11, 25, 2, 30, 0), "none"],
    ["b/trading_20251125235900.db", local(2025, 11, 25, 23, 59, 0), "none"],
    ["b/20251125_235900/trading.db.7z", local(2025, 11, 25, 23, 59, 0), "7z"],
    ["b/20251125_235900/trading.db.zip", local(2025, 11, 25, 23, 59, 0), "zip"],
    ["b/20251125/trading_backup.db", local(2025, 11, 25), "none"],
    ["b/trading.db.bak", null, "none"],
    ["b/trading.db", null, "none"],
    ["b/trading_copy.db.gz", null, "gzip"],
  ])("%s", (path, named, packing) => {
    expect(readBackupName(path, "trading.db")).toEqual({ named, packing });
  });

  test.each([
    "b/trading_test.db",
    "b/trading_config_20251125.db",
    "b/trading2_20251125.db",
    "b/nova_activity_20251125.db",
    "b/trading_20251125.db-wal",
    "b/trading_20251125.db-shm",
    "b/trading.db-journal",
    "b/trading_20259999.db",
    "b/README.md",
    "b/mytrading_20251125.db",
  ])("no backup of trading.db: %s", (path) => {
    expect(readBackupName(path, "trading.db")).toBe(null);
  });
});

function createDatabase(path: string, rows = 500, journalMode = "wal"): Buffer {
  mkdirSync(dirname(path), { recursive: true });
  const db = openTestDatabase(path);
  db.pragma(`journal_mode = ${journalMode}`);
  db.exec("CREATE TABLE a (b TEXT)");
  const insert = db.prepare("INSERT INTO a VALUES (?)");
  db.transaction(() => {
    for (let i = 0; i < rows; i++) insert.run(`row ${i} ${"x".repeat(50)}`);
  })();
  db.close();
  return readFileSync(path);
}

async function find(folder: string, settings: Partial<ProbeRequest> = {}): Promise<BackupFacts> {
  const { databaseBackups } = await probe(folder, ["databaseBackups"], {
    databases: [{ path: "trading.db", backups: ["backups/*", "backups/*/*"] }],
    ...settings,
  });
  const facts = databaseBackups?.[0]?.facts;
  if (!facts?.known) throw new Error(facts?.reason);
  return facts.value;
}

function checkOf({ check }: BackupFacts): Pick<BackupCheck, "depth" | "problems"> | null {
  if (!check?.known) throw new Error(check?.reason ?? "no check");
  return { depth: check.value.depth, problems: check.value.problems };
}

test("they are found, newest first by the older of name and time; the live database is none of them", async () => {
  const folder = createFolder();
  const bytes = createDatabase(join(folder, "trading.db"));
  mkdirSync(join(folder, "backups/20251120_235900"), { recursive: true });
  const names = ["trading_20251125.db", "trading_20251123_010000.db", "20251120_235900/trading.db", "nova_20251125.db", "notes.txt"];
  for (const name of names) writeFileSync(join(folder, "backups", name), bytes);
  // Copied today, and yet of the 23rd; renamed to the 25th, and yet of the 1st
  utimesSync(join(folder, "backups/trading_20251125.db"), local(2025, 11, 1) / 1000, local(2025, 11, 1) / 1000);
  symlinkSync(join(folder, "trading.db"), join(folder, "backups/trading.db"));
  const { backups, patterns } = await find(folder);
  expect(patterns).toEqual(["backups/*", "backups/*/*"]);
  expect(backups.map(({ path }) => path.slice(folder.length + 9))).toEqual(["trading_20251123_010000.db", "20251120_235900/trading.db", "trading_20251125.db"]);
});

test("without any there are none; where the database is missing too, that is what is said", async () => {
  const folder = createFolder();
  await expect(find(folder)).rejects.toThrow("does not exist");
  createDatabase(join(folder, "trading.db"));
  expect((await find(folder)).backups).toEqual([]);
});

describe("the newest is looked at from inside", () => {
  async function checkNewest(name: string, bytes: Uint8Array, settings: Partial<ProbeRequest> = {}): Promise<ReturnType<typeof checkOf>> {
    const folder = createFolder();
    mkdirSync(join(folder, "backups"));
    writeFileSync(join(folder, "backups", name), bytes);
    const before = readFolderState(join(folder, "backups"));
    const check = checkOf(await find(folder, settings));
    expect(readFolderState(join(folder, "backups"))).toEqual(before);
    return check;
  }
  const sound = { depth: "opened", problems: [] };

  test("sound ones, packed in every way", async () => {
    const bytes = createDatabase(join(createFolder(), "a.db"));
    expect(await checkNewest("trading_20251125.db", bytes)).toEqual(sound);
    expect(await checkNewest("trading_20251125.db.gz", gzipSync(bytes))).toEqual(sound);
    expect(await checkNewest("trading_20251125.db.zip", zip(bytes, 8))).toEqual(sound);
    expect(await checkNewest("trading_20251125.db.zip", zip(bytes, 0))).toEqual(sound);
    expect(await checkNewest("trading_20251125.7z", Buffer.from("7z\xbc\xaf\x27\x1c rest", "latin1"))).toEqual({ depth: "signature", problems: [] });
  });

  test("damage of every kind", async () => {
    const bytes = createDatabase(join(createFolder(), "a.db"));
    const torn = Buffer.from(bytes).fill(0xff, 4096, 12_288);
    const opened = (problem: RegExp): object => ({ depth: "opened", problems: expect.arrayContaining([expect.stringMatching(problem)]) });
    const seen = (problem: RegExp): object => ({ depth: "signature", problems: [expect.stringMatching(problem)] });
    expect(await checkNewest("trading_20251125.db", torn)).toEqual(opened(/./));
    expect(await checkNewest("trading_20251125.db.gz", gzipSync(torn))).toEqual(opened(/./));
    expect(await checkNewest("trading_20251125.db", new Uint8Array())).toEqual(seen(/is empty/));
    expect(await checkNewest("trading_20251125.db", Buffer.from("text".repeat(500)))).toEqual(seen(/no SQLite database/));
    expect(await checkNewest("trading_20251125.db.gz", bytes)).toEqual(seen(/no gzip file/));
    expect(await checkNewest("trading_20251125.zip", bytes)).toEqual(seen(/no zip file/));
    expect(await checkNewest("trading_20251125.db.gz", gzipSync(bytes).subarray(0, 2000))).toEqual(opened(/is damaged: unexpected end/));
    expect(await checkNewest("trading_20251125.db.gz", gzipSync(Buffer.from("text".repeat(500))))).toEqual(opened(/holds no SQLite database/));
    expect(await checkNewest("trading_20251125.db.zip", zip(bytes, 8).subarray(0, 2000))).toEqual(opened(/is damaged: the archive has no end/));
    expect(await checkNewest("trading_20251125.db.zip", zip(bytes.subarray(0, 9000), 8, bytes.length))).toEqual(opened(/cut short/));
    expect(await checkNewest("trading_20251125.db", bytes.subarray(0, 9000))).toEqual(opened(/./));
  });

  test("what is too large for a commit is not unpacked there, also where it lies about its size", async () => {
    const bomb = gzipSync(Buffer.concat([createDatabase(join(createFolder(), "a.db")), Buffer.alloc(20 << 20)]));
    expect(await checkNewest("trading_20251125.db.gz", bomb)).toEqual({ depth: "signature", problems: [] });
    bomb.writeUInt32LE(4096, bomb.length - 4);
    expect(await checkNewest("trading_20251125.db.gz", bomb)).toEqual({ depth: "signature", problems: [] });
    expect(await checkNewest("trading_20251125.db.zip", zip(Buffer.alloc(20 << 20), 8))).toEqual({ depth: "signature", problems: [] });
  });

  test("once: what was opened and has not changed since is not opened again", async () => {
    const folder = createFolder();
    const path = join(folder, "backups/trading_20251125.db");
    createDatabase(path);
    const first = await find(folder);
    if (!first.check?.known) throw new Error("no check");
    const remembered = { ...first.check.value, problems: ["what an earlier run said"] };
    expect(checkOf(await find(folder, { lastBackupChecks: [remembered] }))?.problems).toEqual(["what an earlier run said"]);
    linkSync(path, join(folder, "kept.db"));
    utimesSync(path, 1, 1);
    expect(checkOf(await find(folder, { lastBackupChecks: [remembered] }))?.problems).toEqual([]);
  });
});

test("off Windows backups on drive D are unknown, not missing", async () => {
  const folder = createFolder();
  const databases = [{ path: "D:/databases/trading.db", backups: ["D:/databases/backups/*"] }];
  const { databaseBackups } = await probe(folder, ["databaseBackups"], { databases });
  expect(databaseBackups?.[0]?.facts).toMatchObject({ known: false, reason: "is no path of this system" });
});

/** A zip archive of one file. `declared`: the size that its directory claims. */
function zip(content: Buffer, method: 0 | 8, declared = content.length): Buffer {
  const name = Buffer.from("trading.db");
  const data = method === 8 ? deflateRawSync(content) : content;
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(method, 4);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(declared, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, name, data]);
  const rest = Buffer.alloc(14);
  const directory = Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), common, rest, name]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, directory, Buffer.from("PK\x05\x06"), end]);
}
