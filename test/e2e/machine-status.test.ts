import { existsSync, mkdtempSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openTestDatabase } from "../support/sqlite.ts";
import { createGuarded, type Guarded } from "./guarded.ts";
import { createWatched, trading } from "./watched.ts";

describe("guard status", () => {
  test("shows each number beside its threshold, in ASCII, and ends with 0", () => {
    const watched = createWatched({}, {});
    watched.trade();
    const { code, stdout, stderr } = watched.guard("status");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^[\n\x20-\x7e]*$/);
    expect(stdout).toContain("block    failed orders       194 in 24 hours, at most 5 (database: 194, log: 194)\n");
    expect(stdout).toContain("ok       errors              6 in the last 100 lines, at most 10\n");
    expect(stdout).toMatch(/ {2}ok {7}integrity {11}sound, read whole .* UTC, at most 7 days ago\n/);
    expect(stdout).toMatch(/\nguard: 1 that blocks, \d+ to look at.*\n$/);
    const json = JSON.parse(watched.guard("status", "--format", "json").stdout);
    expect(json).toMatchObject({ schema: "guard.status/1", exitCode: 0, counts: { block: 1 } });
    const rows = json.areas.flatMap(({ rows: own }: { rows: object[] }) => own);
    expect(rows).toContainEqual(expect.objectContaining({ name: "failed orders", state: "block", value: 194, threshold: 5, ruleId: "trading/failed-orders" }));
  });

  test("names what is unknown, and says what is acknowledged", () => {
    const watched = createWatched();
    watched.guard("ack", "trading", "--for", "1d", "--reason", "moving house");
    const { stdout } = watched.guard("status");
    expect(stdout).toContain("unknown  database            does not exist\n");
    expect(stdout).toMatch(/\nAcknowledged\n {2}until .* by Ada Example <ada@example.com>: trading\/critical-files, .*\. Reason given: moving house\n/);
  });

  test("says that nothing is watched", () => {
    const guarded = createGuarded();
    expect(guarded.guard("status")).toMatchObject({ code: 0, stdout: expect.stringContaining('neither "trading" nor "databases"') });
    expect(guarded.guard("check", "--machine")).toMatchObject({ code: 0, stderr: expect.stringContaining("No active rule looks at the machine") });
    expect(guarded.guard("trading", "status")).toMatchObject({ code: 2, stderr: expect.stringContaining('no "trading"') });
  });
});

describe("guard trading status", () => {
  test("says whether the bot is ready, by which criteria", () => {
    const watched = createWatched();
    watched.trade({ failedCloses: 0, calm: true });
    const db = openTestDatabase(join(watched.machine, "trading.db"));
    const insert = db.prepare(
      "INSERT INTO trades (trade_id, order_id, pair, side, price, volume, fee, executed_at) VALUES (?, ?, 'XLM/USD', ?, ?, 20, 0.01, ?)",
    );
    for (let i = 0; i < 50; i++) {
      const day = new Date(Date.UTC(2025, 9, 14) + i * 7_200_000).toISOString();
      insert.run(`B${i}`, `OB${i}`, "buy", 0.35, day);
      insert.run(`S${i}`, `OS${i}`, "sell", i % 2 === 0 ? 0.37 : 0.348, day.replace("00:00.000", "30:00.000"));
    }
    db.close();
    const { code, stdout } = watched.guard("trading", "status");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^[\n\x20-\x7e]*$/);
    expect(stdout).toMatch(/^NOT READY {2}validation 2025-10-13 to 2025-11-12, day 31 of 31\n {2}met {6}trades {6}50, at least 50 needed\n/);
    expect(stdout).toContain("  not met  win rate    50.00 %, at least 52 % needed\n");
    expect(stdout).toContain("So few trades prove little: the true win rate may lie anywhere from 36.64 to 63.36 % (95 % sure).");
    expect(JSON.parse(watched.guard("trading", "status", "--format", "json").stdout)).toMatchObject({
      schema: "guard.trading/1",
      readiness: { status: "NOT READY", trades: 50, criteria: [{ name: "trades", value: 50, needed: 50, met: true }, {}, {}, {}], interval: { low: 36.64 } },
      failedOrders: { count: 0, max: 5 },
    });
    expect(watched.guard("trading", "stats")).toMatchObject({ code: 2, stderr: expect.stringContaining("Did you mean trading status?") });
  });
});

describe("what a hook loads", () => {
  /** Pieces of the package and modules of its dependencies that a hook has loaded when it ends, without the folders that they lie in. */
  function createLoader(): { readonly guarded: Guarded; loaded(): string[] } {
    const guarded = createGuarded();
    const list = "Object.keys(require.cache).filter((path) => /[\\\\/]node_modules[\\\\/]/.test(path) && !/[\\\\/]hooks[\\\\/]hook.cjs$/.test(path))";
    guarded.write("loaded.cjs", `process.on("exit", () => console.log(JSON.stringify(${list})));\n`);
    const hook = join(guarded.dir, "node_modules/@vibetech/guard/hooks/hook.cjs");
    const loaded = (): string[] => {
      // Code that was loaded is kept, each piece under its own name.
      const kept = mkdtempSync(join(guarded.home, "code-"));
      const packages: string[] = JSON.parse(
        guarded.at(".", { GUARD_CODE: kept }).run(process.execPath, "--require", "./loaded.cjs", hook, "pre-commit").stdout,
      );
      const pieces = readdirSync(kept, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".cjs"));
      return [...packages, ...pieces].map((path) => path.replace(/^.*[\\/]/, ""));
    };
    return { guarded, loaded };
  }

  test("is nothing for the machine where no rule looks at it", () => {
    const { loaded } = createLoader();
    // The first run compiles the configuration, and that takes packages; the second knows it
    loaded();
    const files = loaded();
    expect(files).toContainEqual(expect.stringMatching(/^judge-/));
    expect(files).not.toContainEqual(expect.stringMatching(/machine/));
  });

  test("is no package where some do", () => {
    const { guarded, loaded } = createLoader();
    loaded();
    const without = loaded();
    guarded.write("guard.config.json", JSON.stringify({ trading }));
    loaded();
    const more = loaded().filter((file) => !without.includes(file));
    // Pieces of the build end in a hash
    expect(more.filter((file) => !/-[\w-]{8}\.cjs$/.test(file))).toEqual([]);
    expect(more).toContainEqual(expect.stringMatching(/^machine-/));
  });

  test("is prepared before the policy is known, as long as the last commit looked at the machine", () => {
    const { guarded, loaded } = createLoader();
    const mark = join(guarded.dir, ".git/guard/cache/looks-at-machine");
    loaded();
    expect(existsSync(mark)).toBe(false);
    guarded.write("guard.config.json", JSON.stringify({ trading }));
    loaded();
    expect(existsSync(mark)).toBe(true);
    guarded.write("guard.config.json", "{}");
    expect(guarded.tryGit("commit", "--allow-empty", "-m", "Watch no more").code).toBe(0);
    expect(existsSync(mark)).toBe(false);
  });
});
