import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";

export interface Ended {
  /** `null`: killed by a signal. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A repository of its own in a temporary folder, with a home of its own: nothing of the machine's git configuration or of a surrounding hook reaches it. */
export interface Sandbox {
  /** Root of the work tree, a real path. */
  readonly dir: string;
  readonly home: string;
  readonly env: Record<string, string>;
  /** Output of git without its last line end. Throws with git's own words where it fails. */
  git(...args: string[]): string;
  tryGit(...args: string[]): Ended;
  run(program: string, ...args: string[]): Ended;
  /** Writes a file, its folders too; an absolute path is taken as it is. Answers with the absolute path. */
  write(path: string, content: string | Uint8Array, mode?: number): string;
  read(path: string): string;
  /** Stages and commits everything, past all hooks. Answers with the commit's oid. */
  commit(files?: Readonly<Record<string, string | Uint8Array>>, message?: string): string;
  /** The same sandbox seen from another folder (relative to `dir`) or with other variables: a linked worktree, a subfolder, a bare PATH. */
  at(folder: string, variables?: Readonly<Record<string, string>>): Sandbox;
  /** The same folders once more at another place. */
  copy(): Sandbox;
  cleanup(): void;
}

const GIT_CONFIG = `[user]
	name = Ada Example
	email = ada@example.com
[init]
	defaultBranch = main
[maintenance]
	auto = false
[protocol "file"]
	allow = always
`;

/** `name`: of the work tree's folder. Clean up when done, best by vitest's `onTestFinished(sandbox.cleanup)`. */
export function createSandbox(name = "repository"): Sandbox {
  const base = createBase();
  const dir = join(base, name);
  mkdirSync(join(base, "home"));
  mkdirSync(dir);
  writeFileSync(join(base, "home", ".gitconfig"), GIT_CONFIG);
  const sandbox = openSandbox(base, dir, createEnvironment(join(base, "home")));
  sandbox.git("init", "--quiet");
  return sandbox;
}

/** A sandbox that begins as `create` makes one; that happens once in a run, for all tests that say the same `template`. */
export function copySandbox(template: string, create: () => Sandbox): Sandbox {
  const from = join(tmpdir(), template);
  if (!existsSync(from)) {
    const first = create();
    try {
      renameSync(dirname(first.home), from);
    } catch {
      // Tests in another process were faster
      first.cleanup();
    }
  }
  const base = createBase();
  cpSync(from, base, { recursive: true, verbatimSymlinks: true });
  return openSandbox(base, join(base, "repository"), createEnvironment(join(base, "home")));
}

function createBase(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), "guard-test-")));
}

/** The environment of this process without git's, npm's and husky's variables; fixed dates, fixed language. */
function createEnvironment(home: string): Record<string, string> {
  const inherited = Object.entries(process.env).flatMap(([key, value]) =>
    value === undefined || /^(?:GIT_|npm_|XDG_|HUSKY)/i.test(key) ? [] : [[key, value] as const],
  );
  return {
    ...Object.fromEntries(inherited),
    HOME: home,
    USERPROFILE: home,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_AUTHOR_DATE: "2026-01-02T03:04:05Z",
    GIT_COMMITTER_DATE: "2026-01-02T03:04:05Z",
    LC_ALL: "C",
    TZ: "UTC",
  };
}

function openSandbox(base: string, dir: string, env: Record<string, string>): Sandbox {
  const run = (program: string, ...args: string[]): Ended => {
    const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: dir, env, encoding: "utf8", maxBuffer: 2 ** 28 });
    if (error) throw error;
    return { code: status, stdout, stderr };
  };
  const tryGit = (...args: string[]): Ended => run("git", ...args);
  const git = (...args: string[]): string => {
    const { code, stdout, stderr } = tryGit(...args);
    if (code !== 0) throw new Error(`git ${args.join(" ")} ended with ${code} in ${dir}\n${stdout}${stderr}`);
    return stdout.replace(/\n$/, "");
  };
  const write = (path: string, content: string | Uint8Array, mode?: number): string => {
    const file = resolve(dir, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    if (mode !== undefined) chmodSync(file, mode);
    return file;
  };
  return {
    dir,
    home: join(base, "home"),
    env,
    git,
    tryGit,
    run,
    write,
    read: (path) => readFileSync(resolve(dir, path), "utf8"),
    commit(files = {}, message = "A commit") {
      for (const [path, content] of Object.entries(files)) write(path, content);
      git("add", "--all");
      git("-c", "core.hooksPath=/dev/null", "commit", "--quiet", "--allow-empty", "--message", message);
      return git("rev-parse", "HEAD");
    },
    at: (folder, variables = {}) => openSandbox(base, resolve(dir, folder), { ...env, ...variables }),
    copy() {
      const other = createBase();
      cpSync(base, other, { recursive: true, verbatimSymlinks: true });
      return openSandbox(other, join(other, relative(base, dir)), { ...env, HOME: join(other, "home"), USERPROFILE: join(other, "home") });
    },
    cleanup: () => rmSync(base, { recursive: true, force: true }),
  };
}
