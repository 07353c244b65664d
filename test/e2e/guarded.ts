import { createHash } from "node:crypto";
import { appendFileSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { BASE32, BASE64, drawText } from "../../rules/secrets/sample.ts";
import { openStore } from "../../src/state/store.ts";
import { copySandbox, createSandbox, type Ended, type Sandbox } from "../support/git-sandbox.ts";

export const project = fileURLToPath(new URL("../..", import.meta.url));

export type Host = "plain hook" | "husky";

/** A repository with one commit that the built Guard guards, as `npm install` and `guard install` leave it. */
export interface Guarded extends Sandbox {
  guard(...args: string[]): Ended;
}

export function createGuarded(host: Host = "plain hook", { unborn = false } = {}): Guarded {
  const sandbox = copySandbox(`${host}${unborn ? ", unborn" : ""}`, () => createTemplate(host, unborn));
  onTestFinished(sandbox.cleanup);
  takePolicyAlong(sandbox);
  return withGuard(sandbox);
}

const POLICY = "policy.json";

/** A compiled policy names the folder that it is for. */
function takePolicyAlong(sandbox: Sandbox): void {
  const store = openStore(join(sandbox.dir, ".git"));
  const text = store.read(POLICY) ?? "";
  const { folder }: { readonly folder: string } = JSON.parse(text).madeOf;
  store.write(POLICY, text.replaceAll(JSON.stringify(folder), JSON.stringify(sandbox.dir)));
}

function createTemplate(host: Host, unborn: boolean): Sandbox {
  const sandbox = createSandbox();
  sandbox.write(".gitignore", "node_modules/\n.env\n.env.*\n");
  sandbox.write("package.json", '{\n  "name": "sample",\n  "private": true\n}\n');
  link(sandbox);
  if (host === "husky") {
    runHusky(sandbox, "init");
    sandbox.write(".husky/pre-commit", "true\n");
  }
  const guarded = withGuard(sandbox);
  const { code, stderr } = guarded.guard("install");
  if (code !== 0) throw new Error(stderr);
  if (!unborn) guarded.commit({ "src/app.ts": "export const name = 'app';\n", "src/other.ts": "export const other = 1;\n" });
  warmUp(sandbox);
  return sandbox;
}

/** The compiled policy, and compiled code as commits that were stopped, looked at the machine and were pushed leave it: the first hook of every test would take four times as long without. */
function warmUp(sandbox: Sandbox): void {
  const other = sandbox.copy();
  const kept = (name: string): void => cpSync(join(other.dir, ".git/guard/cache", name), join(sandbox.dir, ".git/guard/cache", name), { recursive: true });
  const expectStop = (...args: string[]): void => {
    other.git("add", "--all");
    const { code, stderr } = other.tryGit(...args);
    if (code !== 1) throw new Error(stderr);
  };
  other.write("src/warm.ts", secretLines());
  expectStop("commit", "--message", "Warm up");
  kept(POLICY);
  other.write("guard.config.json", JSON.stringify({ trading: { root: "bot", database: "trading.db", logs: "*.log", criticalFiles: ["config.py"] } }));
  expectStop("commit", "--message", "Warm up");
  other.git("init", "--quiet", "--bare", "../remote.git");
  other.git("commit", "--quiet", "--no-verify", "--message", "Warm up");
  expectStop("push", "../remote.git", "main");
  kept("code");
  other.cleanup();
}

/** What `npm install` runs in a fresh work tree: husky, where the repository uses it. */
export function prepare(sandbox: Sandbox): void {
  if (existsSync(join(sandbox.dir, ".husky"))) runHusky(sandbox);
}

function runHusky(sandbox: Sandbox, ...args: string[]): void {
  const { code, stderr } = sandbox.run(process.execPath, join(project, "node_modules/husky/bin.js"), ...args);
  if (code !== 0) throw new Error(stderr);
}

/** What npm leaves in node_modules. */
export function link(sandbox: Sandbox): void {
  mkdirSync(join(sandbox.dir, "node_modules/@vibetech"), { recursive: true });
  symlinkSync(project, join(sandbox.dir, "node_modules/@vibetech/guard"), "junction");
}

/** The sandbox with the built command line at hand. */
export function withGuard(sandbox: Sandbox): Guarded {
  return {
    ...sandbox,
    guard: (...args) => sandbox.run(process.execPath, join(project, "hooks/guard.cjs"), ...args),
    // A sandbox commits past all hooks, to set the scene: to Guard it was there before it came.
    commit(files, message) {
      const oid = sandbox.commit(files, message);
      const known = join(resolve(sandbox.dir, sandbox.git("rev-parse", "--git-common-dir")), "guard/known-commits");
      if (existsSync(known)) appendFileSync(known, `${oid}\n`);
      return oid;
    },
  };
}

/** A made-up AWS secret with its id beside it: blocks under every preset. */
export function secretLines(): string {
  return `export const aws_access_key_id = "AK${"IA"}${drawText(BASE32, 16, 3)}";\nexport const aws_secret_access_key = "${drawText(BASE64, 40, 2)}";\n`;
}

/** Everything that a check must leave as it was, byte for byte: work tree, index, refs, stash, objects, configuration, hooks. Guard's own store does not count. */
export function fingerprintOf(sandbox: Sandbox): string {
  const hash = createHash("sha256");
  // Names may be no UTF-8, so they are bytes here; the short one is read as Latin-1.
  const visit = (path: Buffer, name: string): void => {
    if (/^\.git\/(?:guard|COMMIT_EDITMSG)$/.test(name) || name === "node_modules") return;
    const stat = lstatSync(path);
    hash.update(`${name}\0${stat.mode}\0`);
    if (stat.isSymbolicLink()) hash.update(readlinkSync(path));
    else if (stat.isFile()) hash.update(readFileSync(path));
    else if (stat.isDirectory()) {
      const children = readdirSync(path, { encoding: "buffer" }).sort(Buffer.compare);
      for (const child of children) visit(Buffer.concat([path, Buffer.from("/"), child]), `${name === "" ? "" : `${name}/`}${child.toString("latin1")}`);
    }
  };
  visit(Buffer.from(sandbox.dir), "");
  return hash.digest("hex");
}
