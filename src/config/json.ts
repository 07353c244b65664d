/** One value of a JSON text and where it stands. Offsets are UTF-16 units into the text, ends exclusive. */
export interface JsonNode {
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
  /** Of an object: where each key stands, and its value. */
  readonly members?: ReadonlyMap<string, { readonly keyStart: number; readonly node: JsonNode }>;
  /** Of a list. */
  readonly items?: readonly JsonNode[];
}

/** Why a text is no JSON, in our own words: the message of `JSON.parse` quotes the source, which may hold anything. */
export class JsonSyntaxError extends Error {
  override readonly name = "JsonSyntaxError";
  readonly offset: number;

  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

/** Deep enough for any configuration, shallow enough for the stack. */
const MAX_DEPTH = 64;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z_$][\w$]*/y;
const LITERALS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/**
 * Strict JSON with the place of every key and value; a BOM is accepted. Throws `JsonSyntaxError`, also for duplicate keys and `__proto__`,
 * of which `JSON.parse` would silently keep one.
 */
export function parseJson(text: string): JsonNode {
  let at = text.startsWith("\uFEFF") ? 1 : 0;

  function fail(message: string, offset = at): never {
    throw new JsonSyntaxError(offset, message);
  }

  function skipSpace(): void {
    while (at < text.length && " \t\r\n".includes(text.charAt(at))) at++;
    const next = text.charAt(at);
    if (next === "#" || (next === "/" && "/*".includes(text.charAt(at + 1) || "-"))) fail("JSON has no comments. Remove this one, or use a guard.config.ts");
  }

  function expectEnd(): void {
    skipSpace();
    if (at < text.length) fail("expected the end of the file after the closing brace");
  }

  function readValue(depth: number): JsonNode {
    if (depth > MAX_DEPTH) fail(`nested more than ${MAX_DEPTH} levels deep`);
    skipSpace();
    const start = at;
    const first = text.charAt(at);
    if (first === "{") return readObject(depth);
    if (first === "[") return readList(depth);
    if (first === '"') return { value: readString(), start, end: at };
    if (first === "-" || (first >= "0" && first <= "9")) return { value: readNumber(), start, end: at };
    return { value: readWord(), start, end: at };
  }

  function readObject(depth: number): JsonNode {
    const start = at++;
    const members = new Map<string, { keyStart: number; node: JsonNode }>();
    const value: Record<string, unknown> = {};
    for (skipSpace(); text.charAt(at) !== "}"; endMember("}", "object")) {
      const keyStart = at;
      const key = readKey();
      if (members.has(key)) fail("this key stands twice in the same object. Keep one of the two", keyStart);
      skipSpace();
      if (text.charAt(at) !== ":") fail('expected ":" after the key');
      at++;
      const node = readValue(depth + 1);
      members.set(key, { keyStart, node });
      value[key] = node.value;
    }
    at++;
    return { value, start, end: at, members };
  }

  function readKey(): string {
    const start = at;
    if (text.charAt(at) !== '"') fail(at < text.length ? "expected a key in double quotes" : 'the file ends inside an object: a "}" is missing');
    const key = readString();
    if (key === "__proto__") fail("this key is not allowed", start);
    return key;
  }

  function readList(depth: number): JsonNode {
    const start = at++;
    const items: JsonNode[] = [];
    for (skipSpace(); text.charAt(at) !== "]"; endMember("]", "list")) items.push(readValue(depth + 1));
    at++;
    return { value: items.map((item) => item.value), start, end: at, items };
  }

  /** After a member: on to the next, or to the closing sign. */
  function endMember(close: "}" | "]", kind: "object" | "list"): void {
    skipSpace();
    if (text.charAt(at) === close) return;
    if (at >= text.length) fail(`the file ends inside ${kind === "object" ? "an object" : "a list"}: a "${close}" is missing`);
    if (text.charAt(at) !== ",") fail(`expected "," or "${close}"`);
    const comma = at++;
    skipSpace();
    if (text.charAt(at) === close) fail(`a comma before "${close}" is not allowed in JSON. Remove it`, comma);
  }

  function readString(): string {
    const start = at++;
    for (;;) {
      const code = text.charCodeAt(at);
      if (Number.isNaN(code)) fail("this text in quotes never ends", start);
      if (code < 0x20) fail(code === 0x0a || code === 0x0d ? "a line ends inside a text in quotes" : "a control character inside a text in quotes");
      if (code === 0x22) break;
      at += code === 0x5c ? escapeLength() : 1;
    }
    at++;
    // Every escape was checked above, so that this cannot throw.
    return JSON.parse(text.slice(start, at)) as string;
  }

  function escapeLength(): number {
    const kind = text.charAt(at + 1);
    if (kind === "u" && /^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6))) return 6;
    if (kind !== "" && '"\\/bfnrt'.includes(kind)) return 2;
    return fail("in JSON a backslash starts an escape, and this one is none. Write paths with / or with two backslashes");
  }

  function readNumber(): number {
    NUMBER.lastIndex = at;
    const number = NUMBER.exec(text)?.[0];
    if (number === undefined) fail("expected a number after the minus sign");
    at += number.length;
    if (/[\w.]/.test(text.charAt(at))) fail("this is no number as JSON writes it");
    return Number(number);
  }

  function readWord(): unknown {
    if (at >= text.length) fail("expected a value, but the file ends here");
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0];
    if (word !== undefined && LITERALS.has(word)) {
      at += word.length;
      return LITERALS.get(word);
    }
    if (text.charAt(at) === "'") return fail("expected double quotes, not single ones");
    return fail(word === undefined ? "expected a value" : "expected a value: texts stand in double quotes");
  }

  const root = readValue(0);
  expectEnd();
  return root;
}

/** The node at a key path, or the deepest one on the way to it. With `asKey`, the offset is that of the last key. */
export function offsetOf(root: JsonNode, keyPath: readonly PropertyKey[], asKey = false): number {
  let node = root;
  let offset = root.start;
  for (const [depth, key] of keyPath.entries()) {
    const member = typeof key === "string" ? node.members?.get(key) : undefined;
    const next = member?.node ?? (typeof key === "number" ? node.items?.[key] : undefined);
    if (next === undefined) break;
    offset = asKey && member !== undefined && depth === keyPath.length - 1 ? member.keyStart : next.start;
    node = next;
  }
  return offset;
}

/** `line:column` of an offset, both from 1, in UTF-16 units; a BOM counts for nothing. */
export function toLineAndColumn(text: string, offset: number): string {
  const lineStart = text.slice(0, offset).lastIndexOf("\n") + 1;
  const line = text.slice(0, lineStart).split("\n").length;
  const bom = lineStart === 0 && text.startsWith("\uFEFF") ? 1 : 0;
  return `${line}:${offset - lineStart - bom + 1}`;
}
