import type { Automaton } from "./automaton.ts";
import type { ReadyRule } from "./ruleset.ts";

/** The built-in rules as the build leaves them beside the code: read in a millisecond where compiling them takes thirty. */
export interface RulesetFile {
  readonly rules: readonly ReadyRule[];
  readonly automaton: Automaton;
  /** Another for other rules: what was compiled for these can be told by it. */
  readonly mark: string;
}

const MAGIC = "guard.ruleset/1";

interface Header {
  readonly magic: string;
  readonly rules: readonly ReadyRule[];
  readonly shift: number;
  readonly firstMatch: number;
  readonly longest: number;
  /** Elements of the table, of `outputStart` and of `outputs`. */
  readonly counts: readonly [number, number, number];
}

/**
 *     checksum of all that follows as u32 LE | length of the header as u32 LE | header (JSON) | zeros up to a multiple of 4
 *     | outputStart u32[] | table u16[] | outputs u16[] | classes u8[256]
 *
 * All little endian, as every machine that Node runs on.
 */
export function encodeRuleset({ rules, automaton }: Omit<RulesetFile, "mark">): Buffer {
  const { shift, firstMatch, longest, outputStart, table, outputs, classes } = automaton;
  const header: Header = { magic: MAGIC, rules, shift, firstMatch, longest, counts: [table.length, outputStart.length, outputs.length] };
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const body = [outputStart, table, outputs, classes].map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength));
  const content = Buffer.concat([length, text, Buffer.alloc(-(4 + text.length) & 3), ...body]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(checksum(content));
  return Buffer.concat([sum, content]);
}

/** `null` where it is no whole file of this version: a byte that is another could make the automaton blind. */
export function decodeRuleset(file: Buffer): RulesetFile | null {
  if (file.length < 8) return null;
  const mark = file.readUInt32LE();
  const content = file.subarray(4);
  if (checksum(content) !== mark) return null;
  const headerEnd = 4 + content.readUInt32LE();
  const header = parseHeader(content.subarray(4, headerEnd));
  if (!header) return null;
  // A copy, because the views below must begin at multiples of their size.
  const body = new Uint8Array(content.subarray((headerEnd + 3) & ~3));
  const [tableLength, startLength, outputLength] = header.counts;
  const tableAt = startLength * 4;
  const outputsAt = tableAt + tableLength * 2;
  const automaton: Automaton = {
    shift: header.shift,
    firstMatch: header.firstMatch,
    longest: header.longest,
    outputStart: new Uint32Array(body.buffer, 0, startLength),
    table: new Uint16Array(body.buffer, tableAt, tableLength),
    outputs: new Uint16Array(body.buffer, outputsAt, outputLength),
    classes: body.subarray(outputsAt + outputLength * 2),
  };
  return { rules: header.rules, automaton, mark: mark.toString(16) };
}

function parseHeader(text: Buffer): Header | null {
  try {
    // Written by `encodeRuleset`, as the digest shows.
    const header = JSON.parse(text.toString("utf8")) as Header;
    return header.magic === MAGIC ? header : null;
  } catch {
    return null;
  }
}

/** FNV-1a over words of four bytes: every step is one-to-one, so that no single changed word goes unseen. Against accidents, not against people. */
function checksum(bytes: Uint8Array): number {
  const words = new Uint32Array(Math.ceil(bytes.length / 4));
  new Uint8Array(words.buffer).set(bytes);
  let sum = 0x811c9dc5 ^ bytes.length;
  for (let i = 0; i < words.length; i++) sum = Math.imul(sum ^ (words[i] as number), 0x01000193);
  return sum >>> 0;
}
