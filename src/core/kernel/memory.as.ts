// Memory of the kernel "bytes", from the end of what the compiler keeps there: lengths of codes u8[320], codes per length u16[16], next code per length
// u16[16], two tables of codes u16[32768] each, words of a block u32[80]; then, from `start()` on, the caller's bytes.

const BASE: usize = (__heap_base + 15) & ~15;
export const LENGTHS: usize = BASE;
export const COUNTS: usize = BASE + 320;
export const NEXT: usize = BASE + 352;
export const LITERALS: usize = BASE + 384;
export const DISTANCES: usize = LITERALS + 65536;
export const WORDS: usize = DISTANCES + 65536;
export const START: usize = WORDS + 320;
