import { placeAutofix } from "./autofix.ts";
import type { Entry, Finding } from "./model.ts";
import type { RepositoryMatch } from "./rule.ts";

/** All that is in a repository, and the text of its files. */
export interface RepositoryView {
  readonly entries: readonly (Pick<Entry, "path" | "kind" | "status"> & Partial<Pick<Entry, "oid">>)[];
  read(path: string): string | undefined;
}

export function keyOfMatch(match: RepositoryMatch): string {
  return `${"path" in match ? match.path : match.subject}\0${match.message}`;
}

/** Offsets of a repository rule count in the text that it read. */
export function autofixIn({ entries, read }: RepositoryView, match: RepositoryMatch): Pick<Finding, "autofix"> {
  if (!match.autofix) return {};
  const path = "path" in match ? match.path : "";
  const text = read(path) ?? "";
  const oid = entries.find((entry) => entry.path === path)?.oid ?? null;
  return text.includes("\ufffd") ? {} : placeAutofix(match.autofix, { path, oid }, (at) => Buffer.byteLength(text.slice(0, at)));
}
