import { type FileState, isPlainFile } from "../disk/file-state.ts";
import { removeNoBuild } from "./built-driver.ts";
import { revertEdit } from "./edit.ts";
import { hasCommands, removeGuard } from "./hook-script.ts";
import { fromPlace } from "./place.ts";
import { removePrepare } from "./prepare-script.ts";
import type { Recorded, RecordedChange } from "./record.ts";
import type { Outlook, Removal } from "./removals.ts";

/** What it takes to take changes back, the last one first. What has been edited since loses only what is Guard's. Reads only. */
export function planUndo(changes: readonly RecordedChange[], outlook: Outlook): Removal[] {
  return changes.toReversed().flatMap((change) => undoChange(change, outlook).map(outlook.plan));
}

function undoChange(change: RecordedChange, outlook: Outlook): Removal[] {
  switch (change.kind) {
    case "hooks-path":
      return undoHooksPath(change, outlook);
    case "write":
      return undoWrite(change, outlook);
    case "move":
      return undoMove(change, outlook);
    case "folder":
      return undoFolder(change, outlook);
  }
}

function undoWrite({ role, place, edit }: Recorded<"write">, outlook: Outlook): Removal[] {
  const path = fromPlace(outlook.repository(), place);
  const current = path === null ? null : outlook.read(path);
  if (path === null || !isPlainFile(current)) return [];
  const before = revertEdit(edit, current.content);
  if (before !== undefined) return [{ kind: "put", path, state: before, how: "restored" }];
  if (role === "hook") return stripHook(path, current, edit.before === null);
  if (role === "package") return stripManifest(path, current, removePrepare, "unprepared");
  if (role === "allow-scripts") return stripManifest(path, current, removeNoBuild, "unlisted");
  if (role === "config" || role === "copy") return [{ kind: "keep", path }];
  return edit.before === null ? [{ kind: "put", path, state: null, how: "restored" }] : [];
}

/** Guard's lines out of a hook; the rest of a hook that was all Guard's goes with them. */
export function stripHook(path: string, current: FileState, wasNew: boolean): Removal[] {
  const text = current.content.toString("latin1");
  const own = removeGuard(text);
  if (own === text) return [];
  if (wasNew && !hasCommands(own)) return [{ kind: "put", path, state: null, how: "restored" }];
  return [{ kind: "put", path, state: { content: Buffer.from(own, "latin1"), mode: current.mode }, how: "stripped" }];
}

function stripManifest(path: string, current: FileState, remove: (text: string) => string | null, how: "unprepared" | "unlisted"): Removal[] {
  const own = remove(current.content.toString("utf8"));
  return own === null ? [] : [{ kind: "put", path, state: { content: Buffer.from(own), mode: current.mode }, how }];
}

function undoMove({ from, to }: Recorded<"move">, outlook: Outlook): Removal[] {
  const home = fromPlace(outlook.repository(), from);
  const kept = fromPlace(outlook.repository(), to);
  if (home === null || kept === null || outlook.read(kept) === null) return [];
  return outlook.read(home) === null ? [{ kind: "move", from: kept, to: home }] : [{ kind: "keep-aside", path: kept, home }];
}

function undoFolder({ place }: Recorded<"folder">, outlook: Outlook): Removal[] {
  const path = fromPlace(outlook.repository(), place);
  return path === null ? [] : [{ kind: "folder", path }];
}

/** A setting that somebody has changed since is theirs. */
function undoHooksPath(recorded: Recorded<"hooks-path">, outlook: Outlook): Removal[] {
  const { scope, value, before } = recorded;
  const current = outlook.repository().hooksPaths.findLast((setting) => setting.scope === scope);
  return current?.value === value ? [{ kind: "hooks-path", scope, before, recorded }] : [];
}
