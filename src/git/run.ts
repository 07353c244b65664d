import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { statSync } from "node:fs";
import { delimiter, dirname, isAbsolute, join } from "node:path";
import { GuardError } from "../core/model.ts";
import { isWithin } from "./within.ts";

/**
 * Verbs that execute nothing of the repository, together with the flags below; `status`, `diff`, `add` and `show` run its programs. They write nothing either,
 * but for `update-index` and `hash-object -w`, which `--fix` alone asks for (`update-index.ts`).
 */
export type GitVerb =
  | "cat-file"
  | "check-ignore"
  | "config"
  | "diff-index"
  | "diff-tree"
  | "hash-object"
  | "log"
  | "ls-files"
  | "ls-tree"
  | "rev-list"
  | "rev-parse"
  | "symbolic-ref"
  | "update-index"
  | "var";

export type Environment = Readonly<Record<string, string | undefined>>;

/** A started git: its output as it comes, and how it ended. */
export interface GitProcess {
  readonly stdin: ChildProcessWithoutNullStreams["stdin"];
  readonly stdout: ChildProcessWithoutNullStreams["stdout"];
  /** Resolves at exit 0; rejects with `GuardError` (3) at any other end: exit code, signal, silence, not to be started. */
  readonly done: Promise<void>;
  /** From here until the returned function is called git owes output: it is stopped where none comes for 30 seconds. */
  expectOutput(): () => void;
}

export interface Git {
  readonly cwd: string;
  /** For another repository, which a folder inside this one may be: what was inherited about this one does not hold there. */
  at(folder: string): Git;
  /** For the same repository and index (absolute paths), seen from another work tree. */
  withWorkTree(folder: string, gitDir: string, indexFile: string): Git;
  start(verb: GitVerb, args: readonly string[]): GitProcess;
  /** Whole output. Rejects as `GitProcess.done`. */
  run(verb: GitVerb, args: readonly string[], input?: Uint8Array | string): Promise<Buffer>;
}

/** What a hook inherits that says which index and which repository this very commit uses. */
const KEPT_FROM_HOOK = [
  "GIT_INDEX_FILE",
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_COMMON_DIR",
  "GIT_OBJECT_DIRECTORY",
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_CEILING_DIRECTORIES",
  "GIT_QUARANTINE_PATH",
];
const KEPT_FROM_SYSTEM = ["PATH", "Path", "HOME", "USERPROFILE", "SYSTEMROOT", "SystemRoot", "TMP", "TEMP", "TMPDIR", "XDG_CONFIG_HOME", "GIT_CONFIG_NOSYSTEM"];

/** Each keeps a program of the repository or of the user's configuration from running, or the output from changing. */
const HARDENING = [
  "--no-pager",
  "--no-optional-locks",
  "--no-replace-objects",
  "--literal-pathspecs",
  ...[
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.attributesFile=/dev/null",
    "diff.external=",
    "submodule.recurse=false",
    "core.quotePath=true",
    "protocol.allow=never",
    "log.showSignature=false",
  ].flatMap((setting) => ["-c", setting]),
];

/** `check-ignore` refuses literal pathspecs; the absolute paths that it is given have no magic. */
function flagsFor(verb: GitVerb): readonly string[] {
  return verb === "check-ignore" ? HARDENING.filter((flag) => flag !== "--literal-pathspecs") : HARDENING;
}

const SILENCE_MS = 30_000;

/** Code of the error where a partial clone lacks a content. Nothing is ever fetched: the repository would choose the program that does it. */
export const LACKS_OBJECT = "partial-clone";
const PROMISED = /promisor remote/;
const LET_GIT_FETCH = "This is a partial clone, and Guard never fetches. Let git do it: git cat-file -e with the name in this line; then try again.";

/**
 * The one place where Node starts git for a check; beside it `hooks/guard.sh` asks git, and `src/install` (simple-git) and `src/doctor` start their own.
 * `cwd` is where relative paths of the inherited environment count from: a hook's own folder.
 */
export function createGit(cwd: string, env: Environment, silenceMs = SILENCE_MS): Git {
  // Looked for by the first process: a small commit starts none.
  let binary: string | null = null;
  return openGit(() => (binary ??= findGit(cwd, env)), cwd, env, silenceMs);
}

function openGit(findBinary: () => string, cwd: string, env: Environment, silenceMs: number): Git {
  function start(verb: GitVerb, args: readonly string[]): GitProcess {
    // Loaded by the first process that is started: a small commit starts none, and the module with its streams takes 3 ms.
    const { spawn } = process.getBuiltinModule("node:child_process");
    const child = spawn(findBinary(), [...flagsFor(verb), verb, ...args], { cwd, env: cleanEnvironment(env), stdio: "pipe", windowsHide: true });
    const watch = createWatch(child, silenceMs);
    return { stdin: child.stdin, stdout: child.stdout, done: whenDone(child, verb, watch), expectOutput: watch.expectOutput };
  }
  return {
    cwd,
    at: (folder) => createGit(folder, { ...env, ...Object.fromEntries(KEPT_FROM_HOOK.map((name) => [name, undefined])) }, silenceMs),
    withWorkTree: (folder, gitDir, indexFile) =>
      openGit(findBinary, folder, { ...env, GIT_DIR: gitDir, GIT_WORK_TREE: folder, GIT_INDEX_FILE: indexFile }, silenceMs),
    start,
    async run(verb, args, input) {
      const { stdin, stdout, done, expectOutput } = start(verb, args);
      stdin.end(input);
      const chunks: Buffer[] = [];
      stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
      await done.finally(expectOutput());
      return Buffer.concat(chunks);
    },
  };
}

function cleanEnvironment(env: Environment): Record<string, string> {
  const kept = [...KEPT_FROM_SYSTEM, ...KEPT_FROM_HOOK].flatMap((name) => {
    const value = env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(kept),
    LANG: "C",
    LC_ALL: "C",
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
  };
}

/** The first git on PATH that does not lie in the work tree: what is being judged must not choose the judge's tools. Throws `GuardError` (2). */
export function findGit(cwd: string, env: Environment): string {
  const names = process.platform === "win32" ? ["git.exe"] : ["git"];
  const top = topOfWorkTree(cwd);
  for (const folder of (env.PATH ?? env.Path ?? "").split(delimiter)) {
    if (!isAbsolute(folder) || (top !== null && isWithin(folder, top))) continue;
    for (const name of names) {
      const candidate = join(folder, name);
      if (isProgram(candidate)) return candidate;
    }
  }
  throw new GuardError(2, "no-git", "No git was found on PATH (folders inside the repository do not count).", "Install git, or put its folder on PATH.");
}

/** The nearest folder upwards with a `.git`, else the folder itself; `null` for the root of the file system, where nothing would be left outside. */
function topOfWorkTree(cwd: string): string | null {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (dirname(folder) === folder) return folder === cwd ? null : cwd;
    if (statSync(join(folder, ".git"), { throwIfNoEntry: false })) return folder;
  }
}

function isProgram(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true && (process.platform === "win32" || (stat.mode & 0o111) !== 0);
}

interface Watch {
  expectOutput(): () => void;
  /** Whether it was stopped for its silence. */
  wasSilent(): boolean;
}

/** A git that waits for questions, or for its output to be read, is not silent. */
function createWatch(child: ChildProcessWithoutNullStreams, silenceMs: number): Watch {
  let silent = false;
  let heard = false;
  child.stdout.on("data", () => {
    heard = true;
  });
  return {
    wasSilent: () => silent,
    expectOutput() {
      heard = false;
      const timer = setInterval(() => setImmediate(look), silenceMs);
      let isOver = false;
      // Not in the timer itself: output that came while we were busy is read before.
      function look(): void {
        if (!heard && !isOver) {
          silent = true;
          child.kill("SIGKILL");
        }
        heard = false;
      }
      return () => {
        isOver = true;
        clearInterval(timer);
      };
    },
  };
}

function whenDone(child: ChildProcessWithoutNullStreams, verb: GitVerb, { wasSilent }: Watch): Promise<void> {
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => {
    if (stderr.length < 2000) stderr += chunk.toString();
  });
  // Every pipe can break when git dies; the exit code and the signal tell the story.
  child.stdin.on("error", () => undefined);
  return new Promise<void>((resolve, reject) => {
    const fail = (how: string, cause?: unknown): void => {
      const [code, fix] = PROMISED.test(stderr) ? ([LACKS_OBJECT, LET_GIT_FETCH] as const) : (["git-failed", "Try again; git fsck may tell more."] as const);
      reject(new GuardError(3, code, `git ${verb} ${how}${reasonIn(stderr)}.`, fix, { cause }));
    };
    child.stdout.on("error", (error) => fail("lost its output", error));
    child.on("error", (error) => fail("could not be started", error));
    child.on("close", (code, signal) => {
      if (wasSilent()) fail("said nothing for too long and was stopped");
      else if (signal) fail(`was killed (${signal})`);
      else if (code !== 0) fail(`failed (exit ${code})`);
      else resolve();
    });
  });
}

/** Why git failed; warnings come before it. */
function reasonIn(stderr: string): string {
  const line = (/^fatal: .*/m.exec(stderr)?.[0] ?? stderr.split("\n", 1)[0])?.trim().replace(/\.$/, "");
  return line ? `: ${line}` : "";
}
