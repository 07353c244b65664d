import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Ended } from "../support/git-sandbox.ts";
import { type SessionOptions, writeTradingSession } from "../support/trading-session.ts";
import { createGuarded, type Guarded } from "./guarded.ts";

export interface Watched extends Guarded {
  /** Where the bot's database and log lie, outside of the repository. */
  readonly machine: string;
  /** A session of the bot that ended an hour ago, by the clock of this machine. */
  trade(session?: Partial<SessionOptions>): void;
  /** Changes a file that has nothing to do with the bot, and commits it. */
  change(path?: string): Ended;
  json(...args: string[]): Json;
}

export interface Json {
  readonly exitCode: number;
  readonly complete: boolean;
  readonly findings: readonly { readonly ruleId: string; readonly outcome: string; readonly facts: object; readonly suppression: object | null }[];
  readonly unknown: readonly { readonly ruleId: string; readonly subject: string; readonly reason: string; readonly blocks: boolean }[];
  readonly coverage: { readonly skipped: readonly string[]; readonly rules: number };
}

/** The section of the configuration that watches the bot. */
export const trading = {
  root: "bot",
  database: "../machine/trading.db",
  logs: "../machine/*.log",
  criticalFiles: ["config.py", "nonce_state_primary.json"],
  timeZone: "America/New_York",
};
export const NONCE = 1_760_356_146_471_341_630n;

/** A guarded repository with a bot, of which nothing has run yet. SQLite's own rules are off, unless they are what is tested. */
export function createWatched(section: object = {}, rules: object = { sqlite: "off", "trading/unconfirmed-orders": "off" }): Watched {
  const guarded = createGuarded();
  const machine = join(guarded.dir, "../machine");
  const config = { rules, trading: { ...trading, ...section } };
  guarded.write("../machine/README", "");
  guarded.commit({ "guard.config.json": JSON.stringify(config), "bot/config.py": "LIMIT = 1\n", "bot/nonce_state_primary.json": nonce(NONCE) });
  let changes = 0;
  return {
    ...guarded,
    machine,
    trade(session = {}) {
      for (const name of ["trading.db", "trading.log"]) rmSync(join(machine, name), { force: true });
      writeTradingSession(machine, { end: Date.now() - 3_600_000, ...session });
    },
    change(path = "src/other.ts") {
      guarded.write(path, `export const change = ${changes++};\n`);
      guarded.git("add", path);
      return guarded.tryGit("commit", "-m", "Change");
    },
    json: (...args) => JSON.parse(guarded.guard("check", ...args, "--format", "json").stdout),
  };
}

/** A nonce file as the bot writes it. */
export function nonce(value: bigint): string {
  return `{"last_nonce": ${value}, "timestamp": 1760356146.5}\n`;
}

/** Without the rule that stands last: the reasons vary. */
export function rulesOf({ findings }: Json): string[] {
  return findings.map(({ ruleId, outcome }) => `${ruleId} ${outcome}`);
}
