import { isWholeFile } from "../core/about.ts";
import { SHORT_FINGERPRINT } from "../core/fingerprint.ts";
import { takesComments } from "../core/lexer/language.ts";
import { isMachinePack, packOf } from "../core/machine-packs.ts";
import type { ExitCode, Report, Verdict } from "../core/model.ts";
import type { RuleMeta } from "../core/rule.ts";
import { NO_BUILD_BY_HAND } from "../install/built-driver.ts";
import type { ManifestRole } from "../install/plan-init.ts";
import { PREPARE } from "../install/prepare-script.ts";

/** Every command that Guard prints begins so: a bare `npx guard` elsewhere would fetch a stranger's package. */
export const guardCommand = "npx --no guard";

export const description = "Judges exactly what is about to be committed, and the machine it is committed from, and blocks or warns.";

/** A failure that the user can mend: what is wrong, then what to do. */
export interface Complaint {
  readonly message: string;
  readonly fix: string;
}

/** A bare `--help` behind the name npx would take for its own. */
function seeHelp(command?: string): string {
  return `${guardCommand} ${command === undefined ? "help" : `${command} --help`} lists what there is.`;
}

function suggest(suggestion: string | null, otherwise: string): string {
  return suggestion === null ? otherwise : `Did you mean ${suggestion}?`;
}

/** What can be wrong with a command line. Names that were typed stand in quotes. */
export const usage = {
  noCommand: (): Complaint => ({ message: "No command was given.", fix: `To judge what is staged, run ${guardCommand} check; ${seeHelp()}` }),
  unknownCommand: (name: string, suggestion: string | null): Complaint => ({ message: `There is no command "${name}".`, fix: suggest(suggestion, seeHelp()) }),
  unknownFlag: (flag: string, command: string | undefined, suggestion: string | null): Complaint => ({
    message: `${command === undefined ? "guard" : command} has no flag "${flag}".`,
    fix: suggest(suggestion, seeHelp(command)),
  }),
  unexpectedValue: (flag: string): Complaint => ({ message: `${flag} takes no value.`, fix: `Write ${flag} alone.` }),
  misplacedFlag: (flag: string, command: string): Complaint => ({
    message: `The flag "${flag}" needs its command before it.`,
    fix: `Write ${guardCommand} ${command} ${flag}.`,
  }),
  missingValue: (flag: string, command: string): Complaint => ({ message: `${flag} needs a value.`, fix: seeHelp(command) }),
  wrongChoice: (flag: string, value: string, choices: readonly string[]): Complaint => ({
    message: `${flag} takes ${choices.join(" or ")}, not "${value}".`,
    fix: `Write ${flag} ${choices[0]}.`,
  }),
  missingOperand: (name: string, command: string): Complaint => ({
    message: `${command} needs ${/^[aeiou]/.test(name) ? "an" : "a"} ${name.replace("|", " or ")}.`,
    fix: seeHelp(command),
  }),
  tooManyOperands: (command: string, expected: number): Complaint => ({
    message: `${command} takes ${expected === 0 ? "nothing but flags" : "one argument"}.`,
    fix: seeHelp(command),
  }),
  twoSources: (sources: readonly string[]): Complaint => ({
    message: `${sources.join(" and ")} are different things to judge.`,
    fix: "Write one of them.",
  }),
  machineOrNot: (): Complaint => ({ message: "--machine and --no-machine contradict each other.", fix: "Write one of them." }),
  nothingToFix: (): Complaint => ({
    message: "--fix mends what is in the index, and that is not what was asked about.",
    fix: `Stage it and run ${guardCommand} check --fix, or ${guardCommand} check --all --fix.`,
  }),
  stdinWithoutPath: (): Complaint => ({
    message: "--stdin needs --path: which rules apply depends on where the content would stand.",
    fix: `Write ${guardCommand} check --stdin --path src/name.ts.`,
  }),
  pathWithoutStdin: (): Complaint => ({
    message: "--path names content on standard input, and --stdin is not there.",
    fix: `Write ${guardCommand} check --stdin --path P, or ${guardCommand} check P to judge the file itself.`,
  }),
  stdinUnreadable: (): Complaint => ({ message: "Standard input could not be read, so nothing was judged.", fix: "Pipe the content into the command." }),
  unknownAction: (command: string, action: string, suggestion: string | null, actions: readonly string[]): Complaint => ({
    message: `${command} has no "${action}".`,
    fix: suggest(suggestion === null ? null : `${command} ${suggestion}`, `Write ${guardCommand} ${command} ${actions.join(" or ")}.`),
  }),
  nothingToAck: (): Complaint => ({
    message: "ack needs the rules that are known to fail: ids, or packs (trading).",
    fix: `Write ${ackCommand(["trading/failed-orders"])}.`,
  }),
  notOfTheMachine: (selector: string): Complaint => ({
    message: `"${selector}" does not look at the machine, so it cannot be acknowledged.`,
    fix: "Mend what it found, or end the line with a comment: guard-ignore RULE -- reason",
  }),
  rulesAreOff: (selector: string, section: string | null): Complaint => ({
    message: `These rules are off here: ${selector}. There is nothing to acknowledge.`,
    fix: section === null ? `${guardCommand} config says where that was set.` : `They wait for "${section}" in the configuration.`,
  }),
  noReason: (command: string): Complaint => ({
    message: `${command} needs a reason; it is recorded and shown.`,
    fix: 'Write --reason "why this is no danger".',
  }),
  longReason: (most: number): Complaint => ({ message: `A reason has at most ${most} characters.`, fix: "Write a shorter one." }),
  noDuration: (): Complaint => ({ message: "ack needs a time after which it ends.", fix: "Write --for 2h." }),
  wrongDuration: (text: string): Complaint => ({
    message: `--for takes minutes, hours or days up to a week (30m, 2h, 7d), not "${text}".`,
    fix: "Write --for 2h.",
  }),
  noFingerprint: (text: string): Complaint => ({
    message: `allow needs a fingerprint, at least 8 of its hexadecimal digits, not "${text}".`,
    fix: `${guardCommand} check shows it behind each finding that blocks.`,
  }),
  unknownFingerprint: (fingerprint: string, path: string | undefined): Complaint => ({
    message: `No finding ${path === undefined ? "here" : `in "${path}"`} has the fingerprint "${fingerprint}".`,
    fix: `${guardCommand} check shows those of what is staged, with --all those of the whole index. What only the history holds is mended there (git rebase -i). What is wrong on this machine is acknowledged: ${guardCommand} ack.`,
  }),
  nothingMarked: (): Complaint => ({
    message: "Nothing in the index is both a finding and marked for another tool.",
    fix: `${guardCommand} check --all shows what there is.`,
  }),
  severalFindings: (places: readonly string[]): Complaint => ({
    message: `Different findings have this fingerprint: ${places.join(", ")}.`,
    fix: "Say which is meant: --path FILE.",
  }),
  wrongUntil: (text: string): Complaint => ({ message: `--until takes a day that is not over (YYYY-MM-DD), not "${text}".`, fix: "Write --until 2030-12-31." }),
  emptySelector: (flag: string): Complaint => ({ message: `${flag} names no rule.`, fix: `${guardCommand} rules lists them all.` }),
  packToExplain: (pack: string): Complaint => ({
    message: `"${pack}" is a pack, and explain tells of one rule.`,
    fix: `${guardCommand} rules lists those of each pack.`,
  }),
  fileToExplain: (path: string): Complaint => ({ message: `"${path}" is a file, and explain tells of one line.`, fix: `Name a line: ${path}:1.` }),
  unknownRule: (name: string, suggestion: string | null): Complaint => ({
    message: `There is no rule "${name}".`,
    fix: suggest(suggestion, `${guardCommand} rules lists them all.`),
  }),
} as const;

/** Rules that are left out of one commit or push, by the environment. */
export const skipping = {
  noRule: (): Complaint => ({
    message: "GUARD_SKIP names no rule.",
    fix: "Write GUARD_SKIP=secrets/generic-secret GUARD_REASON='why' in front of the command.",
  }),
  noReason: (): Complaint => ({
    message: "GUARD_SKIP needs a reason, which is recorded.",
    fix: "Write GUARD_REASON='why' beside it. Nothing was skipped, and nothing was judged.",
  }),
} as const;

/** A report that could not be put where it belongs. */
export const delivery = {
  outputNotWritten: (file: string, why: string): Complaint => ({
    message: `The report could not be written to ${file}: ${why}.`,
    fix: "The report stands on standard output instead; give --output a file that can be written.",
  }),
  leftOut: (parts: readonly string[]): string => `left out on request: ${parts.join(", ")}`,
  outputWritten: (file: string): string => `guard: the report is in ${file}`,
  stdoutLost: (code: string): string => `guard: standard output did not take the report (${code}), so this does not pass.`,
} as const;

export const rulesText = {
  more: `${guardCommand} explain RULE tells what a rule finds, why, and how to mend it.`,
  waitsFor: (section: string): string => `(Off until the configuration has "${section}".)`,
} as const;

export const explainText = {
  severityFrom: (origin: string): string => `Set by: ${origin}`,
  waitsFor: (section: string): string => `Off until the configuration has "${section}".`,
  options: (options: string, origin: string | null): string => `Options: ${options}${origin === null ? "" : ` (${origin})`}`,
  about: ({ confidence, since, source }: Pick<RuleMeta, "confidence" | "since" | "source">): string =>
    `Confidence: ${confidence}. In Guard since ${since}.${source === undefined ? "" : ` Behind it: ${source}.`}`,
} as const;

export const ackText = {
  recorded: (rules: readonly string[], until: string): string => `Acknowledged until ${until}, and shown in every run until then: ${rules.join(", ")}`,
} as const;

/** `a finding`, `3 findings`. */
function countFindings(count: number): string {
  return count === 1 ? "a finding" : `${count} findings`;
}

export const initText = {
  next: (files: readonly string[]): string =>
    [
      `Nothing was staged or committed. What Guard says of all that is here: ${guardCommand} check --all`,
      ...(files.length === 0 ? [] : [`So that everyone who clones has it, commit: ${files.join(" ")}`]),
    ].join("\n"),
  offer: (roles: readonly ManifestRole[]): string =>
    `Add ${roles.map((role) => ADDITIONS[role].line).join(" and ")} to package.json, so that ${roles.map((role) => ADDITIONS[role].why).join(" and ")}?`,
  byHand: {
    package: (why: string): string =>
      `guard: ${why}; so that ${ADDITIONS.package.why}, let ${PREPARE} run after each install (--yes writes it as the prepare script).`,
    "allow-scripts": (why: string): string => `guard: ${why}; so that ${ADDITIONS["allow-scripts"].why}, run: ${NO_BUILD_BY_HAND} (--yes does it).`,
  },
} as const;

const ADDITIONS = {
  package: { line: `"prepare": "${PREPARE}"`, why: "everyone who clones gets the hooks" },
  "allow-scripts": { line: '"allowScripts": { "better-sqlite3": false }', why: "npm does not try to build better-sqlite3, which comes built" },
} as const satisfies Record<ManifestRole, object>;

export const baselineText = {
  nothing: "There are no old findings, so there is nothing to record.",
  fresh: (count: number): string =>
    `guard: ${countFindings(count)} of what is staged would be new and ${count === 1 ? "is" : "are"} not recorded; mend ${count === 1 ? "it" : "them"}, or decide: ${guardCommand} allow`,
  written: (file: string, now: number, before: number): string =>
    `wrote ${file}: ${countFindings(now)} recorded${before === 0 ? "" : `, ${before} before`}. It counts once it is committed.`,
  notRecorded: (why: string): string => `guard: old findings were not recorded: ${why} Later, ${guardCommand} baseline does it.`,
  note: (count: number): string => `${countFindings(count)} that stood there already`,
  offer: (count: number): string =>
    `Record ${countFindings(count)} that stand${count === 1 ? "s" : ""} in the repository already, so that only new ones speak?`,
  byHand: (count: number): string =>
    `guard: ${countFindings(count)} that stand${count === 1 ? "s" : ""} in the repository already can be recorded: ${guardCommand} baseline`,
} as const;

export const allowText = {
  allowed: (rule: string, place: string, until: string | null): string => `allowed ${rule} at ${place}${until === null ? "" : `, until ${until}`}`,
  next: (file: string): string =>
    `Commit it by itself, so that it can be reviewed, before what it speaks of where that is only staged: git add ${file} && git commit ${file}. A commit that adds to it is judged without what it adds.`,
} as const;

export const doctorText = {
  proving: "guard: committing and pushing canaries through the hooks, in a throw-away repository; other lines of these hooks run too, and that takes its time",
  nowhere: "git looks nowhere: core.hooksPath is empty",
  stopped: (event: string): string => `${event} stopped a change that must not pass`,
  recorded: (event: string): string => `${event} wrote down a commit that no check had seen`,
  passed: (event: string): string => (event === "post-commit" ? `${event} did not write down a commit` : `${event} let a change through that must not pass`),
  failed: (event: string, told: string): string => `${event} called Guard, which came to no verdict: ${told}`,
  unclear: (event: string, told: string): string => `${event} was ended before Guard's lines${told === "" ? "" : `: ${told}`}`,
  verdict: (exitCode: ExitCode): string => DOCTOR_VERDICTS[exitCode === 0 || exitCode === 1 ? exitCode : 3],
} as const;

const DOCTOR_VERDICTS = {
  0: "guard: the hooks fire here",
  1: "guard: something is wrong here; commits may go unjudged",
  3: `guard: it could not be proved that the hooks fire; mend what ended them, then run: ${guardCommand} doctor`,
} as const;

export const statusText = {
  slow: "guard: looking at the machine; databases are read whole, and that takes its time",
  nothing: 'There is nothing to look at: the configuration has neither "trading" nor "databases", or all of their rules are off.',
} as const;

export const tradingText = {
  notConfigured: (): Complaint => ({
    message: 'The configuration has no "trading", so it is not known where the bot is.',
    fix: 'Add the section to guard.config.json ("extends": ["vibetech"] brings one along).',
  }),
} as const;

export const envText = {
  nothingRead: "No code here reads a variable of the environment without the platform setting it, so there is nothing to write down.",
  wrote: (file: string): string => `wrote ${file}: check the types in it, then ${guardCommand} check --all holds every environment file against it.`,
  isThere: (file: string): string => `${file} is there already; nothing was written.`,
};

export const configText = {
  layers: "Put together from (the later wins)",
  settings: "Settings",
  rules: "Rules",
  waitsFor: (section: string): string => `off until there is "${section}"`,
} as const;

/** Guard's own bug. Names no data: the text of a foreign error may quote what was being read. */
export function internalError(kind: string): Complaint {
  return {
    message: `Guard itself failed (${kind}), so this does not pass.`,
    fix: "That is a bug in Guard or in a rule; with GUARD_DEBUG=1 it shows where.",
  };
}

/** What a person can do about findings that block; only ways that exist. */
export function waysOut(report: Report): string[] {
  const blocking = report.findings.filter(({ outcome }) => outcome === "blocking");
  const idsOf = (findings: readonly Pick<Verdict, "ruleId">[]): string[] => [...new Set(findings.map(({ ruleId }) => ruleId))];
  const inFiles = blocking.flatMap(({ ruleId, location, fingerprint }) =>
    location === null || packOf(ruleId) === "policy" ? [] : [{ ruleId, location, fingerprint }],
  );
  // A comment would stand in a later commit.
  const ignorable = report.source === "range" ? [] : idsOf(inFiles.filter(({ location }) => !isWholeFile(location) && takesComments(location.path)));
  const known = idsOf(blocking.filter(({ ruleId, location }) => location === null && isMachinePack(packOf(ruleId))));
  const isStaged = report.source === "staged" && blocking.some(({ location }) => location !== null);
  const isInIndex = report.source === "staged" || report.source === "all";
  const mend = report.source === "range" ? MEND_HISTORY : isStaged ? "mend what is named above and stage it again" : "mend what is named above";
  return [
    mend,
    ...(isInIndex && blocking.some(({ autofix }) => autofix) && report.fixes === undefined ? [`let Guard mend what it can: ${fixCommand(report)}`] : []),
    ...(ignorable.length === 0 ? [] : [`where it is a false alarm, end its line with a comment: guard-ignore ${oneOf(ignorable)} -- reason`]),
    ...(inFiles.length === 0
      ? []
      : [
          `where it may stand, decide that and commit the decision ${report.source === "range" ? "by itself" : "before it"}: ${allowCommand(inFiles.map(({ fingerprint }) => fingerprint))}`,
        ]),
    ...(known.length === 0 ? [] : [`where it is known and this cannot wait: ${ackCommand(known)}`]),
  ];
}

const MEND_HISTORY = "mend it in the commit that is named above (git rebase -i), since a later one leaves it in the history";

function fixCommand({ source }: Report): string {
  return `${guardCommand} check ${source === "all" ? "--all " : ""}--fix`;
}

function oneOf(ids: readonly string[]): string {
  return ids.length === 1 ? (ids[0] ?? "") : "RULE";
}

/** Records one decision. */
function allowCommand(fingerprints: readonly string[]): string {
  const [one, ...others] = new Set(fingerprints);
  return `${guardCommand} allow ${one === undefined || others.length > 0 ? "FINGERPRINT" : one.slice(0, SHORT_FINGERPRINT)} --reason WHY`;
}

/** Acknowledges these rules for two hours. */
export function ackCommand(ruleIds: readonly string[]): string {
  return `${guardCommand} ack ${ruleIds.join(" ")} --for 2h --reason WHY`;
}

/** What `import` says. Paths stand as they were typed or found. */
export const importText = {
  unreadable: (file: string): string => `"${file}" could not be read.`,
  noJson: (file: string): string => `"${file}" is no valid JSON.`,
  nothingIn: (file: string): string => `"${file}" names no folders under standardDirectories.`,
  expected: "Name a data-storage-config.json, such as .claude/data-storage-config.json.",
  mendConfig: `Mend it first; ${guardCommand} config says where it is broken.`,
  skipped: (paths: readonly string[]): string =>
    `guard: left out, because only whole folders can be taken over: ${paths.join(", ")}. Relative paths block anyway.`,
  nothingNew: "guard.config.json has all of it already.",
  written: (file: string, roots: number, forbidden: number, deprecated: number): string =>
    `${file}: storage has ${roots} roots, ${forbidden} forbidden and ${deprecated} deprecated folders of that file now.`,
};
