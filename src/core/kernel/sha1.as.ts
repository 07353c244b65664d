// SHA-1 (FIPS 180-4), by which git names what it holds. Part of the kernel "bytes".
import { WORDS } from "./memory.as";

const BLOCK: u32 = 64;

function word(i: u32): u32 {
  return load<u32>(WORDS + (i << 2));
}

/** Of the bytes at `at`, five words at `out` in the order of their bytes. Behind the bytes there is room for the end of the message, 72 bytes. */
export function sha1(at: usize, length: u32, out: usize): void {
  const size = (length + 9 + BLOCK - 1) & ~(BLOCK - 1);
  memory.fill(at + length, 0, size - length);
  store<u8>(at + length, 0x80);
  store<u64>(at + size - 8, bswap<u64>((<u64>length) << 3));
  let h0: u32 = 0x67452301;
  let h1: u32 = 0xefcdab89;
  let h2: u32 = 0x98badcfe;
  let h3: u32 = 0x10325476;
  let h4: u32 = 0xc3d2e1f0;
  for (let block: u32 = 0; block < size; block += BLOCK) {
    for (let i: u32 = 0; i < 16; i++) store<u32>(WORDS + (i << 2), bswap<u32>(load<u32>(at + block + (i << 2))));
    for (let i: u32 = 16; i < 80; i++) store<u32>(WORDS + (i << 2), rotl<u32>(word(i - 3) ^ word(i - 8) ^ word(i - 14) ^ word(i - 16), 1));
    let a = h0;
    let b = h1;
    let c = h2;
    let d = h3;
    let e = h4;
    for (let i: u32 = 0; i < 80; i++) {
      const mixed: u32 =
        i < 20
          ? ((b & c) | (~b & d)) + 0x5a827999
          : i < 40
            ? (b ^ c ^ d) + 0x6ed9eba1
            : i < 60
              ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
              : (b ^ c ^ d) + 0xca62c1d6;
      const next = rotl<u32>(a, 5) + mixed + e + word(i);
      e = d;
      d = c;
      c = rotl<u32>(b, 30);
      b = a;
      a = next;
    }
    h0 += a;
    h1 += b;
    h2 += c;
    h3 += d;
    h4 += e;
  }
  store<u32>(out, bswap<u32>(h0));
  store<u32>(out + 4, bswap<u32>(h1));
  store<u32>(out + 8, bswap<u32>(h2));
  store<u32>(out + 12, bswap<u32>(h3));
  store<u32>(out + 16, bswap<u32>(h4));
}
