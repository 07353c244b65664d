import { describe, expect, test } from "vitest";
import { compilePolicy } from "../../src/config/compile.ts";
import { loadConfig } from "../../src/config/load.ts";
import type { Setting } from "../../src/core/model.ts";
import type { RuleMeta, RuleSummary } from "../../src/core/rule.ts";
import { createSource, createSummary } from "./memory-source.ts";

type Needs = RuleMeta["needs"];
type Row = readonly [id: string, recommended: Setting, strict: Setting, vibetech: Setting, needs?: Needs];

/** Every id of the documentation, with the section that a rule waits for: off in `recommended` and `strict`, because they have none. */
const table: readonly Row[] = [
  ["secrets/private-key", "block", "block", "block"],
  ["secrets/connection-string", "block", "block", "block"],
  ["secrets/key-file", "block", "block", "block"],
  ["secrets/generic-secret", "block", "block", "block"],
  ["secrets/generic-password", "block", "block", "block"],
  ["secrets/in-message", "block", "block", "block"],
  ["secrets/aws-access-key-id", "block", "block", "block"],
  ["environment/tracked-file", "block", "block", "block"],
  ["environment/template-secret", "block", "block", "block"],
  ["environment/value-leak", "block", "block", "block"],
  ["environment/client-secret", "block", "block", "block"],
  ["environment/mixing", "block", "block", "block"],
  ["environment/gitignore", "block", "block", "block"],
  ["environment/schema", "warn", "block", "warn"],
  ["environment/drift", "warn", "block", "warn"],
  ["environment/reuse", "warn", "block", "block"],
  ["environment/portability", "warn", "block", "warn"],
  ["environment/startup-validation", "warn", "block", "warn"],
  ["storage/data-file", "warn", "block", "block"],
  ["storage/database-path", "off", "off", "block", "storage"],
  ["storage/malformed-path", "off", "off", "warn", "storage"],
  ["storage/layout", "off", "off", "warn", "storage"],
  ["trading/failed-orders", "off", "off", "block", "trading"],
  ["trading/log-errors", "off", "off", "block", "trading"],
  ["trading/critical-files", "off", "off", "block", "trading"],
  ["trading/open-pnl", "off", "off", "warn", "trading"],
  ["trading/limits", "off", "off", "block", "trading"],
  ["trading/halted", "off", "off", "block", "trading"],
  ["trading/stale-data", "off", "off", "warn", "trading"],
  ["trading/unconfirmed-orders", "off", "off", "warn", "trading"],
  ["trading/live-confirmation", "off", "off", "block", "trading"],
  ["sqlite/integrity", "off", "off", "block", "databases"],
  ["sqlite/journal-mode", "off", "off", "warn", "databases"],
  ["sqlite/backup-freshness", "off", "off", "warn", "databases"],
  ["policy/bad-suppression", "block", "block", "block"],
  ["policy/unused-suppression", "warn", "warn", "warn"],
  ["policy/weakened", "warn", "warn", "warn"],
  ["mine/own-rule", "block", "block", "block"],
];

/** `warn` by themselves, so that what blocks was made to by the preset; a rule of somebody else keeps what it says. */
const rules: RuleSummary[] = table.map(([id, , , , needs]) => createSummary(id, id.startsWith("mine/") ? "block" : "warn", needs));

async function severitiesUnder(config: unknown): Promise<Record<string, Setting>> {
  const { config: layered } = await loadConfig(createSource(config));
  return Object.fromEntries(Object.entries(compilePolicy(layered, rules).rules).map(([id, { severity }]) => [id, severity]));
}

function column(index: 1 | 2 | 3): Record<string, Setting> {
  return Object.fromEntries(table.map((row) => [row[0], row[index]]));
}

describe("severities", () => {
  test("recommended", async () => {
    expect(await severitiesUnder({ extends: ["recommended"] })).toEqual(column(1));
  });

  test("no extends, and no configuration at all, mean recommended", async () => {
    expect(await severitiesUnder({})).toEqual(column(1));
    const none = await loadConfig({ ...createSource(""), name: null });
    expect(compilePolicy(none.config, rules)).toEqual(compilePolicy((await loadConfig(createSource({}))).config, rules));
  });

  test("strict", async () => {
    expect(await severitiesUnder({ extends: ["strict"] })).toEqual(column(2));
  });

  test("vibetech", async () => {
    expect(await severitiesUnder({ extends: ["vibetech"] })).toEqual(column(3));
  });

  test("vibetech and strict: everything blocks but what speaks of suppressions and the policy", async () => {
    const severities = await severitiesUnder({ extends: ["vibetech", "strict"] });
    expect(Object.keys(severities).filter((id) => severities[id] !== "block")).toEqual(["policy/unused-suppression", "policy/weakened"]);
  });

  test("extending nothing leaves each rule its own", async () => {
    const severities = await severitiesUnder({ extends: [] });
    expect(severities["secrets/private-key"]).toBe("warn");
    expect(severities["mine/own-rule"]).toBe("block");
  });

  test("what needs a section acts where a configuration brings it", async () => {
    const severities = await severitiesUnder({ storage: { roots: ["D:/data"] }, trading: {} });
    expect(severities["storage/database-path"]).toBe("block");
    expect(severities["storage/layout"]).toBe("warn");
    expect(severities["trading/failed-orders"]).toBe("block");
    expect(severities["sqlite/integrity"]).toBe("block");
  });

  test("a storage section without roots is no storage policy", async () => {
    expect((await severitiesUnder({ storage: { deprecated: ["D:/learning"] } }))["storage/database-path"]).toBe("off");
  });
});

test("older findings block under strict alone", async () => {
  const older = async (config: unknown) => compilePolicy((await loadConfig(createSource(config))).config, rules).older;
  expect(await older({ extends: ["recommended"] })).toBe("advisory");
  expect(await older({ extends: ["vibetech"] })).toBe("advisory");
  expect(await older({ extends: ["strict"] })).toBe("block");
  expect(await older({ extends: ["strict"], older: "advisory" })).toBe("advisory");
});

test("vibetech carries the numbers, roots and paths of the security policy", async () => {
  const { config } = await loadConfig(createSource({ extends: ["vibetech"] }));
  const { rules: compiled } = compilePolicy(config, rules);
  expect(compiled["storage/layout"]?.options).toEqual({
    storage: {
      roots: ["D:/databases", "D:/logs", "D:/data", "D:/learning", "D:/learning-system"],
      forbidden: ["C:/dev"],
      deprecated: [],
      platform: { linux: {} },
    },
  });
  expect(compiled["trading/failed-orders"]?.options).toMatchObject({
    max: 5,
    windowHours: 24,
    warnFrom: 1,
    trading: {
      root: ["projects/crypto-enhanced", "apps/crypto-enhanced"],
      database: ["D:/databases/trading.db", "projects/crypto-enhanced/trading.db"],
      logs: ["D:/logs/trading.log", "projects/crypto-enhanced/logs/*.log"],
      criticalFiles: ["{,src/}config.py", "nonce_state_primary.json"],
      timeZone: "America/New_York",
      limits: { maxPositionUsd: 10, maxExposureUsd: 10, maxPositions: 1, pairs: ["XLM/USD"] },
      scope: "always",
      required: false,
      startBalanceUsd: 135,
    },
  });
  expect(compiled["sqlite/integrity"]?.options).toMatchObject({
    databases: [
      { path: "D:/databases/trading.db", backups: ["D:/databases/backups/*"], journalMode: "wal", retention: [], required: false },
      { path: "D:/databases/nova_activity.db" },
      { path: "D:/databases/database.db" },
      { path: "D:/databases/vibe_learning.db" },
    ],
    trading: { root: ["projects/crypto-enhanced", "apps/crypto-enhanced"] },
  });
});
