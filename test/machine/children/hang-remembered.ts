import { readFileSync, writeSync } from "node:fs";

const job = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
writeSync(1, `${JSON.stringify({ pid: process.pid, job })}\n`);
setInterval(() => {}, 1000);
