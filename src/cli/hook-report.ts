import type { Report } from "../core/model.ts";
import { escapeControl } from "../core/terminal-text.ts";
import type { Environment } from "../git/run.ts";
import { formatText } from "../report/text.ts";
import { toLocalCommands } from "./local-command.ts";
import { waysOut } from "./messages.ts";

/** The report as a hook prints it, on standard error: a terminal, or the window of a GUI. */
export function formatForHook(report: Report, cwd: string, { NO_COLOR, CI, TERM }: Environment): string {
  const { isTTY, columns } = process.stderr;
  const notes = report.notes.map((note) => `guard: ${escapeControl(note)}\n`).join("");
  const color = isTTY === true && !NO_COLOR && !CI && TERM !== "dumb";
  return toLocalCommands(notes + formatText(report, { color, waysOut: waysOut(report), ...(isTTY ? { width: columns } : {}) }), cwd);
}
