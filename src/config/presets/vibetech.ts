import type { Config } from "../schema.ts";

/** The numbers, roots and paths of the security policy (S4). Paths that are not absolute count from the configuration file. */
export const vibetech: Config = {
  extends: ["recommended"],
  rules: {
    // S4:285: databases, logs and large data never in project directories.
    "storage/data-file": "block",
    // S4:109,157,199: a secret of its own for each environment.
    "environment/reuse": "block",
    // S4:253-254.
    "trading/failed-orders": ["block", { max: 5, windowHours: 24, warnFrom: 1 }],
    "trading/log-errors": ["block", { max: 10, lines: 100, maxAgeHours: 24 }],
  },
  storage: {
    // S4:287-299, and the folder that took the place of D:\learning; what is deprecated comes from the user's own storage configuration.
    roots: ["D:/databases", "D:/logs", "D:/data", "D:/learning", "D:/learning-system"],
    forbidden: ["C:/dev"],
    deprecated: [],
    platform: { linux: {} },
  },
  trading: {
    root: ["projects/crypto-enhanced", "apps/crypto-enhanced"],
    database: ["D:/databases/trading.db", "projects/crypto-enhanced/trading.db"],
    logs: ["D:/logs/trading.log", "projects/crypto-enhanced/logs/*.log"],
    criticalFiles: ["{,src/}config.py", "nonce_state_primary.json"],
    timeZone: "America/New_York",
    // S4:190-193.
    limits: { maxPositionUsd: 10, maxExposureUsd: 10, maxPositions: 1, pairs: ["XLM/USD"] },
    scope: "always",
    required: false,
    startBalanceUsd: 135,
    // S4:226.
    validation: { start: "2025-10-13", end: "2025-11-12" },
  },
  databases: [
    { path: "D:/databases/trading.db", backups: ["D:/databases/backups/*"], journalMode: "wal" },
    {
      path: "D:/databases/nova_activity.db",
      backups: ["D:/databases/backups/*"],
      // S4:415-418: 30 days, sessions of at most 8 hours. Two versions of the program name the columns differently; a table has one of the two.
      retention: [
        { table: "activity_events", column: "created_at", maxAgeDays: 30 },
        { table: "activity_events", column: "timestamp", maxAgeDays: 30 },
        { table: "deep_work_sessions", start: "start_ts", end: "end_ts", maxHours: 8 },
        { table: "deep_work_sessions", start: "start_time", end: "end_time", maxHours: 8 },
      ],
    },
    { path: "D:/databases/database.db", backups: ["D:/databases/backups/*"] },
    { path: "D:/databases/vibe_learning.db", backups: ["D:/databases/backups/*"] },
  ],
};
