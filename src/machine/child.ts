/**
 * The process that touches databases: it may hang, crash or be killed at any time, and nothing but its answers is lost. What it is to do comes on stdin;
 * or it stands in a file, whose path it is given, because the last commit wanted it: then it says first who it is and what it does.
 */
import { closeSync, readFileSync, readSync, writeSync } from "node:fs";
import { moveJob, type ProbeJob } from "./probe-job.ts";
import { runTasks } from "./probe-tasks.ts";
import { chooseScratchFolder } from "./scratch.ts";

const [, , remembered] = process.argv;
const job = remembered === undefined ? parseJob(readLine()) : recall(remembered);
// Not awaited: the build is CommonJS, which starts faster.
void runTasks(
  job,
  (task, value) => write(`${JSON.stringify({ task, value })}\n`),
  // Whoever reads need not wait for the rest.
  () => closeSync(1),
);

/** The parent wrote it, and both come from one build. */
function parseJob(text: string): ProbeJob {
  return JSON.parse(text) as ProbeJob;
}

function recall(path: string): ProbeJob {
  write(`${process.pid}\n`);
  const own = { ...moveJob(parseJob(readFileSync(path, "utf8")), Date.now()), scratchFolder: chooseScratchFolder() };
  write(`${JSON.stringify(own)}\n`);
  return own;
}

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
