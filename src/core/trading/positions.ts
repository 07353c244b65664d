import type { Cell, PositionRow } from "../facts/trading.ts";

export interface OpenPosition {
  readonly id: string;
  readonly pair: string;
  /** USD, or `null` where nothing says it. Never taken for 0. */
  readonly pnl: number | null;
}

/** The positions that are still open, with their profit or loss: as written down, else from the current price. */
export function listOpenPositions(rows: readonly PositionRow[]): OpenPosition[] {
  return rows.filter(isOpen).map((row) => ({ id: String(row.id ?? "?"), pair: String(row.pair ?? "?"), pnl: toNumber(row.pnl) ?? unrealised(row) }));
}

/** Without a status the time of closing decides. Statuses other than `closed` count as open: better one warning too many. */
function isOpen({ status, closedAt }: PositionRow): boolean {
  const word = String(status ?? "")
    .trim()
    .toLowerCase();
  return word === "" ? closedAt === null : word !== "closed";
}

function unrealised({ side, entryPrice, currentPrice, volume }: PositionRow): number | null {
  const [entry, current, size] = [toNumber(entryPrice), toNumber(currentPrice), toNumber(volume)];
  if (entry === null || current === null || size === null) return null;
  const isShort = /^(?:sell|short)$/i.test(String(side ?? "").trim());
  return (isShort ? entry - current : current - entry) * size;
}

/** A number, also one that stands in a text column; `null` for anything else. */
export function toNumber(cell: Cell): number | null {
  if (typeof cell === "string" && cell.trim() === "") return null;
  const value = cell === null ? Number.NaN : Number(cell);
  return Number.isFinite(value) ? value : null;
}
