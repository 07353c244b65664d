import { scanBytes } from "../automaton.ts";
import { type Gate, HEAD_BYTES, lengthOf, passesGate, readGate } from "../gates.ts";
import { RANDOM_RUN } from "../random-run.ts";
import type { TriggerTable } from "../triggers.ts";
import { SCAN_WASM } from "./scan-wasm.ts";

/** A trigger stands at `[start, end)` and has passed its gate. */
export type Triggered = (trigger: number, start: number, end: number) => void;

/** Finds the triggers of one table in bytes, in no particular order, each place once. */
export interface Scanner {
  scan(bytes: Uint8Array, length: number, found: Triggered): void;
}

/** What finding needs to know of triggers. */
type Findable = Pick<TriggerTable, "automaton" | "gates">;

/** The WebAssembly kernel where there is one to be had, else the same walk in JavaScript. `kernel`: in whose room the tables may lie already. */
export function createScanner(triggers: Findable, kernel = openKernel(sizeOf(triggers))): Scanner {
  return kernel ? createKernelScanner(triggers, kernel) : createPlainScanner(triggers);
}

/** The kernel's twin, and its oracle. */
export function createPlainScanner({ automaton, gates }: Findable): Scanner {
  const { firstMatch, outputStart, outputs } = automaton;
  const gateOf = createGateReader(gates);
  return {
    scan(bytes, length, found) {
      scanBytes(automaton, bytes, length, (end, state, before) => {
        const last = outputStart[state - firstMatch + 1] ?? 0;
        for (let i = outputStart[state - firstMatch] ?? 0; i < last; i++) {
          const trigger = outputs[i] ?? 0;
          const gate = gateOf(trigger);
          const start = end - gate.head;
          if (start < before && passesGate(gate, bytes, length, start + gate.length)) found(trigger, start, start + gate.length);
        }
      });
    },
  };
}

/** Made at first use: most are never met. */
function createGateReader(gates: Findable["gates"]): (trigger: number) => Gate {
  const known: Gate[] = [];
  return (trigger) => {
    known[trigger] ??= readGate(gates, trigger);
    return known[trigger];
  };
}

/** Bytes walked at once; with the output areas they stay in the second-level cache. */
const CHUNK = 1 << 17;
/** Bytes to either side of a chunk that gates may look at. Where that does not do, they are asked here, with the whole file at hand. */
const CONTEXT = 1 << 10;
const WALKS = 4;
const HIT_BYTES = 8;
/** Bytes for what passed, handed over whenever they are full. */
const PASSED_BYTES = 1 << 16;
const UNDECIDED = 0x8000_0000;

/** The exports of scan.as.ts; addresses and lengths. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  scan(source: number, length: number, classes: number, table: number, shift: number, firstMatch: number, overlap: number, ...areas: number[]): void;
  useGates(firstMatch: number, outputStart: number, outputs: number, records: number, sets: number, literals: number, kinds: number): void;
  useWindow(from: number, to: number, isFirst: boolean, isLast: boolean): void;
  gate(hit: number, last: number, source: number, least: number, seam: number, out: number, limit: number): number;
}

/** A kernel for one scanner. */
export interface Kernel {
  readonly exports: Exports;
  /** A part of its memory for tables: those that are read right into it need not be copied there, which takes as long again. */
  readonly room: Buffer;
  readonly windowAt: number;
  readonly areas: readonly number[];
  readonly countsAt: number;
  readonly kindsAt: number;
  readonly passedAt: number;
}

/** The numbers of a hit's triggers take two bytes each in the tables, and eight where they have passed. */
const PASSED_TO_TABLE = 4;

/** With room for tables of so many bytes; `null` where WebAssembly is switched off or has no memory. */
export function openKernel(tableBytes: number): Kernel | null {
  try {
    const module = new WebAssembly.Module(Buffer.from(SCAN_WASM, "base64"));
    // The shape of the module is ours: scan.as.ts.
    const exports = new WebAssembly.Instance(module).exports as unknown as Exports;
    // The tables of the compiler itself come first.
    let used = exports.memory.buffer.byteLength;
    const reserve = (bytes: number): number => {
      const at = used;
      used += (Math.ceil(bytes) + 15) & ~15;
      return at;
    };
    const windowAt = reserve(CHUNK + HEAD_BYTES + 2 * CONTEXT);
    // Where every byte ends a literal, a walk finds as many as its part has bytes, and those behind its seam.
    const areas = Array.from({ length: WALKS }, () => reserve(((CHUNK + HEAD_BYTES) / WALKS + HEAD_BYTES + WALKS) * HIT_BYTES));
    const countsAt = reserve(WALKS * 4);
    const kindsAt = reserve(RANDOM_RUN.length);
    const roomAt = reserve(tableBytes);
    const passedAt = reserve(PASSED_BYTES + PASSED_TO_TABLE * tableBytes);
    // Once and for all: growing makes every view of the memory useless.
    exports.memory.grow(Math.ceil((used - exports.memory.buffer.byteLength) / 65_536));
    RANDOM_RUN.copy(Buffer.from(exports.memory.buffer, kindsAt));
    return { exports, room: Buffer.from(exports.memory.buffer, roomAt, tableBytes), windowAt, areas, countsAt, kindsAt, passedAt };
  } catch {
    return null;
  }
}

function tablesOf({ automaton, gates }: Findable): readonly (Uint8Array | Uint16Array | Uint32Array)[] {
  return [automaton.classes, automaton.table, automaton.outputStart, automaton.outputs, gates.records, gates.sets, gates.literals];
}

function sizeOf(triggers: Findable): number {
  return tablesOf(triggers).reduce((sum, { byteLength }) => sum + byteLength + ALIGNED, 0);
}

const ALIGNED = 16;

/** Where the tables lie in the memory of a kernel: copied into its room, unless they were read into it. */
function placeTables(tables: ReturnType<typeof tablesOf>, room: Buffer): readonly number[] {
  let used = 0;
  return tables.map(({ buffer, byteOffset, byteLength }) => {
    if (buffer === room.buffer) return byteOffset;
    const at = used;
    used += (byteLength + ALIGNED - 1) & ~(ALIGNED - 1);
    room.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    return room.byteOffset + at;
  });
}

function createKernelScanner(triggers: Findable, { exports, room, windowAt, areas, countsAt, kindsAt, passedAt }: Kernel): Scanner {
  const { memory, scan, useGates, useWindow, gate } = exports;
  const { automaton, gates } = triggers;
  const { shift, firstMatch, longest, outputs } = automaton;
  const overlap = Math.max(0, longest - 1);
  const [classesAt = 0, tableAt = 0, startsAt = 0, outputsAt = 0, recordsAt = 0, setsAt = 0, literalsAt = 0] = placeTables(tablesOf(triggers), room);
  const space = new Uint8Array(memory.buffer);
  const words = new Uint32Array(memory.buffer);
  useGates(firstMatch, startsAt, outputsAt, recordsAt, setsAt, literalsAt, kindsAt);
  const gateOf = createGateReader(gates);

  return {
    scan(bytes, length, found) {
      for (let at = 0; at < length; at += CHUNK) {
        // Literals that end in this chunk may begin in the one before.
        const from = Math.max(0, at - overlap);
        const size = Math.min(length, at + CHUNK) - from;
        const windowFrom = Math.max(0, from - CONTEXT);
        const windowTo = Math.min(length, from + size + CONTEXT);
        space.set(bytes.subarray(windowFrom, windowTo), windowAt);
        const source = windowAt + from - windowFrom;
        scan(source, size, classesAt, tableAt, shift, firstMatch, overlap, ...areas, countsAt);
        useWindow(windowAt, windowAt + windowTo - windowFrom, windowFrom === 0, windowTo === length);
        const quarter = size >> 2;
        areas.forEach((area, walk) => {
          const seam = walk === WALKS - 1 ? size : (walk + 1) * quarter;
          const last = area + (words[(countsAt >> 2) + walk] ?? 0) * HIT_BYTES;
          for (let hit = area; hit < last; ) {
            hit = gate(hit, last, source, at - from, seam, passedAt, passedAt + PASSED_BYTES + outputs.length * HIT_BYTES);
            const first = (passedAt >> 2) + 2;
            const end = first + (words[passedAt >> 2] ?? 0) * 2;
            for (let i = first; i < end; i += 2) tell(words[i] ?? 0, from + (words[i + 1] ?? 0));
          }
        });
      }

      function tell(answer: number, start: number): void {
        const trigger = answer & ~UNDECIDED;
        const end = start + lengthOf(gates, trigger);
        if (answer < UNDECIDED || passesGate(gateOf(trigger), bytes, length, end)) found(trigger, start, end);
      }
    },
  };
}
