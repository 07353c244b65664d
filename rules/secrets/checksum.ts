export const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const CHECKSUM_LENGTH = 6;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  return remainder;
});

/** CRC-32 as in zlib (IEEE polynomial), unsigned, over the low byte of each character. */
export function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i++) crc = (crc >>> 8) ^ (TABLE[(crc ^ text.charCodeAt(i)) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

/** The last six characters of a GitHub or npm token: CRC-32 of what stands between its prefix and them, in base 62, filled up with `0`. */
export function toBase62Checksum(random: string): string {
  return toDigits(crc32(random), BASE62).padStart(CHECKSUM_LENGTH, "0");
}

/** A number in the digits of an alphabet, the highest first; empty for 0. */
export function toDigits(number: number, alphabet: string): string {
  let text = "";
  for (let rest = number; rest > 0; rest = Math.floor(rest / alphabet.length)) text = alphabet.charAt(rest % alphabet.length) + text;
  return text;
}

/** Whether a token without its prefix ends in its own checksum. A made-up one does so once in 57 thousand million. */
export function hasBase62Checksum(body: string): boolean {
  return body.length > CHECKSUM_LENGTH && toBase62Checksum(body.slice(0, -CHECKSUM_LENGTH)) === body.slice(-CHECKSUM_LENGTH);
}
