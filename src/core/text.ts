/** Bytes to UTF-8 bytes, whatever encoding a file is in, and from byte offsets to lines and columns. */

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "utf-32le" | "utf-32be";

const SNIFFED_BYTES = 2048;

/** So many signs of ASCII at the beginning are text as they stand there, whatever follows. */
const TELLING_BYTES = 16;

/** By byte order mark, else by the reading under which the first 2048 bytes are text. Only bytes with NULs among them are anything but UTF-8. */
export function sniffEncoding(bytes: Uint8Array): { encoding: Encoding; bomBytes: number } {
  const [a, b, c, d] = bytes;
  const head = bytes.subarray(0, SNIFFED_BYTES);
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", bomBytes: 3 };
  // FF FE 00 00 may also be UTF-16 that begins with a NUL, which is rare, but would hide the whole file.
  if (a === 0xff && b === 0xfe && c === 0 && d === 0 && countUnits(head, "utf-32le").strange < 0.1) return { encoding: "utf-32le", bomBytes: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff && countUnits(head, "utf-32be").strange < 0.1) return { encoding: "utf-32be", bomBytes: 4 };
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", bomBytes: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", bomBytes: 2 };
  return { encoding: (hasManyNuls(head) && !beginsAsAscii(head) && WIDE.find((encoding) => isText(head, encoding))) || "utf-8", bomBytes: 0 };
}

/** Whether the bytes are to be read as they are, as nearly all files: no byte order mark begins them, and without a NUL nothing is wide. */
export function isPlain(bytes: Uint8Array): boolean {
  return (bytes[0] ?? 0) < 0xef && !bytes.includes(0);
}

function beginsAsAscii(bytes: Uint8Array): boolean {
  return bytes.length >= TELLING_BYTES && bytes.subarray(0, TELLING_BYTES).every((byte) => (byte >= 0x20 && byte < 0x7f) || (byte >= 9 && byte <= 13));
}

/** Whether UTF-16 may stand in it further behind: a text, not a program with NULs from its beginning on. */
function mayTurnWide(head: Uint8Array): boolean {
  return !head.subarray(0, SNIFFED_BYTES).includes(0) || beginsAsAscii(head);
}

/** One unit in ten is ASCII, so at least one byte in twenty is NUL. Leaves images and archives out, which are many. */
function hasManyNuls(bytes: Uint8Array): boolean {
  let nuls = 0;
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) nuls++;
  return nuls > bytes.length / 20;
}

const WIDE = ["utf-16le", "utf-16be", "utf-32le", "utf-32be"] as const satisfies readonly Encoding[];

/** Where the bytes of a unit stand, from the highest to the lowest. */
const UNITS = {
  "utf-16le": [1, 0],
  "utf-16be": [0, 1],
  "utf-32le": [3, 2, 1, 0],
  "utf-32be": [0, 1, 2, 3],
} as const satisfies Record<(typeof WIDE)[number], readonly number[]>;

/** Text of any script has blanks, digits, line ends and punctuation, and next to no control characters. */
function isText(bytes: Uint8Array, encoding: (typeof WIDE)[number]): boolean {
  const { ascii, strange } = countUnits(bytes, encoding);
  return ascii > 0.1 && strange < 0.01;
}

/** Shares of what is printable ASCII, and of what no text holds. */
function countUnits(bytes: Uint8Array, encoding: (typeof WIDE)[number]): { ascii: number; strange: number } {
  const places = UNITS[encoding];
  const units = Math.floor(bytes.length / places.length);
  let ascii = 0;
  let strange = 0;
  for (let at = 0; at < units * places.length; at += places.length) {
    let unit = 0;
    for (let i = 0; i < places.length; i++) unit = unit * 256 + (bytes[at + (places[i] as number)] as number);
    if ((unit >= 0x20 && unit < 0x7f) || (unit >= 9 && unit <= 13)) ascii++;
    else if (unit < 0x20 || unit === 0x7f || unit > 0x10ffff) strange++;
  }
  return { ascii: ascii / units, strange: strange / units };
}

/** Turns pieces of a file into UTF-8, its byte order mark left out. UTF-8 and unknown bytes pass through as they are. */
export interface Transcoder {
  push(piece: Uint8Array): Uint8Array;
  end(): Uint8Array;
}

/** `head`: the first bytes of the file, at least 2048 where it has them; they must be pushed as well. */
export function createTranscoder(head: Uint8Array): Transcoder {
  const { encoding, bomBytes } = sniffEncoding(head);
  let skip = bomBytes;
  const withoutBom = (piece: Uint8Array): Uint8Array => {
    const rest = piece.subarray(Math.min(skip, piece.length));
    skip -= piece.length - rest.length;
    return rest;
  };
  if (encoding === "utf-8") {
    if (!mayTurnWide(head.subarray(bomBytes))) return { push: withoutBom, end: () => new Uint8Array(0) };
    const narrow = narrower();
    return { push: (piece) => narrow(withoutBom(piece), false), end: () => narrow(new Uint8Array(0), true) };
  }
  const decode = encoding.startsWith("utf-16") ? utf16Decoder(encoding) : utf32Decoder(encoding === "utf-32le");
  return { push: (piece) => Buffer.from(decode(withoutBom(piece), false)), end: () => Buffer.from(decode(new Uint8Array(0), true)) };
}

/**
 * Takes the NULs out of UTF-16 that begins in the middle of a text, as where PowerShell 5 appends a line to a file of another encoding:
 *
 *     A = 1 LF T NUL o NUL k NUL e NUL n NUL    ->    A = 1 LF T o k e n
 *
 * Each second byte is one there. One alone, as between the variables of a process, and several in a row, as in archives, stay.
 */
function narrower(): (piece: Uint8Array, last: boolean) => Uint8Array {
  /** The last two bytes that were let through, and those from a NUL on of which only what follows can tell. */
  let [before, waiting] = [Buffer.alloc(0), Buffer.alloc(0)];
  return (piece, last) => {
    if (waiting.length === 0 && piece.indexOf(0) < 0) {
      before = Buffer.concat([before, piece.subarray(-2)]).subarray(-2);
      return piece;
    }
    const bytes = Buffer.concat([before, waiting, piece]);
    const undecided = bytes.indexOf(0, Math.max(before.length, bytes.length - 2));
    const end = last || undecided < 0 ? bytes.length : undecided;
    const kept = Buffer.allocUnsafe(end - before.length);
    let length = 0;
    for (let at = before.length; at < end; at++) if (!isPadding(bytes, at)) kept[length++] = bytes[at] ?? 0;
    before = bytes.subarray(Math.max(0, end - 2), end);
    waiting = bytes.subarray(end);
    return kept.subarray(0, length);
  };
}

function isPadding(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0 && bytes[at - 1] !== 0 && bytes[at + 1] !== 0 && (bytes[at - 2] === 0 || bytes[at + 2] === 0);
}

function utf16Decoder(encoding: Encoding): (piece: Uint8Array, last: boolean) => string {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (piece, last) => decoder.decode(piece, { stream: !last });
}

function utf32Decoder(littleEndian: boolean): (piece: Uint8Array, last: boolean) => string {
  let carry = Buffer.alloc(0);
  return (piece, last) => {
    const bytes = Buffer.concat([carry, piece]);
    const whole = bytes.length & ~3;
    carry = bytes.subarray(whole);
    let text = "";
    for (let i = 0; i < whole; i += 4) {
      const point = littleEndian ? bytes.readUInt32LE(i) : bytes.readUInt32BE(i);
      text += point > 0x10ffff ? "\ufffd" : String.fromCodePoint(point);
    }
    return last && carry.length > 0 ? `${text}\ufffd` : text;
  };
}

/** A place in a file: lines from 0, columns from 0 in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Finds places, fastest for rising offsets. `from` is the place of the first byte. */
export function createPlaceFinder(bytes: Uint8Array, length: number, from: Place): (offset: number) => Place {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, length);
  const nextLineFeed = (after: number): number => {
    const at = buffer.indexOf(10, after);
    return at < 0 ? length : at;
  };
  let { line, column } = from;
  let known = 0;
  let lineFeed = nextLineFeed(0);
  return (offset) => {
    if (offset < known) {
      ({ line, column } = from);
      known = 0;
      lineFeed = nextLineFeed(0);
    }
    while (lineFeed < offset) {
      line++;
      column = 0;
      known = lineFeed + 1;
      lineFeed = nextLineFeed(known);
    }
    column += buffer.toString("utf8", known, offset).length;
    known = offset;
    return { line, column };
  };
}

/** Where a text that begins at a place ends. */
export function placeBehind({ line, column }: Place, text: string): Place {
  let [lines, lineStart] = [0, 0];
  for (let lineFeed = text.indexOf("\n"); lineFeed >= 0; lineFeed = text.indexOf("\n", lineStart)) {
    lines++;
    lineStart = lineFeed + 1;
  }
  return lines === 0 ? { line, column: column + text.length } : { line: line + lines, column: text.length - lineStart };
}

/** What `read` makes of the whole line of an offset, LF left out. The last one is remembered: of a line of megabytes thousands of offsets may be asked. */
export function createLineReader<T>(text: string, read: (line: Line) => T, lineAt = wholeLine): (offset: number) => T {
  let last: { readonly line: Line; readonly read: T } | null = null;
  return (offset) => {
    if (last === null || offset < last.line.start || offset > last.line.end) {
      const line = lineAt(text, offset);
      last = { line, read: read(line) };
    }
    return last.read;
  };
}

/** The line of an offset, however long it is. */
export function wholeLine(text: string, offset: number): Line {
  const lineFeed = text.indexOf("\n", offset);
  return { start: offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1, end: lineFeed < 0 ? text.length : lineFeed };
}

/** `[start, end)` of a line. */
export interface Line {
  readonly start: number;
  readonly end: number;
}

/** How far a line is followed to either side of an offset, bytes: minified files have lines of megabytes. */
const LINE_REACH = 4096;

/** `[start, end)` of the line without LF or CRLF, cut at 4096 bytes to either side. */
export function lineBounds(bytes: Uint8Array, offset: number): Line {
  const left = Math.max(0, offset - LINE_REACH);
  const before = bytes.subarray(left, offset).lastIndexOf(10);
  const behind = bytes.subarray(offset, offset + LINE_REACH).indexOf(10);
  const start = before < 0 ? left : left + before + 1;
  const end = behind < 0 ? Math.min(bytes.length, offset + LINE_REACH) : offset + behind;
  return { start, end: end > start && bytes[end - 1] === 13 ? end - 1 : end };
}

/** Line ends do not count: git may have changed them on the way to the disk. */
export function isSameText(a: string | null, b: string | null): boolean {
  return a?.replaceAll("\r\n", "\n") === b?.replaceAll("\r\n", "\n");
}
