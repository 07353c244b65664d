import type { FixOutcome, Report, Verdict } from "./core/model.ts";
import { applyFixes } from "./fix/apply-fixes.ts";
import { findRepository } from "./git/repository.ts";
import { createGit } from "./git/run.ts";
import { check } from "./guard.ts";
import { maskSecrets } from "./mask-secrets.ts";
import { withAbsoluteIndex } from "./open-source.ts";
import type { CheckRequest } from "./request.ts";

/** `check --fix` on what the index holds: judges, mends what a rule says can be mended without asking, and judges again. */
export async function checkAndFix(request: CheckRequest): Promise<Report> {
  const report = await check(request);
  const findings = report.findings.filter(isToBeFixed);
  if (findings.length === 0) return { ...report, fixes: [] };
  const repository = await findRepository(createGit(request.cwd, request.env));
  const fixes = await applyFixes(createGit(repository.root, withAbsoluteIndex(request)), repository, findings);
  const isChanged = fixes.some(({ refused }) => refused === null);
  return { ...(isChanged ? await check(request) : report), fixes: await Promise.all(fixes.map(toShown)) };
}

/** Without the secret that a path may hold, as findings about that path are. */
async function toShown(fix: FixOutcome): Promise<FixOutcome> {
  const { path, changes, refused } = fix;
  const [shown = "", shownRefused = "", ...shownPaths] = await maskSecrets([path, refused ?? "", ...changes.map((change) => change.path)]);
  return {
    ...fix,
    path: shown,
    changes: changes.map((change, i) => ({ ...change, path: shownPaths[i] ?? shown })),
    refused: refused === null ? null : shownRefused,
  };
}

/** What blocks, and what is new; a standing decision and what has always been there are left alone. */
function isToBeFixed({ autofix, outcome, age }: Verdict): boolean {
  return autofix !== undefined && (outcome === "blocking" || (outcome === "advisory" && age !== "older"));
}
