import type { Config } from "../schema.ts";

/** The starting point: what is dangerous blocks, what is doubtful warns. Parts that need a section of the configuration wait for it. */
export const recommended: Config = {
  older: "advisory",
  rules: {
    secrets: "block",

    environment: "warn",
    "environment/tracked-file": "block",
    "environment/template-secret": "block",
    "environment/value-leak": "block",
    "environment/client-secret": "block",
    "environment/mixing": "block",
    "environment/gitignore": "block",

    storage: "warn",
    "storage/database-path": "block",

    trading: "block",
    "trading/open-pnl": "warn",
    "trading/stale-data": "warn",
    "trading/unconfirmed-orders": "warn",

    sqlite: "warn",
    "sqlite/integrity": "block",

    "policy/bad-suppression": "block",
    "policy/unused-suppression": "warn",
    "policy/weakened": "warn",
  },
};
