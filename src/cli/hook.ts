import { repositoryOfHook } from "../git/repository.ts";
import { createGit, type Environment } from "../git/run.ts";
import { startStaged } from "../sources/staged.ts";

/** Codes that nothing else ends in; the shim turns them into 0 and 1, and every other code into 3. */
const CLEAN = 70;
const BLOCKED = 71;

/** What git's hooks run: judges the index of this very commit. The two git processes start before anything else is loaded. */
export async function runHook(event: string | undefined, cwd: string, env: Environment): Promise<number> {
  const repository = repositoryOfHook(cwd, env);
  const started = repository && startStaged(createGit(cwd, env), repository, env);
  const { check } = await import("../guard.ts");
  const report = await check({ source: { kind: "staged" }, cwd, env, ...(started ? { started } : {}) });
  const isWorthWords = report.exitCode !== 0 || report.findings.length > 0 || report.unknown.length > 0 || report.notes.length > 0;
  if (isWorthWords) {
    const { formatText } = await import("../report/text.ts");
    process.stderr.write(
      formatText(report, { color: process.stderr.isTTY === true && !env.NO_COLOR && !env.CI, unicode: false, width: process.stderr.columns ?? 80 }),
    );
  }
  if (report.exitCode === 0) return CLEAN;
  return report.exitCode === 1 ? BLOCKED : report.exitCode;
}
