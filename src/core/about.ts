/** From a match to what its finding is about: a file as a whole, or a place in the text of a changed one. */
import type { AgeBy } from "./age.ts";
import { placeAutofix } from "./autofix.ts";
import { createContextFinder, toEvidence } from "./fingerprint.ts";
import type { Entry, Finding, Location, Suppression } from "./model.ts";
import { redact } from "./redact.ts";
import type { ChangeMatch } from "./rule.ts";
import { type Place, placeBehind } from "./text.ts";

const BEGINNING: Place = { line: 0, column: 0 };

/** What a finding is about, and what comes of that. */
export interface About {
  /** The file that it stands in a line of. */
  readonly entry?: Entry;
  readonly location: Location | null;
  readonly subject: string | null;
  readonly context: string;
  readonly ageBy: AgeBy;
  readonly evidence?: string;
  readonly preview?: string | null;
  readonly autofix?: Finding["autofix"];
  readonly suppression?: Suppression | null;
  readonly onlyAdvises?: boolean;
}

/** A path finding is about the file and no place in it. */
export function wholeFile({ path, pathEncoding }: Pick<Entry, "path" | "pathEncoding">): Location {
  return { path, ...(pathEncoding ? { pathEncoding } : {}), line: 1, column: 1, endLine: 1, endColumn: 1 };
}

/** A finding about a file and no place in it spans nothing. */
export function isWholeFile({ line, column, endLine, endColumn }: Location): boolean {
  return line === endLine && column === endColumn;
}

/** For the matches of one change. `after`: the text that they count in. Throws where one lies outside. */
export function aboutChange(entry: Entry, after: string | null): (match: ChangeMatch) => About {
  const contextOf = createContextFinder(after ?? "");
  const placeOf = createPlaceReader(after ?? "");
  return (match) => {
    // Text that was no UTF-8 has other offsets than its bytes.
    const autofix = after?.includes("\ufffd") ? {} : placeAutofix(match.autofix, entry, (at) => Buffer.byteLength(after?.slice(0, at) ?? ""));
    if (match.start === undefined || match.end === undefined || after === null)
      return { location: wholeFile(entry), subject: null, context: match.message, ageBy: "change", ...autofix };
    if (!(match.start >= 0 && match.start < match.end && match.end <= after.length)) throw new RangeError("span outside the file");
    const text = after.slice(match.start, match.end);
    const from = placeOf(match.start);
    const to = placeBehind(from, text);
    return {
      entry,
      location: { ...wholeFile(entry), line: from.line + 1, column: from.column + 1, endLine: to.line + 1, endColumn: to.column + 1 },
      subject: null,
      context: contextOf(match.start),
      ageBy: "lines",
      evidence: toEvidence(text),
      preview: match.reveal === "all" ? text.slice(0, 80) : redact(text, match.reveal ?? 0),
      ...autofix,
    };
  };
}

/** Reads on from the last place that it was asked for: a file may hold thousands of matches, which come in order. */
function createPlaceReader(text: string): (offset: number) => Place {
  let known = { offset: 0, place: BEGINNING };
  return (offset) => {
    const { offset: from, place } = offset < known.offset ? { offset: 0, place: BEGINNING } : known;
    known = { offset, place: placeBehind(place, text.slice(from, offset)) };
    return known.place;
  };
}
