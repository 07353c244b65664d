import type { Command, Flag } from "./command.ts";

const format = { name: "--format", value: "KIND", choices: ["text", "json"], summary: "text for people, json for programs" } as const satisfies Flag;
const config = { name: "--config", value: "FILE", summary: "use this configuration" } as const satisfies Flag;
const untrusted = {
  name: "--untrusted",
  summary: "run no code of the repository: a configuration in TypeScript or JavaScript is refused",
} as const satisfies Flag;
const dryRun = { name: "--dry-run", summary: "name the changes, make none" } as const satisfies Flag;
const yes = { name: "--yes", summary: "ask nothing" } as const satisfies Flag;

/** Understood by every command. */
export const commonFlags: readonly Flag[] = [
  { name: "--quiet", summary: "print nothing while all is well" },
  { name: "--no-color", summary: "print without colour" },
];

export const commands: readonly Command[] = [
  {
    name: "check",
    summary: "Judge what is staged, or other content; all that a hook needs",
    operand: { name: "paths", count: "any", summary: "files and folders of the working tree; write paths before --only and --skip, or after --" },
    flags: [
      { name: "--staged", summary: "what the next commit would hold (default)" },
      { name: "--all", summary: "the whole index as it stands" },
      { name: "--range", value: "A..B", summary: "every commit that B leads to and A does not, each against its parent, messages too; for CI" },
      { name: "--machine", summary: "this machine alone, no files: trading, databases, logs, backups" },
      { name: "--stdin", summary: "content from standard input; needs --path" },
      { name: "--path", value: "P", summary: "the path that content on standard input is judged as" },
      { name: "--only", value: "RULE", many: true, summary: "only these rules: ids, packs (secrets) or globs of ids ('secrets/aws-*')" },
      { name: "--skip", value: "RULE", many: true, summary: "all but these rules" },
      format,
      { name: "--output", value: "FILE", summary: "write the report to a file, whole or not at all" },
      config,
      { name: "--fix", summary: "mend in the index, and on disk where the file is as staged, what needs no decision; then judge again" },
      { name: "--no-machine", summary: "leave out the rules that look at this machine" },
      untrusted,
    ],
    epilogue: `Exit codes:
  0    judged, nothing blocks
  1    judged, something blocks
  2    wrong usage or configuration, nothing was judged
  3    something that could block could not be judged
  130  interrupted

Examples:
  npx --no guard check
  npx --no guard check src scripts/deploy.sh
  npx --no guard check --all --only secrets --format json --output report.json
  npx --no guard check --range origin/main..HEAD`,
    schema: "guard.report/1",
    load: async () => (await import("./check.ts")).run,
  },
  {
    name: "init",
    summary: "Set Guard up here: its hooks, and guard.config.json if missing",
    flags: [
      { name: "--preset", value: "NAME", choices: ["recommended", "strict", "vibetech"], summary: "starting point of the configuration (default recommended)" },
      dryRun,
      yes,
    ],
    load: async () => {
      const { run } = await import("./init.ts");
      return ({ flags }, io) =>
        run({ preset: flags.get("--preset")?.[0], yes: flags.has("--yes"), quiet: flags.has("--quiet"), dryRun: flags.has("--dry-run") }, io);
    },
  },
  {
    name: "install",
    summary: "Install the hooks, touch nothing else",
    flags: [{ name: "--commit-msg", summary: "judge messages as they are written, too; a push judges them in any case" }, dryRun],
    epilogue: `What --commit-msg has put in, later installs keep; uninstall takes it out.`,
    load: async () => {
      const { run } = await import("./install.ts");
      return ({ flags }, io) => run({ quiet: flags.has("--quiet"), dryRun: flags.has("--dry-run"), commitMsg: flags.has("--commit-msg") }, io);
    },
  },
  {
    name: "uninstall",
    summary: "Take everything out again, byte for byte",
    flags: [yes, { name: "--purge", summary: "the journal too" }, dryRun],
    load: async () => {
      const { run } = await import("./uninstall.ts");
      return ({ flags }, io) => run({ yes: flags.has("--yes"), purge: flags.has("--purge"), quiet: flags.has("--quiet"), dryRun: flags.has("--dry-run") }, io);
    },
  },
  {
    name: "doctor",
    summary: "Prove that the hooks fire here, and name what keeps them from it",
    flags: [{ name: "--fix", summary: "mend what can be mended" }, format],
    epilogue: `Canaries are committed and pushed through the real hooks, in a throw-away
repository: nothing of yours is touched. Exit codes:
  0    the hooks fire
  1    something is wrong
  3    nothing is, but the proof could not be made`,
    schema: "guard.doctor/1",
    load: async () => (await import("./doctor.ts")).run,
  },
  {
    name: "ack",
    summary: "Acknowledge that rules about this machine fail, for a while",
    operand: { name: "rules", count: "any", summary: "ids or packs of rules that look at the machine (trading, sqlite/integrity)" },
    flags: [
      { name: "--for", value: "TIME", summary: "how long: 30m, 2h, 1d; at most 7d" },
      { name: "--reason", value: "TEXT", summary: "why; recorded, and shown in every run until it ends" },
      config,
      untrusted,
    ],
    epilogue: `Example:
  npx --no guard ack trading --for 2h --reason "this commit mends the bot"`,
    load: async () => (await import("./ack.ts")).run,
  },
  {
    name: "baseline",
    summary: "Record the findings that are there already, so that only new ones speak",
    flags: [dryRun, config, untrusted],
    epilogue: `Writes .guard/baseline.json: no secrets, and nothing that helps to guess one. It
counts once it is committed. What is only staged is not recorded. Run again, it
takes out what was mended; entries hold where files are moved or reformatted,
and end where the secret is another.`,
    load: async () => (await import("./baseline.ts")).run,
  },
  {
    name: "allow",
    summary: "Decide that one finding may stand, and record why",
    operand: { name: "fingerprint", count: "any", summary: "of the finding, as check shows it; its first 8 digits or more" },
    flags: [
      { name: "--reason", value: "TEXT", summary: "why this is no danger; recorded, and in every report" },
      { name: "--owner", value: "NAME", summary: "whose decision it is (default: who git says you are)" },
      { name: "--until", value: "DATE", summary: "the last day on which it holds, YYYY-MM-DD (default: no end)" },
      { name: "--path", value: "FILE", summary: "which one is meant, where different findings have one fingerprint" },
      { name: "--marked", summary: "in place of a fingerprint: all that other tools are told to leave (gitleaks:allow, ...)" },
      untrusted,
    ],
    epilogue: `Writes .guard/allow.json. Commit that first, then what it speaks of: a commit
that adds to it is judged without what it adds.

Example:
  npx --no guard allow 3f2a91c0b7d4 --reason "key of the public sandbox"`,
    load: async () => (await import("./allow.ts")).run,
  },
  {
    name: "audit",
    summary: "Show what was checked, bypassed, skipped, acknowledged",
    operand: { name: "action", count: "any", summary: "verify: whether the chain of rows holds; exit code 1 where it does not" },
    flags: [format],
    epilogue: `The rows of this clone, of all its worktrees. An unbroken chain says that no
row in it was changed, taken out or put elsewhere since it was written. It
cannot say that its end was not cut off, nor that nobody wrote a whole new one:
what must hold against that is judged in CI.`,
    schema: "guard.audit/1",
    load: async () => (await import("./audit.ts")).run,
  },
  {
    name: "status",
    summary: "Show this machine at a glance: trading, databases, logs, backups",
    flags: [format, config, untrusted],
    epilogue: `Each number stands beside what it is held against. This shows and never refuses;
npx --no guard check --machine does.`,
    schema: "guard.status/1",
    load: async () => (await import("./status.ts")).run,
  },
  {
    name: "trading",
    summary: "Show whether the trading bot is ready to scale",
    operand: { name: "action", count: "one", summary: "status: readiness with its criteria, then orders, positions and log" },
    flags: [format, config, untrusted],
    schema: "guard.trading/1",
    load: async () => (await import("./trading.ts")).run,
  },
  {
    name: "env",
    summary: "Show the variables that code reads, templates name and files set",
    operand: { name: "action", count: "any", summary: "init: write a first .env.schema out of what the code reads; never over one that is there" },
    flags: [format],
    epilogue: `It looks at the current folder and below. Values are masked: of long ones the
last four characters are shown, of others nothing.`,
    schema: "guard.env/1",
    load: async () => (await import("./env.ts")).run,
  },
  {
    name: "rules",
    summary: "List the rules and what each does here",
    flags: [format, config, untrusted],
    schema: "guard.rules/1",
    load: async () => (await import("./rules.ts")).run,
  },
  {
    name: "import",
    summary: "Take the folders of another tool's settings over into guard.config.json",
    operand: { name: "file", count: "one", summary: "a data-storage-config.json" },
    flags: [dryRun],
    epilogue: `Example:
  npx --no guard import .claude/data-storage-config.json`,
    load: async () => (await import("./import.ts")).run,
  },
  {
    name: "explain",
    summary: "Show why a line is flagged, or why it is not; or the page of a rule",
    operand: { name: "rule|path:line", count: "one", summary: "path:line, as every finding begins; or a rule id, as every finding names it" },
    flags: [config, untrusted],
    epilogue: `Of a line: what was found and what spoke for it, what suppresses it, and what
else was looked at and left, by which rule and why. Values are not shown.

Examples:
  npx --no guard explain src/pay.ts:14
  npx --no guard explain secrets/private-key`,
    load: async () => (await import("./explain.ts")).run,
  },
  {
    name: "config",
    summary: "Show the active configuration and where each part was set",
    flags: [format, config, untrusted],
    schema: "guard.config/1",
    load: async () => (await import("./config.ts")).run,
  },
];
