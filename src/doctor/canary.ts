import { generateKeyPairSync } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Environment } from "../git/run.ts";
import { EVENT_ON_REQUEST } from "../install/events.ts";
import type { Repository } from "../install/hooks-repository.ts";
import { CONFIGURATION_NAMES } from "../sources/configuration.ts";
import { parsePending } from "../state/pending.ts";
import { type Copy, lastLine, makeCopy } from "./copy.ts";
import type { Ended } from "./run-git.ts";

/** What happened to a change that Guard must stop, at one event; at post-commit to a commit that it must write down. */
export interface Proof {
  readonly event: string;
  /**
   * `stopped`: by Guard's verdict. `recorded`: written down. `passed`: nobody minded. `failed`: Guard was called and came to no verdict. `unclear`: something
   * else stopped it before, or it could not be tried.
   */
  readonly outcome: "stopped" | "recorded" | "passed" | "failed" | "unclear";
  /** What was said where it failed or is unclear. */
  readonly told: string;
}

/** Blocks under the preset that holds without a configuration; it needs no secret. */
const CANARY = ".env.guard-canary";
/** A configuration that Guard must refuse: a merge that git makes by itself brings nothing that its parents do not have. */
const BROKEN = `{ "guardCanary": true }\n`;

/**
 * Commits and pushes canaries through the real hooks, in a throw-away repository and to a throw-away remote. Index, refs, work tree and Guard's store of the
 * real repository are never touched. The older lines of a hook run as at any commit. `withMessages`: Guard is called for messages as well.
 */
export async function proveHooks(repository: Repository, env: Environment, withMessages: boolean): Promise<Proof[]> {
  const folder = await mkdtemp(join(tmpdir(), "guard-doctor-"));
  try {
    const copy = await makeCopy(repository, folder, env);
    if ("told" in copy) return [{ event: "pre-commit", outcome: "unclear", told: copy.told }];
    const proofs: Proof[] = [];
    for (const prove of [proveCommit, proveMerge, ...(withMessages ? [proveMessage] : []), proveRecord, provePush]) {
      proofs.push(await prove(copy));
      await copy.reset();
    }
    return proofs;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function proveCommit({ folder, git }: Copy): Promise<Proof> {
  writeFileSync(join(folder, CANARY), "CANARY=1\n");
  await git("add", "--force", "--", CANARY);
  const ended = await git("commit", "--message", "A canary of guard doctor; it must not pass");
  return toProof("pre-commit", ended, /environment\/tracked-file/.test(ended.output) && ended.output.includes(CANARY));
}

async function proveMerge({ folder, base, git, commitPastHooks }: Copy): Promise<Proof> {
  writeFileSync(join(folder, CONFIGURATION_NAMES[0]), BROKEN);
  await git("add", "--force", "--", CONFIGURATION_NAMES[0]);
  await commitPastHooks("A configuration that Guard must refuse");
  const side = (await git("rev-parse", "HEAD")).output.trim();
  await git("reset", "--quiet", "--hard", base);
  const ended = await git("merge", "--no-ff", "--no-edit", side);
  return toProof("pre-merge-commit", ended, ended.output.includes("guardCanary"));
}

/** In the form that tools ask for which look at messages before Guard does. */
async function proveMessage({ git }: Copy): Promise<Proof> {
  const ended = await git("commit", "--allow-empty", "--message", `chore: a canary of guard doctor that must not pass\n\n${drawKey()}`);
  return toProof(EVENT_ON_REQUEST, ended, ended.output.includes("secrets/in-message"));
}

/** Past the hooks that could refuse it: those behind a commit run all the same. */
async function proveRecord({ folder, git }: Copy): Promise<Proof> {
  const event = "post-commit";
  const { code, output } = await git("commit", "--quiet", "--allow-empty", "--no-verify", "--message", "A canary of guard doctor; it must be written down");
  if (code !== 0) return { event, outcome: "unclear", told: lastLine(output) };
  const oid = (await git("rev-parse", "HEAD")).output.trim();
  const pending = join(folder, ".git/guard/pending");
  if (existsSync(pending) && parsePending(readFileSync(pending, "latin1")).some(({ commit }) => commit === oid))
    return { event, outcome: "recorded", told: "" };
  const own = wordsOfGuard(output);
  return own === null ? { event, outcome: "passed", told: "" } : { event, outcome: "failed", told: own };
}

async function provePush({ folder, git, commitPastHooks, addRemote }: Copy): Promise<Proof> {
  const remote = await addRemote();
  writeFileSync(join(folder, CANARY), drawKey());
  await git("add", "--force", "--", CANARY);
  await commitPastHooks("A canary of guard doctor; it must not be pushed");
  const flags = ["--no-recurse-submodules", "--no-follow-tags", "--no-signed"];
  const ended = await git("-c", "push.pushOption=", "-c", "protocol.file.allow=always", "push", ...flags, remote, "HEAD:refs/heads/canary");
  return toProof("pre-push", ended, /secrets\/private-key/.test(ended.output) && ended.output.includes(CANARY));
}

/** A private key that opens nothing, made for this and thrown away with it. */
function drawKey(): string {
  return generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

function toProof(event: string, { code, output }: Ended, isGuards: boolean): Proof {
  if (code === 0) return { event, outcome: "passed", told: "" };
  if (isGuards) return { event, outcome: "stopped", told: "" };
  const own = wordsOfGuard(output);
  return own === null ? { event, outcome: "unclear", told: lastLine(output) } : { event, outcome: "failed", told: own };
}

function wordsOfGuard(output: string): string | null {
  return /^guard: (.*)$/m.exec(output)?.[1] ?? null;
}
