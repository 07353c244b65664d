import { readFileSync } from "node:fs";
import { join } from "node:path";
import { closestTo } from "../core/closest.ts";
import { GuardError } from "../core/model.ts";
import type { Commit, Revisions } from "../git/history.ts";
import type { Repository } from "../git/repository.ts";
import type { Git } from "../git/run.ts";

/** `A..B` as object ids; a side that is left out is HEAD, and A may be all zeros: nothing was there before. Throws `GuardError` (2) where one is no commit. */
export async function resolveRange(git: Git, range: string): Promise<Revisions> {
  const [, from, to] = /^((?:(?!\.\.).)*)\.\.(?!\.)((?:(?!\.\.).)*)$/.exec(range) ?? [];
  if (from === undefined || to === undefined)
    throw new GuardError(2, "usage", `"${range}" is no range.`, "Write two commits with two dots between them: origin/main..HEAD");
  const known = /^0+$/.test(from) ? [] : [await resolveCommit(git, from || "HEAD")];
  return { tips: [await resolveCommit(git, to || "HEAD")], known };
}

async function resolveCommit(git: Git, name: string): Promise<string> {
  const output = await git.run("rev-parse", ["-q", "--verify", "--end-of-options", `${name}^{commit}`]).catch(() => null);
  if (output) return output.toString("latin1").trim();
  const refs = await git.run("rev-parse", ["--symbolic", "--branches", "--remotes", "--tags"]);
  const closest = closestTo(name, refs.toString("utf8").split("\n").filter(Boolean));
  throw new GuardError(
    2,
    "usage",
    `There is no commit "${name}" here.${closest === null ? "" : ` Did you mean ${closest}?`}`,
    "git log tells what there is; a CI job may have to fetch the whole history first.",
  );
}

/** Where a shallow clone was cut off a commit looks like a root, and nobody knows what it changed. Throws `GuardError` (3). */
export function assertParentsAreHere({ commonDir }: Repository, commits: readonly Commit[]): void {
  const cut = new Set(readOrEmpty(join(commonDir, "shallow")).split("\n"));
  const orphan = commits.find(({ oid }) => cut.has(oid));
  if (orphan)
    throw new GuardError(
      3,
      "shallow",
      `The history of this clone is cut off at ${orphan.oid.slice(0, 12)}, so it is not known what that commit changed.`,
      "Fetch the whole history: git fetch --unshallow, or fetch-depth: 0 in the checkout step of CI.",
    );
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
