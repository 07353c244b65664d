/** Bytes to UTF-8 bytes, whatever encoding a file is in, and from byte offsets to lines and columns. */

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "utf-32le" | "utf-32be";

const SNIFFED_BYTES = 8000;

/** By byte order mark, else by where the NUL bytes stand in the first 8000: real text in UTF-16 has them nearly all on one side. */
export function sniffEncoding(bytes: Uint8Array): { encoding: Encoding; bomBytes: number } {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", bomBytes: 3 };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0 && bytes.length % 4 === 0) return { encoding: "utf-32le", bomBytes: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: "utf-32be", bomBytes: 4 };
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", bomBytes: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", bomBytes: 2 };
  return { encoding: sniffByNuls(bytes.subarray(0, SNIFFED_BYTES)), bomBytes: 0 };
}

function sniffByNuls(head: Uint8Array): Encoding {
  if (head.indexOf(0) < 0) return "utf-8";
  const nuls = [0, 0, 0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) nuls[i & 3] = (nuls[i & 3] ?? 0) + 1;
  const quarter = head.length / 4;
  const [n0 = 0, n1 = 0, n2 = 0, n3 = 0] = nuls.map((count) => count / quarter);
  if (n1 > 0.7 && n2 > 0.9 && n3 > 0.9 && n0 < 0.1) return "utf-32le";
  if (n0 > 0.9 && n1 > 0.9 && n2 > 0.7 && n3 < 0.1) return "utf-32be";
  if (n1 + n3 > 1.2 && n0 + n2 < 0.1) return "utf-16le";
  if (n0 + n2 > 1.2 && n1 + n3 < 0.1) return "utf-16be";
  return "utf-8";
}

/** Turns pieces of a file into UTF-8, its byte order mark left out. UTF-8 and unknown bytes pass through as they are. */
export interface Transcoder {
  push(piece: Uint8Array): Uint8Array;
  end(): Uint8Array;
}

/** `head`: the first bytes of the file, at least 8000 where it has them; they must be pushed as well. */
export function createTranscoder(head: Uint8Array): Transcoder {
  const { encoding, bomBytes } = sniffEncoding(head);
  let skip = bomBytes;
  const withoutBom = (piece: Uint8Array): Uint8Array => {
    const rest = piece.subarray(Math.min(skip, piece.length));
    skip -= piece.length - rest.length;
    return rest;
  };
  if (encoding === "utf-8") return { push: withoutBom, end: () => new Uint8Array(0) };
  const decode = encoding.startsWith("utf-16") ? utf16Decoder(encoding) : utf32Decoder(encoding === "utf-32le");
  return { push: (piece) => Buffer.from(decode(withoutBom(piece), false)), end: () => Buffer.from(decode(new Uint8Array(0), true)) };
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
  let { line, column } = from;
  let known = 0;
  return (offset) => {
    if (offset < known) {
      ({ line, column } = from);
      known = 0;
    }
    for (let next = buffer.indexOf(10, known); next >= 0 && next < offset; next = buffer.indexOf(10, known)) {
      line++;
      column = 0;
      known = next + 1;
    }
    column += buffer.toString("utf8", known, offset).length;
    known = offset;
    return { line, column };
  };
}

/** How far a line is followed to either side of an offset, bytes: minified files have lines of megabytes. */
const LINE_REACH = 4096;

/** `[start, end)` of the line without LF or CRLF, cut at 4096 bytes to either side. */
export function lineBounds(buffer: Buffer, offset: number): { start: number; end: number } {
  const left = Math.max(0, offset - LINE_REACH);
  const right = Math.min(buffer.length, offset + LINE_REACH);
  const before = buffer.subarray(left, offset).lastIndexOf(10);
  const after = buffer.subarray(offset, right).indexOf(10);
  const start = before < 0 ? left : left + before + 1;
  const end = after < 0 ? right : offset + after;
  return { start, end: end > start && buffer[end - 1] === 13 ? end - 1 : end };
}
