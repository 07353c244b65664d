import type { FixedFile, FixOutcome } from "../core/model.ts";
import { layOut } from "./layout.ts";
import type { Painter } from "./painter.ts";

/**
 * A line for each finding that was to be mended, what was done first:
 *
 *     fixed  environment/tracked-file  .gitignore created, in the index and on disk; .env out of the index, the file itself stays
 *     not fixed  storage/database-path  src/db.ts is no plain file
 */
export function formatFixes(fixes: readonly FixOutcome[], paint: Painter, width: number | undefined): string[] {
  const done = fixes.filter(({ refused }) => refused === null);
  const refused = fixes.filter((fix) => fix.refused !== null);
  return [
    ...done.flatMap(({ ruleId, changes }) => toLines("fixed", "good", `${ruleId}  ${changes.map(describe).join("; ")}`, paint, width)),
    ...refused.flatMap((fix) => toLines("not fixed", "caution", `${fix.ruleId}  ${fix.refused}`, paint, width)),
  ];
}

function describe({ path, done, leftOnDisk }: FixedFile): string {
  if (done === "untracked") return `${path} out of the index, the file itself stays`;
  return `${path} ${done}, in the index ${leftOnDisk === null ? "and on disk" : `only: on disk ${leftOnDisk}`}`;
}

function toLines(word: string, style: "good" | "caution", text: string, paint: Painter, width: number | undefined): string[] {
  const [first = "", ...rest] = layOut(paint(`${word}  ${text}`), width, "    ", "");
  return [first.replace(word, paint(word, style)), ...rest];
}
