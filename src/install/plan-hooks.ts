import { existsSync, lstatSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { GuardError } from "../core/model.ts";
import { type FileState, isExecutable, readFileState, toExecutable } from "../disk/file-state.ts";
import type { Environment } from "../git/run.ts";
import { EVENT_ON_REQUEST, FORWARDED_EVENTS, GUARDED_EVENTS } from "./events.ts";
import { addGuard, hasCommands, hasCurrentGuard, hasGuard, newHook, removeGuard, shellOf, splitHead } from "./hook-script.ts";
import type { HooksFolder } from "./hooks-folder.ts";
import type { Repository } from "./hooks-repository.ts";
import { fromPlace } from "./place.ts";
import { readRecord } from "./record.ts";
import { canStandInSubshell } from "./shell-syntax.ts";
import { type Shipped, toSlashes } from "./shipped.ts";
import type { FileRole, Plan, Step } from "./steps.ts";

const KEPT_SUFFIX = ".guard-kept";

/**
 * What it takes to have Guard called at `events`, those of `listEvents`; nothing where all of it is there. Reads only. Throws `GuardError` (2) where a hook is
 * in the way.
 */
export function planHooks(repository: Repository, target: HooksFolder, shipped: Shipped, env: Environment, events = listEvents(repository, target)): Plan {
  const state = join(repository.commonDir, "guard");
  const hooks =
    target.kind === "forwarding"
      ? planForwarding(repository, target, shipped, events)
      : events.flatMap((event) => planHook(join(target.folder, event), event, target.kind === "husky", env));
  const steps = [
    ...planFolders(target.folder),
    ...planShim(target.folder, shipped),
    ...(target.kind === "husky" ? planHuskyShims(target) : []),
    ...planFile("state", join(state, "node"), `${shipped.node}\n`, 0o600),
    ...planFile("state", join(state, "entry"), `${shipped.entry}\n`, 0o600),
    ...hooks,
  ];
  return { steps, obstacle: findObstacle(target, steps, events) };
}

/** The events at which Guard is to be called here. What was once asked for stays so: it is on record, or its hook came with a clone, as husky's do. */
export function listEvents(repository: Repository, target: HooksFolder, isRequested = false): readonly string[] {
  const path = join(target.folder, EVENT_ON_REQUEST);
  return isRequested || callsGuard(path) || isOnRecord(repository, path) ? [...GUARDED_EVENTS, EVENT_ON_REQUEST] : GUARDED_EVENTS;
}

function callsGuard(path: string): boolean {
  const state = readFileState(path);
  return state !== null && state !== "other" && hasGuard(state.content.toString("latin1"));
}

/** In front of a shared folder every event has a file on record; one of Guard's has the older hook beside it. */
function isOnRecord(repository: Repository, path: string): boolean {
  return readRecord(repository).some((change) => {
    if (change.kind !== "write") return false;
    const written = fromPlace(repository, change.place);
    return (change.role === "hook" && written === path) || written === `${path}${KEPT_SUFFIX}`;
  });
}

function planHook(path: string, event: string, forHusky: boolean, env: Environment): Step[] {
  const current = readFileState(path);
  if (current === null) return [write("hook", path, null, { content: toBytes(newHook(event, !forHusky)), mode: forHusky ? 0o644 : 0o755 })];
  if (current === "other") return moveAside(path, event, forHusky, "it runs first");
  const text = current.content.toString("latin1");
  const runs = forHusky || isExecutable(current);
  if (!runs && !hasGuard(text)) return moveAside(path, event, forHusky, "it is not executable, so git never ran it; it still does not run");
  const mode = runs ? current.mode : toExecutable(current.mode);
  if (hasCurrentGuard(text, event)) return runs ? [] : [write("hook", path, current, { content: current.content, mode }, "executable again")];
  const own = removeGuard(text);
  const shell = forHusky ? "sh" : shellOf(own);
  if (own.trim() === "") return [write("hook", path, current, { content: toBytes(newHook(event, !forHusky)), mode })];
  const fits = shell !== null && (!hasCommands(own) || canStandInSubshell(splitHead(own).body, shell, env));
  if (!fits) return moveAside(path, event, forHusky, "it runs first");
  return [write("hook", path, current, { content: toBytes(addGuard(own, event)), mode }, hasCommands(own) ? "its own lines run first" : "")];
}

/** A hook that cannot hold Guard's lines goes on under another name in the same folder; the shim calls it first. husky has no such thing. */
function moveAside(path: string, event: string, forHusky: boolean, note: string): Step[] {
  const kept = `${path}${KEPT_SUFFIX}`;
  if (forHusky)
    throw new GuardError(
      2,
      "hook-unreadable",
      `${path} is no complete shell script, so Guard cannot add its lines.`,
      "Mend it, then run: npx --no guard install",
    );
  if (lstatSync(kept, { throwIfNoEntry: false }) !== undefined)
    throw new GuardError(
      2,
      "hook-in-the-way",
      `${path} should move to ${kept}, and that is there already.`,
      "Remove the one that is not needed, then run: npx --no guard install",
    );
  return [{ kind: "move", from: path, to: kept, note }, write("hook", path, null, { content: toBytes(newHook(event, true)), mode: 0o755 })];
}

/** A foreign file of that name is somebody's own. */
function planShim(folder: string, { shim }: Shipped): Step[] {
  const path = join(folder, "guard.sh");
  const current = readFileState(path);
  const isOurs = current !== "other" && (current === null || current.content.includes("guard_event"));
  if (!isOurs)
    throw new GuardError(2, "shim-in-the-way", `${path} is there already and is not Guard's.`, "Give it another name, then run: npx --no guard install");
  return planFile("shim", path, shim, 0o644);
}

function planForwarding(repository: Repository, target: HooksFolder & { kind: "forwarding" }, shipped: Shipped, events: readonly string[]): Step[] {
  const { folder, before, scope } = target;
  const guarded = new Set(events);
  const files = [...new Set([...FORWARDED_EVENTS, ...listHooks(before)])].flatMap((event) =>
    guarded.has(event)
      ? [
          ...planFile("shim", join(folder, event), newHook(event, true), 0o755),
          ...planFile("shim", join(folder, `${event}${KEPT_SUFFIX}`), shipped.forwarder, 0o755),
        ]
      : planFile("shim", join(folder, event), shipped.forwarder, 0o755),
  );
  const value = toSlashes(folder);
  const current = repository.hooksPaths.findLast((setting) => setting.scope === scope)?.value ?? null;
  const switched: Step[] = current === value ? [] : [{ kind: "hooks-path", scope, value, before: current, note: `hooks of ${before} run first` }];
  return [...planFile("state", join(repository.commonDir, "guard", "hooks-before"), `${toSlashes(before)}\n`, 0o600), ...files, ...switched];
}

/** Executable files with a name such as git gives its hooks. */
function listHooks(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder).filter((name) => {
    if (!/^[a-z][a-z0-9-]*$/.test(name)) return false;
    const state = readFileState(join(folder, name));
    return state === "other" || (state !== null && isExecutable(state));
  });
}

function planFile(role: FileRole, path: string, text: string | Buffer, mode: number): Step[] {
  const content = Buffer.from(text);
  const current = readFileState(path);
  if (current === "other") throw new GuardError(2, "file-in-the-way", `${path} is no plain file.`, "Remove it, then run: npx --no guard install");
  const isDone = current?.content.equals(content) && ((mode & 0o100) === 0 || isExecutable(current));
  return isDone ? [] : [write(role, path, current, { content, mode })];
}

/** The folders that are missing, outermost first. */
function planFolders(folder: string): Step[] {
  return existsSync(folder) ? [] : [...planFolders(dirname(folder)), { kind: "folder", path: folder }];
}

function write(role: FileRole, path: string, before: FileState | null, after: FileState, note = ""): Step {
  return { kind: "write", role, path, before, after, note };
}

function toBytes(text: string): Buffer {
  return Buffer.from(text, "latin1");
}

/** The main worktree's, file by file: they are the same everywhere, and to run husky is for husky's users. */
function planHuskyShims({ shims, example }: HooksFolder & { kind: "husky" }): Step[] {
  if (example === null || existsSync(shims)) return [];
  const files = readdirSync(example).flatMap((name): Step[] => {
    const after = readFileState(join(example, name));
    return after === null || after === "other" ? [] : [write("copy", join(shims, name), null, after, "husky's, as in the main worktree")];
  });
  return [...planFolders(shims), ...files];
}

/** Git says nothing where the folder is missing that it looks into. */
function findObstacle(target: HooksFolder, steps: readonly Step[], events: readonly string[]): Plan["obstacle"] {
  if (target.kind !== "husky") return null;
  const made = new Set(steps.map((step) => (step.kind === "write" ? step.path : null)));
  const missing = events.map((event) => join(target.shims, event)).filter((path) => !existsSync(path) && !made.has(path));
  if (missing.length === 0) return null;
  return {
    message: `husky's folder ${target.shims} has no ${missing.map((path) => basename(path)).join(" and no ")}, so git does not call Guard.`,
    fix: "Run: npx husky (9.1 or newer)",
  };
}
