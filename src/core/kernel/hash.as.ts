// SHA-1 and SHA-256 (FIPS 180-4). Part of the kernel "bytes".
import { START, WORDS } from "./memory.as";

/** Puts `80 00… length in bits` behind a message, as SHA-1 and SHA-256 want it; up to 72 bytes. Answers with the number of blocks. */
function pad(at: usize, length: i32): i32 {
  const blocks = ((length + 8) >> 6) + 1;
  memory.fill(at + length, 0, (blocks << 6) - length);
  store<u8>(at + length, 0x80);
  store<u64>(at + (blocks << 6) - 8, bswap<u64>((<u64>length) << 3));
  return blocks;
}

/** The hash of the bytes at `at`, as five u32 written to `start()`; up to 72 bytes behind the bytes are overwritten. */
export function sha1(at: usize, length: i32): void {
  const blocks = pad(at, length);
  let h0: u32 = 0x67452301;
  let h1: u32 = 0xefcdab89;
  let h2: u32 = 0x98badcfe;
  let h3: u32 = 0x10325476;
  let h4: u32 = 0xc3d2e1f0;
  for (let block: i32 = 0; block < blocks; block++) {
    const here = at + (block << 6);
    for (let i: i32 = 0; i < 16; i++) store<u32>(WORDS + (i << 2), bswap<u32>(load<u32>(here + (i << 2))));
    for (let i: i32 = 16; i < 80; i++) {
      const word = WORDS + (i << 2);
      store<u32>(word, rotl<u32>(load<u32>(word - 12) ^ load<u32>(word - 32) ^ load<u32>(word - 56) ^ load<u32>(word - 64), 1));
    }
    let a = h0;
    let b = h1;
    let c = h2;
    let d = h3;
    let e = h4;
    for (let i: i32 = 0; i < 80; i++) {
      let mixed: u32 = b ^ c ^ d;
      let constant: u32 = 0xca62c1d6;
      if (i < 20) {
        mixed = (b & c) | (~b & d);
        constant = 0x5a827999;
      } else if (i < 40) constant = 0x6ed9eba1;
      else if (i < 60) {
        mixed = (b & c) | (b & d) | (c & d);
        constant = 0x8f1bbcdc;
      }
      const next = rotl<u32>(a, 5) + mixed + e + constant + load<u32>(WORDS + (i << 2));
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
  store<u32>(START, h0);
  store<u32>(START, h1, 4);
  store<u32>(START, h2, 8);
  store<u32>(START, h3, 12);
  store<u32>(START, h4, 16);
}

/** As `sha1`, eight u32. */
export function sha256(at: usize, length: i32): void {
  const constants = memory.data<u32>([
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01,
    0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc,
    0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
    0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08,
    0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
    0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
  ]);
  const blocks = pad(at, length);
  let h0: u32 = 0x6a09e667;
  let h1: u32 = 0xbb67ae85;
  let h2: u32 = 0x3c6ef372;
  let h3: u32 = 0xa54ff53a;
  let h4: u32 = 0x510e527f;
  let h5: u32 = 0x9b05688c;
  let h6: u32 = 0x1f83d9ab;
  let h7: u32 = 0x5be0cd19;
  for (let block: i32 = 0; block < blocks; block++) {
    const here = at + (block << 6);
    for (let i: i32 = 0; i < 16; i++) store<u32>(WORDS + (i << 2), bswap<u32>(load<u32>(here + (i << 2))));
    for (let i: i32 = 16; i < 64; i++) {
      const word = WORDS + (i << 2);
      const near = load<u32>(word - 8);
      const far = load<u32>(word - 60);
      const low = rotr<u32>(far, 7) ^ rotr<u32>(far, 18) ^ (far >> 3);
      const high = rotr<u32>(near, 17) ^ rotr<u32>(near, 19) ^ (near >> 10);
      store<u32>(word, load<u32>(word - 64) + low + load<u32>(word - 28) + high);
    }
    let a = h0;
    let b = h1;
    let c = h2;
    let d = h3;
    let e = h4;
    let f = h5;
    let g = h6;
    let h = h7;
    for (let i: i32 = 0; i < 64; i++) {
      const one = rotr<u32>(e, 6) ^ rotr<u32>(e, 11) ^ rotr<u32>(e, 25);
      const next = h + one + ((e & f) ^ (~e & g)) + load<u32>(constants + (i << 2)) + load<u32>(WORDS + (i << 2));
      const two = rotr<u32>(a, 2) ^ rotr<u32>(a, 13) ^ rotr<u32>(a, 22);
      const last = two + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = d + next;
      d = c;
      c = b;
      b = a;
      a = next + last;
    }
    h0 += a;
    h1 += b;
    h2 += c;
    h3 += d;
    h4 += e;
    h5 += f;
    h6 += g;
    h7 += h;
  }
  store<u32>(START, h0, 0);
  store<u32>(START, h1, 4);
  store<u32>(START, h2, 8);
  store<u32>(START, h3, 12);
  store<u32>(START, h4, 16);
  store<u32>(START, h5, 20);
  store<u32>(START, h6, 24);
  store<u32>(START, h7, 28);
}
