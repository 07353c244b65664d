import type { ExplainedRule } from "../config/explain.ts";
import type { ExitCode } from "../core/model.ts";
import { formatJson } from "../report/json.ts";
import { layOut } from "../report/layout.ts";
import { tool } from "../report/tool.ts";
import { loadActiveConfig } from "./active-config.ts";
import type { Input } from "./command.ts";
import type { TerminalIo } from "./io.ts";
import { rulesText } from "./messages.ts";
import { severityStyle } from "./setting-text.ts";
import { type Style, toStyle } from "./style.ts";

/** `guard rules`: every rule, what it does under the configuration on disk, and what it finds. */
export async function run(input: Input, io: TerminalIo): Promise<ExitCode> {
  const { rules } = await loadActiveConfig(input, io);
  io.stdout(input.flags.get("--format")?.[0] === "json" ? toJson(rules) : toText(rules, toStyle(input, io)));
  return 0;
}

function toJson(rules: readonly ExplainedRule[]): string {
  const shown = rules.map(({ id, severity, summary, severityFrom, missing }) => ({ id, severity, summary, from: severityFrom, needs: missing }));
  return formatJson({ schema: "guard.rules/1", tool, exitCode: 0, rules: shown });
}

/** A paragraph for each pack: `block  secrets/jwt  A JSON web token ...`. */
function toText(rules: readonly ExplainedRule[], style: Style): string {
  const longestId = Math.max(...rules.map(({ id }) => id.length));
  // On a terminal a few long ids must not leave the summaries too little room.
  const idWidth = style.width === undefined ? longestId : Math.min(longestId, 30);
  const packs = Map.groupBy(rules, ({ id }) => id.slice(0, id.indexOf("/")));
  const paragraphs = Array.from(packs.values(), (pack) => pack.flatMap((rule) => toLines(rule, idWidth, style)).join("\n"));
  return `${paragraphs.join("\n\n")}\n\n${layOut(rulesText.more, style.width).join("\n")}\n`;
}

function toLines({ id, severity, summary, missing }: ExplainedRule, idWidth: number, { paint, width }: Style): string[] {
  const head = `${severity.padEnd(5)}  ${id.padEnd(idWidth)}  `;
  const text = missing === null ? summary : `${summary} ${rulesText.waitsFor(missing)}`;
  const [first = "", ...rest] = layOut(paint(head + text), width, " ".repeat(idWidth + 9), "");
  return [paint(severity.padEnd(5), severityStyle[severity]) + first.slice(5), ...rest];
}
