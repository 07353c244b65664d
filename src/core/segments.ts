import { createPlaceFinder, createTranscoder, isPlain, type Place, sniffEncoding, type Transcoder } from "./text.ts";

/** A file, or a piece of a very large one, as UTF-8. Offsets are bytes into `bytes`. */
export interface Segment {
  readonly bytes: Uint8Array;
  readonly length: number;
  /** Matches that start in `[from, to)` are this segment's; what lies outside is context that a neighbour owns. */
  readonly from: number;
  readonly to: number;
  /** Where in the whole file the first byte stands. */
  readonly offset: number;
  readonly place: Place;
  /** The file began with a byte order mark, which is none of the bytes. */
  readonly hasBom: boolean;
}

export function textOf({ bytes, length }: Segment): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, length).toString("utf8");
}

/** What every file up to this size comes in. */
export const SEGMENT_BYTES = 8 * 1024 * 1024;
/** Context to either side; longer than anything a rule may match. */
export const CONTEXT_BYTES = 64 * 1024;

/** Cuts a stream of bytes into segments, handed to `onSegment` one after the other; a file that fits comes whole. */
export interface Segmenter {
  push(piece: Uint8Array): Promise<void>;
  end(): Promise<void>;
}

/** `segmentBytes`: more than three times the context. The bytes of a segment are overwritten once `onSegment` is done with it. */
export function createSegmenter(onSegment: (segment: Segment) => Promise<void> | void, segmentBytes = SEGMENT_BYTES): Segmenter {
  const headBytes = segmentBytes / 4;
  const head: Uint8Array[] = [];
  let headLength = 0;
  let transcoder: Transcoder | null = null;
  const buffer = Buffer.allocUnsafe(segmentBytes);
  let length = 0;
  let from = 0;
  let offset = 0;
  let place: Place = { line: 0, column: 0 };
  let hasBom = false;

  async function emit(last: boolean): Promise<void> {
    const to = last ? length : length - CONTEXT_BYTES;
    await onSegment({ bytes: buffer.subarray(0, length), length, from, to, offset, place, hasBom });
    const drop = startOfCharacter(buffer, Math.max(0, to - CONTEXT_BYTES));
    place = createPlaceFinder(buffer, length, place)(drop);
    offset += drop;
    from = to - drop;
    buffer.copyWithin(0, drop, length);
    length -= drop;
  }

  async function take(text: Uint8Array): Promise<void> {
    for (let at = 0; at < text.length; ) {
      const part = text.subarray(at, at + segmentBytes - length);
      buffer.set(part, length);
      length += part.length;
      at += part.length;
      if (length === segmentBytes) await emit(false);
    }
  }

  async function openTranscoder(): Promise<void> {
    const first = Buffer.concat(head);
    transcoder = createTranscoder(first);
    hasBom = sniffEncoding(first).bomBytes > 0;
    await take(transcoder.push(first));
  }

  return {
    async push(piece) {
      if (transcoder) return take(transcoder.push(piece));
      head.push(Buffer.from(piece));
      headLength += piece.length;
      return headLength < headBytes ? undefined : openTranscoder();
    },
    async end() {
      if (!transcoder) await openTranscoder();
      if (transcoder) await take(transcoder.end());
      await emit(true);
    },
  };
}

/** `offset`, or up to three bytes before it: cut inside a character, both of its halves would count as characters of a line. */
function startOfCharacter(bytes: Uint8Array, offset: number): number {
  for (let at = offset; at > Math.max(0, offset - 4); at--) if (((bytes[at] ?? 0) & 0xc0) !== 0x80) return at;
  return offset;
}

/** A whole file in hand, no larger than a segment. */
export function toSegment(file: Uint8Array): Segment {
  if (isPlain(file)) return { bytes: file, length: file.length, from: 0, to: file.length, offset: 0, place: { line: 0, column: 0 }, hasBom: false };
  const transcoder = createTranscoder(file);
  const text = transcoder.push(file);
  const rest = transcoder.end();
  const bytes = rest.length > 0 ? Buffer.concat([text, rest]) : text;
  return { bytes, length: bytes.length, from: 0, to: bytes.length, offset: 0, place: { line: 0, column: 0 }, hasBom: sniffEncoding(file).bomBytes > 0 };
}
