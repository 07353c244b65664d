import type { Automaton } from "./automaton.ts";
import type { ReadyRule } from "./ruleset.ts";
import { sha256 } from "./sha256.ts";

/** The built-in rules as the build leaves them beside the code: read in a millisecond where compiling them takes thirty. */
export interface RulesetFile {
  readonly rules: readonly ReadyRule[];
  readonly automaton: Automaton;
  /** Another for other rules and other code: what was compiled for, or judged by, these can be told by it. */
  readonly mark: string;
}

const MAGIC = "guard.ruleset/1";

interface Header {
  readonly magic: string;
  readonly mark: string;
  readonly rules: readonly ReadyRule[];
  readonly shift: number;
  readonly firstMatch: number;
  readonly longest: number;
  /** Elements of the table, of `outputStart` and of `outputs`. */
  readonly counts: readonly [number, number, number];
}

/**
 *     length of the header as u32 LE | header (JSON) | zeros up to a multiple of 4
 *     | outputStart u32[] | table u16[] | outputs u16[] | classes u8[256]
 *
 * All little endian, as every machine that Node runs on. `code`: the text of everything that judges.
 */
export function encodeRuleset({ rules, automaton }: Omit<RulesetFile, "mark">, code = ""): Buffer {
  const { shift, firstMatch, longest, outputStart, table, outputs, classes } = automaton;
  const body = Buffer.concat([outputStart, table, outputs, classes].map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
  const counts = [table.length, outputStart.length, outputs.length] as const;
  const mark = sha256(code + JSON.stringify(rules) + body.toString("latin1")).slice(0, 16);
  const header: Header = { magic: MAGIC, mark, rules, shift, firstMatch, longest, counts };
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([length, text, Buffer.alloc(-(4 + text.length) & 3), body]);
}

/** `null` where it is no whole file of this version. Its bytes are trusted as those of the code beside it are. */
export function decodeRuleset(file: Buffer): RulesetFile | null {
  if (file.length < 4) return null;
  const headerEnd = 4 + file.readUInt32LE();
  const header = parseHeader(file.subarray(4, headerEnd));
  if (!header) return null;
  // A copy, because the views below must begin at multiples of their size.
  const body = new Uint8Array(file.subarray((headerEnd + 3) & ~3));
  const [tableLength, startLength, outputLength] = header.counts;
  const tableAt = startLength * 4;
  const outputsAt = tableAt + tableLength * 2;
  const classesAt = outputsAt + outputLength * 2;
  if (body.length !== classesAt + 256) return null;
  const automaton: Automaton = {
    shift: header.shift,
    firstMatch: header.firstMatch,
    longest: header.longest,
    outputStart: new Uint32Array(body.buffer, 0, startLength),
    table: new Uint16Array(body.buffer, tableAt, tableLength),
    outputs: new Uint16Array(body.buffer, outputsAt, outputLength),
    classes: body.subarray(classesAt),
  };
  return { rules: header.rules, automaton, mark: header.mark };
}

function parseHeader(text: Buffer): Header | null {
  try {
    // Written by `encodeRuleset`, as the magic word shows.
    const header = JSON.parse(text.toString("utf8")) as Header;
    return header.magic === MAGIC ? header : null;
  } catch {
    return null;
  }
}
