import { type NotedEntry, updateJournal } from "../commit-record.ts";
import { closestTo } from "../core/closest.ts";
import { type ExitCode, GuardError } from "../core/model.ts";
import { escapeControl } from "../core/terminal-text.ts";
import { findRepository } from "../git/repository.ts";
import { createGit } from "../git/run.ts";
import type { Audit, AuditRow } from "../report/audit.ts";
import { formatAudit, formatVerified } from "../report/audit-text.ts";
import { formatJson } from "../report/json.ts";
import { tool } from "../report/tool.ts";
import type { Input } from "./command.ts";
import type { TerminalIo } from "./io.ts";
import { usage } from "./messages.ts";
import { toStyle } from "./style.ts";

const ACTIONS = ["verify"];

/**
 * `guard audit`: what was checked, bypassed, skipped, acknowledged; `guard audit verify`: whether the chain holds (1 where it does not).
 * Throws `GuardError`: 2 outside a repository, 3 where the journal cannot be read.
 */
export async function run({ operands, flags }: Input, io: TerminalIo): Promise<ExitCode> {
  const [action, ...more] = operands;
  if (action !== undefined && (!ACTIONS.includes(action) || more.length > 0)) {
    const { message, fix } = usage.unknownAction("audit", [action, ...more].join(" "), closestTo(action, ACTIONS), ACTIONS);
    throw new GuardError(2, "usage", message, fix);
  }
  const repository = await findRepository(createGit(io.cwd, io.env));
  const { entries, chain, torn, notes } = await updateJournal(createGit(repository.root, io.env), repository);
  const audit: Audit = { rows: entries.map(toAuditRow).toSorted(byTime), chain, torn };
  const exitCode = action === "verify" && chain !== "intact" ? 1 : 0;
  for (const note of notes) io.stderr(`guard: ${escapeControl(note)}\n`);
  if (flags.get("--format")?.[0] === "json") io.stdout(formatJson({ schema: "guard.audit/1", tool, exitCode, rows: audit.rows, chain }));
  else if (exitCode !== 0 || !flags.has("--quiet")) io.stdout((action === "verify" ? formatVerified : formatAudit)(audit, toStyle({ flags }, io).paint));
  return exitCode;
}

/** A row tells of something that may have come before what was written down earlier, such as the install, or commits that no hook has seen. */
function byTime(a: AuditRow, b: AuditRow): number {
  return Date.parse(a.at) - Date.parse(b.at);
}

/** The public shape; what a kind does not have is `null` or empty. */
function toAuditRow(entry: NotedEntry): AuditRow {
  const { kind, reason, who } = entry;
  const at = "made" in entry ? (entry.made ?? entry.at) : entry.at;
  const isOfCommit = entry.kind === "check" || entry.kind === "unverified";
  return {
    at,
    kind,
    commit: isOfCommit ? entry.commit : null,
    outcome: isOfCommit ? entry.outcome : null,
    rules: "rules" in entry ? entry.rules : [],
    reason,
    who,
  };
}
