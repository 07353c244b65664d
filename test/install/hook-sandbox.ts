import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { onTestFinished } from "vitest";
import { type InitOptions, run as init } from "../../src/cli/init.ts";
import { type InstallOptions, run as install } from "../../src/cli/install.ts";
import type { Io } from "../../src/cli/io.ts";
import { type UninstallOptions, run as uninstall } from "../../src/cli/uninstall.ts";
import type { ExitCode } from "../../src/core/model.ts";
import { copySandbox, createSandbox, type Ended, type Sandbox } from "../support/git-sandbox.ts";

export const ENTRY = "node_modules/@vibetech/guard/hooks/hook.cjs";

/** Answers as the file `answer` says and writes down that it was asked. Both lie beside the home folder, which no commit and no snapshot sees. */
const FAKE_ENTRY = `
const { appendFileSync, readFileSync } = require("node:fs");
appendFileSync(process.env.HOME + "/../calls", "guard " + process.argv.slice(2).join(" ") + "\\n");
const answer = readFileSync(process.env.HOME + "/../answer", "utf8");
if (answer.startsWith("SIG")) process.kill(process.pid, answer);
else process.exitCode = Number(answer);
`;

/** A shell line with which a hook writes down that it ran. */
export const note = (word: string): string => `echo ${word} >>"$HOME/../calls"`;

export interface HookSandbox extends Sandbox {
  readonly io: Io & { readonly out: string[]; readonly err: string[] };
  /** Sets what Guard's entry will answer. */
  answer(code: number | string): void;
  /** Who ran since the last time, in order. */
  calls(): string[];
  /** A real commit of a new file. */
  tryCommit(): Ended;
  install(options?: InstallOptions): Promise<ExitCode>;
  init(options?: InitOptions): Promise<ExitCode>;
  uninstall(options?: UninstallOptions): Promise<ExitCode>;
  from(sandbox: Sandbox): HookSandbox;
}

/** A repository with one commit, in which a fake Guard is installed as npm would do it. */
export function createHookSandbox(name?: string): HookSandbox {
  const sandbox = name === undefined ? copySandbox("hooked", create) : create(name);
  onTestFinished(sandbox.cleanup);
  const hooked = extend(sandbox);
  hooked.answer(70);
  return hooked;
}

function create(name?: string): Sandbox {
  const sandbox = createSandbox(name);
  sandbox.commit({ "readme.md": "A sample.\n", ".gitignore": "node_modules/\n" });
  sandbox.write(ENTRY, FAKE_ENTRY);
  return sandbox;
}

function extend(sandbox: Sandbox): HookSandbox {
  const base = dirname(sandbox.home);
  const out: string[] = [];
  const err: string[] = [];
  const io = { cwd: sandbox.dir, env: sandbox.env, out, err, stdout: (text: string) => void out.push(text), stderr: (text: string) => void err.push(text) };
  let count = 0;
  return {
    ...sandbox,
    io,
    answer: (code) => writeFileSync(join(base, "answer"), String(code)),
    calls() {
      const path = join(base, "calls");
      const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean) : [];
      rmSync(path, { force: true });
      return lines;
    },
    tryCommit() {
      sandbox.write(`committed-${++count}.txt`, `${count}\n`);
      sandbox.git("add", "--", `committed-${count}.txt`);
      return sandbox.tryGit("commit", "--message", "Try it");
    },
    install: (options = {}) => install(options, io),
    init: (options = { yes: true }) => init(options, io),
    uninstall: (options = {}) => uninstall({ yes: true, ...options }, io),
    from: extend,
  };
}

/** Every file, folder and link that install may touch, with its mode and bytes: the work trees, git's configuration, its hooks, Guard's store, the home folder. */
export function snapshot(sandbox: Sandbox): Record<string, string> {
  const base = dirname(sandbox.home);
  const entries: Record<string, string> = {};
  const visit = (path: string): void => {
    const name = relative(base, path);
    const stat = lstatSync(path);
    const mode = (stat.mode & 0o777).toString(8);
    if (stat.isSymbolicLink()) entries[name] = `link to ${readlinkSync(path)}`;
    else if (stat.isDirectory()) {
      entries[name] = `folder ${mode}`;
      for (const child of readdirSync(path)) if (!isMoving(join(path, child), child)) visit(join(path, child));
    } else entries[name] = `file ${mode} ${readFileSync(path, "latin1")}`;
  };
  visit(base);
  return entries;
}

/** In Guard's folder. */
const OF_COMMITS = ["cache", "pending"];

/** What commits change: git's objects, refs, index and logs, the files they commit, Guard's caches, and what it has on record of them, which outlives it. */
function isMoving(path: string, name: string): boolean {
  return (
    /^(?:calls|answer|committed-\d+\.txt|.*\.sample)$/.test(name) ||
    (/\/guard\/[^/]*$/.test(path) && OF_COMMITS.includes(name)) ||
    (name === "guard" && /\.git\//.test(path) && readdirSync(path).every((kept) => OF_COMMITS.includes(kept))) ||
    (/\.git\/|sep\.git\//.test(path) && /^(?:objects|refs|packed-refs|logs|(?:shared)?index.*|HEAD|ORIG_HEAD|COMMIT_EDITMSG|MERGE_.*|AUTO_MERGE)$/.test(name))
  );
}
