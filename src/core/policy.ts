import type { Setting } from "./model.ts";

/** A compiled glob: matched against the whole path, without regard to case. */
export interface Glob {
  /** As it was written. */
  readonly pattern: string;
  /** Source of a RegExp, to be used with the flag `i`. */
  readonly source: string;
  /** Written with a leading `!`: takes back what an earlier glob took out. */
  readonly negated: boolean;
  /** The longest plain part, in lower case: without it no path matches, and no regular expression needs to be compiled. */
  readonly needle: string;
  /** The same as `source` in a form that needs no regular expression. */
  readonly quick?: QuickGlob;
}

/**
 * What most globs are. Words in lower case, a NUL before and behind each: paths have none. `suffix`: from a dot of the name to its end (`.min.js`); `ending`: the name ends so (`_pb2.py`);
 * `name`: it is called so; `folder`: it lies in, or is, a folder of that name; `path`: the same of several (`.yarn/cache`).
 */
export interface QuickGlob {
  readonly kind: "suffix" | "ending" | "name" | "folder" | "path";
  readonly words: string;
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

/** What each rule is set to; ask `settingOf`. A thousand of them share a few settings. */
export interface RuleSettings {
  /** By id; those of `alike` are not among them. */
  readonly rules: Readonly<Record<string, RulePolicy>>;
  /** A setting, and the ids of those that share it, a blank before and behind every one: nothing is made of them before one is asked for. */
  readonly alike?: readonly (readonly [RulePolicy, string])[];
  /** What holds for every other rule; `undefined`: there is none. */
  readonly others?: RulePolicy | undefined;
}

/** Configuration made ready for judging: plain JSON, no defaults left to fill in, globs compiled. */
export interface Policy extends RuleSettings {
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

/** What holds for a rule at the root; `undefined`: the policy does not know it. */
export function settingOf({ rules, alike, others }: RuleSettings, id: string): RulePolicy | undefined {
  return rules[id] ?? alike?.find(([, ids]) => ids.includes(` ${id} `))?.[0] ?? others;
}

/** Gathers what rules have in common, and names those of the largest group no more. */
export function gatherAlike(rules: readonly (readonly [id: string, setting: RulePolicy])[]): RuleSettings {
  const groups = [...Map.groupBy(rules, ([, setting]) => JSON.stringify(setting)).values()].sort((a, b) => a.length - b.length);
  const single = groups.filter(({ length }) => length === 1);
  const alike = groups.slice(single.length);
  const others = alike.pop()?.[0]?.[1];
  return {
    rules: Object.fromEntries(single.flat()),
    alike: alike.map((group) => [group[0]?.[1] ?? OFF, ` ${group.map(([id]) => id).join(" ")} `]),
    ...(others ? { others } : {}),
  };
}

export function createPolicyReader(policy: Policy): PolicyReader {
  const isIgnored = createGlobTest(policy.ignores);
  const overrides = policy.overrides.map((override) => ({ applies: createGlobTest(override.files), rules: override.rules }));
  const lines = policy.ignoredLines.map(({ files, line }) => ({ applies: createGlobTest(files), line }));
  const hasIgnoredLines = createGlobTest(policy.ignoredLines.flatMap(({ files }) => files.filter(({ negated }) => !negated)));
  // Asked at every step about every path.
  const known = new Map<string, boolean>();
  const settings = new Map<string, RulePolicy>();
  const settingAtRoot = (ruleId: string): RulePolicy => {
    const setting = settings.get(ruleId) ?? settingOf(policy, ruleId) ?? OFF;
    settings.set(ruleId, setting);
    return setting;
  };
  return {
    isIgnored(path) {
      const answer = known.get(path) ?? isIgnored(path);
      known.set(path, answer);
      return answer;
    },
    ignoredLine: (path) => {
      const line = hasIgnoredLines(path) ? lines.find(({ applies }) => applies(path))?.line : undefined;
      return line === undefined ? null : new RegExp(line);
    },
    ruleAt(ruleId, path) {
      let rule = settingAtRoot(ruleId);
      for (const { applies, rules } of overrides) {
        const change = rules[ruleId];
        if (change && applies(path)) rule = { ...rule, ...change };
      }
      return rule;
    },
  };
}

/** What a rule weighs where it weighs most: at the root, or for some paths. */
export function strictestOf(policy: Policy, id: string): RulePolicy["severity"] {
  const atRoot = settingOf(policy, id)?.severity ?? "off";
  if (policy.overrides.length === 0) return atRoot;
  const settings = [atRoot, ...policy.overrides.map(({ rules }) => rules[id]?.severity)];
  return settings.includes("block") ? "block" : settings.includes("warn") ? "warn" : "off";
}

/** The last glob that matches decides; a negated one takes back. Made ready at first use: compiling a hundred expressions takes longer than a small commit. */
export function createGlobTest(globs: readonly Glob[]): (path: string) => boolean {
  let runs: Run[] | null = null;
  return (path) => {
    runs ??= toRuns(globs);
    const lower = path.toLowerCase();
    for (let i = runs.length - 1; i >= 0; i--) if (runs[i]?.matches(path, lower)) return !runs[i]?.negated;
    return false;
  };
}

interface Run {
  readonly negated: boolean;
  matches(path: string, lower: string): boolean;
}

/** Neighbours that decide alike are asked as one. */
function toRuns(globs: readonly Glob[]): Run[] {
  const groups: Glob[][] = [];
  for (const glob of globs) {
    const last = groups.at(-1);
    if (last?.[0]?.negated === glob.negated) last.push(glob);
    else groups.push([glob]);
  }
  return groups.map(toRun);
}

function toRun(globs: readonly Glob[]): Run {
  const matchesWords = toWordTest(globs.flatMap(({ quick }) => quick ?? []));
  const others = globs.filter(({ quick }) => !quick).map(toPattern);
  return {
    negated: globs[0]?.negated ?? false,
    matches: (path, lower) => matchesWords(lower) || others.some((matchesPattern) => matchesPattern(path, lower)),
  };
}

function toPattern({ source, needle }: Glob): (path: string, lower: string) => boolean {
  let compiled: RegExp | null = null;
  return (path, lower) => {
    if (!lower.includes(needle)) return false;
    compiled ??= new RegExp(source, "i");
    return compiled.test(path);
  };
}

/** Split at once, which is native: word by word takes longer than a small commit asks about. */
function toSet(words: string): Set<string> {
  const set = new Set(words.split("\0"));
  // Between two words, and the first folder of an absolute path.
  set.delete("");
  return set;
}

/** What a folder's own path decides is decided once for all its files, which come one behind the other. */
function toWordTest(globs: readonly QuickGlob[]): (path: string) => boolean {
  const joined = { suffix: "", ending: "", name: "", folder: "", path: "" };
  for (const { kind, words } of globs) joined[kind] += words;
  const [suffix, name, folder] = [toSet(joined.suffix), toSet(joined.name), toSet(joined.folder)];
  const [endings, paths] = [[...toSet(joined.ending)], [...toSet(joined.path)]];
  let lastFolder = "";
  let isInside = false;

  const hasFolders = folder.size > 0 || paths.length > 0;
  function isFolderInside(path: string, base: number): boolean {
    if (!hasFolders) return false;
    const above = path.slice(0, base);
    if (above !== lastFolder) {
      lastFolder = above;
      isInside = above.split("/").some((segment) => folder.has(segment)) || paths.some((word) => isWithin(above, word));
    }
    return isInside;
  }

  return (path) => {
    const base = path.lastIndexOf("/") + 1;
    const last = path.slice(base);
    if (name.has(last) || folder.has(last) || isFolderInside(path, base)) return true;
    if (suffix.size > 0) for (let dot = last.indexOf("."); dot >= 0; dot = last.indexOf(".", dot + 1)) if (suffix.has(last.slice(dot))) return true;
    if (endings.length === 0 && paths.length === 0) return false;
    return endings.some((word) => last.endsWith(word)) || paths.some((word) => path.endsWith(word) && isWithin(path, word));
  };
}

/** Whether whole segments of a path are `word`, which may be several of them. */
function isWithin(path: string, word: string): boolean {
  for (let at = path.indexOf(word); at >= 0; at = path.indexOf(word, at + 1)) {
    const end = at + word.length;
    if ((at === 0 || path[at - 1] === "/") && (end === path.length || path[end] === "/")) return true;
  }
  return false;
}
