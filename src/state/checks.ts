import type { BackupCheck } from "../core/facts/backups.ts";
import type { MachineFacts } from "../core/facts/machine.ts";
import type { DatabaseCheck } from "../core/facts/sqlite.ts";
import type { Store } from "./store.ts";

/** Results of reading databases and backups whole: what an earlier run found out holds for a while. */
export interface RememberedChecks {
  readonly lastChecks: readonly DatabaseCheck[];
  readonly lastBackupChecks: readonly BackupCheck[];
}

const KEY = "checks.json";
/** Of either kind, the newest. */
const MAX_KEPT = 100;

export function readChecks(store: Store): RememberedChecks {
  try {
    const kept: unknown = JSON.parse(store.read(KEY) ?? "{}");
    const listOf = (name: string): unknown[] => {
      const list: unknown = typeof kept === "object" && kept !== null ? Reflect.get(kept, name) : undefined;
      return Array.isArray(list) ? list : [];
    };
    return { lastChecks: listOf("lastChecks").filter(isDatabaseCheck), lastBackupChecks: listOf("lastBackupChecks").filter(isBackupCheck) };
  } catch {
    return { lastChecks: [], lastBackupChecks: [] };
  }
}

/** Writes only where there is something new. */
export function rememberChecks(store: Store, facts: readonly MachineFacts[]): void {
  const before = readChecks(store);
  const databases = facts.flatMap(({ databaseChecks = [] }) => databaseChecks.flatMap(({ facts: check }) => (check.known && check.value ? [check.value] : [])));
  const backups = facts.flatMap(({ databaseBackups = [] }) =>
    databaseBackups.flatMap(({ facts: found }) => (found.known && found.value.check?.known ? [found.value.check.value] : [])),
  );
  const now: RememberedChecks = { lastChecks: merge(databases, before.lastChecks), lastBackupChecks: merge(backups, before.lastBackupChecks) };
  if (JSON.stringify(now) !== JSON.stringify(before)) store.write(KEY, JSON.stringify(now));
}

/** One a path, the new ones in front; those that are as they were stay where they are. */
function merge<T extends { readonly path: string }>(found: readonly T[], before: readonly T[]): T[] {
  const isKnown = (check: T): boolean => before.some((other) => JSON.stringify(other) === JSON.stringify(check));
  const fresh = [...new Map(found.filter((check) => !isKnown(check)).map((check) => [check.path, check])).values()];
  return [...fresh, ...before.filter(({ path }) => !fresh.some((check) => check.path === path))].slice(0, MAX_KEPT);
}

/** The file may be anybody's: what has another shape is not taken over. */
function isDatabaseCheck(value: unknown): value is DatabaseCheck {
  if (!isObject(value)) return false;
  const { path, at, depth, problems, orphans } = value;
  return (
    typeof path === "string" &&
    typeof at === "number" &&
    (depth === "quick" || depth === "full") &&
    isTexts(problems) &&
    (orphans === null || isObject(orphans))
  );
}

function isBackupCheck(value: unknown): value is BackupCheck {
  if (!isObject(value)) return false;
  const { path, bytes, mtime, depth, problems } = value;
  return (
    typeof path === "string" && typeof bytes === "number" && typeof mtime === "number" && (depth === "signature" || depth === "opened") && isTexts(problems)
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((text) => typeof text === "string");
}
