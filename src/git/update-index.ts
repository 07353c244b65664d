import { mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EntryKind } from "../core/model.ts";
import { parseIndexList } from "./raw.ts";
import type { Repository } from "./repository.ts";
import type { Git } from "./run.ts";

/** A path of the index that is merged, or was never in need of it. */
export interface IndexEntry {
  readonly kind: EntryKind;
  readonly oid: string;
  /** Git was told not to look at the file on disk (`skip-worktree` of a sparse checkout, `assume-unchanged`); writing the entry anew would forget that. */
  readonly isHidden: boolean;
}

/** The entries by path; unmerged ones, and those whose path is no UTF-8, are left out. */
export async function readIndex(git: Git): Promise<ReadonlyMap<string, IndexEntry>> {
  const [list, tagged] = await Promise.all([git.run("ls-files", ["-s", "-z"]), git.run("ls-files", ["-v", "-z"])]);
  // TAG SP path NUL; H: nothing special about it.
  const plain = new Set(tagged.toString("utf8").match(/(?<=^H |\0H )[^\0]+/g));
  const named = parseIndexList(list).filter(({ pathEncoding }) => pathEncoding === undefined);
  return new Map(named.flatMap(({ path, kind, oid }) => (oid === null ? [] : [[path, { kind, oid, isHidden: !plain.has(path) }]])));
}

/** Puts content into the object store as it is, through no filter. */
export async function writeBlob(git: Git, content: Buffer): Promise<string> {
  return (await git.run("hash-object", ["-w", "--stdin"], content)).toString().trim();
}

export async function readBlob(git: Git, oid: string): Promise<Buffer> {
  return git.run("cat-file", ["blob", oid]);
}

/** What is to stand at a path. `kind` `null`: nothing any more. */
export interface IndexRow {
  readonly path: string;
  readonly kind: "regular" | "executable" | null;
  readonly oid: string;
}

/**
 * All rows or none, under git's own lock. Rejects with `GuardError` (3), also where another git holds the lock. Whoever writes an index compares files as young
 * as it with their entries, and runs the repository's filters for that (read-cache.c, ce_smudge_racily_clean_entry): from an empty work tree there are none.
 */
export async function updateIndex(git: Git, { gitDir, indexFile }: Pick<Repository, "gitDir" | "indexFile">, rows: readonly IndexRow[]): Promise<void> {
  // MODE SP OID TAB path NUL; mode 0 removes, whatever the oid.
  const lines = rows.map(({ path, kind, oid }) => `${kind === null ? "0" : MODES[kind]} ${oid}\t${path}\0`);
  const empty = mkdtempSync(join(tmpdir(), "guard-"));
  try {
    await git.withWorkTree(empty, gitDir, indexFile).run("update-index", ["-z", "--index-info"], lines.join(""));
  } finally {
    rmdirSync(empty);
  }
}

const MODES = { regular: "100644", executable: "100755" } as const satisfies Record<"regular" | "executable", string>;
