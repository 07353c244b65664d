import type { ExitCode, Report, SourceKind } from "../core/model.ts";
import { toCheckRequest } from "./check-request.ts";
import type { Input } from "./command.ts";
import { deliverReport } from "./deliver-report.ts";
import { emptyReport } from "./empty-report.ts";
import type { TerminalIo } from "./io.ts";
import { openProgress } from "./progress.ts";

/** `guard check`: judges one source and prints the report; the exit code is the report's, 3 where the report could not be put where it belongs. */
export async function run(input: Input, io: TerminalIo): Promise<ExitCode> {
  const { flags } = input;
  const request = await toCheckRequest(input, io);
  const { check } = await import("../guard.ts");
  const progress = await openProgress(io, flags.has("--quiet"));
  const judged = check({ ...request, onProgress: progress.update });
  const report = await Promise.race([judged, reportInterrupt(io.signal, request.source.kind)]).finally(progress.close);
  return deliverReport(
    report,
    {
      format: flags.get("--format")?.[0] === "json" ? "json" : "text",
      output: flags.get("--output")?.[0] ?? null,
      isQuiet: flags.has("--quiet"),
      color: !flags.has("--no-color"),
    },
    io,
  );
}

/** A report of nothing as soon as the user interrupts; never before. */
function reportInterrupt(signal: AbortSignal, source: SourceKind): Promise<Report> {
  return new Promise((resolve) => {
    const answer = (): void => resolve(emptyReport({ source, exitCode: 130 }));
    if (signal.aborted) answer();
    else signal.addEventListener("abort", answer, { once: true });
  });
}
