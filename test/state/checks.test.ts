import { expect, test } from "vitest";
import { known, unknown } from "../../src/core/facts/known.ts";
import type { MachineFacts } from "../../src/core/facts/machine.ts";
import type { DatabaseCheck } from "../../src/core/facts/sqlite.ts";
import { readChecks, rememberChecks } from "../../src/state/checks.ts";
import type { Store } from "../../src/state/store.ts";

function createStore(text: string | null = null): Store & { readonly writes: string[] } {
  const writes: string[] = [];
  return { writes, read: () => writes.at(-1) ?? text, write: (_, written) => void writes.push(written) };
}

function check(path: string, at: number, problems: readonly string[] = []): DatabaseCheck {
  return { path, at, depth: "quick", problems, orphans: {} };
}

function facts(...checks: readonly DatabaseCheck[]): MachineFacts {
  return { now: 0, databaseChecks: checks.map((value) => ({ name: value.path, trading: false, facts: known(value) })) };
}

const backupCheck = { path: "/b/a.db", bytes: 1, mtime: 2, depth: "opened", problems: [] } as const;

test("what was found out is there the next time, the newest of each file", () => {
  const store = createStore();
  rememberChecks(store, [facts(check("/a.db", 1), check("/b.db", 1))]);
  rememberChecks(store, [facts(check("/a.db", 2, ["broken page"]))]);
  const backups = { patterns: [], backups: [], check: known(backupCheck) };
  rememberChecks(store, [{ now: 0, databaseBackups: [{ name: "a.db", trading: false, facts: known(backups) }] }]);
  expect(readChecks(store)).toEqual({ lastChecks: [check("/a.db", 2, ["broken page"]), check("/b.db", 1)], lastBackupChecks: [backupCheck] });
});

test("nothing is written where nothing is new", () => {
  const store = createStore();
  rememberChecks(store, [facts(check("/a.db", 1), check("/b.db", 1))]);
  rememberChecks(store, [facts(check("/b.db", 1)), facts(check("/a.db", 1))]);
  const none: MachineFacts = {
    now: 0,
    databaseChecks: [
      { name: "a.db", trading: false, facts: known(null) },
      { name: "b.db", trading: false, facts: unknown("b.db", "is locked") },
    ],
  };
  rememberChecks(store, [none, { now: 0 }]);
  expect(store.writes).toHaveLength(1);
});

test("a broken store is an empty one, and what has another shape is left out", () => {
  const nothing = { lastChecks: [], lastBackupChecks: [] };
  for (const text of ["", "{", "[]", "null", "7", '{"lastChecks": 7}', '{"lastChecks": [null, 1, [], {}, {"path": 1}]}'])
    expect(readChecks(createStore(text)), text).toEqual(nothing);
  const mixed = { lastChecks: [{ ...check("/a.db", 1), problems: [7] }, check("/b.db", 1), { ...check("/c.db", 1), depth: "deep" }], lastBackupChecks: [{}] };
  expect(readChecks(createStore(JSON.stringify(mixed)))).toEqual({ lastChecks: [check("/b.db", 1)], lastBackupChecks: [] });
});

test("it does not grow for ever", () => {
  const store = createStore();
  for (let i = 0; i < 120; i++) rememberChecks(store, [facts(check(`/${i}.db`, i))]);
  const { lastChecks } = readChecks(store);
  expect([lastChecks.length, lastChecks[0]?.path]).toEqual([100, "/119.db"]);
});
