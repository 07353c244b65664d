import { hash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { type Entry, GuardError } from "../core/model.ts";
import { createPathList } from "../core/path-list.ts";
import { SEGMENT_BYTES } from "../core/segments.ts";
import { openBatch } from "../git/batch.ts";
import { fromRepoPath } from "../git/paths.ts";
import { parseIndexList } from "../git/raw.ts";
import type { Repository } from "../git/repository.ts";
import type { Git } from "../git/run.ts";
import { readByOid } from "./contents.ts";
import type { ContentSink, Source } from "./source.ts";

/**
 * The index as it stands. A file of the work tree is read in place of its blob where its hash proves that it has the very same bytes: four times
 * as fast as unpacking the object, and never anything else than what the index holds.
 */
export async function openAll(git: Git, repository: Repository): Promise<Source> {
  const entries = parseIndexList(await git.run("ls-files", ["-s", "-z"]));
  const unmerged = entries.find(({ status }) => status === "unmerged");
  if (unmerged)
    throw new GuardError(
      3,
      "unmerged",
      `${unmerged.path} is not merged yet, so the index cannot be judged as a whole.`,
      "Resolve the conflict and stage the file.",
    );
  const readContents = async (wanted: readonly Entry[], sink: ContentSink): Promise<void> => {
    const unproven = await readProvenFiles(repository.root, wanted, sink);
    if (unproven.length === 0) return;
    const batch = openBatch(git, true);
    try {
      await readByOid(batch, unproven, sink);
      await batch.close();
    } finally {
      batch.abandon();
    }
  };
  return {
    kind: "all",
    entries,
    named: new Set(),
    readContents,
    readProven: (wanted, sink) => readProvenFiles(repository.root, wanted, sink),
    listRepository: async () => createPathList(entries),
    // What stands in the tree is its own past: a change rule sees the same before and after.
    readBefore: (wanted) => readBuffers(readContents, wanted),
    addedByCommit: null,
    close: async () => undefined,
    abandon: () => undefined,
  };
}

async function readBuffers(readContents: Source["readContents"], wanted: readonly Entry[]): Promise<Map<string, Buffer | null>> {
  const found = new Map<string, Buffer | null>();
  await readContents(wanted, {
    whole: (entry, bytes) => void found.set(entry.path, Buffer.from(bytes)),
    open(entry) {
      const parts: Buffer[] = [];
      return { push: (bytes) => void parts.push(Buffer.from(bytes)), end: () => void found.set(entry.path, Buffer.concat(parts)) };
    },
    missing: (entry) => void found.set(entry.path, null),
  });
  return found;
}

/** A pipe in place of a file would keep us waiting for a writer. Windows has neither. */
const NO_WAIT = constants.O_NONBLOCK ?? 0;

/** Room for `blob SIZE NUL`, which an object id is computed over together with the bytes. */
const HEADER_ROOM = 32;

/** Gives the sink every file that equals its blob, and returns the entries that it could not prove. */
export async function readProvenFiles(root: string, entries: Iterable<Entry>, sink: Pick<ContentSink, "whole">): Promise<Entry[]> {
  const unproven: Entry[] = [];
  let buffer = Buffer.allocUnsafe(1 << 20);
  for (const entry of entries) {
    const read =
      entry.kind === "symlink" ? null : readInto(pathOf(root, entry), (bytes) => (buffer = bytes > buffer.length ? Buffer.allocUnsafe(bytes * 2) : buffer));
    const size = read === null ? null : provenSize(buffer, read, entry.oid ?? "");
    if (size === null) {
      unproven.push(entry);
      continue;
    }
    const pending = sink.whole(entry, buffer.subarray(HEADER_ROOM, HEADER_ROOM + size));
    if (pending) await pending;
  }
  return unproven;
}

function pathOf(root: string, entry: Entry): string | Buffer {
  return entry.pathEncoding ? Buffer.concat([Buffer.from(`${root}/`), fromRepoPath(entry)]) : join(root, entry.path);
}

/** Reads a file behind `HEADER_ROOM`; its size, or `null` where it is no readable regular file or longer than a segment. */
function readInto(path: string | Buffer, bufferFor: (bytes: number) => Buffer): number | null {
  let file: number | null = null;
  try {
    file = openSync(path, constants.O_RDONLY | NO_WAIT);
    const stat = fstatSync(file);
    if (!stat.isFile() || stat.size > SEGMENT_BYTES) return null;
    const buffer = bufferFor(HEADER_ROOM + stat.size);
    let read = 0;
    while (read < stat.size) {
      const more = readSync(file, buffer, HEADER_ROOM + read, stat.size - read, null);
      if (more === 0) return null;
      read += more;
    }
    return stat.size;
  } catch {
    return null;
  } finally {
    if (file !== null) closeSync(file);
  }
}

/**
 * How many bytes behind `HEADER_ROOM` are the blob: all of them, or what is left where git has checked LF out as CRLF, as it does on Windows (the
 * buffer then holds it with LF). `null`: it is another content.
 */
function provenSize(buffer: Buffer, size: number, oid: string): number | null {
  if (hasOid(buffer, size, oid)) return size;
  const withLf = toLf(buffer, size);
  return withLf < size && hasOid(buffer, withLf, oid) ? withLf : null;
}

/** Takes the CR out of every CRLF in place; the new size. */
function toLf(buffer: Buffer, size: number): number {
  const end = HEADER_ROOM + size;
  let to = buffer.indexOf("\r\n", HEADER_ROOM, "latin1");
  if (to < 0 || to >= end) return size;
  for (let from = to; from < end; ) {
    const next = buffer.indexOf("\r\n", from + 1, "latin1");
    const until = next < 0 || next >= end ? end : next;
    buffer.copyWithin(to, from + 1, until);
    to += until - from - 1;
    from = until;
  }
  return to - HEADER_ROOM;
}

function hasOid(buffer: Buffer, size: number, oid: string): boolean {
  const header = Buffer.from(`blob ${size}\0`);
  const start = HEADER_ROOM - header.length;
  header.copy(buffer, start);
  return hash(oid.length === 64 ? "sha256" : "sha1", buffer.subarray(start, HEADER_ROOM + size), "hex") === oid;
}
