// Memory of the kernel "bytes", from the end of what the compiler keeps there: lengths of codes u8[320], next code per length u16[16], next place per
// length u16[16], two codes, words of a block u32[80]; then, from `start()` on, the caller's bytes. A code is
//
//     symbols per length u16[16] | symbols by length u16[288] | table u16[1024]

const BASE: usize = (__heap_base + 15) & ~15;
export const LENGTHS: usize = BASE;
export const NEXT: usize = BASE + 320;
export const PLACES: usize = BASE + 352;
/** Within a code. */
export const SORTED: usize = 32;
export const TABLE: usize = SORTED + 576;
const CODE_BYTES: usize = TABLE + 2048;
export const LITERALS: usize = BASE + 384;
export const DISTANCES: usize = LITERALS + CODE_BYTES;
export const WORDS: usize = DISTANCES + CODE_BYTES;
export const START: usize = WORDS + 320;
