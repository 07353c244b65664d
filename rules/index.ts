import type { Rule } from "../src/core/rule.ts";
import { trackedFile } from "./environment/tracked-file.ts";
import { keyFile } from "./secrets/key-file.ts";
import { dataFile } from "./storage/data-file.ts";

/** The built-in rules that are code: id and where the body is; three are asked about every path, and come along. Ids are public and never change. Those of tokens are rows of `secrets/catalog/`. */
export const builtInRules: Readonly<Record<string, () => Promise<Rule>>> = {
  "environment/client-secret": () => import("./environment/client-secret.ts").then((module) => module.clientSecret),
  "environment/drift": () => import("./environment/drift.ts").then((module) => module.drift),
  "environment/gitignore": () => import("./environment/gitignore.ts").then((module) => module.gitignore),
  "environment/mixing": () => import("./environment/mixing.ts").then((module) => module.mixing),
  "environment/portability": () => import("./environment/portability.ts").then((module) => module.portability),
  "environment/reuse": () => import("./environment/reuse.ts").then((module) => module.reuse),
  "environment/schema": () => import("./environment/schema.ts").then((module) => module.schema),
  "environment/startup-validation": () => import("./environment/startup-validation.ts").then((module) => module.startupValidation),
  "environment/template-secret": () => import("./environment/template-secret.ts").then((module) => module.templateSecret),
  "environment/tracked-file": async () => trackedFile,
  "environment/value-leak": () => import("./environment/value-leak.ts").then((module) => module.valueLeak),
  "policy/bad-suppression": () => import("./policy/bad-suppression.ts").then((module) => module.badSuppression),
  "policy/unused-suppression": () => import("./policy/unused-suppression.ts").then((module) => module.unusedSuppression),
  "policy/weakened": () => import("./policy/weakened.ts").then((module) => module.weakened),
  "secrets/aws-access-key-id": () => import("./secrets/aws-access-key-id.ts").then((module) => module.awsAccessKeyId),
  "secrets/aws-key-pair": () => import("./secrets/aws-key-pair.ts").then((module) => module.awsKeyPair),
  "secrets/aws-secret-access-key": () => import("./secrets/aws-secret-access-key.ts").then((module) => module.awsSecretAccessKey),
  "secrets/bip39-mnemonic": () => import("./secrets/bip39-mnemonic.ts").then((module) => module.bip39Mnemonic),
  "secrets/connection-string": () => import("./secrets/connection-string.ts").then((module) => module.connectionString),
  "secrets/generic-password": () => import("./secrets/generic-password.ts").then((module) => module.genericPassword),
  "secrets/generic-secret": () => import("./secrets/generic-secret.ts").then((module) => module.genericSecret),
  "secrets/in-message": () => import("./secrets/in-message.ts").then((module) => module.inMessage),
  "secrets/key-file": async () => keyFile,
  "secrets/private-key": () => import("./secrets/private-key.ts").then((module) => module.privateKey),
  "sqlite/backup-freshness": () => import("./sqlite/backup-freshness.ts").then((module) => module.backupFreshness),
  "sqlite/backup-retention": () => import("./sqlite/backup-retention.ts").then((module) => module.backupRetention),
  "sqlite/backup-validity": () => import("./sqlite/backup-validity.ts").then((module) => module.backupValidity),
  "sqlite/encryption": () => import("./sqlite/encryption.ts").then((module) => module.encryption),
  "sqlite/foreign-keys": () => import("./sqlite/foreign-keys.ts").then((module) => module.foreignKeys),
  "sqlite/freelist": () => import("./sqlite/freelist.ts").then((module) => module.freelist),
  "sqlite/integrity": () => import("./sqlite/integrity.ts").then((module) => module.integrity),
  "sqlite/journal-mode": () => import("./sqlite/journal-mode.ts").then((module) => module.journalMode),
  "sqlite/permissions": () => import("./sqlite/permissions.ts").then((module) => module.permissions),
  "sqlite/retention": () => import("./sqlite/retention.ts").then((module) => module.retention),
  "sqlite/wal-size": () => import("./sqlite/wal-size.ts").then((module) => module.walSize),
  "storage/data-file": async () => dataFile,
  "storage/database-path": () => import("./storage/database-path.ts").then((module) => module.databasePath),
  "storage/layout": () => import("./storage/layout.ts").then((module) => module.layout),
  "storage/malformed-path": () => import("./storage/malformed-path.ts").then((module) => module.malformedPath),
  "trading/critical-files": () => import("./trading/critical-files.ts").then((module) => module.criticalFiles),
  "trading/failed-orders": () => import("./trading/failed-orders.ts").then((module) => module.failedOrders),
  "trading/halted": () => import("./trading/halted.ts").then((module) => module.halted),
  "trading/limits": () => import("./trading/limits.ts").then((module) => module.limits),
  "trading/live-confirmation": () => import("./trading/live-confirmation.ts").then((module) => module.liveConfirmation),
  "trading/log-errors": () => import("./trading/log-errors.ts").then((module) => module.logErrors),
  "trading/open-pnl": () => import("./trading/open-pnl.ts").then((module) => module.openPnl),
  "trading/stale-data": () => import("./trading/stale-data.ts").then((module) => module.staleData),
  "trading/unconfirmed-orders": () => import("./trading/unconfirmed-orders.ts").then((module) => module.unconfirmedOrders),
};

/** Throws `RangeError` where there is none of that id. */
export async function loadBuiltInRule(id: string): Promise<Rule> {
  const load = builtInRules[id];
  const rule = load ? await load() : (await import("./secrets/catalog/catalog.ts")).toFormatRule(id);
  if (!rule) throw new RangeError(`no rule ${id}`);
  return rule;
}

/** All of them, the rows of the catalogue too. */
export async function listBuiltInRules(): Promise<readonly Rule[]> {
  const { listFormatRules } = await import("./secrets/catalog/catalog.ts");
  const rules = await Promise.all(Object.values(builtInRules).map((load) => load()));
  return [...rules, ...listFormatRules()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
