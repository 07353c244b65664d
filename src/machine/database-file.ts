import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import { type Known, known, unknown } from "../core/facts/known.ts";
import type { DatabaseFile, DatabaseHeader } from "../core/facts/sqlite.ts";
import { codeOf, type FoundFile } from "./find-file.ts";
import { parseDatabaseHeader } from "./sqlite-header.ts";

const HEAD_BYTES = 4096;
/** A writer may rewrite the header between two looks; it does not do so all the time. */
const LOOKS = 3;

/** What a file says of itself without being opened by SQLite: its first bytes, its size, and what lies beside it. */
export function readDatabaseFile(file: FoundFile): Known<DatabaseFile> {
  try {
    return known(look(file));
  } catch (error) {
    return unknown(file.name, `cannot be read (${codeOf(error)})`);
  }
}

function look(file: FoundFile): DatabaseFile {
  const { head, bytes } = readStableHead(file.path);
  const beside = { walBytes: sizeOf(`${file.path}-wal`), journal: sizeOf(`${file.path}-journal`) > 0 };
  const { format, header } = parseDatabaseHeader(head);
  return { path: file.path, linked: file.linked, bytes, format, header: header && withSizeFaults(header, bytes, beside), ...beside };
}

/** First bytes and size of one moment: the header is read on both sides of the size, on a descriptor that is closed before SQLite opens the file (closing it later would drop SQLite's locks). */
function readStableHead(path: string): { head: Buffer; bytes: number } {
  const descriptor = openSync(path, "r");
  try {
    for (let looks = 1; ; looks++) {
      const before = readHead(descriptor);
      const bytes = fstatSync(descriptor).size;
      const head = readHead(descriptor);
      if (looks === LOOKS || before.equals(head)) return { head, bytes };
    }
  } finally {
    closeSync(descriptor);
  }
}

function readHead(descriptor: number): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  return head.subarray(0, readSync(descriptor, head, 0, HEAD_BYTES, 0));
}

/** Only at rest: a checkpoint writes the header before the pages at the end. */
function withSizeFaults(header: DatabaseHeader, bytes: number, beside: Pick<DatabaseFile, "walBytes" | "journal">): DatabaseHeader {
  const expected = (header.pages ?? 0) * header.pageSize;
  if (beside.walBytes > 0 || beside.journal || header.faults.length > 0 || bytes >= expected) return header;
  return { ...header, faults: [`its header counts ${header.pages} pages of ${header.pageSize} bytes, the file ends after ${bytes} bytes`] };
}

/** Bytes of a file, 0 where there is none. */
export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
