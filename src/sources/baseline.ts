import type { AddedLines } from "../core/age.ts";
import type { Entry } from "../core/model.ts";
import { type Compared, readAddedLines } from "../git/added-lines.ts";
import type { Git } from "../git/run.ts";
import type { Baseline } from "./source.ts";

/** `bases`: the parents, or the empty tree. `all`: the entries against the first of them, deleted ones too. */
export function createBaseline(git: Git, compared: Compared, bases: readonly string[], all: readonly Entry[]): Baseline {
  const removed = new Set(all.filter(({ status }) => status === "deleted").map(({ baseOid }) => baseOid));
  return {
    async addedLines(entries) {
      const answers = new Map<string, AddedLines | "all" | "none">();
      const unsure: Entry[] = [];
      for (const entry of entries) {
        const simple = withoutDiff(entry, removed, bases.length);
        if (simple) answers.set(entry.path, simple);
        else unsure.push(entry);
      }
      if (unsure.length === 0) return answers;
      // A rename is only seen where the path that went is looked at too; paths that are no UTF-8 cannot be named in an argument.
      const nameable = [...unsure, ...all.filter(({ status }) => status === "deleted")];
      const paths = nameable.some(({ pathEncoding }) => pathEncoding) ? null : nameable.map(({ path }) => path);
      const added = await Promise.all(bases.map((base) => readAddedLines(git, base, paths, compared)));
      // What git did not speak of is new as a whole: silence is no answer.
      for (const entry of unsure) answers.set(entry.path, commonLines(added.map((byOid) => byOid.get(entry.oid ?? "") ?? "all")));
      return answers;
    },
  };
}

/** What needs no diff to be known, else `null`. */
function withoutDiff(entry: Entry, removed: ReadonlySet<string | null>, bases: number): "all" | "none" | null {
  if (entry.kind === "symlink" || entry.baseKind === "symlink") return "all";
  if (entry.oid === entry.baseOid) return "none";
  if (entry.status !== "added") return null;
  if (removed.has(entry.oid)) return "none";
  // In a merge it may be one that another parent has, with an edit.
  return removed.size === 0 && bases === 1 ? "all" : null;
}

/** Lines that are new against every parent. */
function commonLines(lists: readonly (AddedLines | "all")[]): AddedLines | "all" {
  return lists.reduce((common, list) => {
    if (common === "all") return list;
    if (list === "all") return common;
    return common.flatMap(([from, to]) => list.map(([a, b]) => [Math.max(from, a), Math.min(to, b)] as const).filter(([a, b]) => a < b));
  }, "all");
}
