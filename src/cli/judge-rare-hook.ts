import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { GuardError, type Report } from "../core/model.ts";
import type { Skip } from "../core/skip.ts";
import { createGit, type Environment } from "../git/run.ts";
import { check } from "../guard.ts";
import { noteCheck, readWho } from "../note-check.ts";
import { emptyReport } from "./empty-report.ts";
import { skipping } from "./messages.ts";

/** A push, a message, and a commit for which rules are skipped. */
export function runRareHook(event: string | undefined, cwd: string, env: Environment, args: readonly string[]): Promise<Report> {
  return judge(event, cwd, env, args).catch((error: unknown) => {
    if (!(error instanceof GuardError)) throw error;
    return emptyReport({ exitCode: error.exitCode, error });
  });
}

async function judge(event: string | undefined, cwd: string, env: Environment, args: readonly string[]): Promise<Report> {
  const git = createGit(cwd, env);
  const skip = env.GUARD_SKIP ? toSkip(env.GUARD_SKIP, env.GUARD_REASON, await readWho(git)) : null;
  const base = { cwd, env, ...(skip ? { skipOnce: skip } : {}) };
  if (event === "pre-push") {
    const { checkPush, toRemote } = await import("../push.ts");
    return checkPush(base, { written: readFileSync(0, "latin1"), remote: toRemote(args) });
  }
  if (event !== "commit-msg") return noteCheck(await check({ ...base, source: { kind: "staged" } }), git, { started: null, skip, asker: env.GUARD_ASKER });
  const { checkMessage } = await import("../range.ts");
  const report = await checkMessage(base, readFileSync(resolve(cwd, args[0] ?? "")));
  // What the check of the content left for the commit stays where the message is well.
  return report.exitCode === 0 ? report : noteCheck(report, git, { started: null, skip, asker: env.GUARD_ASKER });
}

/** `GUARD_SKIP=RULE,RULE GUARD_REASON=…` in front of a command of git. Throws `GuardError` (2) without a reason. */
function toSkip(rules: string, reason: string | undefined, owner: string): Skip {
  const selectors = rules.split(/[\s,]+/).filter(Boolean);
  const complaint = selectors.length === 0 ? skipping.noRule() : reason?.trim() ? null : skipping.noReason();
  if (complaint) throw new GuardError(2, "usage", complaint.message, complaint.fix);
  return { selectors, reason: reason?.trim() ?? "", owner };
}
