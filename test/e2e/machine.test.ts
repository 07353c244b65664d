import { closeSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openJournal } from "../../src/state/journal.ts";
import { readFolderState } from "../support/folder-state.ts";
import { openTestDatabase } from "../support/sqlite.ts";
import { link, withGuard } from "./guarded.ts";
import { createWatched, NONCE, nonce, rulesOf, trading } from "./watched.ts";

describe("failed orders", () => {
  test("of a session as the bot records it block the commit, where a naive query counts none", () => {
    const watched = createWatched();
    watched.trade();
    const head = watched.git("rev-parse", "HEAD");
    const { code, stderr } = watched.change();
    expect(code, stderr).toBe(1);
    expect(stderr).toContain("guard: blocked by 1 finding\n");
    expect(stderr).toContain("trading/failed-orders  194 failed orders in the last 24 hours, more than the 5 that are allowed (database: 194, log: 194).");
    expect(stderr.trimEnd().split("\n").at(-1)).toBe(
      "Way out: mend what is named above; or where it is known and this cannot wait: npx --no guard ack trading/failed-orders --for 2h --reason WHY",
    );
    expect(watched.git("rev-parse", "HEAD")).toBe(head);
    expect(watched.json("--staged").findings).toEqual([
      expect.objectContaining({
        ruleId: "trading/failed-orders",
        outcome: "blocking",
        facts: { count: 194, max: 5, windowHours: 24, database: 194, log: 194 },
      }),
    ]);
    const db = openTestDatabase(join(watched.machine, "trading.db"));
    expect(db.prepare("SELECT count(*) AS count FROM orders WHERE status = 'failed'").get()).toEqual({ count: 0 });
    db.close();
  });

  test("block with nothing staged, alone, and with the whole index; not where single files are judged", () => {
    const watched = createWatched();
    watched.trade();
    for (const source of ["--staged", "--machine", "--all"]) expect(rulesOf(watched.json(source)), source).toContain("trading/failed-orders blocking");
    expect(watched.json("src").findings).toEqual([]);
    expect(watched.json("--machine").coverage.rules).toBe(6);
    expect(rulesOf(watched.json("--machine"))).toEqual(["trading/failed-orders blocking"]);
  });

  test("up to five warn, and none of them is silent", () => {
    const watched = createWatched();
    watched.trade({ failedCloses: 5, calm: true });
    const { code, stderr } = watched.change();
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("warn  trading/failed-orders  5 failed orders");
  });

  test("block by the policy in HEAD, also where the commit takes the bot out of the configuration", () => {
    const watched = createWatched();
    watched.trade();
    watched.write("guard.config.json", "{}\n");
    watched.git("add", "guard.config.json");
    expect(watched.tryGit("commit", "-m", "Watch no more").code).toBe(1);
  });
});

describe("guard ack", () => {
  const ack = ["ack", "trading/failed-orders", "--for", "2h", "--reason", "this commit mends the bot"];

  test("lets commits through, says so each time, and is said where it has nothing to suppress", () => {
    const watched = createWatched();
    watched.trade();
    expect(watched.guard(...ack)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Acknowledged until 2\d{3}-.*Z, .*: trading\/failed-orders\n$/) });
    const { code, stderr } = watched.change();
    expect(code, stderr).toBe(0);
    expect(stderr).toMatch(
      /^acknowledged by Ada Example <ada@example\.com> until .*Z {2}trading\/failed-orders {2}194 failed .* Reason given: this commit mends the bot$/m,
    );
    const [finding] = watched.json("--staged").findings;
    expect(finding).toMatchObject({
      outcome: "suppressed",
      suppression: { kind: "ack", reason: "this commit mends the bot", owner: "Ada Example <ada@example.com>", until: expect.any(String) },
    });
    watched.trade({ failedCloses: 0, calm: true });
    const mended = watched.change();
    expect(mended).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^guard: acknowledged by Ada .*: trading\/failed-orders\. Reason given: this commit/m),
    });
  });

  test("holds in every worktree, and for no other rule", () => {
    const watched = createWatched();
    watched.trade();
    watched.guard(...ack);
    watched.git("worktree", "add", "--quiet", "-b", "feature", "../linked");
    const linked = watched.at("../linked");
    link(linked);
    expect(JSON.parse(withGuard(linked).guard("check", "--format", "json").stdout)).toMatchObject({ exitCode: 0 });
    writeFileSync(join(watched.dir, "bot/nonce_state_primary.json"), nonce(NONCE - 1n));
    expect(rulesOf(watched.json())).toEqual(["trading/critical-files blocking", "trading/failed-orders suppressed"]);
  });

  test("ends by itself, and what is written into the journal by hand holds nothing", async () => {
    const watched = createWatched();
    watched.trade();
    const git = join(watched.dir, ".git");
    const [made, until] = [Date.now() - 7_200_000, new Date(Date.now() - 60_000).toISOString()];
    await openJournal(git, git).append({ kind: "ack", rules: ["trading/failed-orders"], reason: "over", who: "Ada", until }, made);
    expect(watched.json()).toMatchObject({ exitCode: 1 });
    const path = join(git, "guard/journal.jsonl");
    writeFileSync(path, readFileSync(path, "utf8").replace(until, new Date(Date.now() + 60_000).toISOString()));
    expect(watched.json()).toMatchObject({ exitCode: 1 });
    rmSync(path);
    expect(watched.json()).toMatchObject({ exitCode: 1 });
  });

  test.each([
    [["ack"], "ack needs a reason"],
    [["ack", "--for", "2h", "--reason", "x"], "ack needs the rules"],
    [["ack", "trading", "--reason", "x"], "ack needs a time"],
    [["ack", "trading", "--for", "2h", "--reason", " "], "ack needs a reason"],
    [["ack", "trading", "--for", "8d", "--reason", "x"], 'not "8d"'],
    [["ack", "trading", "--for", "0h", "--reason", "x"], 'not "0h"'],
    [["ack", "trading/limits", "--for", "2h", "--reason", "x"], '"trading/limits" does not look at the machine'],
    [["ack", "secrets", "--for", "2h", "--reason", "x"], '"secrets" does not look at the machine'],
    [["ack", "trading/failed-order", "--for", "2h", "--reason", "x"], "Did you mean trading/failed-orders?"],
  ])("%j ends with 2 and records nothing", (args, words) => {
    const watched = createWatched();
    const { code, stdout, stderr } = watched.guard(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(words);
    expect(() => readFileSync(join(watched.dir, ".git/guard/journal.jsonl"))).toThrow("ENOENT");
  });

  test("of a pack takes its machine rules and no others", () => {
    const watched = createWatched({}, {});
    const { stdout } = watched.guard("ack", "trading,sqlite/integrity", "--for", "30m", "--reason", "x");
    expect(stdout).toContain("sqlite/integrity, trading/critical-files, trading/failed-orders");
    expect(stdout).not.toContain("trading/limits");
    // There they are off
    expect(createWatched().guard("ack", "sqlite", "--for", "30m", "--reason", "x")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("off here: sqlite"),
    });
  });
});

describe("what cannot be looked at", () => {
  test("is a warning with its reason, and the report is not complete", () => {
    const watched = createWatched();
    const { code, stderr } = watched.change();
    expect(code, stderr).toBe(0);
    expect(stderr).toMatch(/^unknown {2}5 rules of trading {2}\.\.\/machine\/\*\.log: no log is there; 1 more reason \(this does not block; /m);
    const report = watched.json();
    expect(report).toMatchObject({ exitCode: 0, complete: false });
    expect(report.unknown).toContainEqual({ ruleId: "trading/failed-orders", subject: trading.database, reason: "does not exist", blocks: false });
  });

  test("blocks where the configuration says that it is required, until it is acknowledged", () => {
    const watched = createWatched({ required: true });
    const { code, stderr } = watched.change();
    expect(code, stderr).not.toBe(0);
    expect(stderr).toContain("guard: The check ended with code 3");
    expect(stderr).toMatch(/or, where they are known: npx --no guard ack trading\/halted trading\/failed-orders .*--for 2h --reason WHY|--reason WHY\./);
    expect(watched.json()).toMatchObject({ exitCode: 3, complete: false, error: { code: "not-judged" } });
    watched.guard("ack", "trading", "--for", "2h", "--reason", "the bot moves house");
    expect(watched.change()).toMatchObject({ code: 0, stderr: expect.stringContaining("Reason given: the bot moves house") });
    expect(watched.json()).toMatchObject({ exitCode: 0, complete: false });
  });

  test("blocks for the database that is required, and for no other", () => {
    const watched = createWatched({}, { trading: "off", sqlite: "warn", "sqlite/integrity": "block" });
    const databases = [{ path: "../machine/needed.db", required: true }, { path: "../machine/other.db" }];
    watched.commit({ "guard.config.json": JSON.stringify({ rules: { "sqlite/integrity": "block" }, databases }) });
    const { exitCode, unknown } = watched.json();
    expect(exitCode).toBe(3);
    expect(unknown.filter(({ blocks }) => blocks)).toEqual([
      { ruleId: "sqlite/integrity", subject: "../machine/needed.db", reason: "does not exist", blocks: true },
    ]);
  });

  test("never outweighs a finding", () => {
    const watched = createWatched({ required: true });
    watched.trade();
    rmSync(join(watched.machine, "trading.db"));
    expect(watched.json()).toMatchObject({ exitCode: 1, findings: [{ ruleId: "trading/failed-orders", facts: { database: null, log: 194 } }] });
  });

  test.skipIf(process.platform === "win32")("a pipe in place of the database keeps nobody waiting", () => {
    const watched = createWatched();
    watched.run("mkfifo", join(watched.machine, "trading.db"));
    expect(watched.change().code).toBe(0);
    expect(watched.json().unknown).toContainEqual(expect.objectContaining({ ruleId: "trading/halted", reason: "is a FIFO, not a file" }));
  });

  test.skipIf(process.platform === "win32")("a database that hangs costs the commit no more than the deadline", () => {
    const watched = createWatched();
    watched.trade({ failedCloses: 0, calm: true });
    // SQLite looks into a journal before it reads: opening this one waits for somebody who writes to it, for ever
    watched.run("mkfifo", join(watched.machine, "trading.db-journal"));
    const { code, stderr } = watched.change();
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("did not answer within 2 s");
    // The log was read before
    expect(watched.json("--only", "trading/log-errors")).toMatchObject({ complete: true });
  });
});

describe("who is judged", () => {
  test("--no-machine leaves the machine out and says so", () => {
    const watched = createWatched({ required: true });
    watched.trade();
    const { code, stdout, stderr } = watched.guard("check", "--no-machine", "--format", "json");
    expect([code, stderr]).toEqual([0, "guard: left out on request: machine\n"]);
    expect(JSON.parse(stdout)).toMatchObject({ complete: true, findings: [], unknown: [], coverage: { skipped: ["machine"] } });
  });

  test("--no-machine leaves out no change: limits that are loosened block as ever", () => {
    const watched = createWatched();
    const limits = (usd: number): string => JSON.stringify({ pairs: ["XLM/USD"], risk: { max_position_size: usd, max_total_exposure: 10, max_positions: 1 } });
    watched.commit({ "bot/trading_config.json": limits(10) });
    watched.write("bot/trading_config.json", limits(30));
    watched.git("add", ".");
    expect(rulesOf(watched.json("--no-machine"))).toEqual(["trading/limits blocking"]);
  });

  test("with scope trading-paths a commit that leaves the bot alone is told and let through", () => {
    const watched = createWatched({ scope: "trading-paths" });
    watched.trade();
    const { code, stderr } = watched.change("docs/plan.md");
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("trading/failed-orders  194 failed orders");
    expect(watched.change("bot/strategy.py").code).toBe(1);
    expect(watched.json()).toMatchObject({ exitCode: 1, findings: [{ severity: "block", outcome: "blocking" }] });
    expect(watched.json("--machine")).toMatchObject({ exitCode: 1 });
  });

  test("with scope trading-paths what is required is required of those commits alone", () => {
    const watched = createWatched({ scope: "trading-paths", required: true });
    expect(watched.change("docs/plan.md").code).toBe(0);
    expect(watched.change("bot/strategy.py").code).not.toBe(0);
    expect(watched.json()).toMatchObject({ exitCode: 3 });
  });
});

describe("databases", () => {
  const own = { trading: "off", sqlite: "warn", "sqlite/integrity": "block", "sqlite/permissions": "off" };

  test("that are none, or damaged, are a finding, and what needed their rows is unknown", () => {
    const watched = createWatched({}, { ...own, trading: "block", "trading/log-errors": "off", "trading/critical-files": "off" });
    writeFileSync(join(watched.machine, "trading.db"), "no database at all, only words ".repeat(200));
    const report = watched.json();
    expect(report).toMatchObject({ exitCode: 1, findings: [{ ruleId: "sqlite/integrity", outcome: "blocking" }] });
    expect(report.unknown).toContainEqual(expect.objectContaining({ ruleId: "trading/failed-orders", reason: "is no SQLite database", blocks: false }));
  });

  test("with a damaged page are found by the daily reading, whose result is remembered", () => {
    const watched = createWatched({}, own);
    watched.trade({ oldOrders: 2000 });
    expect(watched.json()).toMatchObject({ exitCode: 0 });
    // A line with a checksum, then the text
    const remembered = JSON.parse(watched.read(".git/guard/cache/checks.json").replace(/^.*\n/, ""));
    expect(remembered.lastChecks).toMatchObject([{ path: expect.stringMatching(/machine.trading\.db$/), depth: "quick", problems: [] }]);
    damagePages(join(watched.machine, "trading.db"));
    expect(watched.json("--staged").findings).toEqual(expect.not.arrayContaining([expect.objectContaining({ ruleId: "sqlite/integrity" })]));
    expect(watched.json("--machine")).toMatchObject({ exitCode: 1 });
    // From now on a commit knows it too
    expect(watched.json("--staged")).toMatchObject({ exitCode: 1 });
    watched.write(".git/guard/cache/checks.json", "{ broken");
    expect(watched.json("--staged")).toMatchObject({ exitCode: 1 });
  });

  test.each(["wal", "delete"] as const)("are left as they are, in journal mode %s", (journalMode) => {
    const watched = createWatched({}, { sqlite: "warn" });
    watched.trade({ journalMode });
    const before = readFolderState(watched.machine);
    watched.change();
    for (const args of [["check"], ["check", "--machine"], ["check", "--all"], ["status"], ["trading", "status"]]) watched.guard(...args);
    expect(readFolderState(watched.machine)).toEqual(before);
    expect(Object.keys(before).sort()).toEqual(["README", "trading.db", "trading.log"]);
  });
});

/** Overwrites a page in the middle, behind the header. */
function damagePages(path: string): void {
  const file = openSync(path, "r+");
  for (const page of [20, 21, 22]) writeSync(file, Buffer.alloc(2048, 0xa5), 0, 2048, page * 4096 + 100);
  closeSync(file);
}

describe("nonces", () => {
  test("that fall below the one in HEAD block; a runtime file that git ignores is not missed in a fresh clone", () => {
    const watched = createWatched();
    watched.trade({ failedCloses: 0, calm: true });
    writeFileSync(join(watched.dir, "bot/nonce_state_primary.json"), nonce(NONCE - 1n));
    expect(rulesOf(watched.json())).toEqual(["trading/critical-files blocking"]);
    writeFileSync(join(watched.dir, "bot/nonce_state_primary.json"), nonce(NONCE + 1n));
    expect(rulesOf(watched.json())).toEqual([]);
    watched.git("rm", "--quiet", "--cached", "bot/nonce_state_primary.json");
    watched.commit({ ".gitignore": "node_modules/\nnonce_state*.json\n" });
    rmSync(join(watched.dir, "bot/nonce_state_primary.json"));
    expect(rulesOf(watched.json())).toEqual(["trading/critical-files blocking"]);
    rmSync(join(watched.machine, "trading.db"));
    expect(rulesOf(watched.json())).toEqual(["trading/critical-files advisory"]);
  });
});
