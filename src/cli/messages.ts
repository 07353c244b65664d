import type { Report } from "../core/model.ts";
import type { RuleMeta } from "../core/rule.ts";

/** Every command that Guard prints begins so: a bare `npx guard` elsewhere would fetch a stranger's package. */
export const guardCommand = "npx --no guard";

export const description = "Judges exactly what is about to be committed, and the machine it is committed from, and blocks or warns.";

/** A failure that the user can mend: what is wrong, then what to do. */
export interface Complaint {
  readonly message: string;
  readonly fix: string;
}

function seeHelp(command?: string): string {
  return `${guardCommand} ${command === undefined ? "" : `${command} `}--help lists what there is.`;
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
  missingOperand: (name: string, command: string): Complaint => ({ message: `${command} needs a ${name}.`, fix: seeHelp(command) }),
  tooManyOperands: (command: string, expected: number): Complaint => ({
    message: `${command} takes ${expected === 0 ? "nothing but flags" : "one argument"}.`,
    fix: seeHelp(command),
  }),
  twoSources: (sources: readonly string[]): Complaint => ({
    message: `${sources.join(" and ")} are different things to judge.`,
    fix: "Write one of them.",
  }),
  machineOrNot: (): Complaint => ({ message: "--machine and --no-machine contradict each other.", fix: "Write one of them." }),
  stdinWithoutPath: (): Complaint => ({
    message: "--stdin needs --path: which rules apply depends on where the content would stand.",
    fix: `Write ${guardCommand} check --stdin --path src/name.ts.`,
  }),
  pathWithoutStdin: (): Complaint => ({
    message: "--path names content on standard input, and --stdin is not there.",
    fix: `Write ${guardCommand} check --stdin --path P, or ${guardCommand} check P to judge the file itself.`,
  }),
  stdinUnreadable: (): Complaint => ({ message: "Standard input could not be read, so nothing was judged.", fix: "Pipe the content into the command." }),
  emptySelector: (flag: string): Complaint => ({ message: `${flag} names no rule.`, fix: `${guardCommand} rules lists them all.` }),
  unknownRule: (name: string, suggestion: string | null): Complaint => ({
    message: `There is no rule "${name}".`,
    fix: suggest(suggestion, `${guardCommand} rules lists them all.`),
  }),
} as const;

/** A report that could not be put where it belongs. */
export const delivery = {
  outputNotWritten: (file: string, why: string): Complaint => ({
    message: `The report could not be written to ${file}: ${why}.`,
    fix: "It stands on standard output instead; give --output a file that can be written.",
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
  const ignorable = report.findings.filter((finding) => finding.outcome === "blocking" && finding.location !== null && !finding.ruleId.startsWith("policy/"));
  const [ruleId, ...others] = new Set(ignorable.map((finding) => finding.ruleId));
  const mend = report.source === "staged" ? "mend what is named above and stage it again" : "mend what is named above";
  if (ruleId === undefined) return [mend];
  return [mend, `where it is a false alarm, end its line with a comment: guard-ignore ${others.length === 0 ? ruleId : "RULE"} -- reason`];
}
