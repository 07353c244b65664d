import { repositoryOfHook } from "../git/repository.ts";
import type { Environment } from "../git/run.ts";
import { type HookEnd, judgeHook } from "./judge-hook.ts";

/** What git's hooks run. */
export function runHook(event: string | undefined, cwd: string, env: Environment, args: readonly string[] = []): Promise<HookEnd> {
  return judgeHook({ event, cwd, env, args }, repositoryOfHook(cwd, env));
}
