import type { Language, Token } from "../../src/core/lexer.ts";

/** Kinds of quotes that keep backslashes as they are, by the extension of the file. */
const rawQuotes: Readonly<Record<string, readonly string[]>> = {
  go: ["`"],
  kt: ['"""'],
  kts: ['"""'],
  scala: ['"""'],
  cs: ['"""'],
  php: ["'"],
  rb: ["'"],
  rake: ["'"],
  pl: ["'"],
  ini: ['"', "'"],
  cfg: ['"', "'"],
  conf: ['"', "'"],
};

/** The string at `index` keeps its backslashes: `String.raw`, a verbatim or raw string. */
export function isRaw(tokens: readonly Token[], index: number, file: string): boolean {
  const token = tokens[index];
  if (!token) return false;
  const before = tokens[index - 1];
  const tag = before?.end === token.start ? before.text : "";
  return /[r@R]/.test(token.prefix) || tag === "raw" || (tag === "r" && token.quote !== "`") || (rawQuotes[extensionOf(file)]?.includes(token.quote) ?? false);
}

/** `D:\x`, also behind a scheme or `Data Source=`, written with backslashes, and made of what paths are made of. */
const drivePath = /^(?:(?:[a-z]{4,}[a-z+]*:)+\/{0,4}|(?:data ?source|file ?name)=)?([A-Za-z]):\\\\?[\w%$.{][^*?"<>|;\r\n]*$/i;
const sequence = /\\(?:\\|[\s\S])/g;

/** The string at `index` is a Windows path whose backslashes the language takes for escapes, so that the program sees another path. */
export function isMalformed(tokens: readonly Token[], index: number, language: Language, file: string): boolean {
  const token = tokens[index];
  if (token?.kind !== "string" || !token.text.includes(":\\") || token.innerEnd - token.innerStart > 1024 || isRaw(tokens, index, file)) return false;
  if (isAttribute(tokens, index, file)) return false;
  const written = token.text.slice(token.innerStart - token.start, token.innerEnd - token.start);
  const eaten = eatenIn(written, token, language, file);
  return eaten.length > 0 && looksLikePath(written, eaten.length);
}

/** `<input placeholder="D:\x" />`: attributes of JSX and HTML know no escapes. */
function isAttribute(tokens: readonly Token[], index: number, file: string): boolean {
  const [name, sign, token, next] = tokens.slice(index - 2, index + 2);
  const touches = name?.kind === "name" && sign?.text === "=" && name.end === sign.start && sign.end === token?.start;
  return touches && /\.(?:[jt]sx|js|vue|svelte|astro)$/.test(file) && (next === undefined || next.kind === "name" || /^[/>{]|^\n/.test(next.text));
}

/** The single backslashes that do not reach the program, with the character behind each. */
function eatenIn(written: string, { quote, closed }: Token, language: Language, file: string): string[] {
  // Beside doubled backslashes, \0, \x41 and \u0041 are meant.
  const meant = written.includes("\\\\") ? /^\\[\\'"`$0xu]/ : /^\\[\\'"`$]/;
  const single = (written.match(sequence) ?? []).filter((found) => !meant.test(found));
  const name = file.slice(file.lastIndexOf("/") + 1);
  switch (language) {
    case "c-like":
    case "json":
      return closed ? single : [];
    case "python":
      // An unknown escape keeps its backslash.
      return closed ? single.filter((found) => /^\\[abfnrtv0-7xuUN\n]/.test(found)) : [];
    case "yaml":
      return quote === '"' ? single : [];
    case "shell":
      return quote === "" ? single : [];
    case "ini":
      if (/\.properties$/i.test(name)) return single;
      // The parsers of environment files differ in what they resolve; all resolve \n, some \t and the rest.
      if (/env/i.test(name)) return quote === '"' ? single.filter((found) => /^\\[abfnrtv]/.test(found)) : [];
      return quote === '"' && /\.(?:toml|prisma|hcl|tf|tfvars)$/i.test(name) ? single : [];
    default:
      return [];
  }
}

/** A message such as `"A:\nYes"` is no path: one backslash is enough only with an extension, or on the drives that hold files. */
function looksLikePath(written: string, eaten: number): boolean {
  const drive = drivePath.exec(written)?.[1];
  if (drive === undefined || /[^\\/]\s{2}|, |\\n.*\\n|\\n *$/.test(written)) return false;
  return eaten > 1 || /\.\w{1,8}$/.test(written) || (/[c-e]/i.test(drive) && /\\\\?\w{2}/.test(written));
}

function extensionOf(file: string): string {
  return file.slice(file.lastIndexOf(".") + 1).toLowerCase();
}
