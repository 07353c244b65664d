import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { assertDatabasePath, assertDataPath, type DatabaseClass, openPolicyDatabase } from "../../src/runtime/index.ts";

const raw = String.raw;

interface RealDatabase {
  readonly name: string;
  readonly open: boolean;
  pragma(source: string, options?: { readonly simple: boolean }): unknown;
  close(): void;
}

// better-sqlite3 brings no types.
const Database: DatabaseClass<RealDatabase> = createRequire(import.meta.url)("better-sqlite3");

describe("assertDataPath", () => {
  test.each([raw`D:\databases\x.db`, "d:/DATABASES/x.db", raw`\\?\D:\databases\x.db`, "D:/logs/a/b.log", "/mnt/d/data/x", "file:D:/databases/x.db"])(
    "lets %s through",
    (path) => {
      expect(assertDataPath(path)).toBe(path);
    },
  );

  test.each([
    [raw`D:\databases\..\dev\x.db`, "outside of these folders"],
    [raw`D:\databases-old\x.db`, "outside of these folders"],
    [raw`D:\databases\x.db:stream`, "alternate data stream"],
    [raw`D:\DATABA~1\x.db`, "8.3 name"],
    [raw`C:\dev\x.db`, "forbids data there"],
    [raw`E:\databases\x.db`, "another drive"],
    ["./x.db", "relative"],
    [raw`D:databases\x.db`, "relative"],
    ["", "names no file"],
    ["%DATA%/x.db", "names no file"],
  ])("refuses %s: %s", (path, reason) => {
    expect(() => assertDataPath(path)).toThrow(reason);
  });

  test("takes a list of roots, or a policy", () => {
    expect(assertDataPath("E:/x/y.db", ["E:/x"])).toBe("E:/x/y.db");
    expect(() => assertDataPath("D:/learning/y.db", { deprecated: ["D:/learning"] })).toThrow("given that folder up");
  });

  test("a database belongs into the root for databases", () => {
    expect(assertDatabasePath("D:/databases/x.db")).toBe("D:/databases/x.db");
    expect(() => assertDatabasePath("D:/logs/x.db")).toThrow("not the one for databases");
  });
});

describe.skipIf(process.platform === "win32")("openPolicyDatabase, off Windows", () => {
  const folder = join(mkdtempSync(join(tmpdir(), "guard-runtime-")), "databases");
  const policy = { platform: { [process.platform]: { roots: [folder] } } };
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("opens what the policy calls D:/databases where its stand-in lies, with a write-ahead log and foreign keys", () => {
    mkdirSync(folder, { recursive: true });
    const db = openPolicyDatabase(Database, "D:/databases/x.db", { policy });
    expect([basename(db.name), db.pragma("journal_mode", { simple: true }), db.pragma("foreign_keys", { simple: true })]).toEqual(["x.db", "wal", 1]);
    expect(db.name.startsWith(folder)).toBe(true);
    db.close();
  });

  test("makes no database where it only reads", () => {
    mkdirSync(folder, { recursive: true });
    expect(() => openPolicyDatabase(Database, join(folder, "y.db"), { policy, readonly: true })).toThrow();
  });

  test("refuses what lies elsewhere before it opens anything, and what has no stand-in", () => {
    expect(() => openPolicyDatabase(Database, "/var/lib/x.db", { policy })).toThrow("names no drive");
    expect(() => openPolicyDatabase(Database, `${folder}/../x.db`, { policy })).toThrow();
    expect(() => openPolicyDatabase(Database, "D:/databases/x.db")).toThrow("platform.");
  });
});
