import { BYTES_WASM } from "./bytes-wasm.ts";

/** What every commit computes over bytes, without Node's zlib and crypto, which take milliseconds to load. */
export interface ByteKernel {
  /** The content of a zlib stream; `null` where it is none, is not whole, or holds more than `limit` bytes. Valid until the next call. */
  inflate(packed: Uint8Array, limit: number): Uint8Array | null;
  /** The first bytes of what is packed without a header, as gzip has it: as many as there is room for, zeros where there are fewer. Valid until the next call. */
  inflateHead(packed: Uint8Array, room: number): Uint8Array;
  /** Begin and end, in turn, of each run of at least so many signs of base 64, in either alphabet. Valid until the next call. */
  runs(bytes: Uint8Array, least: number): Uint32Array;
  /** Tells damage, and nothing that somebody means to hide. */
  adler32(bytes: Uint8Array): number;
  /** In hex. For a few files: where OpenSSL is loaded, it is several times as fast. */
  sha1(bytes: Uint8Array): string;
}

/** The exports of bytes.as.ts. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  start(): number;
  inflate(source: number, length: number, target: number, room: number): number;
  adler32(at: number, length: number): number;
  runs(at: number, length: number, least: number, out: number): number;
  sha1(at: number, length: number, out: number): void;
}

/** What is put behind a message at most. */
const SHA1_END = 72;
const SHA1_BYTES = 20;

/** Of a zlib stream. */
const HEADER = [0x78, 0x9c];
const NO_ROOM = -2;
const LEAST_ROOM = 1 << 16;

/** Compiled once for all; `null` where WebAssembly is switched off. */
const MODULE = compileOrNull();

function compileOrNull(): WebAssembly.Module | null {
  try {
    return new WebAssembly.Module(Buffer.from(BYTES_WASM, "base64"));
  } catch {
    return null;
  }
}

/** `null` where there is no WebAssembly, or no memory for it. */
export function createByteKernel(): ByteKernel | null {
  try {
    return MODULE && wrap(new WebAssembly.Instance(MODULE).exports as unknown as Exports);
  } catch {
    return null;
  }
}

/** For all who are done with an answer before they ask again. */
export const SHARED_KERNEL = createByteKernel();

function wrap(kernel: Exports): ByteKernel {
  const { memory } = kernel;
  const start = kernel.start();
  let space = new Uint8Array(memory.buffer);
  /** The memory, with so many bytes behind `start`. Growing it makes a view of it useless. */
  const reserve = (bytes: number): Uint8Array => {
    const missing = start + bytes - space.length;
    if (missing > 0) {
      memory.grow(Math.ceil(missing / 65_536));
      space = new Uint8Array(memory.buffer);
    }
    return space;
  };
  return {
    inflate(packed, limit) {
      for (let room = Math.min(limit, Math.max(LEAST_ROOM, 8 * packed.length)); ; room = Math.min(limit, 4 * room)) {
        const target = start + packed.length;
        reserve(packed.length + room).set(packed, start);
        const size = kernel.inflate(start, packed.length, target, room);
        if (size >= 0) return new Uint8Array(memory.buffer, target, size);
        if (size !== NO_ROOM || room === limit) return null;
      }
    },
    inflateHead(packed, room) {
      const target = start + HEADER.length + packed.length;
      const memoryNow = reserve(HEADER.length + packed.length + room);
      memoryNow.set(HEADER, start);
      memoryNow.set(packed, start + HEADER.length);
      memoryNow.fill(0, target, target + room);
      // Too little room and too few bytes are what it ends with; what was unpacked until then stands there.
      kernel.inflate(start, HEADER.length + packed.length, target, room);
      return new Uint8Array(memory.buffer, target, room);
    },
    runs(bytes, least) {
      const out = (start + bytes.length + 3) & ~3;
      reserve(bytes.length + 3 + 16 + 8 * Math.ceil(bytes.length / least)).set(bytes, start);
      return new Uint32Array(memory.buffer, out, 2 * kernel.runs(start, bytes.length, least, out));
    },
    adler32(bytes) {
      reserve(bytes.length).set(bytes, start);
      return kernel.adler32(start, bytes.length) >>> 0;
    },
    sha1(bytes) {
      const out = start + bytes.length + SHA1_END;
      reserve(bytes.length + SHA1_END + SHA1_BYTES).set(bytes, start);
      kernel.sha1(start, bytes.length, out);
      return Buffer.from(memory.buffer, out, SHA1_BYTES).toString("hex");
    },
  };
}
