import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Repository } from "./repository.ts";
import type { Git } from "./run.ts";

/** The commit that HEAD leads to, without asking git; `null` where only git can tell: before the first commit, a packed ref, refs in tables. */
export function readHead({ gitDir, commonDir }: Pick<Repository, "gitDir" | "commonDir">): string | null {
  const head = readLine(join(gitDir, "HEAD"));
  const ref = /^ref: (refs\/.+)$/.exec(head ?? "")?.[1];
  const oid = ref === undefined ? head : readLine(join(commonDir, ref));
  return oid !== null && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(oid) ? oid : null;
}

/** Whether any ref leads anywhere: before the first commit of an orphan branch HEAD does not, and others do. Throws `GuardError` (3). */
export async function hasCommits(git: Git, repository: Repository): Promise<boolean> {
  return readHead(repository) !== null || (await git.run("rev-parse", ["--all"])).length > 0;
}

/** Whether the next commit will have no parent, and others are there. Throws `GuardError` (3). */
export async function isOrphan(git: Git, repository: Repository): Promise<boolean> {
  if (readHead(repository) !== null) return false;
  const head = await git.run("rev-parse", ["-q", "--verify", "HEAD"]).catch(() => null);
  return head === null && (await hasCommits(git, repository));
}

function readLine(path: string): string | null {
  try {
    return readFileSync(path, "utf8").trimEnd();
  } catch {
    return null;
  }
}
