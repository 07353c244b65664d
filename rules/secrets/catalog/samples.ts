import { type Draw, drawFrom } from "../sample.ts";
import type { Node } from "./notation.ts";
import { childrenOf } from "./shape.ts";

export function createDraw(seed: number): Draw {
  return drawFrom(Math.imul(seed + 1, 0x9e3779b9));
}

/** A text with its secret part. */
export interface Sample {
  readonly text: string;
  readonly secret: string;
}

/** Open runs are drawn no longer than this beyond their least. */
const MOST_MORE = 24;

/** One text that a notation describes, made up. */
export function drawSample(node: Node, draw: Draw): Sample {
  let secret: string | null = null;
  const write = (part: Node): string => {
    if (part.kind === "text") return part.text;
    if (part.kind === "set") return pick(membersOf(part.source), draw);
    if (part.kind === "sequence") return part.items.map(write).join("");
    if (part.kind === "choice") return write(pick(part.options, draw));
    if (part.kind === "secret") {
      secret = write(part.item);
      return secret;
    }
    const count = part.min + Math.floor(draw() * (Math.min(part.max - part.min, MOST_MORE) + 1));
    return Array.from({ length: count }, () => write(part.item)).join("");
  };
  const text = write(node);
  return { text, secret: secret ?? text };
}

function pick<T>(list: ArrayLike<T>, draw: Draw): T {
  // The index is below the length.
  return list[Math.floor(draw() * list.length)] as T;
}

const HEX_OF_BOTH_CASES = new Set(["A-Fa-f0-9", "a-fA-F0-9", "0-9a-fA-F", "0-9A-Fa-f"]);

/** The printable characters of a set, blanks only where it has no others. */
function membersOf(source: string): string {
  const pattern = new RegExp(`[${source}]`);
  // Nobody writes hexadecimal digits in both cases.
  if (HEX_OF_BOTH_CASES.has(source)) return "0123456789abcdef";
  const printable = Array.from({ length: 94 }, (_, i) => String.fromCharCode(i + 33)).filter((sign) => pattern.test(sign));
  // A quote or a bracket would end the value that a sample is written as.
  const plain = source.startsWith("^") ? printable.filter((sign) => /\w/.test(sign)) : printable;
  return plain.length > 0 ? plain.join("") : pattern.test(" ") ? " " : "\n";
}

/**
 * Texts close to a sample that no such token can be: one character less and one more where the length is fixed, and the alphabet left in the
 * longest run. `null` where the notation has no fixed length.
 */
export function drawNearMisses(node: Node, draw: Draw): string[] {
  const { text, secret } = drawSample(node, draw);
  if (secret !== text) return [];
  const run = hasLeeway(node) ? null : longestFixedRun(node);
  if (run === null) return [];
  const at = findRun(text, run);
  if (at < 0) return [];
  const middle = at + Math.floor(run.length / 2);
  return [`${text.slice(0, middle)}${text.slice(middle + 1)}`, `${text.slice(0, middle)}~${text.slice(middle + 1)}`];
}

function hasLeeway(node: Node): boolean {
  return (node.kind === "repeat" && node.min !== node.max) || childrenOf(node).some(hasLeeway);
}

interface Run {
  readonly pattern: RegExp;
  readonly length: number;
}

function longestFixedRun(node: Node): Run | null {
  if (node.kind === "choice") return null;
  if (node.kind === "repeat" && node.item.kind === "set" && node.min >= 8 && !node.item.source.startsWith("^"))
    return new RegExp(`[${node.item.source}]`).test("~") ? null : { pattern: new RegExp(`[${node.item.source}]{${node.min}}`), length: node.min };
  const runs = childrenOf(node).map(longestFixedRun);
  return runs.reduce((best, run) => (run && (best === null || run.length > best.length) ? run : best), null);
}

function findRun(text: string, { pattern }: Run): number {
  return pattern.exec(text)?.index ?? -1;
}
