import { isMachinePack, packOf } from "../core/machine-packs.ts";
import type { Report, ReportError, Unknown } from "../core/model.ts";

/** What ended the run, for exit codes 2 and 3, else `null`. A 3 that comes from unknowns alone gets the first blocking one as its reason. */
export function toReportError(report: Report): ReportError | null {
  if (report.error !== null) return report.error;
  if (report.exitCode !== 2 && report.exitCode !== 3) return null;
  const blocking = report.unknown.filter((unknown) => unknown.blocks);
  const [first] = blocking;
  const more = blocking.length > 1 ? `, and ${blocking.length - 1} more` : "";
  return {
    code: "not-judged",
    message: first === undefined ? "Not everything could be judged." : `${toClause(first)}${more}.`,
    fix: `Mend the reasons that are named, then run npx --no guard check again${toAckClause(blocking)}.`,
  };
}

/** `*` stands for all rules: what nobody could read, none could judge. */
function toClause({ ruleId, subject, reason }: Unknown): string {
  return ruleId === "*" ? `${subject} could not be judged: ${reason}` : `${ruleId} could not judge ${subject}: ${reason}`;
}

/** What a machine rule must see and cannot may be known. */
function toAckClause(blocking: readonly Unknown[]): string {
  const ids = [...new Set(blocking.map(({ ruleId }) => ruleId))];
  const isAboutMachine = ids.length > 0 && ids.every((id) => isMachinePack(packOf(id)));
  return isAboutMachine ? `; or, where they are known: npx --no guard ack ${ids.join(" ")} --for 2h --reason WHY` : "";
}

/** A configuration with several mistakes has a line for each; a line feed in any other message came from a file name and is no line of ours. */
export function toMessageLines({ code, message }: Pick<ReportError, "code" | "message">): readonly string[] {
  return code === "config" ? message.split("\n") : [message];
}
