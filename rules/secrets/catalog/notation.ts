/**
 * How a token looks, in the notation of the catalogue:
 *
 *     "ghp_"  [A-Za-z0-9]{36}           a text, then a set of characters and how many of them
 *     ("sk_" | "rk_")  A?  A{3}  A{3,9}  A{3,}
 *     secret( A )                       the part that is secret; without it the whole
 *     UUID  JWT  BASE58 ...             names for what many tokens share, see `NAMES`
 *
 * Blanks between items mean nothing; in a text `\"`, `\\`, `\n`, `\r` and `\t` are escapes; a set is one of a regular expression.
 */
export type Node =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "set"; readonly source: string }
  | { readonly kind: "sequence"; readonly items: readonly Node[] }
  | { readonly kind: "choice"; readonly options: readonly Node[] }
  | { readonly kind: "repeat"; readonly item: Node; readonly min: number; readonly max: number }
  | { readonly kind: "secret"; readonly item: Node };

/** `A{3,}` reaches so much further than its least. What is longer is read to its end by whoever found it. */
export const OPEN_END = 400;

const HEX4 = "[A-Fa-f0-9]{4}";

const NAMES: Readonly<Record<string, string>> = {
  UUID: `[A-Fa-f0-9]{8} "-" ${HEX4} "-" ${HEX4} "-" ${HEX4} "-" [A-Fa-f0-9]{12}`,
  JWT: '"eyJ" [A-Za-z0-9_-]{12,1000} "." "eyJ" [A-Za-z0-9_-]{6,1500} "." [A-Za-z0-9_-]{20,700}',
  BASE58: "[1-9A-HJ-NP-Za-km-z]",
  BECH32: "[02-9ac-hj-np-z]",
  HOST: '[A-Za-z0-9.-]{1,100} (":" [0-9]{2,5})?',
  WORD24: "[a-z]{3,8}",
  ANY: "[^\\n]",
  ANYNL: "[^]",
  WS: "[\\s]",
  NOTSP: "[^\\s]",
  EOL: '"\\n" | "\\r\\n" | "\\\\n"',
};

/** Throws `SyntaxError` with the place where a text is none of this notation. */
export function parseNotation(text: string): Node {
  const parser = new Parser(text);
  const node = parser.choice();
  parser.end();
  return node;
}

class Parser {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  choice(): Node {
    const options = [this.sequence()];
    while (this.take("|")) options.push(this.sequence());
    return options.length === 1 && options[0] ? options[0] : { kind: "choice", options };
  }

  end(): void {
    this.skipBlanks();
    if (this.at < this.text.length) this.fail("something else");
  }

  private sequence(): Node {
    const items: Node[] = [];
    for (let item = this.item(); item !== null; item = this.item()) items.push(...(item.kind === "sequence" ? item.items : [item]));
    if (items.length === 0) this.fail("an item");
    return items.length === 1 && items[0] ? items[0] : { kind: "sequence", items };
  }

  private item(): Node | null {
    this.skipBlanks();
    const atom = this.atom();
    if (atom === null) return null;
    const count = this.match(/\?|\{(\d+)(,?)(\d*)\}/y);
    if (!count) return atom;
    if (count[0] === "?") return { kind: "repeat", item: atom, min: 0, max: 1 };
    const min = Number(count[1]);
    return { kind: "repeat", item: atom, min, max: count[2] === "" ? min : count[3] === "" ? min + OPEN_END : Number(count[3]) };
  }

  private atom(): Node | null {
    const literal = this.match(/"((?:[^"\\]|\\.)*)"/y);
    if (literal) return { kind: "text", text: (literal[1] ?? "").replace(/\\(.)/g, (_, sign: string) => ESCAPES[sign] ?? sign) };
    const set = this.match(/\[((?:[^\]\\]|\\[\s\S])*)\]/y);
    if (set) return { kind: "set", source: (set[1] ?? "").replace(/(?<!\\)\[/g, "\\[") };
    if (this.match(/secret\(/y)) return { kind: "secret", item: this.group() };
    if (this.match(/\(/y)) return this.group();
    const name = this.match(/[A-Z0-9]+/y);
    if (!name) return null;
    const meaning = NAMES[name[0]];
    if (meaning === undefined) return this.fail(`a name that is known, not ${name[0]},`);
    return parseNotation(meaning);
  }

  private group(): Node {
    const inner = this.choice();
    if (!this.take(")")) this.fail("a closing bracket");
    return inner;
  }

  private take(sign: string): boolean {
    this.skipBlanks();
    if (this.text[this.at] !== sign) return false;
    this.at++;
    return true;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  private skipBlanks(): void {
    while (this.text[this.at] === " ") this.at++;
  }

  private fail(expected: string): never {
    throw new SyntaxError(`${this.text}: expected ${expected} at character ${this.at + 1}.`);
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };
