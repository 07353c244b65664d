import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A child that was started on the guess that probes will be wanted: Node's start and the driver's are half of their time. */
export interface WarmChild {
  /** The process; `null` where it was taken before, or has ended. */
  take(): ChildProcess | null;
  /** Ends it, unless it was taken; answers whether it was. */
  end(): boolean;
}

/** It starts from the folder beside that of the bundle which this module ends up in; the sources are run as they are. */
export function findProbeEntry(): URL {
  const built = new URL("../hooks/child.cjs", import.meta.url);
  return existsSync(built) ? built : new URL("./child.ts", import.meta.url);
}

/** Starts the process that looks at databases. It waits for its job, a line on its stdin; see `probe-job.ts`. */
export function startProbeChild(entry: URL, ...args: readonly "warm"[]): ChildProcess {
  // Loaded here, because the hook loads this module at every commit, and with its streams that one takes 3 ms.
  const { spawn } = process.getBuiltinModule("node:child_process");
  const child = spawn(process.execPath, ["--no-warnings", fileURLToPath(entry), ...args], { env: childEnvironment(), stdio: "pipe", windowsHide: true });
  // Where nobody listens, an error would end the process.
  child.on("error", () => undefined);
  return child;
}

/** Starts one before anybody asks. */
export function startWarmChild(): WarmChild {
  const child = startProbeChild(findProbeEntry(), "warm");
  let taken = false;
  return {
    take() {
      if (taken || child.killed || child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return null;
      taken = true;
      return child;
    },
    end() {
      if (!taken) dropChild(child);
      return taken;
    },
  };
}

/** Kills a child and waits for nothing that it may still say. */
export function dropChild(child: ChildProcess): void {
  child.kill("SIGKILL");
  releaseChild(child);
}

const DYING_MS = 200;

/** Kills a child and waits for its end: until then it may still be writing. One that a device holds fast dies without us. */
export async function killChild(child: ChildProcess): Promise<void> {
  dropChild(child);
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    const patience = setTimeout(resolve, DYING_MS);
    child.once("exit", () => {
      clearTimeout(patience);
      resolve();
    });
  });
}

/** Lets a child end by itself: this process does not wait for it. */
export function releaseChild(child: ChildProcess): void {
  child.removeAllListeners();
  child.on("error", () => undefined);
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.on("error", () => undefined).destroy();
  child.unref();
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
