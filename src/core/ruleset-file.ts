import type { Automaton } from "./automaton.ts";
import type { CompiledRules, Owners, ReadyRule, TriggerKind } from "./ruleset.ts";
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
  readonly plain: string;
  readonly kinds: readonly TriggerKind[];
  readonly shift: number;
  readonly firstMatch: number;
  readonly longest: number;
  /** Elements of `outputStart`, of the table, of `outputs`, and of each list by literal. */
  readonly counts: readonly [number, number, number, number];
  /** Bytes of the literals. */
  readonly literals: number;
}

/**
 *     length of the header as u32 LE | header (JSON) | zeros up to a multiple of 4
 *     | outputStart u32[] | table u16[] | outputs u16[] | owners: rules u16[] triggers u16[] gates u16[] | classes u8[256] | literals, one a line
 *
 * All little endian, as every machine that Node runs on. `code`: the text of everything that judges.
 */
export function encodeRuleset({ special, plain, owners, automaton }: CompiledRules, code = ""): Buffer {
  const { shift, firstMatch, longest, outputStart, table, outputs, classes } = automaton;
  const literals = Buffer.from(owners.literals.join("\n"), "latin1");
  const parts = [outputStart, table, outputs, owners.rules, owners.triggers, owners.gates, classes, literals];
  const body = Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
  const counts = [outputStart.length, table.length, outputs.length, owners.literals.length] as const;
  const mark = sha256(code + JSON.stringify([special, plain, owners.kinds]) + body.toString("latin1")).slice(0, 16);
  const header: Header = {
    ...{ magic: MAGIC, mark, special, plain: plain.join(" "), kinds: owners.kinds },
    ...{ shift, firstMatch, longest, counts, literals: literals.length },
  };
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
  const [starts, cells, outputs, literals] = header.counts;
  const classesAt = starts * 4 + (cells + outputs + 3 * literals) * 2;
  const literalsAt = classesAt + 256;
  if (body.length !== literalsAt + header.literals) return null;
  let at = body.byteOffset + starts * 4;
  const take = (count: number): Uint16Array => {
    const view = new Uint16Array(body.buffer, at, count);
    at += count * 2;
    return view;
  };
  const automaton: Automaton = {
    shift: header.shift,
    firstMatch: header.firstMatch,
    longest: header.longest,
    outputStart: new Uint32Array(body.buffer, body.byteOffset, starts),
    table: take(cells),
    outputs: take(outputs),
    classes: new Uint8Array(body.buffer, body.byteOffset + classesAt, literalsAt - classesAt),
  };
  const lists = { rules: take(literals), triggers: take(literals), gates: take(literals) };
  const text = Buffer.from(body.buffer, body.byteOffset + literalsAt, header.literals).toString("latin1");
  const owners: Owners = { ...lists, literals: text.split("\n"), kinds: header.kinds };
  return { special: header.special, plain: header.plain.split(" ").filter(Boolean), owners, automaton, mark: header.mark };
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
