import type { BackupFacts } from "./backups.ts";
import type { Known } from "./known.ts";
import type { DatabaseCheck, DatabaseFile, Encryption, OfDatabase, Permissions, RetentionCount } from "./sqlite.ts";
import type { StorageLayout } from "./storage.ts";
import type { TradingDatabase, TradingFiles, TradingFills, TradingLog } from "./trading.ts";

/** What the probes report of the machine, and nothing else: plain values, so that every machine rule is tested without a machine. */
export interface MachineFacts {
  /** When the probes looked, milliseconds since the epoch. The only clock a rule knows. */
  readonly now: number;
  readonly tradingDatabase?: Known<TradingDatabase>;
  readonly tradingLog?: Known<TradingLog>;
  readonly tradingFiles?: Known<TradingFiles>;
  readonly tradingFills?: Known<TradingFills>;
  readonly databases?: readonly OfDatabase<DatabaseFile>[];
  /** A `null` value: no check was due, and none is remembered. */
  readonly databaseChecks?: readonly OfDatabase<DatabaseCheck | null>[];
  readonly databaseRetention?: readonly OfDatabase<readonly RetentionCount[]>[];
  readonly databasePermissions?: readonly OfDatabase<Permissions>[];
  readonly databaseEncryption?: readonly OfDatabase<Encryption>[];
  readonly storageLayout?: Known<StorageLayout>;
  readonly databaseBackups?: readonly OfDatabase<BackupFacts>[];
}
