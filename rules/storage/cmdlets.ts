import type { Assignment, Token } from "../../src/core/lexer.ts";
import type { PathLooks } from "./openers.ts";
import { logFile, storageOf } from "./storage-names.ts";
import { sourceOf } from "./token-tree.ts";

/** Who takes a path in PowerShell: a parameter, or a variable of the environment. */
export interface CmdletUse {
  readonly name: string;
  readonly fromEnvironment: boolean;
}

const MAX_COMMAND = 16;
const writers = /^(?:Start-Transcript|(?:Add|Set)-Content|Out-File|Tee-Object)$/i;
const setters = /^(?:(?:Set|New)-(?:Item|Content)|setx)$/i;
const variable = /(?:\bEnv:[\\/]?|^setx )(\w+)/i;

/**
 * Who takes the string at `index`: `-DataSource "x.db"`, `Add-Content x.log`, `Set-Item -Path Env:DB_PATH -Value "x.db"`. Null: a parameter of which nobody
 * knows. Undefined: nothing of PowerShell stands there. `parameter` is what the token before gives its value to.
 */
export function findCmdletUse(tokens: readonly Token[], index: number, parameter: Assignment | null, looks: PathLooks): CmdletUse | null | undefined {
  const last = tokens[index - 1];
  if (last?.kind !== "name" && last?.kind !== "string") return undefined;
  const command = commandBefore(tokens, index);
  const name = command[0]?.text ?? "";
  const asked = setters.test(name) ? variable.exec(sourceOf(command))?.[1] : undefined;
  if (asked !== undefined) return { name: asked, fromEnvironment: true };
  if (logFile.test(looks.text) && writers.test(name)) return { name: parameter?.name ?? name, fromEnvironment: false };
  // What `-Path` is for depends on the command.
  if (parameter?.operator !== " " || /ChildPath$/i.test(parameter.name)) return undefined;
  return takesStorage(parameter.name, looks) ? { name: parameter.name, fromEnvironment: false } : null;
}

/** `-DbPath`, `-DataSource`, `-ArgumentList "Data Source=x.db"` */
function takesStorage(parameter: string, { isUrl }: PathLooks): boolean {
  return (
    storageOf(parameter) !== null || /^(?:DataSource|ConnectionString)$/i.test(parameter) || (isUrl && /^(?:ArgumentList|Value|Uri|Url)$/i.test(parameter))
  );
}

/** What stands before the token at `index` in its line or behind the last pipe there. */
function commandBefore(tokens: readonly Token[], index: number): readonly Token[] {
  const before = tokens.slice(Math.max(0, index - MAX_COMMAND), index);
  return before.slice(before.findLastIndex(({ kind, text }) => kind === "newline" || /^[|;{]$/.test(text)) + 1);
}
