import { join } from "node:path";
import { GuardError } from "../core/model.ts";
import { readFileState, replaceFile } from "../disk/file-state.ts";
import type { Environment } from "../git/run.ts";
import { applySteps } from "../install/apply.ts";
import { chooseHooksFolder, type HooksFolder } from "../install/hooks-folder.ts";
import { type Repository, readRepository } from "../install/hooks-repository.ts";
import { listEvents, planHooks } from "../install/plan-hooks.ts";
import { readShipped, type Shipped } from "../install/shipped.ts";
import { findTraps, hasCarriageReturn } from "./find-traps.ts";
import type { Trap } from "./trap.ts";
import { listUnguarded } from "./worktrees.ts";

/** Does what `guard install` would do, here and in the worktrees that git finds no hooks in, and puts line ends right. Answers with what was wrong before. */
export async function mendTraps(repository: Repository, env: Environment): Promise<Trap[]> {
  const shipped = readShipped();
  const traps = findTraps(repository, shipped, env);
  if (traps.some(({ isMendable }) => isMendable)) await mend(repository, shipped, env);
  return traps;
}

async function mend(repository: Repository, shipped: Shipped, env: Environment): Promise<void> {
  const target = chooseHooksFolder(repository);
  mendLineEnds(target, listEvents(repository, target));
  await applySteps(repository, planHooks(repository, target, shipped, env).steps, env);
  for (const root of listUnguarded(repository, target)) {
    const other = await readRepository(root, env);
    await applySteps(other, planHooks(other, chooseHooksFolder(other), shipped, env).steps, env);
  }
}

/** Not on record: whoever takes Guard out does not want a hook back that nobody can run. */
function mendLineEnds(target: HooksFolder, events: readonly string[]): void {
  for (const path of events.map((event) => join(target.folder, event)).filter((one) => target.kind !== "husky" && hasCarriageReturn(one))) {
    const state = readFileState(path);
    if (state === null || state === "other") throw new GuardError(3, "file-moved", `${path} is no plain file any more.`, "Try again.");
    replaceFile(path, { content: Buffer.from(state.content.toString("latin1").replaceAll("\r\n", "\n"), "latin1"), mode: state.mode });
  }
}
