import type { Entry, EntryKind, EntryStatus } from "../core/model.ts";
import { GuardError } from "../core/model.ts";
import { type RepoPath, toRepoPath } from "./paths.ts";

export const KINDS: Readonly<Record<string, EntryKind>> = {
  "100644": "regular",
  "100664": "regular",
  "100755": "executable",
  "120000": "symlink",
  "160000": "gitlink",
};
const STATUSES: Readonly<Record<string, EntryStatus>> = { A: "added", M: "modified", D: "deleted", T: "type-changed", U: "unmerged" };

/**
 * Output of `diff-index --raw -z --no-renames`:
 *
 *     ":" MODE SP MODE SP OID SP OID SP STATUS NUL path NUL
 *
 * Throws `GuardError` (3) where it is anything else, or broke off.
 */
export function parseRawDiff(output: Buffer): Entry[] {
  const fields = splitNul(output, "diff-index");
  const entries: Entry[] = [];
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const [head, path] = [fields[i], fields[i + 1]];
    const found = /^:([0-7]{6}) ([0-7]{6}) ([0-9a-f]+) ([0-9a-f]+) ([AMDTU])$/.exec(head ?? "");
    if (!found || !path) throw unreadable("diff-index");
    const [, baseMode = "", mode = "", baseOid = "", oid = "", status = ""] = found;
    entries.push({
      ...toPath(path),
      kind: KINDS[mode] ?? "regular",
      status: STATUSES[status] ?? "modified",
      oid: isNullOid(oid) ? null : oid,
      baseOid: isNullOid(baseOid) ? null : baseOid,
      baseKind: KINDS[baseMode] ?? null,
    });
  }
  if (fields.length % 2 !== 0) throw unreadable("diff-index");
  return entries;
}

/**
 * Output of `ls-files -s -z`: `MODE SP OID SP STAGE TAB path NUL`. Stages 1 to 3 are an unmerged path, listed once.
 * Throws `GuardError` (3) where it is anything else, or broke off.
 */
export function parseIndexList(output: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (const line of splitNul(output, "ls-files")) {
    const found = /^([0-7]{6}) ([0-9a-f]+) ([0-3])\t(.+)$/s.exec(line);
    if (!found) throw unreadable("ls-files");
    const [, mode = "", oid = "", stage = "", name = ""] = found;
    const path = toPath(name);
    const status: EntryStatus = stage === "0" ? "present" : "unmerged";
    if (status === "unmerged" && entries.at(-1)?.path === path.path) continue;
    entries.push({ ...path, kind: KINDS[mode] ?? "regular", status, oid: status === "present" ? oid : null, baseOid: null, baseKind: null });
  }
  return entries;
}

/** Output of `ls-tree -r -z`: `MODE SP TYPE SP OID TAB path NUL`. Throws `GuardError` (3) where it is anything else, or broke off. */
export function parseTreeList(output: Buffer): Entry[] {
  return splitNul(output, "ls-tree").map((line) => {
    const found = /^([0-7]{6}) [a-z]+ ([0-9a-f]+)\t(.+)$/s.exec(line);
    if (!found) throw unreadable("ls-tree");
    const [, mode = "", oid = "", name = ""] = found;
    return { ...toPath(name), kind: KINDS[mode] ?? "regular", status: "present", oid, baseOid: null, baseKind: null };
  });
}

/** Fields of Latin-1, a character a byte: thousands of small buffers would take longer than all the rest. Throws `GuardError` (3) where the output of `verb` broke off. */
export function splitNul(output: Buffer, verb: string): string[] {
  if (output.length > 0 && output.at(-1) !== 0) throw unreadable(verb);
  return output.toString("latin1").split("\0").slice(0, -1);
}

/** Of a field. */
export function toPath(field: string): RepoPath {
  return /[\x80-\xff]/.test(field) ? toRepoPath(Buffer.from(field, "latin1")) : { path: field };
}

export function isNullOid(oid: string): boolean {
  return /^0+$/.test(oid);
}

export function unreadable(verb: string): GuardError {
  return new GuardError(3, "git-broke-off", `git ${verb} did not answer whole.`, "Try again; git fsck may tell more.");
}
