/** A program that owns a database and writes to it: `node live-writer.ts PATH wal|delete RATE`. Says "ready", writes until its stdin ends, then says what it saw. */
import { openTestDatabase } from "./sqlite.ts";
import { TRADING_SCHEMA, toSqlTime } from "./trading-session.ts";

export interface WriterReport {
  readonly transactions: number;
  readonly busy: number;
  /** Milliseconds of the transactions: median, 99 of 100, the longest. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly integrity: string;
}

const [path = "", mode = "wal", rate = "200"] = process.argv.slice(2);
const db = openTestDatabase(path);
db.pragma("busy_timeout = 1000");
db.pragma(`journal_mode = ${mode}`);
db.exec(TRADING_SCHEMA);
const insert = db.prepare(`INSERT INTO orders (pair, side, order_type, volume, status, created_at) VALUES ('XLM/USD', 'buy', 'limit', 20, 'sent', ?)`);
const durations: number[] = [];
let busy = 0;
const start = performance.now();
write();
process.stdout.write("ready\n");
const timer = setInterval(write, 1);
process.stdin.resume().on("end", () => {
  clearInterval(timer);
  const integrity = JSON.stringify(db.pragma("integrity_check"));
  db.close();
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) * 100) / 100;
  const report: WriterReport = { transactions: durations.length, busy, p50: at(0.5), p99: at(0.99), max: at(1), integrity };
  process.stdout.write(`${JSON.stringify(report)}\n`);
});

/** As many transactions as are due: timers of a millisecond do not come every millisecond. */
function write(): void {
  const due = ((performance.now() - start) / 1000) * Number(rate);
  for (let i = 0; durations.length <= due && i < 20; i++) {
    const began = performance.now();
    try {
      insert.run(toSqlTime(Date.now()));
    } catch (error) {
      if (!String(error).includes("locked")) throw error;
      busy++;
    }
    durations.push(performance.now() - began);
  }
}
