import type { LocalFile, LocalValue } from "../facts/local-files.ts";
import { isOrdinary, isUuid } from "../secrets/ordinary-value.ts";
import { isPlaceholder } from "../secrets/placeholder.ts";
import { isRandom } from "../secrets/randomness.ts";
import { judgeName } from "../secrets/secret-name.ts";
import { readDotenv } from "./dotenv.ts";
import { saysNoSecret } from "./variable-names.ts";

/** Shorter values turn up by chance. */
export const MIN_LEAK_LENGTH = 12;
/** From here on even plain words are no coincidence, where the name says that they are a password. */
const MIN_PHRASE_LENGTH = 20;
/** What the automaton of one run takes. */
const MAX_VALUES = 800;

/**
 * The values of local files that must not stand in a repository, the same value once: those that look drawn at random, and under a name that
 * speaks of a secret those that are no ordinary word. Left out are values of fewer than 12 characters, placeholders, numbers, paths, addresses, ids
 * under the name of one, and what is made to be seen. `left`: how many more there are than one run can look for.
 */
export function listLeakableValues(files: readonly LocalFile[]): { readonly values: readonly LocalValue[]; readonly left: number } {
  const found = new Map<string, LocalValue>();
  for (const { path, text } of files) {
    const settings = path.endsWith(".npmrc") ? readNpmrc(text) : readDotenv(text);
    for (const { key, value } of settings) {
      for (const part of listParts(key, value))
        if (isLeakable(part) && !found.has(part.value)) found.set(part.value, { file: path, name: key, value: part.value });
    }
  }
  const values = [...found.values()];
  return { values: values.slice(0, MAX_VALUES), left: Math.max(0, values.length - MAX_VALUES) };
}

interface Setting {
  readonly key: string;
  readonly value: string;
}

/** `//registry.npmjs.org/:_authToken=npm_…` */
function readNpmrc(text: string): Setting[] {
  return text.split(/\r?\n/).flatMap((line): Setting[] => {
    const [, key, value] = /^\s*(?:\/\/[^=]*:)?(_authToken|_auth|_password)\s*=\s*(\S+)\s*$/.exec(line) ?? [];
    return key !== undefined && value !== undefined ? [{ key, value: value.replace(/^(["'])(.*)\1$/, "$2") }] : [];
  });
}

/** The value, or the parts of it that may be secret, with what names them: the password of a URL, the lines of a key. Too short ones are left out. */
export function listParts(key: string, value: string): Setting[] {
  const password = /^[a-z][\w+.-]*:\/\/[^\s/@:]*:([^\s/@]+)@/i.exec(value)?.[1];
  const parts = password !== undefined ? [{ key: "PASSWORD", value: password }] : value.split(/\r?\n|\\n/).map((part) => ({ key, value: part }));
  return parts.filter((part) => part.value.length >= MIN_LEAK_LENGTH);
}

/** Whether such a part must not stand anywhere else. */
export function isLeakable({ key, value }: Setting): boolean {
  if (/[^\x20-\x7e]/.test(value) || /^-----/.test(value) || isPlaceholder(value) || isOrdinary(value)) return false;
  const name = /^_(?:auth|password)/.test(key) ? ({ strength: "strong" } as const) : judgeName(key);
  if (name?.strength === "strong") return isUuid(value) || isMixed(value) || value.length >= MIN_PHRASE_LENGTH;
  // What a bundler writes into every page is no secret by its name; an id is none either, though it looks like one.
  return !isUuid(value) && !saysNoSecret(key) && isRandom(value);
}

/** More than one kind of character: a lone word in lower case is none. */
function isMixed(value: string): boolean {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d._ -]/].filter((kind) => kind.test(value)).length > 1;
}
