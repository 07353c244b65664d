import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { isExecutable, readFileState } from "../disk/file-state.ts";
import { isWithin } from "../git/within.ts";
import type { HooksFolder } from "../install/hooks-folder.ts";
import type { Repository } from "../install/hooks-repository.ts";
import { notice, type Trap } from "./trap.ts";

/** Hooks that people believe in and git never runs, because it looks elsewhere. */
export function findRivals(repository: Repository, target: HooksFolder): Trap[] {
  const { root, commonDir } = repository;
  const used = [target.folder, ...(target.kind === "husky" ? [target.shims] : []), ...(target.kind === "forwarding" ? [target.before] : [])];
  const isUsed = (folder: string): boolean => used.some((one) => isWithin(one, folder) || isWithin(folder, one));
  const dormant = [join(commonDir, "hooks"), join(root, ".husky"), join(root, ".githooks"), join(root, "tools/git-hooks")].flatMap((folder) => {
    const hooks = isUsed(folder) ? [] : listHooks(folder, folder.endsWith(".husky"));
    return hooks.length === 0 ? [] : [tellDormant(folder, hooks, target.folder)];
  });
  return [...dormant, ...findUncalled(root, target)];
}

function tellDormant(folder: string, hooks: readonly string[], used: string): Trap {
  const fix = `Call them from the hooks in ${used}, or delete them.`;
  return notice("dormant-hooks", `${hooks.join(", ")} in ${folder} never run: git looks in ${used}.`, fix);
}

/** husky runs its hooks whether they are executable or not. */
function listHooks(folder: string, forHusky: boolean): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder).filter((name) => {
    if (!/^(?:pre|post|commit|prepare|applypatch)-?[a-z-]+$/.test(name)) return false;
    const state = readFileState(join(folder, name));
    return state !== null && (state === "other" ? !forHusky : forHusky || isExecutable(state));
  });
}

/** Tools by the file that sets them up, and the word by which a hook calls them. */
const TOOLS = [
  { name: "lefthook", files: ["lefthook.yml", "lefthook.yaml", ".lefthook.yml", "lefthook.toml", "lefthook.json"], word: "lefthook" },
  { name: "pre-commit", files: [".pre-commit-config.yaml", ".pre-commit-config.yml"], word: "hook-impl" },
  { name: "simple-git-hooks", files: [".simple-git-hooks.json", ".simple-git-hooks.js", ".simple-git-hooks.cjs"], word: "SIMPLE_GIT_HOOKS" },
] as const;

function findUncalled(root: string, target: HooksFolder): Trap[] {
  const state = readFileState(join(target.folder, "pre-commit"));
  const kept = readFileState(join(target.folder, "pre-commit.guard-kept"));
  const text = [state, kept].map((one) => (one === null || one === "other" ? "" : one.content.toString("latin1"))).join("\n");
  return TOOLS.flatMap(({ name, files, word }) => {
    const file = files.find((candidate) => existsSync(join(root, candidate)));
    if (file === undefined || text.includes(word) || kept === "other") return [];
    return [
      notice(
        "uncalled-tool",
        `${file} is there, and the pre-commit hook does not call ${name}.`,
        `Run ${name} install and then npx --no guard install, or delete ${file}.`,
      ),
    ];
  });
}
