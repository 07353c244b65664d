import { dirname, join } from "node:path";
import { readTextOrNull } from "../disk/read-text.ts";
import { guardCommand } from "./messages.ts";

/** Each runs what is installed here and fetches nothing. */
const COMMANDS: ReadonlyMap<string, string> = new Map([
  ["pnpm", "pnpm exec guard"],
  ["yarn", "yarn run guard"],
  ["bun", "bun run guard"],
]);

/** The text with its commands as they work here: where a project wants another package manager than npm, npx refuses to run anything. */
export function toLocalCommands(text: string, cwd: string): string {
  if (!text.includes(guardCommand)) return text;
  const command = COMMANDS.get(wantedPackageManager(cwd) ?? "");
  return command === undefined ? text : text.replaceAll(guardCommand, command);
}

/** As npx reads it: `"devEngines": { "packageManager": { "name": "pnpm" } }`, or a list of such, in the nearest package.json. */
function wantedPackageManager(folder: string): string | null {
  const manifest = readTextOrNull(join(folder, "package.json"));
  if (manifest === null) return dirname(folder) === folder ? null : wantedPackageManager(dirname(folder));
  try {
    const names = [JSON.parse(manifest)?.devEngines?.packageManager].flat().map((wanted) => String(wanted?.name));
    return names.includes("npm") ? null : (names[0] ?? null);
  } catch {
    return null;
  }
}
