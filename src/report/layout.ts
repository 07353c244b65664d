/**
 * A paragraph of a report, broken between words where `width` (columns) is given; `indent` stands before each line but, unless told, before the first too.
 * Words are never cut: a path or a command stays whole, so that it can be clicked and copied.
 */
export function layOut(text: string, width: number | undefined, indent = "", firstIndent = indent): string[] {
  if (width === undefined) return [firstIndent + text];
  const lines: string[] = [];
  let line = firstIndent;
  let isEmpty = true;
  for (const word of text.split(" ")) {
    if (!isEmpty && line.length + 1 + word.length > Math.max(width, 40)) {
      lines.push(line);
      line = indent + word;
    } else {
      line += isEmpty ? word : ` ${word}`;
    }
    isEmpty = false;
  }
  return [...lines, line];
}

/** `1 finding`, `2 findings`. */
export function formatCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Bytes as people read them: `812 B`, `182 KB`, `1.4 MB`; 1 KB is 1024 bytes. */
export function formatBytes(bytes: number): string {
  const units = ["B", "KB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1023.5 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  const digits = unit >= 2 && value < 9.95 ? 1 : 0;
  return `${value.toFixed(digits)} ${units[unit]}`;
}
