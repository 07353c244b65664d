import { type Judgement, PROVED } from "./judgement.ts";

const VERSION = 2;
const END_OF_SECTION = 0;
const IDENTIFIER = 2;
const SIGNATURE = 6;
const SIGNATURE_BYTES = 32;

const CUT_OFF: Judgement = { confidence: "possible", severity: "warn", doubt: "it has the prefix, but its bytes do not end in a signature." };

/** A macaroon of version 2: fields of type, length and bytes, an empty type at the end of each section, and 32 bytes of signature at last. */
export function judgeMacaroon(token: string): Judgement {
  const bytes = Buffer.from(token.slice(token.indexOf("-") + 1), "base64url");
  if (bytes[0] !== VERSION) return CUT_OFF;
  for (let at = 1; at < bytes.length; ) {
    const type = bytes[at] ?? 0;
    if (type === END_OF_SECTION) at++;
    else {
      const { length, start } = readLength(bytes, at + 1);
      at = start + length;
      if (type === SIGNATURE) return length === SIGNATURE_BYTES && at === bytes.length ? PROVED : CUT_OFF;
    }
  }
  return CUT_OFF;
}

/** Seven bits a byte, the lowest first. */
function readLength(bytes: Uint8Array, from: number): { readonly length: number; readonly start: number } {
  let [length, at] = [0, from];
  for (let bits = 0; bits < 28; bits += 7) {
    const byte = bytes[at++] ?? 0;
    length |= (byte & 127) << bits;
    if (byte < 128) break;
  }
  return { length, start: at };
}

/** A made-up token that ends in a signature. Its first characters say for which host. */
export function sealMacaroon(token: string, draw: (length: number) => Uint8Array): string {
  const [prefix = "", body = ""] = token.split(/(?<=^pypi-)/);
  const bytes = Buffer.from(body, "base64url");
  const head = bytes.subarray(0, 3 + (bytes[2] ?? 0));
  const sealed = Buffer.from([...head, IDENTIFIER, 20, ...draw(20), END_OF_SECTION, END_OF_SECTION, SIGNATURE, SIGNATURE_BYTES, ...draw(SIGNATURE_BYTES)]);
  return prefix + sealed.toString("base64url");
}
