import type { Entry, EntryStatus } from "../core/model.ts";
import { isNullOid, KINDS, splitNul, toPath, unreadable } from "./raw.ts";
import type { Git } from "./run.ts";

export interface Commit {
  readonly oid: string;
  /** None of a root. */
  readonly parents: readonly string[];
}

/** Which commits are meant: those that `tips` lead to, without those that `known` leads to. All are object ids. */
export interface Revisions {
  readonly tips: readonly string[];
  /** One that is not there is left out of account. */
  readonly known: readonly string[];
  /** What the remote-tracking refs of this remote lead to is known as well; `*`: those of all. */
  readonly knownRemote?: string | null;
}

/** Parents come before their children. Throws `GuardError` (3) where a commit on the way is missing. */
export async function listCommits(git: Git, { tips, known, knownRemote = null }: Revisions): Promise<Commit[]> {
  if (tips.length === 0) return [];
  const flags = [
    "--topo-order",
    "--reverse",
    "--parents",
    "--ignore-missing",
    ...(knownRemote === null ? [] : ["--not", `--remotes=${knownRemote}`]),
    "--stdin",
  ];
  const asked = [...tips, ...known.map((oid) => `^${oid}`)].map((line) => `${line}\n`).join("");
  const output = await git.run("rev-list", flags, asked);
  return output.toString("latin1").split("\n").filter(Boolean).map(parseCommit);
}

/** `OID[ OID of a parent]...` */
function parseCommit(line: string): Commit {
  const [oid = "", ...parents] = line.split(" ");
  if (![oid, ...parents].every((word) => /^[0-9a-f]{40,64}$/.test(word))) throw unreadable("rev-list");
  return { oid, parents };
}

/** What all refs lead to. */
export async function listRefTips(git: Git): Promise<string[]> {
  const output = await git.run("rev-parse", ["--all"]);
  return [...new Set(output.toString("latin1").split("\n").filter(Boolean))];
}

/** A commit and who made it when; milliseconds since the epoch. */
export interface MadeCommit extends Commit {
  readonly who: string;
  readonly at: number;
}

/** By object id; those that are not there any more are left out. */
export async function readCommits(git: Git, oids: readonly string[]): Promise<Map<string, MadeCommit>> {
  if (oids.length === 0) return new Map();
  const flags = ["--no-walk", "--ignore-missing", "--format=%H%x00%P%x00%ct%x00%cn <%ce>", "--stdin"];
  const output = await git.run("rev-list", flags, oids.map((oid) => `${oid}\n`).join(""));
  const commits = output
    .toString("utf8")
    .split("\n")
    .flatMap((line): MadeCommit[] => {
      const [oid = "", parents = "", seconds = "", who] = line.split("\0");
      return who === undefined ? [] : [{ oid, parents: parents.split(" ").filter(Boolean), at: Number(seconds) * 1000, who }];
    });
  return new Map(commits.map((commit) => [commit.oid, commit]));
}

/**
 * What each commit changes, in their order, in one go: against its parent, a root against nothing, a merge only what differs from every parent.
 * Throws `GuardError` (3) where git does not answer for each of them.
 */
export async function readChanges(git: Git, commits: readonly Commit[]): Promise<Entry[][]> {
  if (commits.length === 0) return [];
  const flags = ["--stdin", "--always", "--root", "-r", "-c", "--raw", "-z", "--no-renames", "--no-abbrev", "--ignore-submodules=none"];
  const output = await git.run("diff-tree", flags, commits.map(({ oid }) => `${oid}\n`).join(""));
  const changes = parseChanges(output);
  if (changes.length !== commits.length || commits.some(({ oid }, i) => changes[i]?.oid !== oid)) throw unreadable("diff-tree");
  return changes.map(({ entries }) => entries);
}

/**
 * Output of `diff-tree --stdin --raw -z -c`. For each commit its object id and a NUL, then for each path
 *
 *     ":" MODE SP MODE SP OID SP OID SP STATUS NUL path NUL            in a merge with as many colons, modes, ids and letters more as it has parents more
 *
 * Throws `GuardError` (3) where it is anything else, or broke off.
 */
export function parseChanges(output: Buffer): { readonly oid: string; readonly entries: Entry[] }[] {
  const fields = splitNul(output, "diff-tree");
  const changes: { oid: string; entries: Entry[] }[] = [];
  for (let i = 0; i < fields.length; i++) {
    const head = fields[i] ?? "";
    const last = changes.at(-1);
    if (/^[0-9a-f]{40,64}$/.test(head)) changes.push({ oid: head, entries: [] });
    else {
      const path = fields[++i];
      if (!last || !path) throw unreadable("diff-tree");
      last.entries.push(toEntry(head, path));
    }
  }
  return changes;
}

function toEntry(head: string, path: string): Entry {
  const [, colons = "", text = ""] = /^(:+)(.*)$/.exec(head) ?? [];
  const words = text.split(" ");
  const parents = colons.length;
  const modes = words.slice(0, parents + 1);
  const oids = words.slice(parents + 1, 2 * parents + 2);
  const isWhole =
    parents > 0 &&
    words.length === 2 * parents + 3 &&
    modes.every((mode) => /^[0-7]{6}$/.test(mode)) &&
    oids.every((oid) => /^[0-9a-f]{40,64}$/.test(oid)) &&
    new RegExp(`^[AMDT]{${parents}}$`).test(words.at(-1) ?? "");
  const [baseMode = "", mode = "", baseOid = "", oid = ""] = [modes[0], modes[parents], oids[0], oids[parents]];
  if (!isWhole) throw unreadable("diff-tree");
  return {
    ...toPath(path),
    kind: KINDS[mode] ?? "regular",
    status: toStatus(modes),
    oid: isNullOid(oid) ? null : oid,
    baseOid: isNullOid(baseOid) ? null : baseOid,
    baseKind: KINDS[baseMode] ?? null,
    ...(parents > 1 ? { otherBases: toOtherBases(modes, oids, parents) } : {}),
  };
}

function toOtherBases(modes: readonly string[], oids: readonly string[], parents: number): NonNullable<Entry["otherBases"]> {
  return oids.slice(1, parents).flatMap((oid, i) => {
    const kind = KINDS[modes[i + 1] ?? ""];
    return kind === undefined || isNullOid(oid) ? [] : [{ oid, kind }];
  });
}

const NOTHING = "000000";

/** In a merge a path that one parent has is not new. */
function toStatus(modes: readonly string[]): EntryStatus {
  const before = modes.slice(0, -1);
  const mode = modes.at(-1) ?? "";
  if (mode === NOTHING) return "deleted";
  if (before.every((other) => other === NOTHING)) return "added";
  const typeOf = (value: string): string => value.slice(0, 3);
  return before[0] !== NOTHING && typeOf(before[0] ?? "") !== typeOf(mode) ? "type-changed" : "modified";
}
