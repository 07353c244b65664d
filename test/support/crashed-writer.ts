/** A program that dies in the middle: `node crashed-writer.ts PATH committed|uncommitted|exclusive wal|delete`. Says "ready" and then waits to be killed. */
import { openTestDatabase } from "./sqlite.ts";
import { TRADING_SCHEMA, toSqlTime } from "./trading-session.ts";

const [path = "", state = "committed", mode = "wal"] = process.argv.slice(2);
const db = openTestDatabase(path);
db.pragma(`journal_mode = ${mode}`);
db.pragma("wal_autocheckpoint = 0");
db.exec(TRADING_SCHEMA);
const insert = db.prepare(
  `INSERT INTO orders (pair, side, order_type, volume, status, created_at, metadata) VALUES ('XLM/USD', 'buy', 'limit', 20, 'sent', ?, ?)`,
);
for (let i = 0; i < 7; i++) insert.run(toSqlTime(Date.now()), null);
if (state === "exclusive") db.exec("BEGIN EXCLUSIVE");
if (state === "uncommitted") {
  // So little cache that pages of the unfinished transaction reach the file
  db.pragma("cache_size = 5");
  db.exec("BEGIN");
  for (let i = 0; i < 500; i++) insert.run(toSqlTime(Date.now()), "x".repeat(2000));
}
process.stdout.write("ready\n");
// With a test that gave up it ends as well, because nobody would wait for that test's process while one of its children holds its stderr.
process.stdin.on("end", () => process.kill(process.pid, "SIGKILL")).resume();
