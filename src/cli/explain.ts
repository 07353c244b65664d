import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { ExplainedRule } from "../config/explain.ts";
import { closestTo } from "../core/closest.ts";
import { packOf } from "../core/machine-packs.ts";
import { type ExitCode, GuardError } from "../core/model.ts";
import type { RuleMeta } from "../core/rule.ts";
import { layOut } from "../report/layout.ts";
import { loadActiveConfig } from "./active-config.ts";
import type { Input } from "./command.ts";
import type { TerminalIo } from "./io.ts";
import { type Complaint, explainText, usage } from "./messages.ts";
import { formatOrigin, severityStyle } from "./setting-text.ts";
import { type Style, toStyle } from "./style.ts";

/** `path:line`, as every finding begins; its column may stay. */
const PLACE = /^(.+?):([1-9]\d{0,8})(?::\d+)?$/;

/** `guard explain RULE`: what it does here and who said so, then its page; of a line why it is flagged, or why not. Throws `GuardError` (2) for what there is not. */
export async function run(input: Input, io: TerminalIo): Promise<ExitCode> {
  const [id = ""] = input.operands;
  const [, path, line] = PLACE.exec(id) ?? [];
  if (path !== undefined) return explainPlace(path, Number(line), input, io);
  const { rules, summaries } = await loadActiveConfig(input, io);
  const rule = rules.find((candidate) => candidate.id === id);
  const meta = summaries.find((summary) => summary.id === id)?.meta;
  if (rule === undefined || meta === undefined) {
    if (rules.some((candidate) => packOf(candidate.id) === id)) throw toUsageError(usage.packToExplain(id));
    if (existsSync(resolve(io.cwd, id))) throw toUsageError(usage.fileToExplain(id));
    const ids = rules.map((candidate) => candidate.id);
    throw toUsageError(usage.unknownRule(id, closestTo(id, ids)));
  }
  const style = toStyle(input, io);
  io.stdout(`${[...formatSetting(rule, meta, style), "", ...formatPage(readPage(id) ?? [meta.summary, meta.why, meta.fix].join("\n\n"), style)].join("\n")}\n`);
  return 0;
}

async function explainPlace(path: string, line: number, input: Input, io: TerminalIo): Promise<ExitCode> {
  const { explainLine } = await import("../explain-line.ts");
  const { maskSecrets } = await import("../mask-secrets.ts");
  const { formatLine } = await import("../report/line-text.ts");
  const configPath = input.flags.get("--config")?.[0];
  const given = configPath === undefined ? {} : { configPath };
  const explained = await explainLine({ path, line, cwd: io.cwd, env: io.env, untrusted: input.flags.has("--untrusted"), ...given });
  const { paint, width } = toStyle(input, io);
  const [shown = ""] = await maskSecrets([explained.path]);
  io.stdout(formatLine({ ...explained, place: `${shown}:${line}` }, paint, width));
  return 0;
}

function formatSetting(rule: ExplainedRule, meta: RuleMeta, { paint, width }: Style): string[] {
  const { id, severity, missing, options, optionsFrom } = rule;
  const facts = [
    explainText.severityFrom(formatOrigin(rule.severityFrom, id)),
    ...(missing === null ? [] : [explainText.waitsFor(missing)]),
    ...(hasOptions(options) ? [explainText.options(JSON.stringify(options), optionsFrom === null ? null : formatOrigin(optionsFrom, id))] : []),
    explainText.about(meta),
  ];
  const head = `${paint(id, "strong")}  ${paint(severity, severityStyle[severity])}`;
  return [head, ...facts.flatMap((fact) => layOut(paint(fact), width, "  "))];
}

function hasOptions(options: unknown): boolean {
  return typeof options === "object" && options !== null && Object.keys(options).length > 0;
}

/** Paragraphs and list items are broken anew to the width; indented blocks (code) and tables stay as they are. */
function formatPage(page: string, { paint, width }: Style): string[] {
  const blocks = page.replaceAll("**", "").split(/\n{2,}/);
  return blocks.flatMap((block, index) => {
    const isVerbatim = /^(?: {4}|\||```)/.test(block);
    const lines = isVerbatim ? block.split("\n") : block.replace(/\n(?!- )\s*/g, " ").split("\n");
    const shown = lines.flatMap((line) => (isVerbatim ? [paint(line)] : layOut(paint(line), width, line.startsWith("- ") ? "  " : "", "")));
    return index === 0 ? shown : ["", ...shown];
  });
}

/** `rules/<pack>/<name>.md` below its heading; `null` for rules without a page: those of other packages, and rows of the token catalogue. */
function readPage(id: string): string | null {
  const path = join(findPackageFolder(import.meta.dirname), "rules", `${id}.md`);
  if (!existsSync(path)) return null;
  return readFileSync(path, "utf8")
    .replaceAll("\r\n", "\n")
    .trim()
    .replace(/^# .*\n+/, "");
}

function toUsageError({ message, fix }: Complaint): GuardError {
  return new GuardError(2, "usage", message, fix);
}

/** This file lies at another depth in the sources than in the build. */
function findPackageFolder(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : findPackageFolder(dirname(folder));
}
