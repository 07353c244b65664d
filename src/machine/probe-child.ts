import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ProbeJob } from "./probe-job.ts";

/** A process that does a job, wherever it was started. */
export interface ProbeProcess {
  /** Tells its answers as they come, in pieces. Asked once. */
  read(told: (text: string) => void): void;
  /** Tells that no more answers will come, and why. */
  onEnd(told: (reason: string, final: boolean) => void): void;
  /** Ends it, and waits for its end a while: until then it may still be writing. */
  kill(): Promise<void>;
  /** Lets it end by itself: nobody waits for it. */
  release(): void;
}

/** It starts from the folder beside that of the bundle which this module ends up in; the sources are run as they are. */
export function findProbeEntry(): URL {
  const built = new URL("../hooks/child.cjs", import.meta.url);
  return existsSync(built) ? built : new URL("./child.ts", import.meta.url);
}

/** Starts the process that looks at databases, and gives it its job. */
export function startProbe(entry: URL, job: ProbeJob): ProbeProcess {
  // Loaded here, because the hook loads this module at every commit, and with its streams that one takes 3 ms.
  const { spawn } = process.getBuiltinModule("node:child_process");
  const child = spawn(process.execPath, ["--no-warnings", fileURLToPath(entry)], { env: childEnvironment(), stdio: "pipe", windowsHide: true });
  const errors = collectErrors(child);
  // Where nobody listens, an error would end the process.
  child.on("error", () => undefined);
  // A line, not a file: its end reaches the child only when this thread comes to rest, and the scan may keep it busy until then
  child.stdin.on("error", () => undefined).write(`${JSON.stringify(job)}\n`);
  return {
    read: (told) => void child.stdout.setEncoding("utf8").on("data", told),
    onEnd(told) {
      child.on("error", (error) => told(`could not be started (${error.message})`, true));
      child.on("close", (code, killer) => told(describeDeath(code, killer, errors()), false));
    },
    async kill() {
      child.kill("SIGKILL");
      release(child);
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      await awaitDeath(new Promise((resolve) => child.once("exit", resolve)));
    },
    release: () => release(child),
  };
}

const DYING_MS = 200;

/** Waits for the end of a process that was killed, but not long: one that a device holds fast dies without us. */
export async function awaitDeath(end: Promise<unknown>): Promise<void> {
  let patience: NodeJS.Timeout | undefined;
  const enough = new Promise((resolve) => {
    patience = setTimeout(resolve, DYING_MS);
  });
  await Promise.race([end, enough]);
  clearTimeout(patience);
}

function release(child: ChildProcess): void {
  child.removeAllListeners();
  child.on("error", () => undefined);
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.on("error", () => undefined).destroy();
  child.unref();
}

function collectErrors(child: ChildProcess): () => string {
  let text = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    text = (text + chunk).slice(0, 4000);
  });
  return () => text;
}

function describeDeath(code: number | null, killer: NodeJS.Signals | null, errors: string): string {
  const line = errors.split("\n").find((text) => /^\w*(Error|\[Error)/.test(text));
  if (killer) return `died while it was looked at (${killer})`;
  return code === 0 ? "was left without an answer" : `could not be looked at: the probe ended with code ${code}${line ? ` (${line})` : ""}`;
}

/** What a program needs to run, and nothing that changes how Node or SQLite behave: no NODE_OPTIONS, no SQLITE_*. Compiled code is kept where the hook keeps its own. */
const KEPT = [
  "PATH",
  "HOME",
  "USERPROFILE",
  "USERNAME",
  "USERDOMAIN",
  "SYSTEMROOT",
  "SYSTEMDRIVE",
  "WINDIR",
  "TEMP",
  "TMP",
  "TMPDIR",
  "TZ",
  "LANG",
  "LD_LIBRARY_PATH",
  "GUARD_CODE",
];

function childEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(KEPT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}
