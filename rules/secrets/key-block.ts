import { isPatterned } from "../../src/core/secrets/randomness.ts";

/** What a private key in text form turned out to be. */
export interface KeyBlock {
  /** Characters from the header on, the footer included where it is there. */
  readonly length: number;
  /** `RSA`, `EC`, `OPENSSH`, `PGP`, `PuTTY` ...; empty for PKCS#8. */
  readonly label: string;
  readonly state: "whole" | "encrypted" | "damaged" | "unproved";
}

/** Longest block that is read, header included. An RSA key of 8192 bits has 6,400 characters. */
export const MAX_BLOCK = 16_384;

/** A key of 32 bytes (Ed25519 in PKCS#8) has 64 characters; what is shorter is no key, or elided. */
const SHORTEST_PAYLOAD = 60;
/** From here on random base64 is taken for a key, also where its first bytes are not those of one. */
const LONG_PAYLOAD = 200;
/** Of what stands between header and footer, so much must be payload: a program that only names both has less. */
const MIN_PAYLOAD_SHARE = 0.6;

const HEADER = /^----(?:-BEGIN | BEGIN )((?:[A-Z0-9]+ ){0,3})PRIVATE KEY(?: BLOCK)?(?:-----| ----)/;
const FOOTER = /----(?:-END | END )(?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?(?:-----| ----)/;
const NEXT_HEADER = /-----BEGIN /;
const ELIDED =
  /\.{3}|\u2026|\xe2\x80\xa6|\*{3}|x{8}|<[^<>\n]{1,60}>|\$\{|\{\{|EXAMPLE|PLACEHOLDER|REDACTED|NOTREAL|(?:FAKE|DUMMY|SAMPLE|YOUR|TEST)[A-Z]{0,9}KEY/i;
const ENCRYPTED_HEADER = /Proc-Type: ?4, ?ENCRYPTED/;
/** How keys begin that a specification prints (draft-cavage-http-signatures, appendix C), and everybody copies. */
const PUBLISHED = ["MIICXgIBAAKBgQDCFENGw33y"];
/** A line end, real or written out as `\n` (also doubly escaped), percent-encoded or as an entity. */
const LINE_END = /\r?\n|(?:\\+r)?\\+n|%0A|&#10;/i;
/** The same, kept by `split` as pieces of their own. */
const SEPARATED = /(\r?\n|(?:\\+r)?\\+n|%0A|&#10;)/i;
const ARMOUR_HEADER = /^(?:Proc-Type|DEK-Info|Version|Comment|Charset|Hash)[^:]{0,10}:/;

/** Reads the block that begins at the start of `text`; `null` where there is no key: a header alone, an elided body, a template. */
export function readKeyBlock(text: string): KeyBlock | null {
  const header = HEADER.exec(text);
  if (!header) return null;
  const label = (header[1] ?? "").trim();
  const rest = text.slice(header[0].length, MAX_BLOCK);
  const { body, closed, length } = cutBody(rest);
  const payload = listPayloadLines(body).join("");
  if (payload.length < SHORTEST_PAYLOAD || payload.length < MIN_PAYLOAD_SHARE * body.replace(/\s+/g, "").length) return null;
  if (ELIDED.test(body) || PUBLISHED.some((beginning) => payload.startsWith(beginning)) || isPatterned(payload.slice(0, 1024))) return null;
  return { length: header[0].length + length, label, state: judgeKey(label, payload, closed, body) };
}

/** What stands before the footer, or, where there is none, the lines that look like payload. */
function cutBody(rest: string): { body: string; closed: boolean; length: number } {
  const next = rest.search(NEXT_HEADER);
  const reach = next < 0 ? rest : rest.slice(0, next);
  const footer = FOOTER.exec(reach);
  if (footer) return { body: reach.slice(0, footer.index), closed: true, length: footer.index + footer[0].length };
  const length = endOfPayload(reach);
  return { body: reach.slice(0, length), closed: false, length };
}

/** End of the last line of an unbroken run of payload, armour headers and empty lines. */
function endOfPayload(text: string): number {
  let end = 0;
  let from = 0;
  for (const line of text.split(SEPARATED)) {
    const bare = stripLine(line);
    if (isPayload(bare)) end = from + line.indexOf(bare) + bare.length;
    else if (bare !== "" && !LINE_END.test(line) && !ARMOUR_HEADER.test(bare)) break;
    from += line.length;
  }
  return end;
}

function listPayloadLines(body: string): string[] {
  return body.split(LINE_END).map(stripLine).filter(isPayload);
}

/** A line without indentation, quotes, comment signs and string concatenation round it. */
function stripLine(line: string): string {
  return line
    .replace(/^[\s"'`#>*]+/, "")
    .replace(/["'`\\].*$/, "")
    .trim();
}

/** Base64; the checksum line of PGP (`=abcd`) is none. */
function isPayload(line: string): boolean {
  return line.length >= 4 && /^[A-Za-z0-9+/][A-Za-z0-9+/=]*$/.test(line);
}

function judgeKey(label: string, payload: string, closed: boolean, body: string): KeyBlock["state"] {
  if (label.includes("ENCRYPTED") || ENCRYPTED_HEADER.test(body)) return "encrypted";
  const bytes = Buffer.from(payload, "base64");
  if (label === "OPENSSH") return judgeOpenssh(bytes, payload);
  if (label === "PGP") return isPgpSecretKey(bytes) ? "whole" : unlessLong(payload);
  const declared = derLength(bytes);
  if (declared === null) return unlessLong(payload);
  return closed && bytes.length < declared ? "damaged" : "whole";
}

function unlessLong(payload: string): KeyBlock["state"] {
  return payload.length >= LONG_PAYLOAD ? "unproved" : "damaged";
}

/** openssh-key-v1 NUL, then a counted cipher name; `none` means that there is no passphrase. */
function judgeOpenssh(bytes: Buffer, payload: string): KeyBlock["state"] {
  const magic = "openssh-key-v1\0";
  if (bytes.toString("latin1", 0, magic.length) !== magic) return unlessLong(payload);
  return bytes.toString("latin1", magic.length, magic.length + 8) === "\0\0\0\x04none" ? "whole" : "encrypted";
}

/** First packet is a secret key (5) or subkey (7), in the old (0x94-0x97) or the new (0xc5) form of the tag. */
function isPgpSecretKey(bytes: Buffer): boolean {
  const tag = bytes[0] ?? 0;
  const kind = tag & 0x40 ? tag & 0x3f : (tag >> 2) & 0x0f;
  return (tag & 0x80) !== 0 && (kind === 5 || kind === 7);
}

/** Whole length of the DER sequence that begins here (0x30, then its length), or `null` where none does. */
function derLength(bytes: Buffer): number | null {
  const first = bytes[1];
  if (bytes[0] !== 0x30 || first === undefined) return null;
  if (first < 0x80) return 2 + first;
  const width = first & 0x7f;
  return width >= 1 && width <= 2 && bytes.length >= 2 + width ? 2 + width + bytes.readUIntBE(2, width) : null;
}

/** PuTTY-User-Key-File-2: ssh-rsa, Encryption: none, ... Private-Lines: 8, the lines, Private-MAC: hexadecimal. */
export function readPuttyKey(text: string): KeyBlock | null {
  if (!/^PuTTY-User-Key-File-[123]: ?(?:ssh-|ecdsa-)/.test(text)) return null;
  const next = text.indexOf("PuTTY-User-Key-File-", 1);
  const head = text.slice(0, next < 0 ? MAX_BLOCK : Math.min(next, MAX_BLOCK));
  const lines = /Private-Lines: ?\d{1,3}/.exec(head);
  if (!lines) return null;
  const from = lines.index + lines[0].length;
  const mac = /Private-MAC: ?[0-9a-f]{40,64}/.exec(head.slice(from));
  const body = head.slice(from, mac ? from + mac.index : undefined);
  if (listPayloadLines(body).join("").length < SHORTEST_PAYLOAD || ELIDED.test(body)) return null;
  const length = mac ? from + mac.index + mac[0].length : from + endOfPayload(body);
  return { length, label: "PuTTY", state: /Encryption: ?none/.test(head) ? "whole" : "encrypted" };
}
