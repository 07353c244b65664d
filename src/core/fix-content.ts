import { isUtf8 } from "node:buffer";
import type { FileChange } from "./model.ts";
import { sniffEncoding } from "./text.ts";

export type ContentChange = Extract<FileChange, { kind: "replace" | "append" }>;

/** Why these changes cannot be made to this content together; `null`: they can. */
export function refuseChanges(content: Buffer, changes: readonly ContentChange[]): string | null {
  const { encoding, bomBytes } = sniffEncoding(content);
  if (encoding !== "utf-8") return `it is written in ${encoding.toUpperCase()}`;
  // Nor would places be where they seem: what is UTF-16 in the middle of a file is read as UTF-8.
  if (content.includes(0)) return "it is no text";
  if (!isUtf8(content) && changes.some((change) => /[^\x00-\x7f]/.test(toInserted(change)))) return "it is not written in UTF-8";
  const replaced = toReplaced(changes);
  if (replaced.some(({ start, end }) => start < 0 || start > end || bomBytes + end > content.length)) return "the place to change lies outside of it";
  return replaced.some(({ start }, i) => start < (replaced[i - 1]?.end ?? 0)) ? "another change is made at the same place" : null;
}

/** The content with the changes made that `refuseChanges` has nothing against: bytes replaced, then lines put behind the last one, with the line ends that the file has. */
export function changeContent(content: Buffer, changes: readonly ContentChange[]): Buffer {
  const { bomBytes } = sniffEncoding(content);
  const parts: Buffer[] = [];
  let at = 0;
  for (const { start, end, text } of toReplaced(changes)) {
    parts.push(content.subarray(at, bomBytes + start), Buffer.from(text));
    at = bomBytes + end;
  }
  const replaced = Buffer.concat([...parts, content.subarray(at)]);
  const appended = changes.filter((change) => change.kind === "append");
  return appended.reduce<Buffer>((text, { lines }) => appendLines(text, lines), replaced);
}

/** In order; the same replacement asked for twice is one. */
function toReplaced(changes: readonly ContentChange[]): Extract<FileChange, { kind: "replace" }>[] {
  const sorted = changes.filter((change) => change.kind === "replace").sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.filter(({ start, end, text }, i) => {
    const before = sorted[i - 1];
    return before === undefined || before.start !== start || before.end !== end || before.text !== text;
  });
}

function toInserted(change: ContentChange): string {
  return change.kind === "append" ? change.lines.join("") : change.text;
}

/** From the first missing line on, so that their order holds: in a `.gitignore` the later one wins. */
function appendLines(content: Buffer, lines: readonly string[]): Buffer {
  const text = content.toString("latin1");
  const known = new Set(text.split(/\r?\n/));
  const first = lines.findIndex((line) => !known.has(toLatin1(line)));
  if (first < 0) return content;
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const gap = text === "" || text.endsWith("\n") ? "" : eol;
  return Buffer.concat([
    content,
    Buffer.from(
      gap +
        lines
          .slice(first)
          .map((line) => line + eol)
          .join(""),
    ),
  ]);
}

/** As it reads where bytes are characters. */
function toLatin1(line: string): string {
  return Buffer.from(line).toString("latin1");
}
