/**
 * Marks by which other tools are told to leave a line alone. None of them gives a reason, and most name no rule, so they suppress nothing here; a finding says that one stands there.
 *
 *     key = "…"  # gitleaks:allow          # pragma: allowlist nextline secret
 *                                          key = "…"
 */
const ON_LINE =
  /\b(?:gitleaks|betterleaks):allow\b|\b(?:trufflehog|kingfisher):ignore\b|\bpragma:\s?(?:allow|white)list secret\b|\bsecretlint-disable(?:-line)?\b(?!-)|\bggignore\b|\bnosec\b|\bnoqa\b(?::\s?S10[5-7]\b|(?!:))|\bnosemgrep\b|\bNOSONAR\b/i;
const FOR_NEXT_LINE = /\bkingfisher:ignore\b|\bpragma:\s?(?:allow|white)list nextline secret\b|\bsecretlint-disable(?:-next-line)?\b(?!-)|\bnosemgrep\b/i;
/** As far from the end of a line a mark is looked for. */
const REACH = 400;

/** The mark that speaks of a value, as it is written there; `null` where there is none. `behind`: the rest of its line; `above`: the line before. */
export function findForeignMark(behind: string, above: string): string | null {
  const found = ON_LINE.exec(behind.slice(-REACH)) ?? FOR_NEXT_LINE.exec(above.slice(-REACH));
  return found?.[0] ?? null;
}

/** What to do about one, behind what to do about the finding. */
export function describeForeignMark(mark: string, ruleId: string): string {
  return `The mark "${mark}" gives no reason, so it suppresses nothing here: write guard-ignore ${ruleId} -- reason, or take all such marks over: npx --no guard allow --marked --reason WHY`;
}
