import { closeSync, lstatSync, opendirSync, openSync, readdirSync, readFileSync, readlinkSync, readSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { closestTo } from "../core/closest.ts";
import { type Entry, GuardError } from "../core/model.ts";
import { SEGMENT_BYTES } from "../core/segments.ts";
import type { Git } from "../git/run.ts";
import type { ContentSink, Source } from "./source.ts";

interface FoundFile {
  readonly absolute: string;
  readonly stat: Stats;
  readonly named: boolean;
}

/**
 * Files and folders of the working tree, in a repository or out of one. A named file always; folders without `.git` and, in a repository, without
 * what git ignores. Paths in the report count from `base`. Throws `GuardError` (2) where a path does not exist.
 */
export async function openFiles(paths: readonly string[], cwd: string, base: string, git: Git | null): Promise<Source> {
  const found = new Map<string, FoundFile>();
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const stat = statSync(absolute, { throwIfNoEntry: false }) ?? lstatSync(absolute, { throwIfNoEntry: false });
    if (!stat) throw new GuardError(2, "no-such-path", `There is no ${path} here.${didYouMean(absolute, path)}`, "Name files or folders that exist.");
    if (!stat.isDirectory()) found.set(absolute, { absolute, stat, named: true });
    else for (const file of await listFolder(absolute, git)) if (!found.has(file.absolute)) found.set(file.absolute, file);
  }
  const files = new Map([...found.values()].map((file) => [toReportPath(base, file.absolute), file] as const));
  const entries = [...files].map(([path, { stat }]): Entry => {
    const kind = stat.isSymbolicLink() ? "symlink" : (stat.mode & 0o111) !== 0 ? "executable" : "regular";
    return { path, kind, status: "present", oid: null, baseOid: null, baseKind: null };
  });
  return {
    kind: "files",
    entries: entries.sort((a, b) => (a.path < b.path ? -1 : 1)),
    named: new Set([...files].filter(([, { named }]) => named).map(([path]) => path)),
    async readContents(wanted, sink) {
      for (const entry of wanted) {
        const file = files.get(entry.path);
        if (file) await readFile(file, entry, sink);
      }
    },
    listRepository: null,
    readBefore: async (wanted) => new Map(wanted.map(({ path }) => [path, readOrNull(files.get(path)?.absolute)])),
    baseline: null,
    close: async () => undefined,
  };
}

function didYouMean(absolute: string, path: string): string {
  try {
    const closest = closestTo(basename(absolute), readdirSync(dirname(absolute)));
    return closest === null ? "" : ` Did you mean ${join(dirname(path), closest)}?`;
  } catch {
    return "";
  }
}

function toReportPath(base: string, absolute: string): string {
  const way = relative(base, absolute);
  return (way.startsWith(`..${sep}`) ? absolute : way).replaceAll(sep, "/");
}

/** In a repository git says what belongs to the folder: what it tracks, and what it does not ignore. */
async function listFolder(folder: string, git: Git | null): Promise<FoundFile[]> {
  if (!git) return walk(folder);
  const listed = await git.run("ls-files", ["-z", "--cached", "--others", "--exclude-standard", "--", folder]).catch(() => null);
  // A folder outside the repository that the command was started in.
  if (!listed) return walk(folder);
  const paths = new Set(listed.toString("utf8").split("\0").filter(Boolean));
  return [...paths].flatMap((path) => toFound(resolve(git.cwd, path)));
}

function walk(folder: string): FoundFile[] {
  const found: FoundFile[] = [];
  const pending = [folder];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    const handle = opendirSync(current);
    for (let item = handle.readSync(); item; item = handle.readSync()) {
      const absolute = join(current, item.name);
      if (item.isDirectory()) {
        if (item.name !== ".git") pending.push(absolute);
      } else found.push(...toFound(absolute));
    }
    handle.closeSync();
  }
  return found;
}

/** Sockets, pipes and devices hold nothing to judge; a symbolic link is judged by where it points. */
function toFound(absolute: string): FoundFile[] {
  const stat = lstatSync(absolute, { throwIfNoEntry: false });
  return stat && (stat.isFile() || stat.isSymbolicLink()) ? [{ absolute, stat, named: false }] : [];
}

async function readFile({ absolute, stat }: FoundFile, entry: Entry, sink: ContentSink): Promise<void> {
  if (!stat.isFile() && !stat.isSymbolicLink()) return sink.missing(entry, "it is no regular file");
  if (stat.isFile() && stat.size > SEGMENT_BYTES) return readInPieces(absolute, stat.size, entry, sink);
  let bytes: Buffer;
  try {
    bytes = stat.isSymbolicLink() ? Buffer.from(readlinkSync(absolute)) : readFileSync(absolute);
  } catch (error) {
    return sink.missing(entry, `it could not be read (${error instanceof Error && "code" in error ? error.code : "unknown error"})`);
  }
  await sink.whole(entry, bytes);
}

async function readInPieces(absolute: string, size: number, entry: Entry, sink: ContentSink): Promise<void> {
  const file = openSync(absolute, "r");
  try {
    const taker = sink.open(entry, size);
    const piece = Buffer.allocUnsafe(1 << 20);
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) await taker.push(piece.subarray(0, read));
    await taker.end();
  } finally {
    closeSync(file);
  }
}

function readOrNull(path: string | undefined): Buffer | null {
  try {
    return path === undefined ? null : readFileSync(path);
  } catch {
    return null;
  }
}
