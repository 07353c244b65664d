import { chmodSync, copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeTradingSession } from "../../test/support/trading-session.ts";

/** Folders of the machine that stand for those of the policy, `D:/databases` and `D:/logs`; relative to the repository. */
const FOLDERS = ["../machine/databases", "../machine/logs"];

/** The configuration that `init` wrote, told where to look on this machine: nobody's real D: has a part in this. */
export function withFolders(config: string): string {
  const platform = Object.fromEntries(["linux", "darwin", "win32"].map((system) => [system, { roots: FOLDERS }]));
  return `${JSON.stringify({ ...JSON.parse(config), storage: { platform } }, null, 2)}\n`;
}

/** What a bot keeps beside its code, and git ignores. */
export function writeNonce(repository: string): void {
  const nonce = `{"last_nonce": ${Date.now()}000000, "timestamp": ${Date.now() / 1000}}\n`;
  writeFileSync(join(repository, "projects/crypto-enhanced/nonce_state_primary.json"), nonce);
}

/**
 * Leaves database, log and backup of a session of the bot that ended an hour ago. `failing`: as on 13 October 2025, when 194 positions could not be
 * closed and no order ever got the status `failed`. `mended`: nothing fails.
 */
export function runBot(base: string, state: "failing" | "mended"): void {
  const machine = join(base, "machine");
  const [databases, logs, backups] = [join(machine, "databases"), join(machine, "logs"), join(machine, "databases/backups")];
  rmSync(machine, { recursive: true, force: true });
  for (const folder of [databases, logs, backups]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const calm = state === "mended" ? { failedCloses: 0, calm: true, confirmed: true } : {};
  const session = writeTradingSession(databases, { end: Date.now() - 3_600_000, journalMode: "wal", ...calm });
  renameSync(session.log, join(logs, "trading.log"));
  chmodSync(session.database, 0o600);
  copyFileSync(session.database, join(backups, "trading_backup.db"));
}
