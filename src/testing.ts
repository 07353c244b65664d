/** For authors of rules: runs a rule's examples. Part of the public library. */
import { compileGlob } from "./config/globs.ts";
import { placeAutofix } from "./core/autofix.ts";
import { listLeakableValues } from "./core/environment/leakable-values.ts";
import { recogniseContent } from "./core/file-kind.ts";
import { type ContentChange, changeContent, refuseChanges } from "./core/fix-content.ts";
import { createLocalRuleset } from "./core/local-values.ts";
import { createMatcher } from "./core/match.ts";
import type { Entry, FileChange, Finding } from "./core/model.ts";
import { createPathList } from "./core/path-list.ts";
import { createGlobTest, createPolicyReader, type Policy } from "./core/policy.ts";
import { createView } from "./core/repository-view.ts";
import type { ChangeMatch, EntryMatch, Example, Examples, FlaggedExample, MessageMatch, MessageRule, RepositoryMatch, Rule } from "./core/rule.ts";
import { createRulesetOf, type Ruleset, toReadyRule } from "./core/ruleset.ts";
import { toSegment } from "./core/segments.ts";
import { isSelectedByAny } from "./core/selectors.ts";

/** What a rule said of one example: a finding for content rules, the bare match for the others. */
export type Sighting = {
  readonly message: string;
  readonly span: string | null;
  readonly severity: "block" | "warn";
  readonly confidence: string;
  /** What `check --fix` would do. */
  readonly autofix?: readonly FileChange[];
};

/** One example as a test: a name, and a function that throws what is wrong. Fits every test runner: `for (const { name, run } of …) test(name, run)`. */
export interface RuleTest {
  readonly name: string;
  run(): Promise<void>;
}

export class RuleTester {
  readonly #rule: Rule;
  readonly #asked: readonly Rule[];
  /** Of the rules that read content here; made once for all examples. */
  #ruleset: Ruleset | null = null;

  /** `asked`: the rules that a message rule may ask. */
  constructor(rule: Rule, asked: readonly Rule[] = []) {
    this.#rule = rule;
    this.#asked = asked;
  }

  /** All examples as tests. */
  tests(examples: Examples): RuleTest[] {
    return [
      ...examples.flags.map((example) => ({ name: `${this.#rule.id} flags: ${example.name}`, run: () => this.#assertFlagged(example) })),
      ...examples.leaves.map((example) => ({ name: `${this.#rule.id} leaves alone: ${example.name}`, run: () => this.#assertLeft(example) })),
    ];
  }

  /** What the rule says of one example; throws what the rule throws. */
  async sightings(example: Example): Promise<Sighting[]> {
    const options = this.#rule.options ? this.#rule.options.parse(example.options ?? {}) : (example.options ?? {});
    return inspect(this.#rule, example, options, this.#search);
  }

  /** What the content rule says of an example, or what the rules say that a message rule may ask. */
  readonly #search: Search = (example, options) => {
    const rules = listReading(this.#rule, this.#asked);
    this.#ruleset ??= createRulesetOf(rules, compileGlob);
    return findInContent(rules, this.#ruleset, example, options);
  };

  async #assertFlagged(example: FlaggedExample): Promise<void> {
    const sightings = await this.sightings(example);
    if (sightings.length === 0) throw new Error("The rule found nothing.");
    if (example.spans)
      assertEqual(
        "spans",
        sightings.map(({ span }) => span),
        example.spans,
      );
    for (const { severity, confidence } of sightings) {
      if (example.severity) assertEqual("severity", severity, example.severity);
      if (example.confidence) assertEqual("confidence", confidence, example.confidence);
    }
    if (example.fixed) await this.#assertFixed(example, sightings, example.fixed);
  }

  /** The files are then as stated, and nothing is left that would be mended again. */
  async #assertFixed(example: FlaggedExample, sightings: readonly Sighting[], expected: Readonly<Record<string, string | null>>): Promise<void> {
    const texts = textsOf(example);
    const fixed = mend(
      texts,
      sightings.flatMap(({ autofix }) => autofix ?? []),
    );
    assertEqual("fixed text", fixed, expected);
    if (Object.values(fixed).includes(null)) return;
    const after = { ...texts, ...fixed };
    const { [example.path]: content, ...others } = Object.fromEntries(Object.entries(after).map(([path, text]) => [path, text ?? ""]));
    const left = await this.sightings({ ...example, ...(content === undefined ? {} : { content }), others });
    const again = left.filter(({ autofix }) => autofix).map(({ message }) => message);
    if (again.length > 0) throw new Error(`What was mended would be mended again: ${again.join(" | ")}`);
  }

  async #assertLeft(example: Example): Promise<void> {
    const sightings = await this.sightings(example);
    if (sightings.length > 0) throw new Error(`The rule spoke: ${sightings.map(({ message }) => message).join(" | ")}`);
  }
}

function textsOf({ path, content, others }: Example): Record<string, string> {
  return { ...others, ...(content === undefined ? {} : { [path]: content }) };
}

/** The files that change, and how they read then; `null`: out of the index. */
function mend(texts: Readonly<Record<string, string>>, changes: readonly FileChange[]): Record<string, string | null> {
  const untracked = changes.filter(({ kind }) => kind === "untrack").map(({ path }) => path);
  const edited = changes.filter((change): change is ContentChange => change.kind !== "untrack" && !untracked.includes(change.path));
  const mended = [...Map.groupBy(edited, ({ path }) => path)].flatMap(([path, own]) => {
    const content = Buffer.from(texts[path] ?? "");
    const refused = refuseChanges(content, own);
    if (refused !== null) throw new Error(`${path} cannot be mended: ${refused}.`);
    const text = changeContent(content, own).toString("utf8");
    return text === texts[path] ? [] : [[path, text] as const];
  });
  return Object.fromEntries([...mended, ...untracked.map((path) => [path, null] as const)].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function assertEqual(what: string, actual: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`Other ${what} than expected: ${a} instead of ${b}`);
}

type Search = (example: Example, options: unknown) => Promise<readonly Finding[]>;

function listReading(rule: Rule, asked: readonly Rule[]): readonly Rule[] {
  if (rule.inspects === "message") return asked.filter(({ id, inspects }) => inspects === "content" && isSelectedByAny(rule.asks ?? [], id));
  return rule.inspects === "content" ? [rule] : [];
}

async function inspect(rule: Rule, example: Example, options: unknown, search: Search): Promise<Sighting[]> {
  if (rule.inspects === "content") return (await search(example, options)).map((finding) => toSighting(finding, example));
  if (rule.inspects === "machine") throw new TypeError(`${rule.id} judges the machine: call its check with facts.`);
  const matches = rule.inspects === "message" ? await inspectMessage(rule, example, options, search) : inspectWhole(rule, example, options);
  return matches.map((match) => ({
    message: match.message,
    span: "start" in match && match.start !== undefined ? (example.content ?? "").slice(match.start, match.end) : null,
    severity: match.severity ?? rule.meta.severity,
    confidence: match.confidence ?? rule.meta.confidence,
    ...placeMatched(match, example),
  }));
}

/** In the example's own file, or in the one that a match of a repository rule names. */
function placeMatched(match: EntryMatch | ChangeMatch | RepositoryMatch | MessageMatch, example: Example): Pick<Finding, "autofix"> {
  const path = "path" in match ? match.path : example.path;
  const text = textsOf(example)[path] ?? "";
  return placeAutofix("autofix" in match ? match.autofix : undefined, { path, oid: null }, (at) => Buffer.byteLength(text.slice(0, at)));
}

function inspectWhole(
  rule: Exclude<Rule, { inspects: "content" | "machine" | "message" }>,
  example: Example,
  options: unknown,
): readonly (EntryMatch | ChangeMatch | RepositoryMatch)[] {
  const applies = (path: string): boolean => !("files" in rule) || !rule.files || createGlobTest(rule.files.map(compileGlob))(path);
  if (rule.inspects === "entry") {
    const bytes = Buffer.from(example.content ?? "", "latin1");
    const content = recogniseContent(example.path, bytes, bytes.length);
    const isAsked = applies(example.path) || (rule.recognises === true && content !== null);
    return isAsked ? rule.check({ path: example.path, kind: "regular", status: "added", content }, options) : [];
  }
  if (rule.inspects === "change")
    return applies(example.path) ? rule.check({ path: example.path, before: example.before ?? null, after: example.content ?? null }, options) : [];
  if (rule.inspects === "verdict") return [];
  const texts = textsOf(example);
  const local = Object.entries(example.local ?? {}).map(([path, text]) => ({ path, text }));
  const reads = createGlobTest(rule.reads.map(compileGlob));
  const entries = [...new Set([example.path, ...Object.keys(texts)])].sort().map((path) => ({ path, kind: "regular" as const, status: "present" as const }));
  const literals = (rule.notices ?? []).map((trigger) => (typeof trigger === "string" ? trigger : trigger.literal).toLowerCase());
  const noticed = Object.keys(texts).filter((path) => literals.some((literal) => texts[path]?.toLowerCase().includes(literal)));
  const read = (path: string): string | undefined => (reads(path) || noticed.includes(path) ? texts[path] : undefined);
  return rule.check({ ...createView(createPathList(entries), read), noticed: noticed.sort(), local, isWhole: true }, options);
}

/** The example's path says what the text is: `branch` or `ref` the name of one, `tag` the message of one, else the message of a commit. */
async function inspectMessage(rule: MessageRule, example: Example, options: unknown, search: Search): Promise<readonly MessageMatch[]> {
  const found = await search(example, {});
  const kind = (["tag", "branch", "ref", "path"] as const).find((one) => one === example.path) ?? "commit";
  return rule.check({ kind, text: example.content ?? "", found }, options);
}

async function findInContent(rules: readonly Rule[], ruleset: Ruleset, example: Example, options: unknown): Promise<readonly Finding[]> {
  const settings = Object.fromEntries(rules.map(({ id, meta }) => [id, { severity: meta.severity, options }]));
  const policy: Policy = { rules: settings, ignores: [], ignoredLines: [], overrides: [], older: "advisory" };
  const entry: Entry = { path: example.path, kind: "regular", status: "added", oid: null, baseOid: null, baseKind: null };
  const file = createMatcher([ruleset, ...localRulesetOf(rules, example)], createPolicyReader(policy), () => true).open(entry);
  await file.segment(toSegment(Buffer.from(example.content ?? "")));
  const { findings, unknown } = file.end();
  const crash = unknown[0];
  if (crash) throw new Error(`${crash.ruleId}: ${crash.reason}`);
  return findings;
}

/** The rule that looks for the values of the example's local files. */
function localRulesetOf(rules: readonly Rule[], { local = {} }: Example): Ruleset[] {
  const seeking = rules.find((rule) => rule.inspects === "content" && rule.seeks === "local-values");
  const { values } = listLeakableValues(Object.entries(local).map(([path, text]) => ({ path, text })));
  return seeking && values.length > 0 ? [createLocalRuleset(toReadyRule(seeking, compileGlob), async () => seeking, values)] : [];
}

function toSighting(finding: Finding, example: Example): Sighting {
  const { message, severity, confidence, autofix } = finding;
  return { message, span: spanOf(finding, example.content ?? ""), severity, confidence, ...(autofix ? { autofix } : {}) };
}

function spanOf({ location }: Finding, content: string): string | null {
  if (!location) return null;
  const lines = content.replace(/^\ufeff/, "").split("\n");
  const offsetOf = (line: number, column: number): number => lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
  return lines.join("\n").slice(offsetOf(location.line, location.column), offsetOf(location.endLine, location.endColumn));
}
