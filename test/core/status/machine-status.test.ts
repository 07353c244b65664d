import { describe, expect, test } from "vitest";
import { optionSchemas } from "../../../rules/options.ts";
import { backup, backups, check, file, HOUR, missing, now, of, PATH } from "../../../rules/sqlite/sample-facts.ts";
import { database, failedClose, files, log, orders, position, record, times } from "../../../rules/trading/sample-facts.ts";
import { known, unknown } from "../../../src/core/facts/known.ts";
import type { MachineFacts } from "../../../src/core/facts/machine.ts";
import type { Setting, Verdict } from "../../../src/core/model.ts";
import { type JudgedMachine, toMachineStatus, toTradingStatusOf } from "../../../src/core/status/machine-status.ts";
import { toTradingSettings } from "../../../src/core/trading/settings.ts";
import { sampleFinding } from "../../report/sample-report.ts";

/** Every rule that looks at the machine, on and with its defaults. */
function rules(settings: Readonly<Record<string, Setting>> = {}): JudgedMachine["policy"]["rules"] {
  const ids = ["trading/critical-files", "sqlite/journal-mode", "sqlite/foreign-keys", "sqlite/retention", "sqlite/encryption", ...Object.keys(optionSchemas)];
  return Object.fromEntries(ids.map((id) => [id, { severity: settings[id] ?? "block", options: optionSchemas[id]?.parse({}) ?? {} }]));
}

function judged(facts: Omit<MachineFacts, "now">, parts: Partial<JudgedMachine> = {}): JudgedMachine {
  const trading = toTradingSettings({ root: "apps/crypto-enhanced", logs: "D:/logs/*.log", timeZone: "America/New_York" });
  return { facts: { now, ...facts }, policy: { rules: rules() }, trading, databases: [], verdicts: [], unknown: [], acks: [], ...parts };
}

function finding(ruleId: string, outcome: Verdict["outcome"], subject: string): Verdict {
  return sampleFinding({ ruleId, outcome, subject, location: null });
}

/** `state name: text` of each row, under its area. */
function lines(machine: JudgedMachine): Record<string, string[]> {
  return Object.fromEntries(
    toMachineStatus(machine).areas.map(({ title, subject, rows }) => [`${title} ${subject}`, rows.map(({ state, name, text }) => `${state} ${name}: ${text}`)]),
  );
}

describe("trading", () => {
  const tail = [record("07:00:00", "ERROR", "first"), record("08:00:00", "INFO", "second")];
  const well = {
    tradingFiles: files(),
    tradingDatabase: database({
      orders: orders(...times(6, failedClose)),
      positions: known({ rows: [position({ pnl: -1.5 })], more: false }),
      newest: known({ rows: [{ table: "orders", time: "2025-10-13 11:30:00" }], more: false }),
    }),
    tradingLog: log(tail),
    tradingFills: known({
      path: "D:/databases/trading.db",
      executions: unknown<never>("executions", "the database has no table executions"),
      trades: known({ rows: [], more: false }),
    }),
  } as const;
  const at = Date.UTC(2025, 9, 13, 12);

  test("shows each number beside what it is held against, and what the rule made of it", () => {
    const machine = judged({ ...well }, { verdicts: [finding("trading/failed-orders", "blocking", "D:/databases/trading.db")] });
    expect(lines({ ...machine, facts: { ...machine.facts, now: at } })).toEqual({
      "Trading apps/crypto-enhanced": [
        "info database: D:/databases/trading.db",
        "block failed orders: 6 in 24 hours, at most 5 (database: 6, log: 0)",
        "ok unconfirmed orders: 0 for more than 30 minutes, none expected",
        "ok open positions: 1, -1.50 USD, not below -5.00 USD",
        "ok halts: 0 in 24 hours, none expected",
        "ok newest row: 2025-10-13 11:30 UTC (0.5 h ago), at most 24 h together with the log",
        "info readiness: INSUFFICIENT DATA, 0 of 50 trades; npx --no guard trading status tells more",
        "ok critical files: 2 of 2",
      ],
      "Log D:/logs/trading.log": [
        "ok errors: 1 in the last 100 lines, at most 10",
        "info last record: 2025-10-13 12:00 UTC (0 h ago), at most 24 h",
        "info size: 0.0 MB, utf-8",
      ],
    });
  });

  test("says once that there is no database, and of the rest what is known", () => {
    const gone = unknown<never>("D:/databases/trading.db", "does not exist");
    const none = unknown<never>("D:/logs/*.log", "no log is there");
    const machine = judged({ tradingFiles: files(), tradingDatabase: gone, tradingFills: gone, tradingLog: none });
    const unknowns = ["failed-orders", "halted"].map((name) => ({
      ruleId: `trading/${name}`,
      subject: "D:/databases/trading.db",
      reason: "does not exist",
      blocks: false,
    }));
    expect(lines({ ...machine, unknown: unknowns })).toEqual({
      "Trading apps/crypto-enhanced": [
        "unknown database: does not exist",
        "unknown failed orders: see database",
        "unknown unconfirmed orders: see database",
        "unknown open positions: see database",
        "unknown halts: see database",
        "unknown newest row: see database",
        "unknown readiness: see database",
        "ok critical files: 2 of 2",
      ],
      "Log D:/logs/*.log": ["unknown errors: not known"],
    });
    expect(toTradingStatusOf(machine)?.readiness).toBeNull();
  });

  test("is left out where the configuration has none", () => {
    const machine = judged({}, { trading: null });
    expect([toMachineStatus(machine).areas, toTradingStatusOf(machine)]).toEqual([[], null]);
  });
});

describe("databases", () => {
  const facts = {
    databases: of(file({ walBytes: 3 << 20 }, { freePages: 1024 })),
    databaseChecks: of(check({ orphans: { rows: 3 } })),
    databasePermissions: of({ kind: "posix" as const, mode: 0o644, folderMode: 0o755, own: true }),
    databaseEncryption: of({ format: "sqlite" as const, volume: unknown<boolean>("D:", "BitLocker can only be asked by an administrator") }),
    databaseBackups: of(backups([backup(30), backup(54), backup(24 * 40)])),
    databaseRetention: of([
      {
        spec: { table: "activity_events", column: "created_at", maxAgeDays: 30 },
        counts: known({ tooOld: 12, oldest: now - 40 * 24 * HOUR, tooLong: 0, longestHours: null, unreadable: 0 }),
      },
    ]),
  };

  test("each with its file and its backups", () => {
    const verdicts = [finding("sqlite/foreign-keys", "advisory", PATH), finding("sqlite/retention", "advisory", `${PATH}, table activity_events`)];
    const others = [finding("sqlite/integrity", "blocking", "D:/databases/other.db"), finding("sqlite/backup-freshness", "suppressed", PATH)];
    const hidden = { ruleId: "sqlite/encryption", subject: PATH, reason: "BitLocker can only be asked by an administrator", blocks: false };
    const machine = judged(facts, { trading: null, databases: [{ path: PATH, journalMode: "wal" }], verdicts: [...verdicts, ...others], unknown: [hidden] });
    expect(lines(machine)).toEqual({
      [`Database ${PATH}`]: [
        "info file: 40.0 MB",
        "ok integrity: sound, read whole 2025-11-26 11:00 UTC, at most 7 days ago",
        "ok journal mode: wal, wal wanted",
        "ok write-ahead log: 3.0 MB, at most 10 MB",
        "ok free pages: 10 %, at most 25 %",
        "warn foreign keys: 3 rows point to nothing, none expected",
        "warn retention: activity_events: 12 rows older than 30 days",
        "ok permissions: mode 0644, folder 0755; 0600 and 0700 leave others out",
        "unknown encryption: BitLocker can only be asked by an administrator",
      ],
      [`Backups of ${PATH}`]: [
        "acknowledged newest: 2025-11-25 06:00 UTC (30 h ago), at most 26 h",
        "ok kept: 3 backups, 1 older than 30 days",
        "ok validity: sound, read whole",
      ],
    });
    expect(toMachineStatus(machine).counts).toEqual({ block: 0, warn: 2, unknown: 1, acknowledged: 1, ok: 7, off: 0, info: 1 });
  });

  test("one that is not there is one line, and so are its backups that cannot be", () => {
    const gone = { databases: missing<never>(), databaseBackups: missing<never>(), databaseChecks: missing<never>() };
    expect(lines(judged(gone, { trading: null }))).toEqual({ [`Database ${PATH}`]: ["unknown file: does not exist"] });
  });

  test("damage is told in SQLite's own words; what was never read whole is not known", () => {
    const integrity = (parts: Omit<MachineFacts, "now">): string | undefined => lines(judged(parts, { trading: null }))[`Database ${PATH}`]?.[1];
    expect(integrity({ ...facts, databaseChecks: of(check({ problems: ["Page 7:\n  btreeInitPage"] })) })).toContain("Page 7: btreeInitPage (2025-11-26");
    expect(integrity({ ...facts, databases: of(file({ format: "other", header: null })) })).toBe("ok integrity: it has no SQLite header");
    expect(integrity({ ...facts, databaseChecks: of(null) })).toBe("unknown integrity: not known");
  });

  test("a rule that is off says so, and the number is shown all the same", () => {
    const machine = judged(facts, { trading: null, policy: { rules: rules({ "sqlite/freelist": "off" }) } });
    expect(lines(machine)[`Database ${PATH}`]).toContain("off free pages: 10 %, at most 25 %");
  });
});
