import type { StatusArea } from "../core/status/row.ts";
import type { Criterion, Readiness } from "../core/trading/readiness.ts";
import type { TradingStatus } from "../core/trading/status.ts";
import { layOut } from "./layout.ts";
import type { Painter, Style } from "./painter.ts";
import { formatAreas, toText } from "./status-text.ts";

const STATUS_STYLE = { "READY TO SCALE": "good", "NOT READY": "bad", "INSUFFICIENT DATA": "caution" } as const satisfies Record<Readiness["status"], Style>;

/** What a criterion is called, how many digits its numbers have, and their unit. */
const CRITERIA = {
  trades: ["trades", 0, ""],
  winRatePercent: ["win rate", 2, " %"],
  expectancyUsd: ["expectancy", 3, " USD a trade"],
  maxDrawdownPercent: ["drawdown", 2, " %"],
} as const satisfies Record<Criterion["name"], readonly [string, number, string]>;

/** Whether the bot is ready to scale and why, then how it stands; `areas` are those of trading. Ends with a line feed. */
export function formatTradingStatus(status: TradingStatus, areas: readonly StatusArea[], paint: Painter, width: number | undefined): string {
  const { readiness, validation } = status;
  const period = `validation ${validation.start} to ${validation.end}, day ${validation.day} of ${validation.days}`;
  const unknown = status.unknown.find(({ part }) => part === "readiness");
  const head = readiness
    ? [`${paint(readiness.status, STATUS_STYLE[readiness.status])}  ${paint(period)}`, ...formatCriteria(readiness, paint, width)]
    : layOut(paint(`Readiness unknown: ${unknown?.subject}: ${unknown?.reason} (${period})`), width, "    ", "");
  return toText([head, readiness ? formatProof(readiness, paint, width) : [], ...formatAreas(withoutReadiness(areas), paint, width)]);
}

function formatCriteria({ criteria }: Readiness, paint: Painter, width: number | undefined): string[] {
  return criteria.flatMap(({ name, value, needed, relation, met }) => {
    const [word, digits, unit] = CRITERIA[name];
    const shown = value === null ? "none yet" : `${value.toFixed(digits)}${unit}`;
    const head = `  ${(met ? "met" : "not met").padEnd(7)}  ${word.padEnd(10)}  `;
    const [first = "", ...rest] = layOut(paint(`${head}${shown}, ${relation} ${needed}${unit} needed`), width, " ".repeat(head.length), "");
    return [`  ${paint((met ? "met" : "not met").padEnd(7), met ? "good" : "caution")}${first.slice(9)}`, ...rest];
  });
}

/** What stands behind the criteria, and how much it proves. */
function formatProof(readiness: Readiness, paint: Painter, width: number | undefined): string[] {
  const { interval, wins, losses, breakEven, netUsd, feesUsd, maxDrawdownUsd, source, doubts, trades } = readiness;
  if (trades === 0) return layOut(paint("No round trip was completed since the validation began."), width);
  const sentences = [
    `${wins} won, ${losses} lost, ${breakEven} even; net ${netUsd.toFixed(2)} USD after ${feesUsd.toFixed(2)} USD of fees, deepest fall ${maxDrawdownUsd.toFixed(2)} USD (from the table ${source}).`,
    ...(interval ? [`So few trades prove little: the true win rate may lie anywhere from ${interval.low} to ${interval.high} % (95 % sure).`] : []),
    ...describeDoubts(doubts),
  ];
  return sentences.flatMap((sentence) => layOut(paint(sentence), width));
}

function describeDoubts({ estimatedFees, unmatchedSells, skippedRows, futureRows }: Readiness["doubts"]): string[] {
  const doubts = [
    [estimatedFees, "estimated fees"],
    [unmatchedSells, "sales without a purchase"],
    [skippedRows, "rows that cannot be read"],
    [futureRows, "rows from the future"],
  ] as const;
  const told = doubts.flatMap(([count, words]) => (count === 0 ? [] : [`${words} (${count})`]));
  return told.length === 0 ? [] : [`In doubt: ${told.join(", ")}.`];
}

/** Said above, at length. */
function withoutReadiness(areas: readonly StatusArea[]): StatusArea[] {
  return areas.map(({ rows, ...area }) => ({ ...area, rows: rows.filter(({ name }) => name !== "readiness") }));
}
