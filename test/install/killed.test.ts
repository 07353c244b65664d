import { describe, expect, it } from "vitest";
import { createHookSandbox, type HookSandbox, snapshot } from "./hook-sandbox.ts";

/** Runs a command as a process of its own that dies, as by kill -9, right before its nth change to a file or folder. */
const MORTAL = `
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
let left = Number(process.env.DIE_AT);
for (const name of ["renameSync", "mkdirSync", "rmSync"]) {
  const change = fs[name];
  fs[name] = (...args) => {
    if (left-- === 0) process.kill(process.pid, "SIGKILL");
    return change(...args);
  };
}
syncBuiltinESMExports();
const { run } = await import(process.env.COMMAND);
const ignore = () => {};
process.exitCode = await run({ yes: true }, { cwd: process.cwd(), env: process.env, stdout: ignore, stderr: ignore });
`;

/** False: it came through before it could die. */
function dies(sandbox: HookSandbox, command: "init" | "uninstall", at: number): boolean {
  const COMMAND = new URL(`../../src/cli/${command}.ts`, import.meta.url).href;
  const ended = sandbox.at(".", { COMMAND, DIE_AT: String(at) }).run(process.execPath, "--input-type=module", "--eval", MORTAL);
  if (ended.code !== null && ended.code !== 0) throw new Error(ended.stderr);
  return ended.code === null;
}

/** Of a file in the making nothing but its own name is left behind. */
function settled(sandbox: HookSandbox): Record<string, string> {
  return Object.fromEntries(Object.entries(snapshot(sandbox)).filter(([path]) => !path.endsWith(".tmp")));
}

function createFullSandbox(): HookSandbox {
  const sandbox = createHookSandbox();
  sandbox.write("package.json", '{\n  "name": "sample"\n}\n');
  sandbox.write(".git/hooks/pre-commit", `#!${process.execPath}\nprocess.exit(0);\n`, 0o755);
  sandbox.write(".git/hooks/pre-merge-commit", "#!/bin/sh\nexit 0", 0o755);
  return sandbox;
}

describe("killed at any moment", () => {
  it("init leaves what uninstall takes back whole, and what init can finish", { timeout: 240_000 }, async () => {
    for (let at = 0, died = true; died; at += 1) {
      const sandbox = createFullSandbox();
      const untouched = settled(sandbox);
      died = dies(sandbox, "init", at);
      if (at % 2 === 0) {
        await sandbox.init();
        sandbox.answer(71);
        expect([at, sandbox.tryCommit().code]).toEqual([at, 1]);
        sandbox.git("reset", "--quiet");
      }
      await sandbox.uninstall();
      expect([at, settled(sandbox)]).toEqual([at, untouched]);
    }
  });

  it("uninstall can be finished", { timeout: 240_000 }, async () => {
    for (let at = 0, died = true; died; at += 1) {
      const sandbox = createFullSandbox();
      const untouched = settled(sandbox);
      await sandbox.init();
      died = dies(sandbox, "uninstall", at);
      await sandbox.uninstall();
      expect([at, settled(sandbox)]).toEqual([at, untouched]);
    }
  });
});
