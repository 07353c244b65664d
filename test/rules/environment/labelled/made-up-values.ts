/** Values that look drawn at random and open nothing: made anew in each run, so that no line of the table holds one. */

const ALPHABETS: Readonly<Record<string, string>> = {
  hex: "0123456789abcdef",
  digits: "0123456789",
  lower: "abcdefghijklmnopqrstuvwxyz0123456789",
  alnum: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
  base64: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
};

/** Puts values in for `«hex 40»`, `«alnum 24»`, `«uuid»`. The same mark twice in one text, with the same name behind it (`«hex 40 a»`), is the same value. */
export function fillIn(text: string, seed: number): string {
  const draw = createDraw(seed);
  const named = new Map<string, string>();
  return text.replace(/«(\w+)(?: (\d+))?(?: (\w+))?»/g, (mark, kind: string, length: string | undefined, name: string | undefined) => {
    const value =
      (name === undefined ? undefined : named.get(mark)) ?? (kind === "uuid" ? uuid(draw) : characters(ALPHABETS[kind] ?? "", Number(length), draw));
    named.set(mark, value);
    return value;
  });
}

function uuid(draw: () => number): string {
  const hex = (length: number): string => characters(ALPHABETS.hex ?? "", length, draw);
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
}

function characters(alphabet: string, length: number, draw: () => number): string {
  return Array.from({ length }, () => alphabet[Math.floor(draw() * alphabet.length)]).join("");
}

/** A linear congruential generator: the same table gives the same values. */
function createDraw(seed: number): () => number {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
