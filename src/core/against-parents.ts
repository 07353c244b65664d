import type { ChangeMatch } from "./rule.ts";

/**
 * What a change rule says of a merge, asked against each parent that has the path. Of lines every answer counts: their age tells later whether a parent has
 * them, and of one place the mildest word. What it misses in the file as a whole it must miss against each of them: otherwise one of them is where it went.
 */
export function answerAgainstAll(answers: readonly (readonly ChangeMatch[])[]): readonly ChangeMatch[] {
  const [only = [], ...others] = answers;
  if (others.length === 0) return only;
  const byPlace = Map.groupBy(answers.flat(), toPlace);
  const isSaidByAll = (place: string): boolean => answers.every((answer) => answer.some((match) => toPlace(match) === place));
  return [...byPlace].flatMap(([place, matches]) => (isInLines(matches[0]) || isSaidByAll(place) ? mildest(matches) : []));
}

function isInLines(match: ChangeMatch | undefined): boolean {
  return match?.start !== undefined;
}

/** What has none is known by its words. */
function toPlace({ start, end, message }: ChangeMatch): string {
  return start === undefined ? message : `${start} ${end}`;
}

function mildest(matches: readonly ChangeMatch[]): ChangeMatch[] {
  const [first] = matches;
  const mild = matches.find(({ severity }) => severity === "warn") ?? first;
  return mild ? [mild] : [];
}
