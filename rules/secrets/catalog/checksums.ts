import { sha256Bytes } from "../../../src/core/sha256.ts";

/** The arithmetic behind tokens that prove themselves. Each works on characters of one byte each. */

export function toHex(number: number): string {
  return number.toString(16).padStart(8, "0");
}

/** CRC-32 as little-endian bytes in hexadecimal digits. */
export function toSwappedHex(number: number): string {
  return (toHex(number).match(/../g) ?? []).reverse().join("");
}

/** The four bytes of a number, the lowest first. */
export function toLittleEndian(number: number): number[] {
  return [number & 255, (number >>> 8) & 255, (number >>> 16) & 255, number >>> 24];
}

/** CRC-16 of XMODEM: polynomial 0x1021, begins with 0. */
export function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
}

const rotate = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

/** Marvin32, the keyed hash at the end of keys that Azure gives out. `seed`: 16 hexadecimal digits of the 64-bit number. */
export function marvin32(bytes: Uint8Array, seed: string): number {
  let p0 = Number.parseInt(seed.slice(8), 16) | 0;
  let p1 = Number.parseInt(seed.slice(0, 8), 16) | 0;
  const mix = (): void => {
    p1 ^= p0;
    p0 = rotate(p0, 20);
    p0 = (p0 + p1) | 0;
    p1 = rotate(p1, 9);
    p1 ^= p0;
    p0 = rotate(p0, 27);
    p0 = (p0 + p1) | 0;
    p1 = rotate(p1, 19);
  };
  const padded = new Uint8Array((bytes.length & ~3) + 4);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const words = new DataView(padded.buffer);
  for (let at = 0; at < padded.length; at += 4) {
    p0 = (p0 + words.getInt32(at, true)) | 0;
    mix();
  }
  mix();
  return (p0 ^ p1) >>> 0;
}

const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

/** Base 32 without padding, any case; left-over bits are dropped. */
export function fromBase32(text: string): Uint8Array {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const sign of text.toLowerCase()) {
    held = ((held << 5) | BASE32.indexOf(sign)) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}

/** Base 32 without padding, upper case. */
export function toBase32(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += BASE32.charAt((held >> (bits - 5)) & 31);
  }
  if (bits > 0) text += BASE32.charAt((held << (5 - bits)) & 31);
  return text.toUpperCase();
}

export const BITCOIN = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
export const RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";

/** Whether the last four bytes are the first of SHA-256, twice, of those before them. */
export function isBase58Check(text: string, alphabet: string): boolean {
  const bytes = fromBase58(text, alphabet);
  if (bytes.length < 5) return false;
  const sum = sha256Bytes(sha256Bytes(bytes.subarray(0, -4)));
  return bytes.subarray(-4).every((byte, i) => byte === sum[i]);
}

/** The text that carries `payload` and its checksum. */
export function toBase58Check(payload: Uint8Array, alphabet: string): string {
  const bytes = [...payload, ...sha256Bytes(sha256Bytes(payload)).subarray(0, 4)];
  let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let text = "";
  for (; number > 0n; number /= 58n) text = alphabet.charAt(Number(number % 58n)) + text;
  return alphabet.charAt(0).repeat(bytes.findIndex((byte) => byte !== 0)) + text;
}

function fromBase58(text: string, alphabet: string): Uint8Array {
  let number = 0n;
  for (const sign of text) number = number * 58n + BigInt(alphabet.indexOf(sign));
  const hex = number.toString(16);
  const zeros = [...text].findIndex((sign) => sign !== alphabet.charAt(0));
  return Uint8Array.from([...new Array<number>(Math.max(0, zeros)).fill(0), ...Buffer.from(hex.length % 2 ? `0${hex}` : hex, "hex")]);
}

const BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
/** What the sum is for Bech32 and for Bech32m. */
const BECH32_SUMS = [1, 0x2bc830a3];

/** Whether `<name>1<data>` ends in its own six-character checksum. */
export function isBech32(text: string): boolean {
  return BECH32_SUMS.includes(bech32Sum(text.toLowerCase()));
}

/** The same text with its last six characters made right. */
export function sealBech32(text: string): string {
  const open = text.toLowerCase().slice(0, -6);
  const sum = bech32Sum(`${open}qqqqqq`) ^ 1;
  const end = [25, 20, 15, 10, 5, 0].map((bits) => BECH32.charAt((sum >>> bits) & 31)).join("");
  return text.slice(0, -6) + (text === text.toUpperCase() ? end.toUpperCase() : end);
}

function bech32Sum(text: string): number {
  const split = text.lastIndexOf("1");
  const name = [...text.slice(0, split)].map((sign) => sign.charCodeAt(0));
  const data = [...text.slice(split + 1)].map((sign) => BECH32.indexOf(sign));
  let sum = 1;
  for (const value of [...name.map((code) => code >> 5), 0, ...name.map((code) => code & 31), ...data]) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    GENERATOR.forEach((word, bit) => {
      if ((top >>> bit) & 1) sum ^= word;
    });
  }
  return sum;
}

const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
