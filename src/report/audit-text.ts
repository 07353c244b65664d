import { escapeControl, truncateMiddle } from "../core/terminal-text.ts";
import type { Audit, AuditRow } from "./audit.ts";
import { formatCount } from "./layout.ts";
import type { Painter } from "./painter.ts";

/** What the chain says and what it cannot say. */
const LIMITS = [
  "An unbroken chain says that no row in it was changed, taken out or put elsewhere since it was written.",
  "It cannot say that the end was not cut off, nor that nobody wrote a whole new one: whoever may write here may do that.",
  "What must hold against that is judged in CI: npx --no guard check --range A..B",
];

/** More rows than these nobody reads; the JSON has them all. */
const SHOWN_AT_MOST = 50;

/** Everything but clean checks, then the numbers; ends with a line feed. */
export function formatAudit(audit: Audit, paint: Painter): string {
  const telling = audit.rows.filter(({ kind, outcome }) => !(kind === "check" && outcome === "clean"));
  const shown = telling.slice(-SHOWN_AT_MOST);
  const hidden = telling.length - shown.length;
  const lines = [
    ...(hidden > 0 ? [`${formatCount(hidden, "older row")} not shown; npx --no guard audit --format json lists all of them.`] : []),
    ...shown.map((row) => formatRow(row, paint)),
    ...(shown.length > 0 ? [""] : []),
    `guard: ${formatNumbers(audit)}; ${formatChain(audit, paint)}`,
  ];
  return `${lines.join("\n")}\n`;
}

/** The chain alone, and what it is worth. */
export function formatVerified(audit: Audit, paint: Painter): string {
  return `${[`guard: ${formatCount(audit.rows.length, "row")}; ${formatChain(audit, paint)}`, ...LIMITS].join("\n")}\n`;
}

function formatRow({ at, kind, commit, outcome, rules, reason, who }: AuditRow, paint: Painter): string {
  const what = outcome ?? kind;
  const parts = [
    `${at.slice(0, 10)} ${at.slice(11, 16)}`,
    paint(what, kind === "unverified" ? "caution" : "strong"),
    ...(commit === null ? [] : [commit.slice(0, 12)]),
    ...(rules.length === 0 ? [] : [rules.join(", ")]),
    ...(who === null ? [] : [`by ${who}`]),
    ...(reason === null ? [] : [kind === "skip" || kind === "ack" ? `Reason given: ${reason}` : `(${reason})`]),
  ];
  return escapeControl(truncateMiddle(parts.join("  "), 600));
}

function formatNumbers({ rows }: Audit): string {
  const count = (belongs: (row: AuditRow) => boolean): number => rows.filter(belongs).length;
  const counts = [
    [count(({ kind, commit, outcome }) => kind === "check" && commit !== null && outcome !== "blocked"), "checked"],
    [count(({ outcome }) => outcome === "blocked" || outcome === "unknown"), "refused"],
    [count(({ outcome }) => outcome === "bypassed"), "bypassed"],
    [count(({ outcome }) => outcome === "not run by git"), "not run by git"],
    [count(({ outcome }) => outcome === "amends unchecked"), "amending what was not checked"],
    [count(({ kind }) => kind === "skip"), "with rules skipped"],
    [count(({ kind }) => kind === "ack"), "acknowledged"],
  ] as const;
  const told = counts.flatMap(([number, word]) => (number === 0 ? [] : `${number} ${word}`)).join(", ");
  return told === "" ? "nothing is on record yet" : told;
}

function formatChain({ chain, torn }: Audit, paint: Painter): string {
  const state = chain === "intact" ? `the chain is ${paint("intact", "good")}` : paint(`the chain is ${chain}`, "bad");
  return torn === 0 ? state : `${state}, ${formatCount(torn, "torn line")} left out`;
}
