import { readdirSync, readFileSync } from "node:fs";

/** What the policy says of a line: the worst that any storage rule should answer. */
export type Outcome = "block" | "warn" | "nothing";

export interface LabelledLine {
  readonly outcome: Outcome;
  /** The reason, in the words of the policy. */
  readonly why: string;
  /** The file that it stands in. */
  readonly path: string;
  readonly line: string;
  /** `owner/name@commit:path:line` of public code; null where it was made up. */
  readonly source: string | null;
}

/** So many tables there are, beginning with 1. */
export const rounds = readdirSync(new URL("labelled/", import.meta.url)).length;

/** Table `round` of the folder `labelled`, one line of code a row: outcome, why, path, line (`⏎` where it is several), source, between tabs. */
export function readLabelledLines(round: number): readonly LabelledLine[] {
  const rows = readFileSync(new URL(`labelled/${round}.tsv`, import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1);
  return rows.map((row) => {
    const [outcome = "", why = "", path = "", line = "", source = ""] = row.split("\t");
    if (outcome !== "block" && outcome !== "warn" && outcome !== "nothing") throw new Error(`no outcome: ${row}`);
    return { outcome, why, path, line: line.replaceAll("⏎", "\n"), source: source || null };
  });
}
