// Long runs of signs of base 64. Part of the kernel "bytes".

/** One bit for each of sixteen bytes that is a sign. */
// @ts-ignore: decorator
@inline
function signsAt(at: usize): i32 {
  const bytes = v128.load(at);
  const letters = i8x16.lt_u(i8x16.sub(v128.or(bytes, i8x16.splat(32)), i8x16.splat(97)), i8x16.splat(26));
  const digits = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(48)), i8x16.splat(10));
  const marks = v128.or(
    v128.or(i8x16.eq(bytes, i8x16.splat(43)), i8x16.eq(bytes, i8x16.splat(45))),
    v128.or(i8x16.eq(bytes, i8x16.splat(47)), i8x16.eq(bytes, i8x16.splat(95))),
  );
  return i8x16.bitmask(v128.or(v128.or(letters, digits), marks));
}

const LANES: i32 = 16;
const ALL: i32 = 0xffff;

/**
 * Writes begin and end of each run of at least so many signs to `out`, as two u32, and answers with their number. Looks at the end of what a run must
 * hold first, and goes on behind the last byte there that is no sign. `least`: 16 to 32. May read, and never counts, 16 bytes behind the text.
 */
export function runs(at: usize, length: i32, least: i32, out: usize): i32 {
  let found: i32 = 0;
  let from: i32 = 0;
  const second = least - LANES;
  while (from + least <= length) {
    const behind = signsAt(at + from + second);
    if (behind != ALL) {
      from += second + 32 - clz<i32>(~behind & ALL);
      continue;
    }
    const before = signsAt(at + from);
    if (before != ALL) {
      from += 32 - clz<i32>(~before & ALL);
      continue;
    }
    let to = from + least;
    while (to < length) {
      const more = ctz<i32>(~signsAt(at + to));
      to += more;
      if (more < LANES) break;
    }
    if (to > length) to = length;
    store<u32>(out + (found << 3), from);
    store<u32>(out + (found << 3), to, 4);
    found++;
    from = to;
  }
  return found;
}
