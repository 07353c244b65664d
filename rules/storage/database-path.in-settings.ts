// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the examples are code
import type { FlaggedExample } from "../../src/core/rule.ts";

/** What `storage/database-path` finds in settings and in command lines, under the policy of its examples. */
export const inSettings: readonly FlaggedExample[] = [
  {
    name: "an environment template with a relative path",
    path: ".env.example",
    content: "PORT=1\nDB_PATH=trading.db # local\n",
    spans: ["trading.db"],
    severity: "block",
  },
  {
    name: "an environment file with drive C",
    path: "apps/api/.env",
    content: 'export TRADING_DATABASE_PATH="C:\\Users\\me\\x.db"\r\n',
    spans: ["C:\\Users\\me\\x.db"],
    severity: "block",
  },
  {
    name: "an environment file with a folder of logs",
    path: ".env.production",
    content: "LOG_DIR=logs\nLOG_FILE_PATH=./logs/app.log\n",
    spans: ["logs", "./logs/app.log"],
    severity: "block",
  },
  {
    name: "an environment file with a drive-relative path",
    path: ".env",
    content: "DATABASE_PATH=D:databases\\x.db\n",
    spans: ["D:databases\\x.db"],
    severity: "block",
  },
  { name: "an environment file for tests", path: "backend/.env.test", content: "DATABASE_PATH=./data/test.db\n", spans: ["./data/test.db"], severity: "warn" },
  {
    name: "a Prisma schema",
    path: "prisma/schema.prisma",
    content: 'datasource db {\n  provider = "sqlite"\n  url      = "file:./dev.db"\n}\n',
    spans: ["file:./dev.db"],
    severity: "block",
  },
  {
    name: "a name without an extension beside a driver",
    path: "ormconfig.json",
    content: '{ "type": "sqlite", "database": "shop" }\n',
    spans: ["shop"],
    severity: "block",
  },
  {
    name: "a driver in the same block",
    path: "database.yml",
    content: "development:\n  adapter: sqlite3\n  pool: 5\n  database: shop\n",
    spans: ["shop"],
    severity: "block",
  },
  { name: "a driver in the same section", path: "app.toml", content: '[database]\ndriver = "sqlite"\nname = "app.db"\n', spans: ["app.db"], severity: "block" },
  { name: "a log of NLog", path: "nlog.config", content: '<target fileName="C:\\logs\\app.log" />\n', severity: "block" },
  // Commands
  { name: "a command that code runs", path: "a.py", content: 'os.system("sqlite3 orders.db .dump")\n', spans: ["orders.db"], severity: "block" },
  { name: "a tool of another name", path: "a.sh", content: "sqlite-utils insert orders.db rows rows.csv\n", spans: ["orders.db"], severity: "block" },
  {
    name: "the magic of notebooks",
    path: "explore.py",
    content: 'import sql\n%sql sqlite:///shop.db\nrows = !sqlite3 data/shop.db ".tables"\n',
    spans: ["sqlite:///shop.db", "data/shop.db"],
    severity: "block",
  },
  {
    name: "what a pipe leads into",
    path: "a.sh",
    content: 'echo ".tables" | sqlite3 shop.db\n',
    spans: ["shop.db"],
    severity: "block",
  },
  { name: "what a script writes into .env", path: "setup.sh", content: 'echo "DB_PATH=orders.db" >> .env\n', spans: ["orders.db"], severity: "block" },
  {
    name: "a word of a command in each line",
    path: "a.yml",
    content: "args:\n  - --db\n  - ./orders.db\n  - --port=80\n",
    spans: ["./orders.db"],
    severity: "block",
  },
  {
    name: "a variable of the environment as an item",
    path: "a.ps1",
    content: 'Set-Item -Path Env:\\DB_PATH -Value "$PSScriptRoot\\shop.db"\n',
    spans: ["$PSScriptRoot\\shop.db"],
    severity: "block",
  },
  { name: "the default in a backup script", path: "backup.sh", content: 'SRC="${DB:-data/x.db}"\n', spans: ["data/x.db"], severity: "block" },
  {
    name: "the default in a backup script of Python",
    path: "scripts/backup.py",
    content: 'SRC = os.environ.get("DB_PATH", "data/x.db")\n',
    spans: ["data/x.db"],
    severity: "block",
  },
];
