/**
 * A whole check again and again, in one process, in each of which one call of Guard's into the file system fails: `node faulty-run.ts pre-commit|pre-push UPDATES`,
 * in a repository. `UPDATES`: what git would write to the hook. Prints `[{ "fault": "EIO openSync PATH", "exitCode": 3 }, …]`, the last one without a fault.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";

const CODES = ["ENOSPC", "EROFS", "EACCES", "EIO", "EMFILE"] as const;
const [event = "", updates = ""] = process.argv.slice(2);
const root = process.cwd();
const store = join(root, ".git/guard");
const kept = `${root}.store`;

/** Files of the repository that are open, by their number. */
const open = new Map<number, string>();
/** Calls until the one that fails; `null`: none does. */
let left: number | null = null;
let fault: string | null = null;
/** Some functions call others of the module: that is one call. */
let isInside = false;

function pathOf(argument: unknown): string {
  return typeof argument === "number" ? (open.get(argument) ?? "") : String(argument);
}

/** A push asks git for nearly everything; of its own it has the store. */
function isOurs(path: string): boolean {
  return path.startsWith(event === "pre-push" ? store : root) && !path.includes("/cache/code");
}

type Call = (...args: unknown[]) => unknown;
// Every function of the module under its own name.
const functions = fs as unknown as Record<string, unknown>;
for (const [name, real] of Object.entries(functions)) {
  if (!/Sync$/.test(name) || name === "closeSync" || name === "existsSync" || typeof real !== "function") continue;
  const call = real as Call;
  functions[name] = (...args: unknown[]): unknown => {
    const path = pathOf(args[0]);
    if (left !== null && !isInside && isOurs(path) && left-- === 0) {
      const code = CODES[points.length % CODES.length] ?? "EIO";
      fault = `${code} ${name} ${path.slice(root.length + 1)}`;
      left = null;
      // Half of it arrives.
      if (name === "writeSync" && args[1] instanceof Uint8Array) call(args[0], args[1].subarray(0, args[1].length / 2));
      throw Object.assign(new Error(code), { code });
    }
    const isOuter = !isInside;
    isInside = true;
    try {
      const result = call(...args);
      if (name === "openSync" && typeof result === "number") open.set(result, path);
      return result;
    } finally {
      if (isOuter) isInside = false;
    }
  };
}
syncBuiltinESMExports();

const { runHook } = await import("../../src/cli/hook.ts");
const { checkPush } = await import("../../src/push.ts");
const { GuardError } = await import("../../src/core/model.ts");

async function run(): Promise<number> {
  try {
    if (event === "pre-push") return (await checkPush({ cwd: root, env: process.env }, { written: updates, remote: null })).exitCode;
    const { code } = await runHook(event, root, process.env);
    return code === 70 ? 0 : code === 71 ? 1 : code;
  } catch (error) {
    if (error instanceof GuardError) return error.exitCode;
    // The entry ends in 3 whatever else is thrown.
    return 3;
  }
}

process.stderr.write = () => true;
const points: { fault: string | null; exitCode: number }[] = [];
// Loads what is loaded late, and compiles what is kept compiled.
await run();
fs.cpSync(store, kept, { recursive: true });
for (let at = 0; at === points.length; at++) {
  fs.rmSync(store, { recursive: true });
  fs.cpSync(kept, store, { recursive: true });
  fault = null;
  left = at;
  const exitCode = await run();
  left = null;
  points.push({ fault, exitCode });
  if (fault === null) break;
  if (event === "pre-push") assertJournal();
}
process.stdout.write(JSON.stringify(points));

/** What was on record before is still there, and the next append finds an unbroken chain. */
function assertJournal(): void {
  const [before, after] = [kept, store].map((folder) => fs.readFileSync(join(folder, "journal.jsonl"), "utf8"));
  if (!after?.startsWith(before ?? "")) throw new Error(`rows were lost: ${fault}`);
}
