import { pathToFileURL } from "node:url";
import { configError } from "./errors.ts";

/** Runs a module of the repository (Node takes the types out of `.ts` by itself) and gives its exports. Throws `GuardError` (2) in our own words. */
export async function runModule(file: string, shownAs: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    // A module namespace is an object of its exports.
    return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, unknown>;
  } catch (error) {
    const fix = isModuleInCommonJs(error) ? MODULE_FIX : `Run it by itself to see more: npx node ${shownAs}`;
    throw configError([{ place: placeOf(error, file, shownAs), offset: 0, key: "", text: describeFailure(error) }], fix, error);
  }
}

/** Causes by Node's error code. The message of the error itself is not shown: it may quote the source. */
const FAILURES: Readonly<Record<string, string>> = {
  ERR_MODULE_NOT_FOUND: "it imports a module that is not there",
  ERR_UNSUPPORTED_DIR_IMPORT: "it imports a folder; ES modules name the file",
  ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX: "it uses TypeScript that Node cannot leave out, such as enum, namespace or parameter properties",
  ERR_INVALID_TYPESCRIPT_SYNTAX: "it is no valid TypeScript",
};

const MODULE_FIX = 'Write "type": "module" into a package.json beside it, or give it the ending .mjs (.mts for TypeScript).';

/** In the words of V8, which has no code for it. Without any "type" Node finds out by itself. */
function isModuleInCommonJs(error: unknown): boolean {
  return error instanceof SyntaxError && /^(?:Cannot use import statement outside a module|Unexpected token 'export')/.test(error.message);
}

function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return "it threw while it was loaded";
  if (isModuleInCommonJs(error)) return 'it is an ES module, and the "type" in the nearest package.json is "commonjs"';
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (error instanceof SyntaxError) return FAILURES[code] ?? "it is no valid JavaScript";
  return FAILURES[code] ?? `it threw ${error.name} while it was loaded`;
}

/** `file:line:column` of the topmost frame inside the module. */
function placeOf(error: unknown, file: string, shownAs: string): string {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const at = [pathToFileURL(file).href, file].map((name) => stack.indexOf(`${name}:`)).find((index) => index >= 0);
  const position =
    at === undefined
      ? null
      : /:(\d+(?::\d+)?)/.exec(
          stack
            .slice(at)
            .replace(/^file:\/\//, "")
            .replace(/^[A-Za-z]:/, ""),
        );
  return position ? `${shownAs}:${position[1]}` : shownAs;
}
