/** A path as Windows reads it, on every operating system. */
export interface WindowsPath {
  /**
   * `absolute` with `drive: null`: from the root of whatever drive is current (`\x`, `/var/lib`). `drive-relative`: `D:x`, from the folder that is current on D.
   * `device`: `\\.\pipe\x`, `NUL`, `\\?\Volume{…}`.
   */
  readonly kind: "absolute" | "relative" | "drive-relative" | "unc" | "device";
  /** Upper case. */
  readonly drive: string | null;
  /** Without empty ones; `.` and `..` are resolved (`..` stays where nothing is left to leave, or a variable would be left). Of `unc` the first two are server and share. */
  readonly segments: readonly string[];
  /** What follows the colon of an alternate data stream: `stream` of `x.db:stream`, `:$DATA` of `x.db::$DATA`. */
  readonly stream: string | null;
  /** Holds `%X%`, `${X}`, `$X`, `$(x)`, `{x}` or begins with `~`: only part of it is known. */
  readonly hasVariables: boolean;
}

/**
 * Reads a path, or the path in a `file:` or `sqlite:` URL. Also `/mnt/d/x` (WSL), `/d/x` (Git Bash), `\\localhost\D$\x` and `\\?\D:\x` are on drive D.
 * Null where the text names no file: empty, `:memory:`, `file:x?mode=memory`, the URL of a server. Never throws.
 */
export function parseWindowsPath(text: string): WindowsPath | null {
  const written = text.trim();
  const fromUrl = pathOfUrl(written);
  if (!fromUrl || fromUrl.includes("\0") || /^:memory:/i.test(fromUrl) || (written.includes("?") && inMemory.test(written))) return null;
  const { bare, restore } = hideVariables(fromUrl);
  return parse(bare.replaceAll("/", "\\"), bare.startsWith("/"), restore);
}

const inMemory = /^[a-z+]*(?:file|sqlite\w*):[^?]*\?(?:[^#]*&)?(?:mode=memory|vfs=memdb)(?:&|$)/i;

/** Lies `path` in the folder `root`, or is it that folder? Compared by segments without regard to case; a path with an alternate data stream lies nowhere. */
export function isInside(path: WindowsPath, root: WindowsPath): boolean {
  if (path.kind !== "absolute" && path.kind !== "unc") return false;
  if (path.kind !== root.kind || path.drive !== root.drive || path.stream !== null || root.stream !== null) return false;
  if (path.segments.length < root.segments.length || path.segments.includes("..")) return false;
  return root.segments.every((segment, index) => segment.toUpperCase() === path.segments[index]?.toUpperCase());
}

/** With backslashes, as Windows shows it. */
export function formatWindowsPath({ kind, drive, segments, stream }: WindowsPath): string {
  const names = segments.join("\\") + (stream === null ? "" : `:${stream}`);
  if (kind === "unc" || segments[0] === ".") return `\\\\${names}`;
  const root = kind === "absolute" || (kind === "device" && drive !== null) ? "\\" : "";
  return `${drive === null ? "" : `${drive}:`}${root}${names}`;
}

/** `db+sqlite:` is Celery's, `sqlite+aiosqlite:` SQLAlchemy's. */
const fileScheme = /^(?:jdbc:|[a-z]+\+)?(?:file|(?:sqlite(?:3|_file)?|duckdb)(?:\+[a-z0-9]+)?):/i;

/** The path in a URL of a file; any other text as it is; null for the URL of a server. */
function pathOfUrl(text: string): string | null {
  const scheme = fileScheme.exec(text)?.[0];
  if (scheme === undefined) return /^(?:[a-z][a-z0-9+.-]+:)+\/\//i.test(text) ? null : text;
  const path = decodePercent(text.slice(scheme.length).replace(/[?#].*$/s, ""));
  const [slashes = ""] = /^\/*/.exec(path) ?? [];
  const rest = path.slice(slashes.length);
  if (/^[a-z]:/i.test(rest)) return rest;
  if (/file:$/i.test(scheme)) return slashes.length === 2 ? hostedFile(rest) : `${slashes.length > 3 ? "//" : slashes.slice(-1)}${rest}`;
  // sqlite:///x is relative, sqlite:////x is absolute, sqlite://x and sqlite:x are what loose drivers take for relative.
  return slashes.length >= 4 || slashes.length === 1 ? `/${rest}` : rest;
}

/** `file://localhost/D:/x` and `file://server/share/x`; `file://./x` has no host at all. */
function hostedFile(rest: string): string {
  const local = /^localhost\/+(.*)$/is.exec(rest)?.[1];
  if (local !== undefined) return /^[a-z]:/i.test(local) ? local : `/${local}`;
  return rest.startsWith(".") ? rest : `//${rest}`;
}

function decodePercent(text: string): string {
  return text.replace(/%([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const variable = /\$\{[^{}]{0,256}\}|\$\([^()]{0,256}\)|\{\{?[^{}]{0,256}\}?\}|%[a-z_][\w()]{0,63}(?::[^%\\/]{0,63})?%|(?<!:)\$(?:env:)?[a-z_]\w*/gi;

/** Puts one private-use character and a number in place of each variable, so that signs inside it are not read as part of the path. */
function hideVariables(text: string): { readonly bare: string; readonly restore: (segment: string) => string } {
  const hidden: string[] = [];
  if (!/[$%{\ue000\ue001]/.test(text)) return { bare: text, restore: (segment) => segment };
  const bare = text.replace(/[\ue000\ue001]/g, "").replace(variable, (found) => `\ue000${hidden.push(found) - 1}\ue001`);
  return { bare, restore: (segment) => segment.replace(/\ue000(\d+)\ue001/g, (_, index: string) => hidden[Number(index)] ?? "") };
}

const localHost = /^(?:localhost|127\.0\.0\.1|\[?::1\]?|0--1\.ipv6-literal\.net)$/i;

/** `text` has backslashes only. `posix`: it began with a slash. */
function parse(text: string, posix: boolean, restore: (segment: string) => string): WindowsPath {
  const namespace = /^\\\\[?.](?=\\)|^\\\?\?(?=\\)/.exec(text)?.[0];
  if (namespace) return parseNamespace(text.slice(namespace.length + 1), restore);
  if (text.startsWith("\\\\")) return parseUnc(text.slice(2), restore);
  const drive = /^([a-z]):(\\?)/i.exec(text);
  if (drive) return build(drive[2] ? "absolute" : "drive-relative", drive[1] ?? null, text.slice(drive[0].length), restore);
  const mounted = posix ? /^(?:\\mnt|\\cygdrive)?\\([a-z])(?=\\|$)/i.exec(text) : null;
  if (mounted) return build("absolute", mounted[1] ?? null, text.slice(mounted[0].length), restore);
  return build(text.startsWith("\\") ? "absolute" : "relative", null, text, restore);
}

/** Behind `\\?\`, `\\.\` or `\??\`: `D:\x`, `UNC\server\share`, or a device. */
function parseNamespace(rest: string, restore: (segment: string) => string): WindowsPath {
  const unc = /^unc\\/i.exec(rest)?.[0];
  if (unc) return parseUnc(rest.slice(unc.length), restore);
  const drive = /^([a-z]):\\/i.exec(rest);
  return drive ? build("absolute", drive[1] ?? null, rest.slice(drive[0].length), restore) : build("device", null, `.\\${rest}`, restore, ["."]);
}

/** `server\share\x`; the administrative share `D$` of this very machine is drive D. */
function parseUnc(rest: string, restore: (segment: string) => string): WindowsPath {
  const [server = "", share = "", ...more] = rest.split(/\\+/);
  const drive = localHost.test(server) ? /^([a-z])\$$/i.exec(share)?.[1] : undefined;
  return drive ? build("absolute", drive, more.join("\\"), restore) : build("unc", null, more.join("\\"), restore, [server, share].filter(Boolean));
}

const reservedName = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])(?:[ .]|$)/i;

function build(
  kind: WindowsPath["kind"],
  drive: string | null,
  rest: string,
  restore: (segment: string) => string,
  above: readonly string[] = [],
): WindowsPath {
  const { segments, stream } = resolveSegments(rest, kind === "relative" || kind === "drive-relative");
  const device = kind !== "unc" && reservedName.test(segments.at(-1) ?? "");
  return {
    kind: device ? "device" : kind,
    drive: drive?.toUpperCase() ?? null,
    segments: [...above, ...segments].map(restore),
    stream: stream === null ? null : restore(stream),
    hasVariables: [...above, rest].some((piece) => piece.includes("\ue000")) || segments[0] === "~",
  };
}

/** `climbs`: a `..` with nothing before it is kept, because the path starts in some other folder; below a root it leads nowhere. */
function resolveSegments(rest: string, climbs: boolean): { readonly segments: readonly string[]; readonly stream: string | null } {
  const segments: string[] = [];
  let stream: string | null = null;
  const parts = rest.replace(/\\+$/, "").split("\\");
  for (const [index, part] of parts.entries()) {
    const colon = part.indexOf(":");
    if (colon >= 0) stream ??= part.slice(colon + 1);
    const name = trimName(colon < 0 ? part : part.slice(0, colon), index === parts.length - 1);
    const last = segments.at(-1);
    if (name === "" || name === ".") continue;
    if (name !== "..") segments.push(name);
    else if (last !== undefined && last !== ".." && last !== "~" && !last.includes("\ue000")) segments.pop();
    else if (climbs || last !== undefined) segments.push(name);
  }
  return { segments, stream };
}

/**
 * Windows drops all dots and spaces at the end of the last name and one dot at the end of the others ("File path formats on Windows systems", Microsoft).
 * Dots with spaces (`.. `) mean `..` to some of its interfaces and are taken for that.
 */
function trimName(name: string, isLast: boolean): string {
  if (name === "." || name === "..") return name;
  if (name.startsWith("..") && name.includes(" ") && /^[. ]+$/.test(name)) return "..";
  if (isLast) return name.replace(/[. ]{1,255}$/, "");
  return /[^.]\.$/.test(name) ? name.slice(0, -1) : name;
}
