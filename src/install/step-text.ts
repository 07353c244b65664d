import { relative } from "node:path";
import { escapeControl } from "../core/terminal-text.ts";
import { isWithin } from "./place.ts";
import type { Step } from "./steps.ts";
import type { Outcome } from "./undo.ts";

/** One line a change, folders left out: `wrote .git/hooks/pre-commit (its own lines run first)`. Paths are relative to `root` where they lie in it. */
export function formatSteps(steps: readonly Step[], root: string, planned: boolean): string {
  return toLines(steps.flatMap((step) => formatStep(step, root, planned)));
}

/** One line a path: `.git/hooks/pre-commit is as it was`. */
export function formatOutcomes(outcomes: readonly Outcome[], root: string): string {
  return toLines(outcomes.map(({ path, done }) => `${toShortPath(path, root)} ${done}`));
}

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
