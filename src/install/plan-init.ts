import { isUtf8 } from "node:buffer";
import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { type FileState, isPlainFile, readFileState } from "../disk/file-state.ts";
import { isWithin } from "../git/within.ts";
import { CONFIGURATION_NAMES } from "../sources/configuration.ts";
import { addNoBuild, NO_BUILD } from "./built-driver.ts";
import type { Repository } from "./hooks-repository.ts";
import { addPrepare, PREPARE } from "./prepare-script.ts";
import type { Step } from "./steps.ts";

/** `guard.config.json` at the root of the worktree, unless there is a configuration in some form. */
export function planConfig({ root }: Repository, preset: string): Step[] {
  if (CONFIGURATION_NAMES.some((name) => existsSync(join(root, name)))) return [];
  const text = `{\n  "$schema": "./node_modules/@vibetech/guard/schema.json",\n  "extends": [${JSON.stringify(preset)}]\n}\n`;
  const after = { content: Buffer.from(text), mode: 0o644 };
  return [{ kind: "write", role: "config", path: join(root, "guard.config.json"), before: null, after, note: `preset ${preset}` }];
}

/** What Guard has to say in package.json, no steps where that is there. `reason`: why the `prepare` script has to be written by hand. */
export function planManifest({ root }: Repository, cwd: string): { steps: ManifestStep[]; reason: string | null } {
  const path = findManifest(root, cwd);
  if (path === null) return { steps: [], reason: "there is no package.json" };
  const before = readFileState(path);
  if (before === null || before === "other" || !isUtf8(before.content)) return { steps: [], reason: `${path} is no plain UTF-8 file` };
  const preparing = planEdit("package", path, before, addPrepare, `prepare: ${PREPARE}`);
  if (preparing === "no place") return { steps: [], reason: `${path} has no place for it` };
  const lockfile = readFileState(join(dirname(path), "package-lock.json"));
  if (!isPlainFile(lockfile)) return { steps: preparing, reason: null };
  const add = (text: string): string | null => addNoBuild(text, lockfile.content.toString("utf8"));
  const allowing = planEdit("allow-scripts", path, preparing[0]?.after ?? before, add, NO_BUILD);
  return { steps: [...preparing, ...(allowing === "no place" ? [] : allowing)], reason: null };
}

export type ManifestRole = "package" | "allow-scripts";
export type ManifestStep = Step & { readonly kind: "write"; readonly role: ManifestRole };

function planEdit(role: ManifestRole, path: string, before: FileState, edit: (text: string) => string | null, note: string): ManifestStep[] | "no place" {
  try {
    const text = edit(before.content.toString("utf8"));
    return text === null ? [] : [{ kind: "write", role, path, before, after: { content: Buffer.from(text), mode: before.mode }, note }];
  } catch (error) {
    if (error instanceof SyntaxError) return "no place";
    throw error;
  }
}

/** The one at the root, to which the hooks belong, else the nearest one from `cwd` upwards. */
function findManifest(root: string, cwd: string): string | null {
  const folders = [root];
  for (let folder = realpathSync(cwd); folder !== root && isWithin(folder, root); folder = dirname(folder)) folders.push(folder);
  return folders.map((folder) => join(folder, "package.json")).find((path) => existsSync(path)) ?? null;
}
