import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { WriterReport } from "./live-writer.ts";

export interface Writer {
  readonly process: ChildProcess;
  /** Lets it end in peace. */
  stop(): Promise<WriterReport>;
}

/** Starts a program that leaves a database in some state, and waits until it has. It is to be killed; without that it stays as it is. */
export async function startCrasher(path: string, state: "committed" | "uncommitted" | "exclusive", mode: "wal" | "delete"): Promise<{ kill(): Promise<void> }> {
  const script = fileURLToPath(new URL("crashed-writer.ts", import.meta.url));
  const child = spawn(process.execPath, ["--no-warnings", script, path, state, mode], { stdio: ["pipe", "pipe", "inherit"] });
  await once(child.stdout, "data");
  return {
    async kill() {
      child.kill("SIGKILL");
      await once(child, "close");
    },
  };
}

/** Starts a program that writes to a database, and waits for its first transaction. */
export async function startWriter(path: string, mode: "wal" | "delete", perSecond: number): Promise<Writer> {
  const script = fileURLToPath(new URL("live-writer.ts", import.meta.url));
  const child = spawn(process.execPath, ["--no-warnings", script, path, mode, String(perSecond)], { stdio: ["pipe", "pipe", "inherit"] });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  await once(child.stdout, "data");
  return {
    process: child,
    async stop() {
      child.stdin.end();
      await once(child, "close");
      return JSON.parse(said.split("\n").at(-2) ?? "") as WriterReport;
    },
  };
}
