import type { EnvironmentTable, VariableRow } from "../core/environment/environment-table.ts";
import { formatCount } from "./layout.ts";
import type { Painter, Style } from "./painter.ts";

const TROUBLES = {
  unnamed: { word: "not in a template", style: "caution" },
  unset: { word: "not set", style: "bad" },
  unread: { word: "not read", style: "quiet" },
} as const satisfies Record<NonNullable<VariableRow["trouble"]>, { readonly word: string; readonly style: Style }>;

/** The three-way table: a line for each variable, a column each for code, template and files. */
export function formatEnvironment({ templates, files, variables }: EnvironmentTable, paint: Painter): string {
  const rows = variables.map((row) => [row.name, formatCode(row), formatTemplate(row, templates), formatFiles(row, files)]);
  const head = ["variable", "code", "template", "files"];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((cells) => cells[column]?.length ?? 0)));
  const toLine = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const lines = rows.map((cells, i) => {
    const trouble = variables[i]?.trouble ?? null;
    return trouble === null
      ? paint(toLine(cells))
      : `${paint(toLine(cells).padEnd(widths.reduce((sum, width) => sum + width + 2, 0)))}${paint(TROUBLES[trouble].word, TROUBLES[trouble].style)}`;
  });
  return `${[paint(toLine(head), "strong"), ...lines, "", paint(summarise(variables, templates, files))].join("\n")}\n`;
}

function formatCode({ code }: VariableRow): string {
  if (code === null) return "-";
  const more = code.reads > 1 ? ` and ${code.reads - 1} more` : "";
  return `${code.place}${more}${code.isOptional ? ", has a default" : ""}`;
}

function formatTemplate({ templates }: VariableRow, all: readonly string[]): string {
  if (templates.length === 0) return "-";
  return all.length > 1 ? templates.join(" ") : "named";
}

function formatFiles({ files }: VariableRow, all: readonly string[]): string {
  if (files.length === 0) return "-";
  return files.map(({ path, value }) => `${all.length > 1 ? `${path} ` : ""}${value === "" ? "blank" : value}`).join(", ");
}

function summarise(variables: readonly VariableRow[], templates: readonly string[], files: readonly string[]): string {
  const count = (trouble: VariableRow["trouble"]): number => variables.filter((row) => row.trouble === trouble).length;
  const looked = [`templates: ${templates.join(", ") || "none"}`, `files: ${files.join(", ") || "none"}`].join("; ");
  return `${formatCount(variables.length, "variable")}; ${count("unset")} not set, ${count("unnamed")} not in a template, ${count("unread")} not read. ${looked}.`;
}
