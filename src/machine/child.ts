/** The process that touches databases: it may hang, crash or be killed at any time, and nothing but its answers is lost. Told what to do on stdin. */
import { readSync, writeSync } from "node:fs";
import type { ProbeJob } from "./probe-job.ts";
import { runTasks } from "./probe-tasks.ts";
import { warmUpDriver } from "./sqlite-driver.ts";

// Started on a guess, before there is a job: there is time
if (process.argv[2] === "warm") warmUpDriver();

// The parent wrote it, and both come from one build. Not awaited: the build is CommonJS, which starts faster.
const job = JSON.parse(readLine()) as ProbeJob;
void runTasks(job, (task, value) => write(`${JSON.stringify({ task, value })}\n`));

function readLine(): string {
  const chunks: Buffer[] = [];
  const chunk = Buffer.alloc(1 << 16);
  for (;;) {
    const read = chunk.subarray(0, readSync(0, chunk));
    const end = read.indexOf("\n");
    chunks.push(Buffer.from(end < 0 ? read : read.subarray(0, end)));
    if (end >= 0 || read.length === 0) return Buffer.concat(chunks).toString();
  }
}

/** `process.stdout` would cost milliseconds, and is asynchronous on Windows: what it has not written yet is lost in a kill. */
function write(line: string): void {
  const bytes = Buffer.from(line);
  for (let written = 0; written < bytes.length; ) written += writeSync(1, bytes, written);
}
