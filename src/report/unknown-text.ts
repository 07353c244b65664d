import { isMachinePack, packOf } from "../core/machine-packs.ts";
import type { Unknown } from "../core/model.ts";
import { formatCount, layOut } from "./layout.ts";
import { sortUnknown } from "./order.ts";
import type { Painter } from "./painter.ts";

/** More of one pack are told in one line: a machine without databases must not fill the screen at every commit. */
const TOLD_ONE_BY_ONE = 2;

/**
 * A line for each rule that could not look, the blocking ones first; many of one pack that do not block share one:
 *
 *     unknown  trading/failed-orders  D:/databases/trading.db: is locked by another program (this does not block)
 *     unknown  8 rules of sqlite  D:/databases/database.db: does not exist; 3 more reasons (this does not block; npx --no guard status names them all)
 */
export function formatUnknowns(unknown: readonly Unknown[], paint: Painter, width: number | undefined): string[][] {
  const sorted = sortUnknown(unknown);
  const blocking = sorted.filter(({ blocks }) => blocks).map((one) => describeOne(one));
  const packs = Map.groupBy(
    sorted.filter(({ blocks }) => !blocks),
    ({ ruleId }) => packOf(ruleId),
  );
  const others = [...packs].flatMap(([pack, own]) => (own.length > TOLD_ONE_BY_ONE ? [describeMany(pack, own)] : own.map(describeOne)));
  return [...blocking.map((text) => toLines(text, "bad", paint, width)), ...others.map((text) => toLines(text, "caution", paint, width))];
}

function describeOne({ ruleId, subject, reason, blocks }: Unknown): string {
  return `unknown  ${ruleId}  ${subject}: ${reason} (${blocks ? "this blocks" : "this does not block"})`;
}

function describeMany(pack: string, unknown: readonly Unknown[]): string {
  const rules = new Set(unknown.map(({ ruleId }) => ruleId));
  const [first = "", ...more] = new Set(unknown.map(({ subject, reason }) => `${subject}: ${reason}`));
  const others = more.length > 0 ? `; ${formatCount(more.length, "more reason")}` : "";
  const where = isMachinePack(pack) ? "status names them all" : "check --format json lists them all";
  return `unknown  ${formatCount(rules.size, "rule")} of ${pack || "all packs"}  ${first}${others} (this does not block; npx --no guard ${where})`;
}

function toLines(text: string, style: "bad" | "caution", paint: Painter, width: number | undefined): string[] {
  const [first = "", ...rest] = layOut(paint(text), width, "    ", "");
  return [first.replace("unknown", paint("unknown", style)), ...rest];
}
