import { createOverlaps, type Interval } from "./intervals.ts";
import type { Age, Entry, Finding } from "./model.ts";

/** Lines of one file that a commit adds or changes: 1-based, end exclusive, in order. */
export type AddedLines = readonly (readonly [from: number, to: number])[];

/** What a finding's age hangs on: the lines it spans, the path, that it came with a change or stood before it, or nothing. */
export type AgeBy = "lines" | "path" | "change" | "standing" | "nothing";

/** What a commit does to one path. */
export interface PathChange {
  readonly status: Entry["status"] | undefined;
  /** `undefined`: nobody knows, and then all of it counts as added. */
  readonly added: AddedLines | "all" | "none" | undefined;
}

/** New is what a commit brings, older what stood there before it. */
export function toAge({ location }: Finding, ageBy: AgeBy, { status, added }: PathChange): Age {
  if (ageBy === "standing") return "older";
  if (ageBy === "change") return "new";
  if (ageBy === "nothing" || location === null) return null;
  if (ageBy === "path") return status === "modified" ? "older" : "new";
  return touches(added ?? "all", location.line, location.endLine) ? "new" : "older";
}

/** Whether any of the lines `from` to `to` (inclusive, 1-based) was added. */
function touches(added: AddedLines | "all" | "none", from: number, to: number): boolean {
  if (added === "all" || added === "none") return added === "all";
  return overlapsOf(added)({ start: from, end: to + 1 });
}

/** Made once for each file: it may have thousands of findings, and thousands of stretches. */
const known = new WeakMap<AddedLines, (lines: Interval) => boolean>();

function overlapsOf(added: AddedLines): (lines: Interval) => boolean {
  const overlaps = known.get(added) ?? createOverlaps(added.map(([start, end]) => ({ start, end })));
  known.set(added, overlaps);
  return overlaps;
}
