import { existsSync, readFileSync } from "node:fs";
import { listBuiltInRules } from "../rules/index.ts";
import { checks } from "../rules/secrets/catalog/checks.ts";
import { type Format, formats } from "../rules/secrets/catalog/formats.ts";
import type { Command, Flag } from "../src/cli/command.ts";
import { commands, commonFlags } from "../src/cli/commands.ts";
import { guardCommand } from "../src/cli/messages.ts";
import { explainConfig } from "../src/config/explain.ts";
import { loadConfig } from "../src/config/load.ts";
import { presets } from "../src/config/presets/index.ts";
import type { Rule, RuleKind } from "../src/core/rule.ts";

const MADE = "<!-- Made by `npm run docs`; changes here are lost. -->";

/** The pages of this folder that are made out of the code, by path from here: the command line, and the rules pack by pack. */
export async function listPages(): Promise<Map<string, string>> {
  const rules = await listBuiltInRules();
  const count = rules.length;
  // Rows of the token catalogue without a page of their own have a line each on one page.
  const packs = Map.groupBy(rules.filter(hasPage), ({ id }) => id.slice(0, id.indexOf("/")));
  const severities = await listSeverities(rules);
  return new Map([
    ["cli.md", toCommandLinePage()],
    ["rules/README.md", toIndexPage(packs, severities, count)],
    ["rules/token-formats.md", toFormatsPage()],
    ...Array.from(packs, ([pack, own]): [string, string] => [`rules/${pack}.md`, toPackPage(pack, own, severities)]),
  ]);
}

function toCommandLinePage(): string {
  const list = commands.map(({ name, summary }) => [`[\`${name}\`](#${name})`, summary]);
  return joinBlocks(
    MADE,
    "# The command line",
    `Every command begins \`${guardCommand}\`: in a project that does not have Guard, a bare \`npx guard\` would fetch a stranger's package of that name. npx keeps flags for itself that stand before the first word after \`guard\`, so ask \`${guardCommand} help\`, or \`${guardCommand} help check\`.`,
    toTable(["command", "does"], list),
    "Understood by every command:",
    toTable(["flag", "does"], commonFlags.map(toFlagRow)),
    ...commands.flatMap(toCommandBlocks),
    "What `check` answers with: [report.md](report.md).",
  );
}

function toCommandBlocks(command: Command): string[] {
  const { name, summary, operand, flags, epilogue, schema } = command;
  const usage = [guardCommand, name, ...(operand ? [operand.count === "one" ? `<${operand.name}>` : `[${operand.name}...]`] : []), "[flags]"].join(" ");
  return [
    `## ${name}`,
    `${summary}.`,
    indent(usage),
    ...(operand ? [`\`${operand.name}\`: ${operand.summary}.`] : []),
    ...(flags.length > 0 ? [toTable(["flag", "does"], flags.map(toFlagRow))] : []),
    ...(schema ? [`With \`--format json\` it prints \`${schema}\`.`] : []),
    ...(epilogue ? [indent(epilogue)] : []),
  ];
}

function toFlagRow({ name, value, many, choices, summary }: Flag): string[] {
  const shown = value === undefined ? name : `${name} ${value}${many ? "..." : ""}`;
  return [`\`${shown}\``, `${escapeCell(summary)}${choices ? `: ${choices.map((choice) => `\`${choice}\``).join(", ")}` : ""}`];
}

/** What each preset says of a rule, by preset and id, where the configuration has every section that a rule may need. */
type Severities = ReadonlyMap<string, ReadonlyMap<string, string>>;

async function listSeverities(rules: readonly Rule[]): Promise<Severities> {
  const sections = { storage: { roots: ["D:/data"] }, trading: {}, databases: [] };
  const entries = Object.keys(presets).map(async (preset) => {
    const text = JSON.stringify({ extends: [preset], ...sections });
    const { config } = await loadConfig({ name: "guard.config.json", text, folder: import.meta.dirname, readExtended: async () => null });
    return [preset, new Map(explainConfig(config, rules).map(({ id, severity }) => [id, severity]))] as const;
  });
  return new Map(await Promise.all(entries));
}

function toIndexPage(packs: ReadonlyMap<string, readonly Rule[]>, severities: Severities, count: number): string {
  const names = [...severities.keys()];
  const tables = Array.from(packs, ([pack, rules]) => [
    `## [${pack}](${pack}.md)`,
    toTable(
      ["rule", ...names, "finds"],
      rules.map(({ id, meta }) => [
        `[\`${id}\`](${pack}.md#${toAnchor(id)})`,
        ...names.map((name) => severities.get(name)?.get(id) ?? ""),
        escapeCell(meta.summary),
      ]),
    ),
    ...toNeedsNote(rules),
  ]);
  return joinBlocks(
    MADE,
    "# The rules",
    `${count} rules. What a preset says is a ceiling: a rule may answer lower by itself, never higher. \`${guardCommand} rules\` lists what holds in a project, \`${guardCommand} explain RULE\` shows a rule's page. A source such as S4:285 is a line of the security documents that Guard was made for.`,
    `${formats.size} of them are kinds of tokens, rows of one catalogue: [token-formats.md](token-formats.md). Those with a page of their own stand below too.`,
    ...tables.flat(),
  );
}

function toNeedsNote(rules: readonly Rule[]): string[] {
  const waiting = Map.groupBy(
    rules.filter(({ meta }) => meta.needs),
    ({ meta }) => meta.needs,
  );
  return Array.from(waiting, ([needs, own]) => {
    const which = own.length === rules.length ? "All of them are" : `${own.map(({ id }) => `\`${id}\``).join(", ")} ${own.length === 1 ? "is" : "are"}`;
    return `${which} off until the configuration has \`${needs}\`.`;
  });
}

const KINDS = {
  content: "the content of files",
  entry: "paths",
  change: "a file before and after",
  repository: "the repository as a whole",
  machine: "this machine",
  message: "commit messages and names of branches",
  verdict: "the judgement itself",
} as const satisfies Record<RuleKind, string>;

function toPackPage(pack: string, rules: readonly Rule[], severities: Severities): string {
  return joinBlocks(MADE, `# ${pack}`, "All packs: [README.md](README.md).", ...rules.flatMap((rule) => toRuleBlocks(rule, severities)));
}

function hasPage({ id }: Rule): boolean {
  return existsSync(new URL(`../rules/${id}.md`, import.meta.url));
}

function toFormatsPage(): string {
  const byProvider = [...formats.values()].flat().sort((a, b) => (a.provider.toLowerCase() < b.provider.toLowerCase() ? -1 : 1));
  return joinBlocks(
    MADE,
    "# The token formats",
    "One row of the catalogue (`rules/secrets/catalog/formats/`) is one form of a token; rows of one id are one rule. Where words stand, one of them must be in the name that the value is assigned to, or near it; then a name that also says key, token or secret makes it _likely_, and without that it warns. A row that is known from memory alone, or that names its owner rather than opening something, warns.",
    "A check that a token passes makes it _certain_; one that it fails makes it _possible_, and it warns. Dummies, words and elided tokens are left alone.",
    toTable(["rule", "provider", "severity", "confidence", "words", "check", "notation"], byProvider.map(toFormatRow)),
    "## Checks",
    Object.entries(checks)
      .map(([name, { about }]) => `- \`${name}\`: ${about}`)
      .join("\n"),
  );
}

function toFormatRow({ id, provider, severity, confidence, words, check, notation, isCaseless }: Format): string[] {
  const code = `${isCaseless ? "any case: " : ""}\`${escapeCell(notation)}\``;
  return [`\`secrets/${id}\``, escapeCell(provider), severity, confidence, words.join(", "), check ?? "", code];
}

function toRuleBlocks({ id, inspects, meta }: Rule, severities: Severities): string[] {
  const facts = [
    `looks at ${KINDS[inspects]}`,
    Array.from(severities, ([preset, byId]) => `${preset}: ${byId.get(id)}`).join(", "),
    `confidence: ${meta.confidence}`,
    `since ${meta.since}`,
    ...(meta.source ? [`source: ${meta.source}`] : []),
    ...(meta.needs ? [`needs \`${meta.needs}\``] : []),
  ];
  return [`## ${id}`, facts.join("; "), readPage(id)];
}

/** A rule's own page below its heading, with its headings two levels down: they stand below the rule's. */
function readPage(id: string): string {
  const page = readFileSync(new URL(`../rules/${id}.md`, import.meta.url), "utf8");
  const lines = page.replaceAll("\r\n", "\n").trim().split("\n").slice(1);
  return lines
    .map((line) => line.replace(/^##(?= )/, "###"))
    .join("\n")
    .trim();
}

/** As GitHub makes it of a heading. */
function toAnchor(heading: string): string {
  return heading.replace(/[^a-z0-9 -]/g, "").replaceAll(" ", "-");
}

function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const toLine = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [head, head.map(() => "---"), ...rows].map(toLine).join("\n");
}

function escapeCell(text: string): string {
  return text.replaceAll("|", "\\|");
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "    ");
}

function joinBlocks(...blocks: readonly string[]): string {
  return `${blocks.join("\n\n")}\n`;
}
