import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type ImportedStorage, importStorage } from "../config/import-storage.ts";
import { type ExitCode, GuardError } from "../core/model.ts";
import { escapeControl } from "../core/terminal-text.ts";
import { readObject } from "../install/json-members.ts";
import type { Input } from "./command.ts";
import type { TerminalIo } from "./io.ts";
import { importText } from "./messages.ts";
import { writeWhole } from "./write-whole.ts";

const CONFIG = "guard.config.json";
const LISTS = ["roots", "forbidden", "deprecated"] as const;

/**
 * `guard import FILE`: takes folders of a `data-storage-config.json` over into the `storage` of `guard.config.json` in the current folder. What stands there
 * stays. Throws `GuardError` (2) where one of the two cannot be read, or there is nothing to take over.
 */
export async function run(input: Input, io: TerminalIo): Promise<ExitCode> {
  const [file = ""] = input.operands;
  const imported = importStorage(await readJson(file, io.cwd));
  if (!imported || imported.roots.length === 0) throw new GuardError(2, "usage", importText.nothingIn(file), importText.expected);
  const before = await readText(CONFIG, io.cwd).catch(() => null);
  const after = withStorage(before ?? '{\n  "extends": ["recommended"]\n}\n', imported);
  if (imported.skipped.length > 0) io.stderr(`${escapeControl(importText.skipped(imported.skipped))}\n`);
  if (after === before) io.stdout(`${importText.nothingNew}\n`);
  else if (input.flags.has("--dry-run")) io.stdout(after);
  else {
    await writeWhole(CONFIG, after, io.cwd);
    if (!input.flags.has("--quiet")) io.stdout(`${importText.written(CONFIG, imported.roots.length, imported.forbidden.length, imported.deprecated.length)}\n`);
  }
  return 0;
}

async function readJson(file: string, cwd: string): Promise<unknown> {
  const text = await readText(file, cwd).catch(() => null);
  if (text === null) throw new GuardError(2, "usage", importText.unreadable(file), importText.expected);
  try {
    return JSON.parse(text);
  } catch {
    // The message of `JSON.parse` quotes the file.
    throw new GuardError(2, "usage", importText.noJson(file), importText.expected);
  }
}

async function readText(file: string, cwd: string): Promise<string> {
  return (await readFile(resolve(cwd, file), "utf8")).replace(/^\ufeff/, "");
}

/** The configuration with the folders added to its `storage`, everything else byte for byte as it was. */
function withStorage(text: string, imported: ImportedStorage): string {
  const { storage: current } = parseConfig(text);
  const lists = LISTS.map((name) => [name, [...new Set([...(current?.[name] ?? []), ...imported[name]])]] as const);
  if (current && lists.every(([name, paths]) => paths.length === (current[name] ?? []).length)) return text;
  const value = JSON.stringify({ ...current, ...Object.fromEntries(lists) }, null, 2).replaceAll("\n", "\n  ");
  const { members, end } = readObject(text);
  const own = members.find(({ key }) => key === "storage");
  if (own) return text.slice(0, own.valueStart) + value + text.slice(own.end);
  const last = members.at(-1);
  return last ? `${text.slice(0, last.end)},\n  "storage": ${value}${text.slice(last.end)}` : `{\n  "storage": ${value}\n}${text.slice(end)}`;
}

function parseConfig(text: string): { readonly storage?: Partial<Record<(typeof LISTS)[number], string[]>> } {
  try {
    // Its shape is checked by whoever loads it; here only lists are added to.
    return JSON.parse(text);
  } catch {
    throw new GuardError(2, "config", importText.noJson(CONFIG), importText.mendConfig);
  }
}
