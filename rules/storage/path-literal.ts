import type { Language, Token } from "../../src/core/lexer.ts";
import { isMalformed, isRaw } from "./eaten-backslashes.ts";
import { isDatabaseTool } from "./storage-names.ts";

/** The path that a string holds. */
export interface PathLiteral {
  /** As the program reads it. */
  readonly text: string;
  /** Where it stands; offsets into the text that was read. */
  readonly start: number;
  readonly end: number;
  /** It came out of a connection string or an ATTACH, so it is a database whatever it is called. */
  readonly isDatabase: boolean;
  /** It is what stands for a variable that is not set: `${DB_PATH:-x.db}`. */
  readonly isDefault: boolean;
}

/** A path and the name that holds it. */
export interface NamedPath extends PathLiteral {
  readonly name: string;
}

/** Longer strings are no paths. */
const MAX_LENGTH = 1024;
/** `application/vnd.sqlite3`, `@libsql/client`, `django.db.backends.sqlite3`, `better-sqlite3`, `\bsqlite\b`, `../config/db.php` */
const noPath =
  /^(?:application|text|image|audio|video|font|model|multipart)\/[\w.+-]+$|^@[\w.-]+\/[\w.-]+$|^\w+(?:\.\w+)*\.backends\.\w+$|^(?:better-)?sqlite3?$|^\\b.*\\b$|\.(?:php|[cm]?[jt]sx?|py|rb|sql|html?)$/i;
/** What stands in a template says nothing of what the rest is. */
const expression = /\$?\{[^{}]*\}|^\$\((?:[^()]|\$\([^()]*\))*\)(?=[\\/])/g;
const substitution = /^\$\((?:[^()]|\$\([^()]*\))*\)(?=[\\/])/;
const message = /[\n*<>|"^]|\\\.\w|: |\s\S+\s.*\s/;
/** `sqlite3 x.db`, `node app.js ./x.db`: words of a command. */
const furtherWord = /^(?:--?\w|[A-Za-z]:[\\/]|\.{1,2}[\\/]|["'~$])/;
const rooted = /^(?:file:|sqlite\w*:|jdbc:)*[\\/]*[A-Za-z]:[\\/]/i;

/** The path in the string at `index`; null where it can be none: a message, a pattern, a bare extension, a media type, a package, a path with eaten backslashes (which has a rule of its own). */
export function readPathLiteral(tokens: readonly Token[], index: number, language: Language, file: string): PathLiteral | null {
  const token = tokens[index];
  if (token?.kind !== "string" || !token.closed || token.innerEnd - token.innerStart > MAX_LENGTH || isMalformed(tokens, index, language, file)) return null;
  const written = token.text.slice(token.innerStart - token.start, token.innerEnd - token.start);
  const tag = file.endsWith(".go") && token.quote === "`" ? fieldTag.exec(written)?.[1] : undefined;
  const value = tag ?? (isRaw(tokens, index, file) ? written : token.value);
  const meant = file.endsWith(".rs") ? value.replace(fromRoot, "sqlite:////") : interpolates.test(file) ? value.replaceAll("#{", "${") : value;
  return findPath(meant, written, token.innerStart);
}

/** Files where `#{x}` in a string is what `${x}` is elsewhere. */
const interpolates = /\.(?:rb|cr|exs?)$/;

/** What SQLAlchemy reads as relative begins at the root for sqlx: `sqlite:///var/lib/x.db`. */
const fromRoot = /^sqlite:\/{3}(?![A-Za-z]:|\/)/;

/** What the tag of a field in Go gives it: `env:"DB_PATH" envDefault:"x.db"`, `default:"x.db"`, `conf:"default:x.db"`. */
const fieldTag = /\b(?:(?:envD|d)efault:"|\w+:"(?:[^",]*,)?default[:=])([^",]+)/;

/** `written` stands at `at`; `value` is what the program makes of it. */
export function findPath(value: string, written: string, at: number): PathLiteral | null {
  const [, scheme, fallback] = (value.includes("${") && defaultOf.exec(value)) || [];
  const inner = insideConnection(fallback ?? value);
  if (inner === null) return null;
  const text = inner ?? fallback ?? value;
  if (
    text === "" ||
    (!rooted.test(text) && !inFolder.test(text) && message.test(text.replace(expression, ""))) ||
    /^\.\w+$/.test(text) ||
    (/^[\w-]*:? [^\\/]*$/.test(text) && !spacedFile.test(text)) ||
    noPath.test(text)
  )
    return null;
  if (isCommandLine(text)) return null;
  const found = written.indexOf(text);
  const [start, end] = found < 0 ? [at, at + written.length] : [at + found, at + found + text.length];
  return { text, start, end, isDatabase: inner !== undefined || scheme !== undefined, isDefault: fallback !== undefined };
}

/** `Housing Data.db` */
const spacedFile = /^[\w-]+ [\w-]+\.(?:db3?|sqlite3?)$/;

function isCommandLine(text: string): boolean {
  if (!/[ \t]/.test(text)) return false;
  const [first = "", ...further] = text
    .replace(substitution, "")
    .replace(/\{[^{}]*\}|\([^()]*\)/g, "")
    .trim()
    .split(/[ \t]+/);
  return (
    further.length > 0 && !rooted.test(text) && (isDatabaseTool(first) || /^[A-Z][A-Z0-9_]*=/.test(first) || further.some((word) => furtherWord.test(word)))
  );
}

/** `${DB_PATH:-x.db}` of shells and Docker, `${db.url:x.db}` and `jdbc:sqlite:${db.file:x.db}` of Spring */
const defaultOf = /^(jdbc:\w+:|sqlite:\/*)?\$\{[\w.-]+:?[-=:](.+)\}$/;
const inFolder = /^\|DataDirectory\|/i;

/** `Data Source=app.db;Cache=Shared`, `Filename=app.db`, `Driver=SQLite3;Database=app.db`. `"Host"`, `Initial Catalog` and their likes belong to a server. */
const dataSource = /(?:(?:^|;)\s*(?:data ?source|dbq|(?<=sqlite[^;]{0,40};\s*)database)|^\s*(?:file ?name|uri))\s*=\s*["']{0,2}([^;"']*)/i;
const server =
  /(?:^|;)\s*(?:server|host|initial catalog|user ?id|uid|password|pwd|integrated security|trusted_connection|provider(?!\s*=\s*Microsoft\.(?:ACE|Jet)\.))\s*=/i;
/** Databases of the JVM that lie in a file: `jdbc:h2:./data/shop`, `jdbc:hsqldb:file:shop`, `jdbc:derby:shop;create=true`. */
const embedded = /^jdbc:(?:h2|hsqldb|derby|duckdb|ucanaccess):(?:(?:file|directory|nio|nioMapped|split|async):)?(?:\/\/(?=[A-Za-z]:))?([^;]*)/i;
/** In memory, inside an archive, or on a server. */
const fileless = /^(?:\w{2,}:|\/\/|$)/;
const vacuum = /^\s*vacuum\s+(?:\w+\s+)?into\s+(["'])(.*?)\1/i;
const attach = /^\s*attach\s+(?:database\s+)?(?:(["'])(.*?)\1|([^\s"']+))\s+as\b/i;

/** The path inside; `undefined`: the text is no connection string; null: it is one that names no file. */
function insideConnection(text: string): string | null | undefined {
  // Most strings are neither: an expression that is never asked is never compiled.
  const head = text.trimStart().slice(0, 6).toLowerCase();
  const attached = head === "attach" ? attach.exec(text) : head === "vacuum" ? vacuum.exec(text) : null;
  if (attached) return attached[2] ?? attached[3] ?? null;
  const file = head.startsWith("jdbc:") ? embedded.exec(text)?.[1] : undefined;
  if (file !== undefined) return fileless.test(file) ? null : file;
  const source = text.includes("=") ? dataSource.exec(text)?.[1]?.trim() : undefined;
  if (source === undefined) return undefined;
  if (/;\s*mode\s*=\s*memory\b/i.test(text)) return null;
  const isFile = /\.\w{2,7}(?:\?.*)?$|[\\/]/.test(source) || /^file:|^\|DataDirectory\|/i.test(source);
  return !isFile || server.test(text) ? null : source;
}
