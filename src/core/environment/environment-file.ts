/** What the names of environment files say: `.env`, `.env.production`, `.env.example`, `prod.env`, `.dev.vars`. */

/** Each of their names holds one of these. */
export const ENVIRONMENT_NAMES = [".env", ".dev.vars"];
/** Words in a name that mark a file without values of its own, or one whose values are encrypted. */
const TEMPLATE_WORDS = new Set("example examples sample template tmpl tpl schema dist default defaults".split(" "));
const ENCRYPTED_WORDS = new Set("vault enc encrypted gpg age sops".split(" "));
/** Extensions of files that only begin like one: code, types, prose, patches. */
const OTHER_EXTENSIONS = new Set("ts mts cts js mjs cjs md diff patch".split(" "));

export interface EnvironmentFile {
  /** `dotenv`: its name begins with `.env` or is that of Wrangler; `suffixed`: it only ends in `.env`. */
  readonly kind: "dotenv" | "suffixed";
  /** Meant to be committed: no values, or encrypted ones. */
  readonly isTemplate: boolean;
  /** Its values are encrypted. */
  readonly isEncrypted: boolean;
  /** Names in it, in small letters: `production`, `local`. */
  readonly words: readonly string[];
}

/** What a path says, or `null` where it is no environment file. Case does not count: it does not on Windows. */
export function toEnvironmentFile(path: string): EnvironmentFile | null {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  const dotenv = /^(?:\.env|\.dev\.vars)(?![a-z])(.*)$/.exec(name);
  const suffixed = /^(.+)\.env$/.exec(name);
  const rest = dotenv?.[1] ?? suffixed?.[1];
  if (rest === undefined) return null;
  const words = rest.split(/[^a-z0-9]+/).filter((word) => word !== "");
  if (OTHER_EXTENSIONS.has(words.at(-1) ?? "")) return null;
  const isEncrypted = words.some((word) => ENCRYPTED_WORDS.has(word));
  return { kind: dotenv ? "dotenv" : "suffixed", isTemplate: isEncrypted || words.some((word) => TEMPLATE_WORDS.has(word)), isEncrypted, words };
}
