import type { ExitCode, Report } from "../core/model.ts";
import { escapeControl } from "../core/terminal-text.ts";
import { formatError } from "../report/error-text.ts";
import { toJsonReport } from "../report/json.ts";
import { toReportError } from "../report/report-error.ts";
import { formatText } from "../report/text.ts";
import type { TerminalIo } from "./io.ts";
import { toLocalCommands } from "./local-command.ts";
import { delivery, waysOut } from "./messages.ts";
import type { Style } from "./style.ts";
import { writeWhole } from "./write-whole.ts";

export interface DeliveryOptions {
  readonly format: "text" | "json";
  /** A file, or `null` for standard output. */
  readonly output: string | null;
  readonly isQuiet: boolean;
  readonly style: Style;
}

/** Puts the report where it belongs and answers with its exit code; 3 where the file could not be written, and then the report is printed after all. */
export async function deliverReport(report: Report, options: DeliveryOptions, io: TerminalIo): Promise<ExitCode> {
  if (!options.isQuiet) for (const note of [...report.notes, ...toLeftOutNotes(report)]) io.stderr(`guard: ${escapeControl(note)}\n`);
  if (options.output === null) return printReport(report, options, io);
  const text = options.format === "json" ? toJsonReport(report) : formatText(report, { color: false, waysOut: waysOut(report) });
  try {
    await writeWhole(options.output, toLocalCommands(text, io.cwd), io.cwd);
  } catch (error) {
    const { message, fix } = delivery.outputNotWritten(options.output, toReason(error));
    return printReport({ ...report, exitCode: 3, error: { code: "output", message, fix } }, options, io);
  }
  printError(report, io);
  if (!options.isQuiet) io.stderr(`${escapeControl(delivery.outputWritten(options.output))}\n`);
  return report.exitCode;
}

function toLeftOutNotes({ coverage }: Report): string[] {
  return coverage.skipped.length === 0 ? [] : [delivery.leftOut(coverage.skipped)];
}

function printReport(report: Report, options: DeliveryOptions, io: TerminalIo): ExitCode {
  if (options.format === "json") {
    printError(report, io);
    io.stdout(toJsonReport(report));
  } else if (report.exitCode === 2) {
    printError(report, io);
  } else if (!options.isQuiet || report.exitCode !== 0) {
    // On a terminal both streams would show the same line.
    if (io.columns === null) printError(report, io);
    io.stdout(formatForTerminal(report, options));
  }
  return report.exitCode;
}

function formatForTerminal(report: Report, { style: { color, width } }: DeliveryOptions): string {
  return formatText(report, { color, waysOut: waysOut(report), ...(width === undefined ? {} : { width }) });
}

function printError(report: Report, io: TerminalIo): void {
  const error = toReportError(report);
  if (error !== null) io.stderr(formatError(error));
}

function toReason(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "it cannot be written";
}
