import { repositoryOfHook } from "../git/repository.ts";
import type { Environment } from "../git/run.ts";
import { startWarmChild } from "../machine/probe-child.ts";
import { expectsProbes } from "../state/probes-mark.ts";
import { type HookEnd, judgeHook } from "./judge-hook.ts";

/** What git's hooks run. Whoever looks at the machine takes longest and starts first. */
export function runHook(event: string | undefined, cwd: string, env: Environment, args: readonly string[] = []): Promise<HookEnd> {
  const judgesIndex = event !== "pre-push" && event !== "commit-msg" && !env.GUARD_SKIP;
  const repository = repositoryOfHook(cwd, env);
  const warm = judgesIndex && repository && expectsProbes(repository.commonDir) ? startWarmChild() : null;
  return judgeHook({ event, cwd, env, args }, repository, warm);
}
