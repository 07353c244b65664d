import { isUtf8 } from "node:buffer";
import { closeSync, existsSync, lstatSync, openSync, readdirSync, readFileSync, readlinkSync, readSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { closestTo } from "../core/closest.ts";
import { type Entry, GuardError } from "../core/model.ts";
import { SEGMENT_BYTES } from "../core/segments.ts";
import { type RepoPath, toRepoPath } from "../git/paths.ts";
import type { Git } from "../git/run.ts";
import type { ContentSink, Source } from "./source.ts";

/** Absolute; bytes where they are no UTF-8, which a string could not name. */
type FilePath = string | Buffer;

interface FoundFile {
  readonly absolute: FilePath;
  readonly stat: Stats;
  readonly named: boolean;
}

/**
 * Files and folders of the working tree, in a repository or out of one. A named file always; folders without `.git` and, in a repository, without
 * what git ignores. Paths in the report count from `base`, a folder; in a repository its root. Throws `GuardError` (2) where a path does not exist.
 */
export async function openFiles(paths: readonly string[], cwd: string, base: string, git: Git | null): Promise<Source> {
  const folder = statOf(base)?.isDirectory() ? base : cwd;
  const files = new Map<string, FoundFile & RepoPath>();
  const notes: string[] = [];
  for (const path of paths) {
    const found = await find(path, resolve(cwd, path), base, git);
    if (found.length === 0) notes.push(describeEmpty(path, resolve(cwd, path)));
    for (const file of found) {
      const reported = toReportPath(folder, file.absolute);
      if (file.named || !files.has(reported.path)) files.set(reported.path, { ...file, ...reported });
    }
  }
  const entries = [...files.values()].map(({ path, pathEncoding, stat }): Entry => {
    const kind = stat.isSymbolicLink() ? "symlink" : (stat.mode & 0o111) !== 0 ? "executable" : "regular";
    return { path, ...(pathEncoding ? { pathEncoding } : {}), kind, status: "present", oid: null, baseOid: null, baseKind: null };
  });
  return {
    kind: "files",
    entries: entries.sort((a, b) => (a.path < b.path ? -1 : 1)),
    notes,
    named: new Set([...files.values()].filter(({ named }) => named).map(({ path }) => path)),
    async readContents(wanted, sink) {
      for (const entry of wanted) {
        const file = files.get(entry.path);
        if (file) await readFile(file, entry, sink);
      }
    },
    listRepository: null,
    readBefore: async (wanted) => new Map(wanted.map(({ path }) => [path, readOrNull(files.get(path)?.absolute)])),
    addedByCommit: null,
    close: async () => undefined,
    abandon: () => undefined,
  };
}

async function find(path: string, absolute: string, root: string, git: Git | null): Promise<FoundFile[]> {
  // A named link is followed; one that leads nowhere is what it says.
  const stat = statOf(absolute) ?? lstatOf(absolute);
  if (!stat) throw new GuardError(2, "no-such-path", `There is no ${path} here.${didYouMean(absolute, path)}`, "Name files or folders that exist.");
  return stat.isDirectory() ? listFolder(absolute, root, git) : [{ absolute, stat, named: true }];
}

/** A folder that gave nothing. */
function describeEmpty(path: string, folder: string): string {
  const isIgnored = walk(folder).next().done !== true;
  return isIgnored
    ? `${path}: git ignores all that lies there, so none of it was judged; a file that is named is judged all the same.`
    : `${path} holds no files.`;
}

function didYouMean(absolute: string, path: string): string {
  try {
    const closest = closestTo(basename(absolute), readdirSync(dirname(absolute)));
    return closest === null ? "" : ` Did you mean ${join(dirname(path), closest)}?`;
  } catch {
    return "";
  }
}

/** From `base` on; as a whole where it lies outside. */
export function toReportPath(base: string, absolute: FilePath): RepoPath {
  if (typeof absolute !== "string") {
    const prefix = Buffer.from(`${base}/`);
    return toRepoPath(absolute.subarray(0, prefix.length).equals(prefix) ? absolute.subarray(prefix.length) : absolute);
  }
  const way = relative(base, absolute);
  return { path: (way.startsWith(`..${sep}`) ? absolute : way).replaceAll(sep, "/") };
}

/** In a repository git says what belongs to the folder: what it tracks, and what it does not ignore. */
async function listFolder(folder: string, root: string, git: Git | null): Promise<FoundFile[]> {
  if (!git) return [...walk(folder)];
  const listed = await git.run("ls-files", ["-z", "--full-name", "--cached", "--others", "--exclude-standard", "--", folder]).catch((error: GuardError) => {
    // A folder outside the repository that the command was started in.
    if (error.message.includes("is outside repository")) return null;
    throw error;
  });
  if (!listed) return [...walk(folder)];
  const found: FoundFile[] = [];
  for (const name of splitNul(listed)) {
    const path = joinBytes(root, name);
    if (typeof path === "string" && lstatOf(path)?.isDirectory()) found.push(...(await listNested(path, git)));
    else found.push(...toFound(path));
  }
  return found;
}

/** A submodule, or a repository that just lies there: what belongs to it, its own git says. */
async function listNested(folder: string, git: Git): Promise<FoundFile[]> {
  return existsSync(join(folder, ".git")) ? listFolder(folder, folder, git.at(folder)) : [...walk(folder)];
}

/** Each once: an unmerged path is listed for every side. */
function splitNul(output: Buffer): Buffer[] {
  return [...new Set(output.toString("latin1").split("\0"))].filter(Boolean).map((name) => Buffer.from(name, "latin1"));
}

function joinBytes(folder: FilePath, name: Buffer): FilePath {
  if (typeof folder === "string" && isUtf8(name)) return join(folder, name.toString("utf8"));
  return Buffer.concat([Buffer.from(folder), Buffer.from("/"), name]);
}

function* walk(folder: string): Generator<FoundFile> {
  const pending: FilePath[] = [folder];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    for (const item of readFolder(current)) {
      const path = joinBytes(current, item.name);
      if (!item.isDirectory()) yield* toFound(path);
      else if (!item.name.equals(DOT_GIT)) pending.push(path);
    }
  }
}

const DOT_GIT = Buffer.from(".git");

/** Throws `GuardError` (3): what lies in a folder that cannot be listed is not judged. */
function readFolder(folder: FilePath) {
  try {
    return readdirSync(folder, { withFileTypes: true, encoding: "buffer" });
  } catch (error) {
    throw new GuardError(
      3,
      "unreadable",
      `The folder ${toRepoPath(Buffer.from(folder)).path} could not be listed (${codeOf(error)}).`,
      "Look at its permissions.",
    );
  }
}

/** Sockets, pipes and devices hold nothing to judge; a symbolic link is judged by where it points. */
function toFound(absolute: FilePath): FoundFile[] {
  const stat = lstatOf(absolute);
  return stat && (stat.isFile() || stat.isSymbolicLink()) ? [{ absolute, stat, named: false }] : [];
}

function lstatOf(path: FilePath): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

/** `undefined` also for a link that goes round in circles. */
function statOf(path: FilePath): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

async function readFile({ absolute, stat }: FoundFile, entry: Entry, sink: ContentSink): Promise<void> {
  if (!stat.isFile() && !stat.isSymbolicLink()) return sink.missing(entry, "it is no regular file");
  if (stat.isFile() && stat.size > SEGMENT_BYTES) return readInPieces(absolute, stat.size, entry, sink);
  let bytes: Buffer;
  try {
    bytes = stat.isSymbolicLink() ? readlinkSync(absolute, { encoding: "buffer" }) : readFileSync(absolute);
  } catch (error) {
    return sink.missing(entry, `it could not be read (${codeOf(error)})`);
  }
  await sink.whole(entry, bytes);
}

async function readInPieces(absolute: FilePath, size: number, entry: Entry, sink: ContentSink): Promise<void> {
  let file: number;
  try {
    file = openSync(absolute, "r");
  } catch (error) {
    return sink.missing(entry, `it could not be read (${codeOf(error)})`);
  }
  try {
    const taker = sink.open(entry, size);
    const piece = Buffer.allocUnsafe(1 << 20);
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) await taker.push(piece.subarray(0, read));
    await taker.end();
  } finally {
    closeSync(file);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}

function readOrNull(path: FilePath | undefined): Buffer | null {
  try {
    return path === undefined ? null : readFileSync(path);
  } catch {
    return null;
  }
}
