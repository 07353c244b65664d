import type { Entry, FileChange, Finding } from "./model.ts";
import type { AutofixStep } from "./rule.ts";

type Judged = Pick<Entry, "path" | "pathEncoding" | "oid">;

/** The changes that a match asks for, for its finding. `toByte` turns an offset of the match into one of the file. A path that is no UTF-8 cannot be named. */
export function placeAutofix(steps: readonly AutofixStep[] | undefined, judged: Judged, toByte: (offset: number) => number): Pick<Finding, "autofix"> {
  if (steps === undefined || judged.pathEncoding !== undefined) return {};
  return { autofix: steps.map((step) => toChange(step, judged, toByte)) };
}

function toChange(step: AutofixStep, { path, oid }: Judged, toByte: (offset: number) => number): FileChange {
  switch (step.kind) {
    case "replace":
      return { kind: "replace", path, oid, start: toByte(step.start), end: toByte(step.end), text: step.text };
    case "append":
      return step;
    case "untrack":
      return { kind: "untrack", path, oid };
  }
}
