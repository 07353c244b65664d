import { type Dialect, scanCode } from "./code.ts";
import { cLike, json, plain, powershell, python, sql } from "./dialects.ts";
import type { Language } from "./language.ts";
import { scanIniLine, scanYamlLine } from "./lines.ts";
import { Scanner } from "./scanner.ts";
import { scanShell } from "./shell.ts";
import type { Token } from "./token.ts";
import { scanXml } from "./xml.ts";

/**
 * Tokens of a text or of any fragment of one, in order, without overlaps; blanks are left out. Never throws, takes linear time.
 * A string or comment whose end is not there is not `closed` and ends with its line. Adjacent pieces of a shell word are separate tokens.
 */
export function tokenize(text: string, language: Language): Token[] {
  const scanner = new Scanner(text);
  scan[language](scanner);
  return scanner.tokens;
}

const scan = {
  "c-like": (scanner) => scanAll(scanner, cLike),
  python: (scanner) => scanAll(scanner, python),
  shell: scanShell,
  powershell: (scanner) => scanAll(scanner, powershell),
  sql: (scanner) => scanAll(scanner, sql),
  json: (scanner) => scanAll(scanner, json),
  yaml: (scanner) => scanLines(scanner, scanYamlLine),
  ini: (scanner) => scanLines(scanner, scanIniLine),
  xml: scanXml,
  plain: (scanner) => scanAll(scanner, plain),
} satisfies Record<Language, (scanner: Scanner) => void>;

function scanAll(scanner: Scanner, dialect: Dialect): void {
  while (!scanner.done) scanCode(scanner, dialect);
}

function scanLines(scanner: Scanner, scanLine: (scanner: Scanner) => void): void {
  while (!scanner.done) if (!scanner.skipBlank()) scanLine(scanner);
}
