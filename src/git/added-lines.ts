import type { AddedLines } from "../core/age.ts";
import type { Git } from "./run.ts";

/** More bytes of paths may not fit the command line of every system: that of Windows ends at 32,767 characters. */
const MAX_PATH_BYTES = 16_000;

/** What is compared with a base: the index, or a commit. */
export type Compared = "index" | { readonly commit: string };

/**
 * Which lines of the staged or committed blobs are not in `base`: by new object id. Attributes cannot hide a file (`--text`), a rename is compared with
 * what it was. A blob that git did not speak of has no entry. `paths`: relative to the root, which `git` must be started in; `null` asks for all of them.
 */
export async function readAddedLines(git: Git, base: string, paths: readonly string[] | null, compared: Compared = "index"): Promise<Map<string, AddedLines>> {
  const flags = [
    // Raw lines name what has no patch: a file renamed as it was, one whose mode alone changed.
    "--patch-with-raw",
    "--no-abbrev",
    "-U0",
    "-M",
    "--full-index",
    "--text",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--no-relative",
    "--ignore-submodules=all",
  ];
  const limited = paths && areNameable(paths) ? paths : [];
  const patch =
    compared === "index"
      ? git.run("diff-index", ["--cached", "--ita-invisible-in-index", ...flags, base, "--", ...limited])
      : git.run("diff-tree", ["-r", ...flags, base, compared.commit, "--", ...limited]);
  return parseAddedLines(await patch);
}

/** A tree can hold names that git takes for a way out of the repository. */
function areNameable(paths: readonly string[]): boolean {
  const bytes = paths.reduce((sum, path) => sum + Buffer.byteLength(path) + 1, 0);
  return bytes <= MAX_PATH_BYTES && !paths.some((path) => /(?:^|\/)\.\.?(?:\/|$)/.test(path));
}

/**
 * Only four kinds of line matter; content lines begin with `+`, `-`, blank or `\`:
 *
 *     :MODE MODE OLD NEW STATUS TAB path
 *     index OLD..NEW[ MODE]
 *     @@ -a[,b] +c[,d] @@
 *     Binary files a/x and b/x differ        (not asked for; then all of it is new)
 */
export function parseAddedLines(patch: Buffer): Map<string, AddedLines> {
  const byOid = new Map<string, (readonly [number, number])[]>();
  const linesOf = (oid: string): (readonly [number, number])[] => {
    const lines = byOid.get(oid) ?? [];
    byOid.set(oid, lines);
    return lines;
  };
  let lines: (readonly [number, number])[] = [];
  for (let from = 0; from < patch.length; ) {
    const lf = patch.indexOf(10, from);
    const end = lf < 0 ? patch.length : lf;
    if (MARKS.has(patch[from] ?? 0)) {
      const line = patch.toString("latin1", from, Math.min(end, from + 200));
      const raw = /^:[0-7]{6} [0-7]{6} [0-9a-f]+ ([0-9a-f]+) /.exec(line)?.[1];
      const index = /^index [0-9a-f]+\.\.([0-9a-f]+)/.exec(line)?.[1];
      const hunk = /^@@ -[0-9,]+ \+([0-9]+)(?:,([0-9]+))? @@/.exec(line);
      if (raw) linesOf(raw);
      else if (index) lines = linesOf(index);
      else if (hunk) {
        const start = Number(hunk[1]);
        const count = hunk[2] === undefined ? 1 : Number(hunk[2]);
        if (count > 0) lines.push([start, start + count]);
      } else if (line.startsWith("Binary files ")) lines.push([1, Number.MAX_SAFE_INTEGER]);
    }
    from = end + 1;
  }
  // Two paths may get the same blob.
  for (const each of byOid.values()) each.sort(([a], [b]) => a - b);
  return byOid;
}

/** First bytes of the lines that matter: `:`, `i`, `@`, `B`. */
const MARKS = new Set([0x3a, 0x69, 0x40, 0x42]);
