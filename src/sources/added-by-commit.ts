import type { AddedLines } from "../core/age.ts";
import { type Entry, GuardError } from "../core/model.ts";
import { type Compared, readAddedLines } from "../git/added-lines.ts";
import { type Git, LACKS_OBJECT } from "../git/run.ts";
import type { AddedByCommit } from "./source.ts";

/** `bases`: the parents, or the empty tree. `all`: the entries against the first of them, deleted ones too. */
export function createAddedByCommit(git: Git, compared: Compared, bases: readonly string[], all: readonly Entry[]): AddedByCommit {
  const deleted = all.filter(({ status }) => status === "deleted");
  const removed = new Set(deleted.map(({ baseOid }) => baseOid));
  /** `gone`: what a rename may have come from; it is only seen where that is looked at too. */
  async function compare(entries: readonly Entry[], gone: readonly Entry[]): Promise<Lines> {
    if (entries.length === 0) return new Map();
    // Paths that are no UTF-8 cannot be named in an argument.
    const nameable = [...entries, ...gone];
    const paths = nameable.some(({ pathEncoding }) => pathEncoding) ? null : nameable.map(({ path }) => path);
    const added = await Promise.all(bases.map((base) => readAddedLines(git, base, paths, compared)));
    // What git did not speak of is new as a whole: silence is no answer.
    return new Map(entries.map(({ path, oid }) => [path, commonLines(added.map((byOid) => byOid.get(oid ?? "") ?? "all"))]));
  }
  /** Git compares nothing where one content is missing, so here each file is by itself; one of which nobody can tell what it was is new as a whole. */
  async function compareOneByOne(entries: readonly Entry[]): Promise<Lines> {
    const found = new Map<string, AddedLines | "all">();
    for (const entry of entries) {
      const lines = await compare([entry], []).catch(unlessMissing);
      found.set(entry.path, lines?.get(entry.path) ?? "all");
    }
    return found;
  }
  return {
    async addedLines(entries) {
      const simple = entries.map((entry) => [entry, withoutDiff(entry, removed, bases.length)] as const);
      const unsure = simple.flatMap(([entry, lines]) => (lines === null ? [entry] : []));
      const found = (await compare(unsure, deleted).catch(unlessMissing)) ?? (await compareOneByOne(unsure));
      return new Map(simple.map(([{ path }, lines]) => [path, lines ?? found.get(path) ?? "all"]));
    },
  };
}

type Lines = ReadonlyMap<string, AddedLines | "all">;

/** `null` where git failed because it lacks a content, as in a partial clone; what else went wrong is thrown again. */
function unlessMissing(error: unknown): null {
  if (error instanceof GuardError && error.code === LACKS_OBJECT) return null;
  throw error;
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
