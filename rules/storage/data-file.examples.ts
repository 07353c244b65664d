import type { Examples } from "../../src/core/rule.ts";

export const examples: Examples = {
  flags: [
    { name: "a database", path: "backend/data/vibetech.db", confidence: "certain", severity: "warn" },
    { name: "a database in the root of the repository", path: "trading.sqlite3", confidence: "certain" },
    { name: "an extension in capitals", path: "Data/APP.DB", confidence: "certain" },
    { name: "a write-ahead log", path: "projects/nova/nova_activity.db-wal", confidence: "certain" },
    { name: "shared memory of a write-ahead log", path: "a/history.sqlite-shm", confidence: "certain" },
    { name: "a rollback journal", path: "x.db3-journal", confidence: "certain" },
    { name: "a packed backup", path: "backups/trading_20251125.db.gz", confidence: "certain" },
    { name: "a log", path: "projects/bot/logs/trading.log", confidence: "likely" },
    { name: "a rotated log", path: "trading.log.3", confidence: "likely" },
    { name: "a columnar dataset", path: "ml/features.parquet", confidence: "likely" },
    { name: "a table to learn from", path: "ml/data/processed/orders.csv", confidence: "possible" },
    { name: "lines to train with", path: "datasets/train.jsonl", confidence: "possible" },
  ],
  leaves: [
    { name: "thumbnails of Windows", path: "docs/Thumbs.db" },
    { name: "a fixture", path: "test/fixtures/empty.db" },
    { name: "test data", path: "pkg/testdata/server.log" },
    { name: "a table that belongs to the program", path: "src/data/colors.csv" },
    { name: "code about databases", path: "src/db.ts" },
    { name: "a folder called like a database", path: "app.db/readme.md" },
    { name: "a name that only begins like an extension", path: "docs/x.dbml" },
    { name: "a schema", path: "db/schema.sql" },
    { name: "a logbook", path: "src/catalog.ts" },
  ],
};
