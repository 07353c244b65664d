import type { Git } from "./run.ts";

/** Lines of one file that a commit adds or changes: 1-based, end exclusive, in order. */
export type AddedLines = readonly (readonly [from: number, to: number])[];

/** More path arguments than this may not fit the command line of every system. */
const MAX_PATHS = 200;

/**
 * Which lines of the staged blobs are not in `base`: by new object id. Attributes cannot hide a file (`--text`), a rename is compared with what it was.
 * Blobs that `base` has unchanged under another name have no entry. `paths`: `null` asks for all of them.
 */
export async function readAddedLines(git: Git, base: string, paths: readonly string[] | null): Promise<Map<string, AddedLines>> {
  const flags = [
    "--cached",
    "-p",
    "-U0",
    "-M",
    "--full-index",
    "--text",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--ita-invisible-in-index",
    "--ignore-submodules=all",
  ];
  const limited = paths && paths.length <= MAX_PATHS ? paths : [];
  return parseAddedLines(await git.run("diff-index", [...flags, base, "--", ...limited]));
}

/**
 * Only two kinds of line matter; content lines begin with `+`, `-`, blank or `\`:
 *
 *     index OLD..NEW[ MODE]
 *     @@ -a[,b] +c[,d] @@
 */
export function parseAddedLines(patch: Buffer): Map<string, AddedLines> {
  const byOid = new Map<string, (readonly [number, number])[]>();
  let lines: (readonly [number, number])[] = [];
  for (let from = 0; from < patch.length; ) {
    const lf = patch.indexOf(10, from);
    const end = lf < 0 ? patch.length : lf;
    const first = patch[from];
    if (first === 0x69 || first === 0x40) {
      const line = patch.toString("latin1", from, Math.min(end, from + 200));
      const index = /^index [0-9a-f]+\.\.([0-9a-f]+)/.exec(line);
      const hunk = /^@@ -[0-9,]+ \+([0-9]+)(?:,([0-9]+))? @@/.exec(line);
      if (index?.[1]) {
        lines = byOid.get(index[1]) ?? [];
        byOid.set(index[1], lines);
      } else if (hunk) {
        const start = Number(hunk[1]);
        const count = hunk[2] === undefined ? 1 : Number(hunk[2]);
        if (count > 0) lines.push([start, start + count]);
      }
    }
    from = end + 1;
  }
  return byOid;
}
