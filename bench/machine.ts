import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeTradingSession } from "../test/support/trading-session.ts";
import { type Contender, measure, median, printTable, run } from "./measure.ts";

const project = fileURLToPath(new URL("..", import.meta.url));

/** Orders from before the session, and what the machine part may add to a commit, milliseconds. */
const SIZES = [
  { oldOrders: 36_000, budget: 60 },
  { oldOrders: 400_000, budget: 200 },
] as const;
const MODES = ["wal", "delete"] as const;

/** What looking at the machine adds to `git commit` of ten files: a trading database, its log and backup, under all trading and SQLite rules. */
export function benchMachine({ rounds }: { readonly rounds: number }): void {
  const rows = SIZES.flatMap(({ oldOrders, budget }) => MODES.map((mode) => benchDatabase(oldOrders, mode, budget, rounds)));
  printTable(`Time that the machine adds to git commit of ten files, medians of ${rounds} rounds in turn: milliseconds`, [
    ["database, journal mode", "without", "with", "added", "p90", "budget"],
    ...rows,
  ]);
}

function benchDatabase(oldOrders: number, mode: (typeof MODES)[number], budget: number, rounds: number): string[] {
  const base = realpathSync(mkdtempSync(join(tmpdir(), "guard-bench-")));
  try {
    const bytes = createMachine(base, oldOrders, mode);
    const times = measure([createContender(base, "without", mode, { trading: "off", sqlite: "off" }), createContender(base, "with", mode, {})], rounds);
    const [without, withMachine] = [times.get("without") ?? [], times.get("with") ?? []];
    const added = withMachine.map((time, round) => time - (without[round] ?? 0)).sort((a, b) => a - b);
    const numbers = [median(without), median(withMachine), median(added), added[Math.floor(added.length * 0.9)] ?? 0].map((time) => time.toFixed(0));
    return [`${(bytes / 1e6).toFixed(0)} MB, ${mode}`, ...numbers, String(budget)];
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

/** A bot that is well. Answers with the size of its database. */
function createMachine(base: string, oldOrders: number, journalMode: (typeof MODES)[number]): number {
  const machine = join(base, "machine");
  mkdirSync(join(machine, "backups"), { recursive: true });
  const { database } = writeTradingSession(machine, { end: Date.now() - 600_000, failedCloses: 0, calm: true, confirmed: true, oldOrders, journalMode });
  chmodSync(database, 0o600);
  copyFileSync(database, join(machine, "backups/trading_backup.db"));
  return statSync(database).size;
}

/** A guarded repository of twenty files, with a configuration that names the machine. */
function createContender(base: string, name: string, journalMode: string, rules: object): Contender {
  const repository = join(base, name);
  const write = (path: string, content: string): void => writeFileSync(join(repository, path), content);
  mkdirSync(join(repository, "bot"), { recursive: true });
  mkdirSync(join(repository, "node_modules/@vibetech"), { recursive: true });
  symlinkSync(project, join(repository, "node_modules/@vibetech/guard"), "junction");
  const trading = { root: "bot", database: "../machine/trading.db", logs: "../machine/*.log", timeZone: "America/New_York" };
  const databases = [{ path: "../machine/trading.db", backups: ["../machine/backups/*"], journalMode }];
  write("guard.config.json", JSON.stringify({ rules, trading, databases }));
  write(".gitignore", "node_modules/\n.env\n.env.*\n*_credentials.json\n*.pem\n*.key\n");
  write("bot/config.py", "LOG_LEVEL = 1\n");
  write("bot/nonce_state_primary.json", `{"last_nonce": ${Date.now()}000000}\n`);
  for (const args of [
    ["init", "--quiet"],
    ["config", "user.name", "Bench"],
    ["config", "user.email", "bench@example.com"],
  ])
    run("git", args, repository);
  run(process.execPath, [join(project, "hooks/guard.cjs"), "install", "--quiet"], repository);
  let change = 0;
  const stage = (): void => {
    change++;
    for (let i = 0; i < 10; i++) write(`file-${i}.ts`, `export const change = ${change};\n${"export const filler = 1;\n".repeat(300)}`);
    run("git", ["add", "."], repository);
  };
  return { name, prepare: stage, run: () => void run("git", ["commit", "--quiet", "-m", "Change"], repository) };
}
