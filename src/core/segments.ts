import { createPlaceFinder, createTranscoder, type Place, type Transcoder } from "./text.ts";

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

export function createSegmenter(onSegment: (segment: Segment) => Promise<void> | void, segmentBytes = SEGMENT_BYTES): Segmenter {
  let head: Uint8Array[] | null = [];
  let transcoder: Transcoder | null = null;
  let pending = Buffer.alloc(0);
  let from = 0;
  let offset = 0;
  let place: Place = { line: 0, column: 0 };

  async function emit(last: boolean): Promise<void> {
    const to = last ? pending.length : pending.length - CONTEXT_BYTES;
    await onSegment({ bytes: pending, length: pending.length, from, to, offset, place });
    const drop = Math.max(0, to - CONTEXT_BYTES);
    place = createPlaceFinder(pending, pending.length, place)(drop);
    offset += drop;
    from = to - drop;
    pending = Buffer.from(pending.subarray(drop));
  }

  async function take(text: Uint8Array): Promise<void> {
    for (let at = 0; at < text.length; ) {
      const room = segmentBytes - pending.length;
      pending = Buffer.concat([pending, text.subarray(at, at + room)]);
      at += room;
      if (pending.length >= segmentBytes) await emit(false);
    }
  }

  async function flushHead(): Promise<void> {
    if (!head) return;
    const first = Buffer.concat(head);
    head = null;
    transcoder = createTranscoder(first);
    await take(transcoder.push(first));
  }

  return {
    async push(piece) {
      if (head) {
        head.push(Buffer.from(piece));
        if (head.reduce((sum, part) => sum + part.length, 0) >= segmentBytes / 4) await flushHead();
      } else if (transcoder) await take(transcoder.push(piece));
    },
    async end() {
      await flushHead();
      if (transcoder) await take(transcoder.end());
      await emit(true);
    },
  };
}

/** A whole file in hand, no larger than a segment. */
export function toSegment(file: Uint8Array): Segment {
  const transcoder = createTranscoder(file);
  const text = transcoder.push(file);
  const rest = transcoder.end();
  const bytes = rest.length > 0 ? Buffer.concat([text, rest]) : text;
  return { bytes, length: bytes.length, from: 0, to: bytes.length, offset: 0, place: { line: 0, column: 0 } };
}
