import type { CompiledRules, ReadyRule } from "./ruleset.ts";
import { sha256 } from "./sha256.ts";

/** The built-in rules as the build leaves them beside the code: read in a millisecond where compiling them takes a hundred. */
export interface RulesetFile extends CompiledRules {
  /** Another for other rules and other code: what was compiled for, or judged by, these can be told by it. */
  readonly mark: string;
}

const MAGIC = "guard.ruleset/3";

interface Header {
  readonly magic: string;
  readonly mark: string;
  readonly special: readonly ReadyRule[];
  readonly shift: number;
  readonly firstMatch: number;
  readonly longest: number;
  /** Bytes of the parts that follow, in their order. */
  readonly bytes: readonly number[];
}

/**
 *     length of the header as u32 LE | header (JSON) | zeros up to a multiple of 4
 *     | outputStart u32[] | table u16[] | outputs u16[] | rules u16[] | own u16[] | records u16[] | classes u8[256] | sets u8[] | literals | ids, a blank between them
 *
 * All little endian, as every machine that Node runs on. `code`: the text of everything that judges.
 */
export function encodeRuleset({ special, plain, triggers }: CompiledRules, code = ""): Buffer {
  const { automaton, gates, rules, own } = triggers;
  const { shift, firstMatch, longest, outputStart, table, outputs, classes } = automaton;
  const { records, sets, literals } = gates;
  const parts = [outputStart, table, outputs, rules, own, records, classes, sets, literals, Buffer.from(plain.join(" "))];
  const body = Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
  const mark = sha256(code + JSON.stringify([special, shift, firstMatch, longest]) + body.toString("latin1")).slice(0, 16);
  const header: Header = { magic: MAGIC, mark, special, shift, firstMatch, longest, bytes: parts.map(({ byteLength }) => byteLength) };
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
  const begin = (headerEnd + 3) & ~3;
  // The views below must begin at multiples of their size: copied where the file does not lie so.
  const body = (file.byteOffset + begin) % 4 === 0 ? file.subarray(begin) : new Uint8Array(file.subarray(begin));
  // A view of what is not there would throw.
  if (body.length !== header.bytes.reduce((sum, length) => sum + length, 0)) return null;
  let end = 0;
  const parts = header.bytes.map((length) => {
    end += length;
    return new Uint8Array(body.buffer, body.byteOffset + end - length, length);
  });
  const [starts, table, outputs, rules, own, records, classes, sets, literals, ids] = parts;
  if (!(starts && table && outputs && rules && own && records && classes && sets && literals && ids)) return null;
  const { shift, firstMatch, longest } = header;
  const automaton = { shift, firstMatch, longest, outputStart: toWords(starts), table: toHalves(table), outputs: toHalves(outputs), classes };
  const gates = { records: toHalves(records), sets, literals };
  let plain: readonly string[] | null = null;
  return {
    special: header.special,
    // A thousand, and on most commits nobody asks for one.
    get plain() {
      plain ??= Buffer.from(ids.buffer, ids.byteOffset, ids.length).toString("latin1").split(" ").filter(Boolean);
      return plain;
    },
    triggers: { automaton, gates, rules: toHalves(rules), own: toHalves(own) },
    mark: header.mark,
  };
}

function toWords({ buffer, byteOffset, length }: Uint8Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, length / 4);
}

function toHalves({ buffer, byteOffset, length }: Uint8Array): Uint16Array {
  return new Uint16Array(buffer, byteOffset, length / 2);
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
