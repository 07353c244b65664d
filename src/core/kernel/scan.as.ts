// AssemblyScript, compiled by `npm run kernel` to scan-wasm.ts. Four walks over four quarters at the same time: their table look-ups hide each
// other's latency, which no single walk can. The same automaton and the same hits as `scanBytes` in ../automaton.ts, its oracle.
//
// A hit is two u32: end of the literal (exclusive, counted from `source`), state. Each walk writes to an area of its own; `counts` holds four u32.

export { gate, useGates, useWindow } from "./gates.as";

export function scan(
  source: usize,
  length: i32,
  classes: usize,
  table: usize,
  shift: u32,
  firstMatch: u32,
  overlap: i32,
  out0: usize,
  out1: usize,
  out2: usize,
  out3: usize,
  counts: usize,
): void {
  const quarter = length >> 2;
  const s1 = source + quarter;
  const s2 = s1 + quarter;
  const s3 = s2 + quarter;
  let a: u32 = 0;
  let b: u32 = 0;
  let c: u32 = 0;
  let d: u32 = 0;
  let n0 = out0;
  let n1 = out1;
  let n2 = out2;
  let n3 = out3;
  for (let i: i32 = 0; i < quarter; i++) {
    a = <u32>load<u16>(table + ((((a << shift) | <u32>load<u8>(classes + <usize>load<u8>(source + i)))) << 1));
    b = <u32>load<u16>(table + ((((b << shift) | <u32>load<u8>(classes + <usize>load<u8>(s1 + i)))) << 1));
    c = <u32>load<u16>(table + ((((c << shift) | <u32>load<u8>(classes + <usize>load<u8>(s2 + i)))) << 1));
    d = <u32>load<u16>(table + ((((d << shift) | <u32>load<u8>(classes + <usize>load<u8>(s3 + i)))) << 1));
    if (a >= firstMatch) {
      store<u32>(n0, i + 1);
      store<u32>(n0, a, 4);
      n0 += 8;
    }
    if (b >= firstMatch) {
      store<u32>(n1, quarter + i + 1);
      store<u32>(n1, b, 4);
      n1 += 8;
    }
    if (c >= firstMatch) {
      store<u32>(n2, 2 * quarter + i + 1);
      store<u32>(n2, c, 4);
      n2 += 8;
    }
    if (d >= firstMatch) {
      store<u32>(n3, 3 * quarter + i + 1);
      store<u32>(n3, d, 4);
      n3 += 8;
    }
  }
  for (let k = 4 * quarter; k < length; k++) {
    d = <u32>load<u16>(table + ((((d << shift) | <u32>load<u8>(classes + <usize>load<u8>(source + k)))) << 1));
    if (d >= firstMatch) {
      store<u32>(n3, k + 1);
      store<u32>(n3, d, 4);
      n3 += 8;
    }
  }
  // Literals that end behind a seam. The walk behind it began in the root there, so it has seen only those that begin behind.
  for (let k = quarter; k < min(length, quarter + overlap) && a != 0; k++) {
    a = <u32>load<u16>(table + ((((a << shift) | <u32>load<u8>(classes + <usize>load<u8>(source + k)))) << 1));
    if (a >= firstMatch) {
      store<u32>(n0, k + 1);
      store<u32>(n0, a, 4);
      n0 += 8;
    }
  }
  for (let k = 2 * quarter; k < min(length, 2 * quarter + overlap) && b != 0; k++) {
    b = <u32>load<u16>(table + ((((b << shift) | <u32>load<u8>(classes + <usize>load<u8>(source + k)))) << 1));
    if (b >= firstMatch) {
      store<u32>(n1, k + 1);
      store<u32>(n1, b, 4);
      n1 += 8;
    }
  }
  for (let k = 3 * quarter; k < min(length, 3 * quarter + overlap) && c != 0; k++) {
    c = <u32>load<u16>(table + ((((c << shift) | <u32>load<u8>(classes + <usize>load<u8>(source + k)))) << 1));
    if (c >= firstMatch) {
      store<u32>(n2, k + 1);
      store<u32>(n2, c, 4);
      n2 += 8;
    }
  }
  store<u32>(counts, <u32>((n0 - out0) >> 3));
  store<u32>(counts, <u32>((n1 - out1) >> 3), 4);
  store<u32>(counts, <u32>((n2 - out2) >> 3), 8);
  store<u32>(counts, <u32>((n3 - out3) >> 3), 12);
}
