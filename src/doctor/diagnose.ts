import { GuardError } from "../core/model.ts";
import type { Environment } from "../git/run.ts";
import { EVENT_ON_REQUEST } from "../install/events.ts";
import { chooseHooksFolder } from "../install/hooks-folder.ts";
import type { Repository } from "../install/hooks-repository.ts";
import { listEvents } from "../install/plan-hooks.ts";
import { readShipped } from "../install/shipped.ts";
import { type Proof, proveHooks } from "./canary.ts";
import { findTraps } from "./find-traps.ts";
import { type Trap, unmendable } from "./trap.ts";

/** What `guard doctor` says of a repository. */
export interface Diagnosis {
  /** Where git looks for hooks; `null`: nowhere. */
  readonly hooksFolder: string | null;
  readonly proofs: readonly Proof[];
  readonly traps: readonly Trap[];
}

/** Looks for traps, then commits and pushes canaries through the real hooks. What is proved to be wrong and has no reason is a trap of its own. */
export async function diagnose(repository: Repository, env: Environment): Promise<Diagnosis> {
  const traps = findTraps(repository, readShipped(), env);
  const proofs = await proveHooks(repository, env, guardsMessages(repository));
  const isExplained = traps.some(({ level }) => level === "wrong");
  const unexplained = isExplained ? [] : proofs.flatMap((proof) => explainProof(proof, env));
  return { hooksFolder: repository.hooksFolder, proofs, traps: [...traps, ...unexplained] };
}

function guardsMessages(repository: Repository): boolean {
  try {
    return listEvents(repository, chooseHooksFolder(repository)).includes(EVENT_ON_REQUEST);
  } catch (error) {
    // Which is a trap of its own.
    if (error instanceof GuardError) return false;
    throw error;
  }
}

function explainProof({ event, outcome, told }: Proof, env: Environment): Trap[] {
  const passed = event === "post-commit" ? "A commit that Guard must write down passed post-commit." : `A change that Guard must stop passed ${event}.`;
  if (outcome === "passed") return [unmendable("hook-passed", passed, explainPass(env))];
  return outcome === "failed" ? [unmendable("guard-fails", `At ${event} Guard came to no verdict.`, told)] : [];
}

function explainPass(env: Environment): string {
  if (env.HUSKY === "0") return "HUSKY=0 is set, which switches off every hook of husky: unset it.";
  return "Look at the lines of that hook: something ends it well before Guard's, or its init file sets HUSKY=0.";
}
