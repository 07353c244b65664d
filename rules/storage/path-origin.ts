import type { Token } from "../../src/core/lexer.ts";
import { parseWindowsPath, type WindowsPath } from "../../src/core/windows-path.ts";
import { parameter } from "./definitions.ts";
import { storageOf } from "./storage-names.ts";
import { sourceOf } from "./token-tree.ts";

/** Where an expression leads that a path is joined to. `safe`: a temporary folder, an environment variable, a setting; whoever set it answers for it. */
export type Origin = "in-tree" | "profile" | "safe" | "unknown";

const temporary = /te?mp(?!lat|er|o|t)/i;
const profile =
  /\bhome_?(?:dir|path|drive)?\b|\bexpanduser\b|APPDATA|ApplicationData\b|app_?(?:local_?)?(?:data|config|cache|log)_?dir|\buser_?(?:data|config|cache|state|documents)_?(?:dir|path)\b|GetFolderPath\(["']\w|SpecialFolder\.(?:UserProfile|Personal|MyDocuments|Desktop)|\bdirs(?:_next)?::\w+_dir|\b(?:document|desktop|download|data_local)_dir\(|\b(?:Project|Base|User)Dirs\b|USERPROFILE|\bHOME\b|UserHomeDir|userData|getPath\(["'](?:appData|home|documents|desktop|downloads)|user\.home|NSHomeDirectory|QStandardPaths|\b(?:typer|click)\.get_app_dir|\bxdg\.(?:Data|Config|State|Cache)Home|\bXDG_(?:DATA|CONFIG|STATE|CACHE)_HOME|NSSearchPathForDirectories|\.(?:document|applicationSupport)Directory|^~/i;
const inTree =
  /__dirname|__filename|__file__|__DIR__|process\.cwd|\bcwd\(\)|getcwd|Getwd|Path\.cwd|\bPWD\b|import\.meta\.(?:url|dir)|getAppPath|PSScriptRoot|Get-Location|PSCommandPath|MyInvocation|BASH_SOURCE|\bdirname\b(?!\([^()\n]{0,16}env)|~dp0|%CD%|CARGO_MANIFEST_DIR|current_(?:dir|exe)|user\.dir|os\.Executable|BaseDirectory|CurrentDirectory|sys\.(?:path|argv)\[0\]|Directory\.current|StartupPath|applicationDirPath|GetExecutingAssembly|ContentRootPath|WebRootPath|\|DataDirectory\||Rails\.root|\bresources\.files\b|resource_filename|\binstance_path\b|_path\(\)|\b(?:mono_?repo|project|repo|repository|workspace|script|source|src|app)_?(?:root|dir|directory|path|folder)\b|\bbase_?dir\b|\broot_?(?:dir|path)?\b/i;
const configured =
  /process\.env|import\.meta\.env|environ|getenv|env::var|GetEnvironmentVariable|\$env:|%[A-Z_]+%|\b(?:config|cfg|settings|defaults|options|opts|args|params|props|back_?up_?(?:dir|directory|path|folder|root)|get_?(?!FolderPath)[a-z_]*(?:dir|directory|path|folder|root))\b/i;

export function originOf(source: string): Origin {
  if (temporary.test(source)) return "safe";
  if (profile.test(source)) return "profile";
  if (inTree.test(source)) return "in-tree";
  return configured.test(source) || namesStorage(source) ? "safe" : "unknown";
}

/** A source that asks a setting, which somebody answers for. */
export function isConfigured(source: string): boolean {
  return configured.test(source);
}

/** `self.db_path.parent` and `${dataDir}`: what such a name holds is judged where it is set. */
function namesStorage(source: string): boolean {
  return (source.match(/[A-Za-z_]\w*/g) ?? []).some((name) => storageOf(name) !== null);
}

/** A path as far as it is known: whole, or the origin of its beginning. */
export type Place = { readonly path: WindowsPath } | { readonly origin: Origin };

/** Puts a file name behind the folder that it is joined to elsewhere. */
export function findPlaceIn(folder: string, name: string, definitionOf: (name: string) => string | null): Place | null {
  const written = /^(["'])([^"']+)\1$/.exec(folder)?.[2];
  if (written !== undefined) return findPlace(`${written}/${name}`, [], definitionOf);
  const names = (folder.match(/[A-Za-z_$][\w$]*/g) ?? []).filter((word) => !passesOn.test(word));
  return placeBehindName(folder, name, definitionOf, names.length === 1 ? names[0] : undefined);
}

/** Puts a literal behind what it is joined to. `definitionOf` gives the source of a name's value where that stands nearby. Null: the text names no file. */
export function findPlace(text: string, base: readonly Token[], definitionOf: (name: string) => string | null): Place | null {
  // What is all of it is judged where it stands.
  if (base.length > 0 && text.replace(filled, "") === "") return null;
  if (base.some(({ kind, value }) => (kind === "string" ? !isScheme.test(value) : kind === "name"))) return placeBehind(text, base, definitionOf);
  if (/^\|DataDirectory\|/i.test(text)) return { origin: "in-tree" };
  const path = parseWindowsPath(text);
  const [first = ""] = path?.segments ?? [];
  if (!path?.hasVariables || isDotted.test(text) || path.kind === "absolute" || !/^[$%{~]/.test(first)) return path && { path };
  // `{name}.db`, where the name is written out nearby
  const stem = /^\$?\{([A-Za-z_]\w*)\}\.\w+$/.exec(text.replace(isUrl, ""))?.[1];
  const written = stem === undefined ? undefined : plainString.exec(definitionOf(stem) ?? "")?.[2];
  if (written !== undefined && /^[\w-]+$/.test(written)) return { path };
  // A variable alone says nothing about the place; what it holds is judged where it is set.
  return path.segments.length === 1 && first.endsWith("}") ? null : placeBehindName(first, path.segments.slice(1).join("/"), definitionOf);
}

const isUrl = /^[a-z][a-z0-9+]*:\/*/i;

/** `./${name}.db`, `sqlite:///./{name}` */
const isDotted = /^(?:[a-z][a-z0-9+]*:\/*)?\.{1,2}[\\/]/i;

/** `sqlite:{}` and `%s`, which something is filled into. */
const filled = /^(?:[a-z+]+:\/*)?(?:\{\w*\}|%[sv])/;

function placeBehind(text: string, base: readonly Token[], definitionOf: (name: string) => string | null): Place | null {
  const head = base.find(({ kind, text: name, value }) => (kind === "string" ? !isScheme.test(value) : kind === "name" && !passesOn.test(name)));
  if (head?.kind === "string") return findPlace(`${head.value}/${text}`, [], definitionOf);
  const folders = base.filter(({ kind, value }) => kind === "string" && !isScheme.test(value)).map(({ value }) => value);
  const names = base.filter(({ kind, text: name }) => kind === "name" && !passesOn.test(name));
  return placeBehindName(sourceOf(base), [...folders, text].join("/"), definitionOf, names.length === 1 ? names[0]?.text : undefined);
}

/** `"sqlite:///" + …`, `"Data Source=" + …` */
const isScheme = /^(?:(?:[a-z][a-z0-9+]*:)+\/*|(?:data ?source|file ?name)=)?$/i;
/** Says nothing of the place of what it is given. */
const passesOn =
  /^(?:pathlib|Path|PurePath|PathBuf|Paths|path|filepath|os|new|URL|join|Join|Combine|resolve|str|String|from|r|File|this|self|Dir|dirname|abspath|realpath|Abs|parent|Self|cls|unwrap|expect|clone|to_path_buf|to_owned|to_string|to_str|to_string_lossy|as_path|as_ref|as_deref)$/;

/** A string and nothing else, up to the end of its statement: `'C:\\dev';`, `r"D:\logs"  # all of them`. */
const plainString = /^(?:Path(?:Buf::from)?\()?(?:String\.raw|r)?(["'`])([^"'`$\n]+)\1\)?[ \t]*(?:[;#\r]|\/\/|$)/;

/** `dirs.data_dir()`: what `dirs` was made of tells where. */
const folderOf = /^\W*([A-Za-z_]\w*)\.\w*_?dir\(\)/;

/** That of the code or of the data; which one it is where it is handed in, only the caller knows. */
const folderOfApp = /\bapp_?(?:dir|directory|path|folder)\b/i;

/** Looks behind a plain name, and once more behind what that begins with; a drive in one that is named after storage (`dataDir`) is judged where it is set. */
function placeBehindName(source: string, text: string, definitionOf: (name: string) => string | null, only?: string): Place {
  const name = only ?? /^\W*([A-Za-z_$][\w$]*)\W*$/.exec(source)?.[1];
  const definition = (name && definitionOf(name)) ?? "";
  const owner = folderOf.exec(source)?.[1];
  if (owner !== undefined && originOf(definitionOf(owner) ?? "") === "profile") return { origin: "profile" };
  if (folderOfApp.test(source) && parameter.test(definition)) return { origin: "unknown" };
  const written = plainString.exec(definition)?.[2];
  const folder = written && namesStorage(source) && parseWindowsPath(written)?.drive != null ? undefined : written;
  const path = folder ? parseWindowsPath(`${folder}/${text.replace(filled, "")}`) : null;
  if (path && !path.hasVariables) return { path };
  // DATA = os.environ.get("APP_HOME", "data")
  const fallback = parseWindowsPath(fallbackFolder.exec(definition)?.[2] ?? "");
  if (fallback?.kind === "relative" && !fallback.hasVariables) return { path: fallback };
  const origin = originOf(definition);
  if (origin !== "unknown" && !getter.test(definition)) return { origin };
  const further = definitionOf(headOf(definition)) ?? "";
  // join(DATA, "sub") where DATA is "data"
  const beginning = parseWindowsPath(plainString.exec(further)?.[2] ?? "");
  if (beginning?.kind === "relative" && !beginning.hasVariables) return { path: beginning };
  for (const known of [originOf(further), origin]) if (known !== "unknown") return { origin: known };
  return { origin: originOf(source) };
}

/** What stands for a variable of the environment that holds a folder: `process.env.X ?? "data"`, `process.env.X ? … : resolve("data")`, `getenv("X", "data")`. */
const fallbackFolder =
  /env[^;]{0,80}?(?:\|\||\?\?|\bor\b|\?[^?]{0,120}\s:|(?:get|getenv|env|Getenv)\(\s*["']\w+["'],|unwrap_or\w*\((?:\|_?\|)?)\s*(?:[\w.:]+\()*(["'])([^"'`\n]+)\1/i;

/** `get_data_dir()`: what such a function gives back is known where it is defined nearby. */
const getter = /^\W*(?:\w+[.:]+)*get_?\w*\(/i;

/** `BASE` of `BASE / "data"` and `path.join(BASE, "data")`: what a folder that says nothing of its place begins with. */
function headOf(definition: string): string {
  return (
    definition
      .replace(joining, "")
      .match(/[A-Za-z_$][\w$]*/g)
      ?.find((word) => !passesOn.test(word)) ?? ""
  );
}

/** What is called on a module; in `base.join("x")` the folder stands before it. */
const joining =
  /^(?:new )?(?:(?:os|path|node\w*|posix|win32|posixpath|ntpath|filepath|pathlib|System|IO|Path|File|Environment)[.:]+)*(?:join|resolve|Combine|Path|Join-Path|GetFolderPath)\b\W?/;
