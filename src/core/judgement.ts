import { type About, aboutChange, wholeFile } from "./about.ts";
import { type ActiveRule, listActive } from "./active-rule.ts";
import { answerAgainstAll } from "./against-parents.ts";
import { createAnswers, type JudgedFinding } from "./answers.ts";
import { placeAutofix } from "./autofix.ts";
import type { MachineFacts } from "./facts/machine.ts";
import { toEvidence } from "./fingerprint.ts";
import { type LocalState, NOTHING_LOCAL } from "./local-state.ts";
import { type MaskedPaths, maskPath } from "./masked-paths.ts";
import { createMatcher, type FileMatcher, type FileResult, type Matcher } from "./match.ts";
import { ABOUT, findSuspectPaths, type Message, matchMessage, toPathMessage } from "./message.ts";
import type { Entry, Finding, Severity, Suppression, Unknown } from "./model.ts";
import { createGlobTest, createPolicyReader, type Policy, type RulePolicy, strictestOf } from "./policy.ts";
import { autofixIn, createView, inspectBoth, type RepositoryView } from "./repository-view.ts";
import type { MachineMatch, RepositoryMatch, Rule } from "./rule.ts";
import { describeCrash } from "./rule-failure.ts";
import type { ReadyRule, Ruleset } from "./ruleset.ts";
import { isSelectedByAny } from "./selectors.ts";

/** One path, before and after, as real text. */
export interface Change {
  readonly entry: Entry;
  /** In a merge one for each parent that has the path; `null`: there was none. */
  readonly befores: readonly (string | null)[];
  readonly after: string | null;
}

/** What judging under one policy is asked, in any order; the answers are collected until the end. */
export interface Judgement {
  readonly policy: Policy;
  isIgnored(entry: Pick<Entry, "path">): boolean;
  /** Takes the content of one entry. */
  open(entry: Entry): FileMatcher;
  /** Takes what a matcher of the same rules and policy found in an entry elsewhere. */
  accept(entry: Entry, result: FileResult): void;
  /** Rules on paths. */
  entries(entries: readonly Entry[]): Promise<void>;
  /** Whether a change rule wants to see this path. */
  wantsChange(path: string): boolean;
  changes(changes: readonly Change[]): Promise<void>;
  /** Whether a repository rule is to be asked about a commit of these paths, and which files it wants the text of; each of them holds one of `parts`, or was judged. */
  repositoryNeeds(entries: readonly Entry[]): { readonly rules: number; readonly parts: readonly string[]; reads(path: string): boolean };
  /** `before`: the repository without what is judged, to tell what stood there already; `null` where there was none. `isWhole`: all of it is judged. */
  repository(now: RepositoryView, before: () => Promise<RepositoryView | null>, judged: readonly Entry[], isWhole?: boolean): Promise<void>;
  /** What was written about a commit. */
  message(message: Message): Promise<void>;
  /** The same rules on paths. */
  paths(entries: readonly Entry[]): Promise<void>;
  /** Those that hold a secret. */
  readonly masked: MaskedPaths;
  /** Parts of the machine's facts that active rules judge. */
  readonly probes: readonly (keyof MachineFacts)[];
  /** Loads the machine rules while the facts are gathered, then asks them. `stanceOf` is given a rule's id and its options. */
  machine(facts: Promise<MachineFacts>, stanceOf: (ruleId: string, options: unknown) => MachineStance): Promise<void>;
  /** `inspects`: which rules were to see it. */
  cannotJudge(entry: Entry, reason: string, inspects?: "content" | "change"): void;
  /** `null` where it is off, or was not wanted. */
  activeRule(ruleId: string): Promise<Rule> | null;
  /** What a rule inspects and what it weighs where it weighs most; `null` as above. */
  settingOf(ruleId: string): { readonly inspects: Rule["inspects"]; readonly severity: Severity } | null;
  /** Content findings by lines, path findings by the path's own status; both unaged. */
  result(): { readonly weighed: readonly JudgedFinding[]; readonly unknown: readonly Unknown[]; readonly rules: number };
}

/** What decides, beside the facts, whether the answer of a machine rule blocks. */
export interface MachineStance {
  /** The decision that stands against it, if any. */
  readonly suppression: Suppression | null;
  /** `false`: what is judged is none of its business, so it only advises. */
  readonly isBinding: boolean;
  /** Whether a subject must be looked at: then it blocks that it could not be. */
  isRequired(subject: string): boolean;
}

/** `isWanted`: what `--only` and `--skip` leave over. */
export function createJudgement(
  policy: Policy,
  rulesets: readonly Ruleset[],
  isWanted: (ruleId: string) => boolean,
  local: LocalState = NOTHING_LOCAL,
): Judgement {
  const reader = createPolicyReader(policy);
  const matcher = createMatcher(local.ruleset ? [...rulesets, local.ruleset] : rulesets, reader, isWanted);
  const { unknown, add, accept, noticedBy, contentOf, weigh } = createAnswers();
  const masked = new Map<string, string>();
  let asked: Matcher | null = null;
  const isActive = ({ summary }: ReadyRule): boolean => isWanted(summary.id) && strictestOf(policy, summary.id) !== "off";
  const list = (rulesOf: (ruleset: Ruleset) => readonly ReadyRule[]): ActiveRule[] => listActive(rulesets, rulesOf, isActive);
  const active = list(({ special }) => special.filter(({ summary }) => summary.inspects !== "content"));
  let content: ActiveRule[] | null = null;
  /** There are a thousand of them, and the matcher is who asks them. */
  const listContent = (): ActiveRule[] => (content ??= list(({ rules }) => rules.filter(({ summary }) => summary.inspects === "content")));
  if (local.unread.length > 0) for (const { ready } of list(({ special }) => special)) if ("seeks" in ready.summary) reportUnread(ready.summary.id);

  /** As of everything on the machine: it could not be known, and that blocks nothing. */
  function reportUnread(ruleId: string): void {
    for (const { path, reason } of local.unread) unknown.push({ ruleId, subject: path, reason, blocks: false });
  }

  const byKind = Map.groupBy(active, ({ ready }) => ready.summary.inspects);
  const ofKind = (kind: Exclude<Rule["inspects"], "content">): ActiveRule[] => byKind.get(kind) ?? [];

  function settingAt({ ready, applies }: ActiveRule, path: string, isRecognised = false): RulePolicy | null {
    if (!isRecognised && !applies(path)) return null;
    const setting = reader.ruleAt(ready.summary.id, path);
    return setting.severity === "off" ? null : setting;
  }

  /** Asks one rule; whatever goes wrong in it is an unknown, never an exception and never silence. */
  async function ask(one: ActiveRule, setting: RulePolicy, subject: string, question: (rule: Rule, ceiling: Severity) => void | Promise<void>): Promise<void> {
    if (setting.severity === "off") return;
    try {
      await question(await one.load(), setting.severity);
    } catch (error) {
      unknown.push({ ruleId: one.ready.summary.id, subject, reason: describeCrash(error), blocks: setting.severity === "block" });
    }
  }

  /** Whom a rule on messages asks is its own business, not that of `--only` and `--skip`. */
  const anyMatcher = (): Matcher => (asked ??= createMatcher(rulesets, reader, () => true));

  /** The secrets in a text, after the rules on messages were asked about them, as far as these weigh anything at `path`. */
  async function askAbout(message: Message, subject: string, path: string, about: Omit<About, "context" | "preview">): Promise<readonly Finding[]> {
    const text = Buffer.from(message.bytes).toString("utf8");
    const seen = await matchMessage(anyMatcher(), message);
    for (const one of ofKind("message")) {
      const { summary } = one.ready;
      const isMeant = ({ ruleId }: { readonly ruleId: string }): boolean => "asks" in summary && isSelectedByAny(summary.asks ?? [], ruleId);
      const setting = reader.ruleAt(summary.id, path);
      for (const { reason } of seen.unknown.filter(isMeant)) unknown.push({ ruleId: summary.id, subject, reason, blocks: setting.severity === "block" });
      await ask(one, setting, subject, (rule, ceiling) => {
        if (rule.inspects !== "message") return;
        const found = seen.findings.filter(isMeant);
        for (const match of rule.check({ kind: message.kind, text, found }, setting.options))
          add(rule, ceiling, match, { ...about, context: match.message, preview: match.preview ?? null });
      });
    }
    // Also where no rule on messages is on: what they hold is not to be shown.
    return seen.findings.filter(({ ruleId }) => ruleId.startsWith("secrets/"));
  }

  function isAsked({ ready, applies }: ActiveRule, entries: readonly Entry[]): boolean {
    return ready.files === null || noticedBy(ready.summary.id).size > 0 || entries.some(({ path }) => applies(path));
  }

  /** What a repository rule may read: what it names, and where it noticed something. */
  function readerOf({ ready }: ActiveRule): (path: string) => boolean {
    const isNamed = createGlobTest(ready.reads ?? []);
    return (path) => isNamed(path) || noticedBy(ready.summary.id).has(path);
  }

  return {
    policy,
    isIgnored: ({ path }) => reader.isIgnored(path),
    open(entry) {
      const file = matcher.open(entry);
      return {
        segment: (segment) => file.segment(segment),
        end() {
          const result = file.end();
          accept(entry, result);
          return result;
        },
      };
    },
    accept,
    masked,
    async entries(entries) {
      for (const one of ofKind("entry")) {
        for (const entry of entries) {
          const content = contentOf(entry.path);
          const isRecognised = content !== null && "recognises" in one.ready.summary && one.ready.summary.recognises === true;
          const setting = settingAt(one, entry.path, isRecognised);
          if (!setting) continue;
          await ask(one, setting, entry.path, (rule, ceiling) => {
            if (rule.inspects !== "entry") return;
            const shown = masked.get(entry.path) ?? entry.path;
            const name = shown.slice(shown.lastIndexOf("/") + 1);
            for (const match of rule.check({ path: entry.path, kind: entry.kind, status: entry.status, content }, setting.options)) {
              const autofix = placeAutofix(match.autofix, entry, (at) => at);
              add(rule, ceiling, match, { location: wholeFile(entry), subject: null, context: name, ageBy: "path", ...autofix });
            }
          });
        }
      }
    },
    wantsChange: (path) => ofKind("change").some((one) => settingAt(one, path)),
    async changes(changes) {
      for (const one of ofKind("change")) {
        for (const { entry, befores, after } of changes) {
          const setting = settingAt(one, entry.path);
          if (!setting) continue;
          await ask(one, setting, entry.path, (rule, ceiling) => {
            if (rule.inspects !== "change") return;
            const answers = befores.map((before) => rule.check({ path: entry.path, before, after }, setting.options));
            const about = aboutChange(entry, after);
            for (const match of answerAgainstAll(answers)) add(rule, ceiling, match, about(match));
          });
        }
      }
    },
    repositoryNeeds(entries) {
      const asked = ofKind("repository").filter((one) => isAsked(one, entries));
      const tests = asked.map(readerOf);
      const parts = [...new Set(asked.flatMap(({ ready }) => (ready.reads ?? []).map(({ needle }) => needle)))];
      return { rules: asked.length, parts, reads: (path) => tests.some((test) => test(path)) };
    },
    async repository(now, before, judged, isWhole = false) {
      for (const one of ofKind("repository")) {
        if (!isAsked(one, judged)) continue;
        const mayRead = readerOf(one);
        const setting = reader.ruleAt(one.ready.summary.id, "");
        // What it says of a path weighs what the rule weighs there; where it fails, it fails for all of them.
        await ask(one, { ...setting, severity: strictestOf(policy, one.ready.summary.id) }, "the repository", async (rule) => {
          if (rule.inspects !== "repository") return;
          const known = { noticed: [...noticedBy(rule.id)].sort(), local: rule.wantsLocal ? local.files : [], isWhole };
          const inspect = (view: RepositoryView): readonly RepositoryMatch[] => {
            const readable = createView(view, (path) => (mayRead(path) ? view.read(path) : undefined));
            return rule.check(Object.assign(readable, known), setting.options);
          };
          for (const { match, ageBy } of await inspectBoth(inspect, now, before)) {
            const about = "path" in match ? { location: wholeFile({ path: match.path }), subject: null } : { location: null, subject: match.subject };
            const { severity } = reader.ruleAt(rule.id, "path" in match ? match.path : "");
            if (severity === "off") continue;
            add(rule, severity, match, {
              ...about,
              ...autofixIn(now, match),
              context: "path" in match ? match.message : match.subject,
              ageBy,
            });
          }
        });
      }
    },
    async message(message) {
      if (ofKind("message").length === 0) return;
      const subject = ABOUT[message.kind];
      await askAbout(message, subject, "", { location: null, subject, ageBy: "change" });
    },
    async paths(entries) {
      if (entries.length === 0) return;
      for (const entry of await findSuspectPaths(anyMatcher(), entries)) {
        const about = { location: wholeFile(entry), subject: null, ageBy: "path", evidence: toEvidence(entry.path) } as const;
        const found = await askAbout(toPathMessage(entry), ABOUT.path, entry.path, about);
        if (found.length > 0) masked.set(entry.path, maskPath(entry.path, found));
      }
    },
    probes: [...new Set(ofKind("machine").flatMap(({ ready }) => ("probes" in ready.summary ? ready.summary.probes : [])))],
    async machine(pending, stanceOf) {
      // A rule that cannot be loaded is told by `ask`.
      await Promise.allSettled(ofKind("machine").map((one) => one.load()));
      const facts = await pending;
      for (const one of ofKind("machine")) {
        const setting = reader.ruleAt(one.ready.summary.id, "");
        await ask(one, setting, "the machine", (rule, ceiling) => {
          if (rule.inspects !== "machine") return;
          const stance = stanceOf(rule.id, setting.options);
          for (const match of rule.check(facts, setting.options)) addMachine(rule, ceiling, match, stance);
        });
      }
    },
    cannotJudge(entry, reason, inspects = "content") {
      const asked = inspects === "content" ? listContent() : ofKind(inspects);
      const blocks = asked.some((one) => settingAt(one, entry.path)?.severity === "block");
      unknown.push({ ruleId: "*", subject: entry.path, reason, blocks });
    },
    activeRule: (ruleId) => [...active, ...listContent()].find(({ ready }) => ready.summary.id === ruleId)?.load() ?? null,
    settingOf(ruleId) {
      const ready = rulesets.flatMap(({ rules }) => rules).find(({ summary }) => summary.id === ruleId);
      const severity = isWanted(ruleId) ? strictestOf(policy, ruleId) : "off";
      return ready && severity !== "off" ? { inspects: ready.summary.inspects, severity } : null;
    },
    result() {
      const context = { policy: reader, listRules: () => rulesets.flatMap(({ rules }) => rules.map(({ summary }) => summary)), isWanted };
      return {
        weighed: weigh(context),
        unknown,
        get rules() {
          return rulesets.flatMap(({ rules }) => rules.filter(isActive)).length;
        },
      };
    },
  };

  function addMachine(rule: Rule, ceiling: Severity, match: MachineMatch, { suppression, isBinding, isRequired }: MachineStance): void {
    const { subject } = match;
    if ("unknown" in match) {
      const blocks = ceiling === "block" && isBinding && suppression === null && isRequired(subject);
      unknown.push({ ruleId: rule.id, subject, reason: match.unknown, blocks });
    } else {
      add(rule, ceiling, match, { location: null, subject, context: subject, ageBy: "nothing", suppression, onlyAdvises: !isBinding });
    }
  }
}
