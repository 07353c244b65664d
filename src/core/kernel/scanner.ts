import { type Automaton, type Found, scanBytes } from "../automaton.ts";
import { SCAN_WASM } from "./scan-wasm.ts";

/** Walks bytes through one automaton. */
export interface Scanner {
  scan(bytes: Uint8Array, length: number, found: Found): void;
}

/** The WebAssembly kernel where there is one to be had, else the same walk in JavaScript. */
export function createScanner(automaton: Automaton): Scanner {
  try {
    return createKernelScanner(automaton);
  } catch {
    return { scan: (bytes, length, found) => scanBytes(automaton, bytes, length, found) };
  }
}

/** Bytes handed to the kernel at once; with its output areas it stays in the second-level cache. */
const CHUNK = 1 << 17;
const WALKS = 4;
const HIT_BYTES = 8;

interface Kernel {
  readonly memory: WebAssembly.Memory;
  scan(source: number, length: number, classes: number, table: number, shift: number, firstMatch: number, overlap: number, ...areas: number[]): void;
}

/** Throws where WebAssembly is switched off or has no memory. */
export function createKernelScanner({ classes, table, shift, firstMatch, longest }: Automaton): Scanner {
  const module = new WebAssembly.Module(Buffer.from(SCAN_WASM, "base64"));
  // The shape of the module is ours: scan.as.ts.
  const { memory, scan } = new WebAssembly.Instance(module).exports as unknown as Kernel;
  const overlap = Math.max(0, longest - 1);
  const tableAt = classes.length;
  const sourceAt = align(tableAt + table.byteLength);
  // Where every byte ends a literal, a walk finds as many as its part has bytes, and those behind its seam.
  const areaBytes = align(((CHUNK + longest) / WALKS + longest + WALKS) * HIT_BYTES);
  const areasAt = align(sourceAt + CHUNK + longest);
  const areas = Array.from({ length: WALKS }, (_, walk) => areasAt + walk * areaBytes);
  const countsAt = areasAt + WALKS * areaBytes;
  memory.grow(Math.max(0, Math.ceil((countsAt + WALKS * 4 - memory.buffer.byteLength) / 65_536)));
  const space = new Uint8Array(memory.buffer);
  const words = new Uint32Array(memory.buffer);
  space.set(classes, 0);
  space.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), tableAt);

  return {
    scan(bytes, length, found) {
      for (let at = 0; at < length; at += CHUNK) {
        // Literals that end in this chunk may begin in the one before.
        const from = Math.max(0, at - overlap);
        const size = Math.min(length, at + CHUNK) - from;
        space.set(bytes.subarray(from, from + size), sourceAt);
        scan(sourceAt, size, 0, tableAt, shift, firstMatch, overlap, ...areas, countsAt);
        const quarter = size >> 2;
        for (let walk = 0; walk < WALKS; walk++) {
          const seam = walk === WALKS - 1 ? size : (walk + 1) * quarter;
          const first = (areas[walk] as number) >> 2;
          const last = first + (words[(countsAt >> 2) + walk] as number) * 2;
          for (let i = first; i < last; i += 2) {
            const end = from + (words[i] as number);
            if (end > at) found(end, words[i + 1] as number, from + seam);
          }
        }
      }
    },
  };
}

/** Up to the next multiple of 16. */
function align(bytes: number): number {
  return (bytes + 15) & ~15;
}
