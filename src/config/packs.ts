import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Rule } from "../core/rule.ts";
import { configError } from "./errors.ts";
import { findPackageFile } from "./packages.ts";
import { runModule } from "./run-module.ts";
import { isRule } from "./schema.ts";

/** Modules of a pack; beside them may lie what belongs to a rule but is none. */
const MODULE = /^(?!.*\.(?:examples|options|test|spec|d)\.\w+$).+\.(?:ts|mts|mjs|js)$/;

/** A pack as a configuration names it: a folder (`./guard-rules`) or a package, and where it is named. */
export interface PackReference {
  readonly name: string;
  /** Folder on disk that the name counts from. */
  readonly folder: string;
  readonly place: string;
  readonly offset: number;
  readonly key: string;
}

/** Runs the modules of a pack, each asserted before, and gives every rule that they export. Throws `GuardError` (2) where there is none. */
export async function loadPack(reference: PackReference, assertRunnable: (file: string) => Promise<void>): Promise<Rule[]> {
  const modules: Rule[][] = [];
  for (const file of listModules(reference)) {
    await assertRunnable(file);
    modules.push(listRules(await runModule(file, file)));
  }
  const rules = modules.flat();
  if (rules.length === 0) fail(reference, `expected at least one export made by defineRule in "${reference.name}"`);
  return rules;
}

function listModules(reference: PackReference): string[] {
  const { name, folder } = reference;
  if (!/^\.{0,2}[\\/]|^\.{1,2}$|^[A-Za-z]:/.test(name)) {
    return [findPackageFile(name, folder) ?? fail(reference, "expected an installed package, or a folder beginning with ./", suggestFolder(name, folder))];
  }
  const path = resolve(folder, name);
  try {
    return listFiles(path);
  } catch (error) {
    return fail(reference, `expected a folder of rules, but "${name}" cannot be read`, null, error);
  }
}

function listFiles(path: string): string[] {
  const names = readdirSync(path).filter((file) => MODULE.test(file));
  return names.sort().map((file) => join(path, file));
}

function suggestFolder(name: string, folder: string): string | null {
  try {
    return listFiles(resolve(folder, name)).length > 0 ? `./${name}` : null;
  } catch {
    return null;
  }
}

/** Exports that are rules, or lists of rules; one exported twice counts once. */
function listRules(module: Readonly<Record<string, unknown>>): Rule[] {
  return [...new Set(Object.values(module).flat().filter(isRule))];
}

function fail({ place, offset, key }: PackReference, text: string, meant: string | null = null, cause?: unknown): never {
  throw configError([{ place, offset, key, text, meant }], undefined, cause);
}
