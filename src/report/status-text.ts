import { toMinute } from "../core/quantities.ts";
import type { MachineStatus } from "../core/status/machine-status.ts";
import type { RowState, StatusArea, StatusRow } from "../core/status/row.ts";
import { layOut } from "./layout.ts";
import type { Painter, Style } from "./painter.ts";

/** How a state is told: a word of at most seven letters, and its colour. */
const WORDS = {
  ok: ["ok", "good"],
  warn: ["warn", "caution"],
  block: ["block", "bad"],
  acknowledged: ["ack", "caution"],
  unknown: ["unknown", "caution"],
  off: ["off", "quiet"],
  info: ["-", "quiet"],
} as const satisfies Record<RowState, readonly [string, Style]>;

const STATE_WIDTH = 7;

/**
 * The machine at a glance, ASCII but for the names it quotes; ends with a line feed:
 *
 *     Trading  projects/crypto-enhanced
 *       block    failed orders       194 in 24 hours, at most 5 (database: 194, log: 194)
 */
export function formatStatus(status: MachineStatus, paint: Painter, width: number | undefined): string {
  const sections = [...formatAreas(status.areas, paint, width), formatAcks(status, paint, width), formatCounts(status, paint, width)];
  return toText(sections);
}

/** A section for each area. */
export function formatAreas(areas: readonly StatusArea[], paint: Painter, width: number | undefined): string[][] {
  const nameWidth = Math.max(...areas.flatMap(({ rows }) => rows.map(({ name }) => name.length)));
  return areas.map(({ title, subject, rows }) => [
    `${paint(title, "strong")}${subject === null ? "" : `  ${paint(subject)}`}`,
    ...rows.flatMap((row) => formatRow(row, nameWidth, paint, width)),
  ]);
}

/** Sections with an empty line between them; empty ones are left out. */
export function toText(sections: readonly (readonly string[])[]): string {
  const filled = sections.filter((section) => section.length > 0);
  return `${filled.map((section) => section.join("\n")).join("\n\n")}\n`;
}

function formatRow({ state, name, text }: StatusRow, nameWidth: number, paint: Painter, width: number | undefined): string[] {
  const [word, style] = WORDS[state];
  const head = `  ${word.padEnd(STATE_WIDTH)}  ${name.padEnd(nameWidth)}  `;
  const [first = "", ...rest] = layOut(paint(head + text), width, " ".repeat(head.length), "");
  return [`  ${paint(word.padEnd(STATE_WIDTH), style)}${first.slice(2 + STATE_WIDTH)}`, ...rest];
}

function formatAcks({ acknowledged }: MachineStatus, paint: Painter, width: number | undefined): string[] {
  if (acknowledged.length === 0) return [];
  const lines = acknowledged.flatMap(({ rules, reason, owner, until }) => {
    const by = owner === null ? "" : ` by ${owner}`;
    return layOut(paint(`until ${until}${by}: ${rules.join(", ")}. Reason given: ${reason}`), width, "    ", "  ");
  });
  return [paint("Acknowledged", "strong"), ...lines];
}

function formatCounts({ counts, at }: MachineStatus, paint: Painter, width: number | undefined): string[] {
  const told = [
    counts.block > 0 ? `${counts.block} that ${counts.block === 1 ? "blocks" : "block"}` : "nothing blocks",
    ...(counts.warn > 0 ? [`${counts.warn} to look at`] : []),
    ...(counts.acknowledged > 0 ? [`${counts.acknowledged} acknowledged`] : []),
    ...(counts.unknown > 0 ? [`${counts.unknown} unknown`] : []),
  ];
  return layOut(paint(`guard: ${told.join(", ")} (${toMinute(Date.parse(at))})`), width, "       ", "");
}
