import type { AgeBy } from "./age.ts";
import { placeAutofix } from "./autofix.ts";
import type { Entry, Finding } from "./model.ts";
import type { PathList } from "./path-list.ts";
import type { RepositoryMatch } from "./rule.ts";

/** All that is in a repository, and the text of its files. */
export interface RepositoryView extends PathList<ListedEntry> {
  read(path: string): string | undefined;
}

type ListedEntry = Pick<Entry, "path" | "kind" | "status"> & Partial<Pick<Entry, "oid">>;

/** Makes nothing of the list that is not asked for. */
export function createView(list: PathList<ListedEntry>, read: RepositoryView["read"]): RepositoryView {
  return {
    get entries() {
      return list.entries;
    },
    withPart: list.withPart,
    read,
  };
}

/** What a rule says of the repository, and whether it would have said so before. `before` is read only where it matters: on a clean commit nothing stood there. */
export async function inspectBoth(
  inspect: (view: RepositoryView) => readonly RepositoryMatch[],
  now: RepositoryView,
  before: () => Promise<RepositoryView | null>,
): Promise<{ readonly match: RepositoryMatch; readonly ageBy: AgeBy }[]> {
  const found = inspect(now);
  const earlier = found.length > 0 ? await before() : null;
  const standing = new Set((earlier ? inspect(earlier) : []).map(keyOfMatch));
  return found.map((match) => ({ match, ageBy: standing.has(keyOfMatch(match)) ? "standing" : "change" }));
}

function keyOfMatch(match: RepositoryMatch): string {
  return `${"path" in match ? match.path : match.subject}\0${match.message}`;
}

/** Offsets of a repository rule count in the text that it read. */
export function autofixIn({ withPart, read }: RepositoryView, match: RepositoryMatch): Pick<Finding, "autofix"> {
  if (!match.autofix) return {};
  const path = "path" in match ? match.path : "";
  const text = read(path) ?? "";
  const oid = withPart(path.toLowerCase()).find((entry) => entry.path === path)?.oid ?? null;
  return text.includes("\ufffd") ? {} : placeAutofix(match.autofix, { path, oid }, (at) => Buffer.byteLength(text.slice(0, at)));
}
