import { isUtf8 } from "node:buffer";
import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { isWithin } from "../git/within.ts";
import { CONFIGURATION_NAMES } from "../sources/configuration.ts";
import { readFileState } from "../state/file-state.ts";
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

/** Guard in the `prepare` script of package.json, no steps where it is there. `reason`: why that has to be done by hand. */
export function planPrepare({ root }: Repository, cwd: string): { steps: Step[]; reason: string | null } {
  const path = findManifest(root, cwd);
  if (path === null) return { steps: [], reason: "there is no package.json" };
  const before = readFileState(path);
  if (before === null || before === "other" || !isUtf8(before.content)) return { steps: [], reason: `${path} is no plain UTF-8 file` };
  try {
    const text = addPrepare(before.content.toString("utf8"));
    if (text === null) return { steps: [], reason: null };
    const after = { content: Buffer.from(text), mode: before.mode };
    return { steps: [{ kind: "write", role: "package", path, before, after, note: `prepare: ${PREPARE}` }], reason: null };
  } catch (error) {
    if (error instanceof SyntaxError) return { steps: [], reason: `${path} has no place for it` };
    throw error;
  }
}

/** The one at the root, to which the hooks belong, else the nearest one from `cwd` upwards. */
function findManifest(root: string, cwd: string): string | null {
  const folders = [root];
  for (let folder = realpathSync(cwd); folder !== root && isWithin(folder, root); folder = dirname(folder)) folders.push(folder);
  return folders.map((folder) => join(folder, "package.json")).find((path) => existsSync(path)) ?? null;
}
