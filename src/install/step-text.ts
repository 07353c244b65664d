import { relative } from "node:path";
import { escapeControl } from "../core/terminal-text.ts";
import { isWithin } from "../git/within.ts";
import type { Removal } from "./removals.ts";
import type { Step } from "./steps.ts";

/** One line a change, folders left out: `wrote .git/hooks/pre-commit (its own lines run first)`. Paths are relative to `root` where they lie in it. */
export function formatSteps(steps: readonly Step[], root: string, planned: boolean): string {
  return toLines(steps.flatMap((step) => formatStep(step, root, planned)));
}

/** One line a path: `.git/hooks/pre-commit is as it was`. What is taken back in two goes is told once. */
export function formatRemovals(removals: readonly Removal[], root: string, planned: boolean): string {
  return toLines([...new Set(removals.flatMap((removal) => formatRemoval(removal, root, planned)))]);
}

function formatRemoval(removal: Removal, root: string, planned: boolean): string[] {
  const short = (path: string): string => toShortPath(path, root);
  const is = planned ? "would be" : "is";
  const removed = planned ? "would be removed" : "removed";
  switch (removal.kind) {
    case "folder":
      return [];
    case "tree":
      return [`${short(removal.path)} ${removed}`];
    case "move":
      return [`${short(removal.to)} ${is} back under its own name, from ${short(removal.from)}`];
    case "hooks-path":
      return [`core.hooksPath ${is} ${removal.before === null ? "unset" : removal.before} again`];
    case "keep":
      return [`${short(removal.path)} was edited since and stays`];
    case "keep-aside":
      return [
        `${short(removal.path)} is your older hook; it stays, because ${short(removal.home)} was edited since. Nothing runs it ${planned ? "then" : "now"}`,
      ];
    case "put":
      if (removal.how === "restored") return [`${short(removal.path)} ${removal.state === null ? removed : `${is} as it was`}`];
      return [
        `${short(removal.path)} was edited since: only ${STRIPPED[removal.how]} ${planned ? "would be" : removal.how === "stripped" ? "were" : "was"} taken out`,
      ];
  }
}

const STRIPPED = { stripped: "Guard's lines", unprepared: "Guard's part of the prepare script", unlisted: "Guard's line in allowScripts" } as const;

function formatStep(step: Step, root: string, planned: boolean): string[] {
  const short = (path: string): string => toShortPath(path, root);
  switch (step.kind) {
    case "folder":
      return [];
    case "write":
      return [`${planned ? "would write" : "wrote"} ${short(step.path)}${toNote(step.note)}`];
    case "move":
      return [`${planned ? "would move" : "moved"} ${short(step.from)} to ${short(step.to)}${toNote(step.note)}`];
    case "hooks-path":
      return [`${planned ? "would set" : "set"} core.hooksPath to ${step.value}${toNote(step.note)}`];
  }
}

function toNote(note: string): string {
  return note === "" ? "" : ` (${note})`;
}

function toShortPath(path: string, root: string): string {
  return isWithin(path, root) ? relative(root, path).replaceAll("\\", "/") : path;
}

function toLines(lines: readonly string[]): string {
  return lines.map((line) => `${escapeControl(line)}\n`).join("");
}
