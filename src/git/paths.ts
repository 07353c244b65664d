import { isUtf8 } from "node:buffer";

/** A path as git has it (bytes), ready for people and reports. */
export interface RepoPath {
  readonly path: string;
  readonly pathEncoding?: "percent";
}

/** UTF-8 stays as it is; other bytes come percent-encoded, `%` included, so that `fromRepoPath` gives the same bytes back. */
export function toRepoPath(bytes: Buffer): RepoPath {
  if (isUtf8(bytes)) return { path: bytes.toString("utf8") };
  const path = Array.from(bytes, (byte) =>
    byte > 0x7e || byte < 0x21 || byte === 0x25 ? `%${byte.toString(16).toUpperCase().padStart(2, "0")}` : String.fromCharCode(byte),
  ).join("");
  return { path, pathEncoding: "percent" };
}

/** The bytes again. */
export function fromRepoPath({ path, pathEncoding }: RepoPath): Buffer {
  if (pathEncoding !== "percent") return Buffer.from(path);
  return Buffer.from(
    path.replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
}
