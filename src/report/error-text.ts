import type { ReportError } from "../core/model.ts";
import { createPainter } from "./painter.ts";
import { toMessageLines } from "./report-error.ts";

/**
 * What ended the run and what to do, for standard error: one line, or where the message has several (one for each mistake in a configuration),
 * these and then the fix. Ends with a line feed.
 */
export function formatError(error: Pick<ReportError, "code" | "message" | "fix">): string {
  const paint = createPainter(false);
  const [first = "", ...rest] = toMessageLines(error);
  const lines = rest.length === 0 ? [`${first} ${error.fix}`] : [first, ...rest, error.fix];
  return lines.map((line, index) => `${index === 0 ? "guard: " : "       "}${paint(line)}\n`).join("");
}
