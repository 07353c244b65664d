import { SHORT_FINGERPRINT } from "../fingerprint.ts";
import type { Finding, Severity } from "../model.ts";
import { BAD, createRemark, UNUSED } from "../remark.ts";
import { type Exemption, type ExemptionList, LIST_FILES, type ListPlace } from "./list.ts";

type Entry = ExemptionList["entries"][number];

/** What came of a list. */
export interface ListUse {
  readonly list: ExemptionList;
  /** Entries past their last day, each with the finding that is judged again for it. */
  readonly over: ReadonlyMap<{ readonly finding: Finding }, Entry>;
  /** Entries that match nothing; empty where not everything was judged. */
  readonly unused: readonly Entry[];
}

/** What is wrong in a list, what in it has ended, and what in it is of no use any more. `severityOf`: `null` where a rule is off. */
export function remarkOn({ list, over, unused }: ListUse, severityOf: (ruleId: string) => Severity | null): Finding[] {
  const toFinding = createRemark();
  const path = LIST_FILES[list.kind];
  const remark = (ruleId: string, { line, column, endColumn }: ListPlace, about: string, message: string, fix: string): Finding[] => {
    const severity = severityOf(ruleId);
    return severity === null ? [] : [toFinding(ruleId, severity, { path, line, column, endLine: line, endColumn }, about, message, fix)];
  };
  return [
    ...list.faults.flatMap((fault) => remark(BAD, fault, path, fault.message, `Mend it, or let Guard write it anew: ${toCommand(list)}`)),
    ...Array.from(over, ([{ finding }, entry]) => remark(UNUSED, entry.place, entry.fingerprint, describeOver(entry, finding), decideAgain(entry))).flat(),
    ...describeUnused(list, unused).flatMap(({ entry, message, fix }) => remark(UNUSED, entry.place, entry.fingerprint, message, fix)),
  ];
}

function toCommand({ kind }: ExemptionList): string {
  return kind === "baseline" ? "npx --no guard baseline" : "npx --no guard allow FINGERPRINT --reason WHY";
}

function describeOver({ until, ruleId, owner }: Exemption, { location }: Finding): string {
  const whose = owner === null ? "This decision" : `This decision of ${owner}`;
  return `${whose} ended on ${until}, so ${location?.path}:${location?.line} is judged again by ${ruleId}.`;
}

function decideAgain({ fingerprint }: Exemption): string {
  return `Mend what it speaks of and delete the entry, or decide again: npx --no guard allow ${fingerprint.slice(0, SHORT_FINGERPRINT)} --reason WHY --until DATE`;
}

/** Decisions one by one; of a baseline, which is meant to shrink, how many. */
function describeUnused(list: ExemptionList, unused: readonly Entry[]): { readonly entry: Entry; readonly message: string; readonly fix: string }[] {
  if (list.kind === "allow")
    return unused.map((entry) => ({
      entry,
      message: `This entry for ${entry.ruleId} in ${entry.path} matches no finding any more.`,
      fix: "Delete the entry.",
    }));
  const [entry] = unused;
  if (!entry) return [];
  const count = unused.length === 1 ? "One entry of the baseline matches" : `${unused.length} entries of the baseline match`;
  return [{ entry, message: `${count} no finding any more.`, fix: `Take them out: ${toCommand(list)}` }];
}
