/** Made-up values for examples and tests, so that no scanner trips over the repository: the same seed gives the same text. */
import { BASE62 } from "./checksum.ts";

export { BASE62 };
export const HEX = "0123456789abcdef";
export const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
export const BASE64 = `${BASE62}+/`;
export const BASE64URL = `${BASE62}-_`;

/** A number from 0 up to 1, exclusive. */
export type Draw = () => number;

/** Draws always the same from the same state (mulberry32). */
export function drawFrom(begin: number): Draw {
  let state = begin;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** Characters drawn from an alphabet. */
export function drawText(alphabet: string, length: number, seed = 1): string {
  const next = drawFrom(seed * 0x9e3779b9);
  return Array.from({ length }, () => alphabet.charAt(Math.floor(next() * alphabet.length))).join("");
}
