// Long runs of signs of base 64. Part of the kernel "bytes".

// @ts-ignore: decorator
@inline
function isSign(byte: u32): bool {
  return (byte | 32) - 97 < 26 || byte - 48 < 10 || byte == 43 || byte == 45 || byte == 47 || byte == 95;
}

/** Writes begin and end of each run of at least so many signs to `out`, as two u32, and answers with their number. Looks back only where a run may be. */
export function runs(at: usize, length: i32, least: i32, out: usize): i32 {
  let found: i32 = 0;
  let from: i32 = 0;
  while (from + least <= length) {
    let last = from + least - 1;
    while (last >= from && isSign(load<u8>(at + last))) last--;
    if (last >= from) {
      from = last + 1;
      continue;
    }
    let to = from + least;
    while (to < length && isSign(load<u8>(at + to))) to++;
    store<u32>(out + (found << 3), from);
    store<u32>(out + (found << 3), to, 4);
    found++;
    from = to;
  }
  return found;
}
