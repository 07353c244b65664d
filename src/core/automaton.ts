/**
 * One Aho-Corasick automaton over the triggers of all rules: a single pass over the bytes finds them all, without regard to ASCII case.
 *
 * Layout: bytes fall into classes (upper and lower case share one), a row of the table has `1 << shift` cells, and a cell holds the next
 * state, not premultiplied, so that 16 bits reach 65,535 states whatever the number of classes. States that end a literal come last:
 * `state >= firstMatch` is the only test in the loop.
 */
export interface Automaton {
  readonly shift: number;
  readonly firstMatch: number;
  readonly longest: number;
  /** Byte to class. */
  readonly classes: Uint8Array;
  readonly table: Uint16Array;
  /** Literals that end in match state `firstMatch + i`: `outputs[outputStart[i] .. outputStart[i + 1])`. */
  readonly outputStart: Uint32Array;
  readonly outputs: Uint16Array;
}

const MAX_STATES = 65_535;

/** Builds the automaton of ASCII literals; literal `i` reports as `i`. Throws `RangeError` past 65,535 states. */
export function buildAutomaton(literals: readonly string[]): Automaton {
  const folded = literals.map((literal) => Buffer.from(literal.toLowerCase(), "latin1"));
  const { classes, width } = classify(folded);
  const trie = buildTrie(folded, classes, width);
  return renumber(trie, classes, width, Math.max(0, ...folded.map((bytes) => bytes.length)));
}

function classify(literals: readonly Uint8Array[]): { classes: Uint8Array; width: number } {
  const classes = new Uint8Array(256);
  let count = 1;
  for (const bytes of literals) for (const byte of bytes) if (classes[byte] === 0) classes[byte] = count++;
  for (let byte = 65; byte <= 90; byte++) classes[byte] = classes[byte + 32] ?? 0;
  return { classes, width: count };
}

interface Trie {
  /** Complete transitions (failure links resolved), row width = number of classes. */
  next: number[];
  outputs: number[][];
}

function buildTrie(literals: readonly Uint8Array[], classes: Uint8Array, width: number): Trie {
  const next: number[] = new Array(width).fill(0);
  const outputs: number[][] = [[]];
  literals.forEach((bytes, literal) => {
    let state = 0;
    for (const byte of bytes) {
      const cell = state * width + (classes[byte] ?? 0);
      if (!next[cell]) {
        if (outputs.length >= MAX_STATES) throw new RangeError("Too many triggers for one automaton.");
        next[cell] = outputs.length;
        outputs.push([]);
        for (let i = 0; i < width; i++) next.push(0);
      }
      state = next[cell] ?? 0;
    }
    outputs[state]?.push(literal);
  });
  resolveFailures(next, outputs, width);
  return { next, outputs };
}

/** Breadth first: a missing transition goes where the longest proper suffix would go, and a state reports what that suffix reports. */
function resolveFailures(next: number[], outputs: number[][], width: number): void {
  const fail = new Array<number>(outputs.length).fill(0);
  const queue = next.slice(0, width).filter((state) => state !== 0);
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] ?? 0;
    const suffix = fail[state] ?? 0;
    outputs[state]?.push(...(outputs[suffix] ?? []));
    for (let c = 0; c < width; c++) {
      const child = next[state * width + c] ?? 0;
      const fallback = next[suffix * width + c] ?? 0;
      if (child === 0) next[state * width + c] = fallback;
      else {
        fail[child] = fallback;
        queue.push(child);
      }
    }
  }
}

function renumber({ next, outputs }: Trie, classes: Uint8Array, width: number, longest: number): Automaton {
  const states = outputs.length;
  const matching = outputs.flatMap((found, state) => (found.length > 0 ? [state] : []));
  const firstMatch = states - matching.length;
  const renamed = new Uint16Array(states);
  let silent = 0;
  let loud = firstMatch;
  for (let state = 0; state < states; state++) renamed[state] = outputs[state]?.length ? loud++ : silent++;

  const shift = Math.ceil(Math.log2(Math.max(2, width)));
  const table = new Uint16Array(states << shift);
  for (let state = 0; state < states; state++) {
    const row = (renamed[state] ?? 0) << shift;
    for (let c = 0; c < width; c++) table[row + c] = renamed[next[state * width + c] ?? 0] ?? 0;
  }
  const outputStart = new Uint32Array(matching.length + 1);
  const flat: number[] = [];
  matching.forEach((state, i) => {
    flat.push(...(outputs[state] ?? []));
    outputStart[i + 1] = flat.length;
  });
  return { shift, firstMatch, longest, classes, table, outputStart, outputs: Uint16Array.from(flat) };
}

/**
 * A literal ends at `end` (bytes, exclusive), in match state `state`. Of the literals of that state only those count that begin before `before`:
 * the others are found by the walk that began there.
 */
export type Found = (end: number, state: number, before: number) => void;

/**
 * Calls `found` wherever a literal ends, in no particular order, once for each place.
 * Two halves are walked at the same time: the two chains of table look-ups hide each other's latency (1.6 times one stream).
 */
export function scanBytes(automaton: Automaton, bytes: Uint8Array, length: number, found: Found): void {
  const { table, classes, shift, firstMatch, longest } = automaton;
  const half = length >> 1;
  let a = 0;
  let b = 0;
  for (let i = 0, j = half; i < half; i++, j++) {
    a = table[(a << shift) | (classes[bytes[i] as number] as number)] as number;
    b = table[(b << shift) | (classes[bytes[j] as number] as number)] as number;
    if (a >= firstMatch) found(i + 1, a, half);
    if (b >= firstMatch) found(j + 1, b, length);
  }
  for (let j = half * 2; j < length; j++) {
    b = table[(b << shift) | (classes[bytes[j] as number] as number)] as number;
    if (b >= firstMatch) found(j + 1, b, length);
  }
  // Literals that begin in the first half and end in the second.
  const end = Math.min(length, half + longest - 1);
  for (let i = half; i < end && a !== 0; i++) {
    a = table[(a << shift) | (classes[bytes[i] as number] as number)] as number;
    if (a >= firstMatch) found(i + 1, a, half);
  }
}
