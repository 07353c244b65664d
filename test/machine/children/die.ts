/** Dies of every task that speaks of a database called deadly.db, as SQLite may of a hostile file. */
import { once } from "node:events";
import { writeSync } from "node:fs";

const [line] = await once(process.stdin, "data");
const { tasks, databases } = JSON.parse(String(line));
for (const [task, { database }] of tasks.entries()) {
  if (databases[database].name === "deadly.db") process.kill(process.pid, "SIGSEGV");
  writeSync(1, `${JSON.stringify({ task, value: { known: true, value: databases[database].name } })}\n`);
}
process.exit();
