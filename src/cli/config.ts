import type { ExplainedRule } from "../config/explain.ts";
import type { ConfigLayer } from "../config/layer.ts";
import type { ExitCode } from "../core/model.ts";
import { truncateMiddle } from "../core/terminal-text.ts";
import { formatJson } from "../report/json.ts";
import { layOut } from "../report/layout.ts";
import { tool } from "../report/tool.ts";
import { type ActiveConfig, loadActiveConfig } from "./active-config.ts";
import type { Input } from "./command.ts";
import { listSettings, type SettingLine } from "./config-settings.ts";
import type { TerminalIo } from "./io.ts";
import { configText } from "./messages.ts";
import { formatOrigin, severityStyle } from "./setting-text.ts";
import { type Style, toStyle } from "./style.ts";

/** `guard config`: the configuration on disk, put together, and the place that each part comes from. */
export async function run(input: Input, io: TerminalIo): Promise<ExitCode> {
  const active = await loadActiveConfig(input, io);
  io.stdout(input.flags.get("--format")?.[0] === "json" ? toJson(active) : toText(active, toStyle(input, io)));
  return 0;
}

function toJson({ layers, rules }: ActiveConfig): string {
  return formatJson({
    schema: "guard.config/1",
    tool,
    exitCode: 0,
    layers: layers.map(({ part }) => ({ kind: part.kind, name: part.name })),
    settings: listSettings(layers),
    rules: rules.map(({ id, severity, severityFrom, options, optionsFrom, missing }) => ({
      id,
      severity,
      from: severityFrom,
      options,
      optionsFrom,
      needs: missing,
    })),
  });
}

function toText({ layers, rules }: ActiveConfig, style: Style): string {
  const settings = listSettings(layers);
  const sections = [
    [style.paint(configText.layers, "strong"), ...layers.map((layer) => formatLayer(layer, style))],
    settings.length === 0 ? [] : [style.paint(configText.settings, "strong"), ...settings.flatMap((setting) => formatSetting(setting, style))],
    [style.paint(configText.rules, "strong"), ...rules.flatMap((rule) => formatRule(rule, style))],
  ];
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join("\n"))
    .join("\n\n")}\n`;
}

function formatLayer({ part }: ConfigLayer, { paint }: Style): string {
  return `  ${paint(`${part.kind} ${part.name}`)}`;
}

function formatSetting({ key, value, place }: SettingLine, { paint, width }: Style): string[] {
  return layOut(paint(`${key} = ${truncateMiddle(JSON.stringify(value), 200)}  (${place})`), width, "      ", "  ");
}

function formatRule({ id, severity, severityFrom, missing, options, optionsFrom }: ExplainedRule, { paint, width }: Style): string[] {
  const origin = missing === null ? formatOrigin(severityFrom, id) : configText.waitsFor(missing);
  const chosen = optionsFrom === null ? "" : `; options ${truncateMiddle(JSON.stringify(options), 200)} (${formatOrigin(optionsFrom, id)})`;
  const [first = "", ...rest] = layOut(paint(`${severity.padEnd(5)}  ${id}  (${origin})${chosen}`), width, "             ", "  ");
  return [`  ${paint(severity.padEnd(5), severityStyle[severity])}${first.slice(7)}`, ...rest];
}
