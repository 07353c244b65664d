import type { Setting } from "./model.ts";

/** A compiled glob: matched against the whole path, without regard to case. */
export interface Glob {
  /** As it was written. */
  readonly pattern: string;
  /** Source of a RegExp, to be used with the flag `i`. */
  readonly source: string;
  /** Written with a leading `!`: takes back what an earlier glob took out. */
  readonly negated: boolean;
}

export interface RulePolicy {
  readonly severity: Setting;
  /** Parsed by the rule's own schema, defaults filled in, shared settings (`storage`, …) merged in. */
  readonly options: unknown;
}

export interface Override {
  readonly files: readonly Glob[];
  readonly rules: Readonly<Record<string, Partial<RulePolicy>>>;
}

/** Lines of some files on which nothing is judged, such as the integrity hashes of a lockfile. */
export interface IgnoredLines {
  readonly files: readonly Glob[];
  /** Source of a RegExp that the whole line is tested with. */
  readonly line: string;
}

/** Configuration made ready for judging: plain JSON, no defaults left to fill in, globs compiled. */
export interface Policy {
  /** Every known rule by id. */
  readonly rules: Readonly<Record<string, RulePolicy>>;
  /** In order: the last one that matches decides. */
  readonly ignores: readonly Glob[];
  readonly ignoredLines: readonly IgnoredLines[];
  /** In order: the last one that names a rule decides. */
  readonly overrides: readonly Override[];
  /** `strict`: findings that stood there before this commit block too. */
  readonly older: "advisory" | "block";
}

/** Answers what a policy says of one path; compiled once per run. */
export interface PolicyReader {
  isIgnored(path: string): boolean;
  ruleAt(ruleId: string, path: string): RulePolicy;
  /** What a line must match to be left out of judging in this file, or `null`. */
  ignoredLine(path: string): RegExp | null;
}

const OFF: RulePolicy = { severity: "off", options: {} };

export function createPolicyReader(policy: Policy): PolicyReader {
  const isIgnored = createGlobTest(policy.ignores);
  const overrides = policy.overrides.map((override) => ({ applies: createGlobTest(override.files), rules: override.rules }));
  const lines = policy.ignoredLines.map(({ files, line }) => ({ applies: createGlobTest(files), line: new RegExp(line) }));
  return {
    isIgnored,
    ignoredLine: (path) => lines.find(({ applies }) => applies(path))?.line ?? null,
    ruleAt(ruleId, path) {
      let rule = policy.rules[ruleId] ?? OFF;
      for (const { applies, rules } of overrides) {
        const change = rules[ruleId];
        if (change && applies(path)) rule = { ...rule, ...change };
      }
      return rule;
    },
  };
}

/** The last glob that matches decides; a negated one takes back. Compiled at first use. */
export function createGlobTest(globs: readonly Glob[]): (path: string) => boolean {
  let compiled: { pattern: RegExp; negated: boolean }[] | null = null;
  return (path) => {
    compiled ??= joinRuns(globs).map(({ source, negated }) => ({ pattern: new RegExp(source, "i"), negated }));
    for (let i = compiled.length - 1; i >= 0; i--) if (compiled[i]?.pattern.test(path)) return !compiled[i]?.negated;
    return false;
  };
}

/** Neighbours that decide alike become one alternation: one test instead of a hundred. */
function joinRuns(globs: readonly Glob[]): { source: string; negated: boolean }[] {
  const runs: { source: string; negated: boolean }[] = [];
  for (const { source, negated } of globs) {
    const last = runs.at(-1);
    if (last?.negated === negated) last.source += `|(?:${source})`;
    else runs.push({ source: `(?:${source})`, negated });
  }
  return runs;
}
