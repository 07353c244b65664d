import type { ExitCode, GuardError } from "../core/model.ts";
import { formatError } from "../report/error-text.ts";
import { formatJson, toJsonReport } from "../report/json.ts";
import { tool } from "../report/tool.ts";
import { emptyReport } from "./empty-report.ts";
import type { Io } from "./io.ts";

/** Whether JSON was asked for: told from the words alone, since the failure may be that they could not be understood. */
export function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf("--");
  const words = end === -1 ? argv : argv.slice(0, end);
  return words.some((word, index) => word === "--format=json" || (word === "--format" && words[index + 1] === "json"));
}

/** One line on standard error, and where JSON was asked for, JSON of the command's `schema` on standard output. Answers with the exit code. */
export function reportFailure(error: GuardError, schema: string | null, io: Io): ExitCode {
  const { exitCode, code, message, fix } = error;
  io.stderr(formatError(error));
  if (schema === "guard.report/1") io.stdout(toJsonReport(emptyReport({ exitCode, error: { code, message, fix } })));
  else if (schema !== null) io.stdout(formatJson({ schema, tool, exitCode, error: { code, message, fix } }));
  return exitCode;
}
