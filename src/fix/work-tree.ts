import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readFileState, replaceFile } from "../disk/file-state.ts";

/** How the file on disk stands to a content of the index. */
export type OnDisk =
  /** The same, but that each line may end in CRLF where the content has LF alone, as a checkout with `core.autocrlf` leaves it. */
  | { readonly kind: "same"; readonly crlf: boolean }
  | { readonly kind: "missing" }
  /** Something else, which is the user's and stays as it is. */
  | { readonly kind: "other"; readonly why: string };

/** Compares bytes and runs no filter: they are programs of the repository. What a filter has changed is something else. `content` `null`: there should be nothing. */
export function lookOnDisk(root: string, path: string, content: Buffer | null): OnDisk {
  const names = path.split("/");
  for (let depth = 1; depth < names.length; depth++) {
    const stat = lstatSync(join(root, ...names.slice(0, depth)), { throwIfNoEntry: false });
    if (stat === undefined) return { kind: "missing" };
    if (!stat.isDirectory()) return { kind: "other", why: "a folder on the way to it is a link" };
  }
  const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined) return { kind: "missing" };
  if (!stat.isFile()) return { kind: "other", why: "it is no plain file" };
  if (content === null) return { kind: "other", why: "it is there already" };
  const bytes = readFileSync(join(root, path));
  if (bytes.equals(content)) return { kind: "same", crlf: false };
  return !content.includes(13) && bytes.equals(toCrlf(content)) ? { kind: "same", crlf: true } : { kind: "other", why: "it is not what is staged" };
}

/** Replaces a file that was found to be the same, or makes one; its permissions stay. Throws the system's error. */
export function writeOnDisk(root: string, path: string, content: Buffer, crlf: boolean): void {
  const file = join(root, path);
  const state = readFileState(file);
  const mode = state === null || state === "other" ? 0o666 : state.mode;
  replaceFile(file, { content: crlf ? toCrlf(content) : content, mode });
}

function toCrlf(content: Buffer): Buffer {
  return Buffer.from(content.toString("latin1").replaceAll("\n", "\r\n"), "latin1");
}
