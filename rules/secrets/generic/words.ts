/** Words that tell what a name, a value or a line is about. Found in any case, also inside longer words: `pass` in `dbPassword`. */
export const WORDS: readonly string[] = `
  pass word pwd secret token key auth api cred otp access private public client consumer app user login session cookie sign encrypt crypt hash salt
  aes rsa jwt oauth refresh bearer basic admin root db sql host url uri file path dir name type class size len count max min default
  test example sample demo my your change enter invalid wrong new old confirm reset forgot require error message label title hint help text field
  column index cache next prev primary foreign sort map node event code status state mode format policy rule version license ssh pem cert
  store webhook signature nonce uuid master shared service account spec expect assert should mock fake dummy import return function interface
  const let var static final string if else for throw print log echo curl docker export set env config email http port database connect value id
  description placeholder todo create hex base sha digest null true false docs none void here some any foo bar abc xxx hello world string`
  .trim()
  .split(/\s+/)
  .filter((word, at, all) => all.indexOf(word) === at);

const LETTERS = 26;

/** One automaton over all words: cells hold the next state; what ends in a state stands in `ends`, all of it. */
const { next, ends } = buildAutomaton(WORDS);

/** Sets `flags[offset + i]` for each word `i` that stands in `text`, in one pass. */
export function markWords(text: string, flags: Float64Array, offset: number): void {
  let state = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = (text.charCodeAt(i) | 32) - 97;
    if (letter < 0 || letter >= LETTERS) {
      state = 0;
      continue;
    }
    state = next[state * LETTERS + letter] ?? 0;
    const found = ends[state];
    if (found) for (const word of found) flags[offset + word] = 1;
  }
}

function buildAutomaton(words: readonly string[]): { readonly next: Uint16Array; readonly ends: readonly (readonly number[] | undefined)[] } {
  const size = words.reduce((sum, word) => sum + word.length, 1);
  const table = new Uint16Array(size * LETTERS);
  const found: (number[] | undefined)[] = [];
  let states = 1;
  words.forEach((word, index) => {
    let state = 0;
    for (const character of word) {
      const cell = state * LETTERS + character.charCodeAt(0) - 97;
      if (table[cell] === 0) table[cell] = states++;
      state = table[cell] ?? 0;
    }
    found[state] = [...(found[state] ?? []), index];
  });
  const failure = new Uint16Array(states);
  // Breadth first: the failure state of a state is nearer to the root and already complete.
  for (const queue = [0]; queue.length > 0; ) {
    const state = queue.shift() ?? 0;
    for (let letter = 0; letter < LETTERS; letter++) {
      const cell = state * LETTERS + letter;
      const behind = table[(failure[state] ?? 0) * LETTERS + letter] ?? 0;
      const child = table[cell] ?? 0;
      if (child === 0 || (state !== 0 && child === behind)) {
        table[cell] = state === 0 ? 0 : behind;
        continue;
      }
      failure[child] = state === 0 ? 0 : behind;
      const inherited = found[failure[child] ?? 0];
      if (inherited) found[child] = [...(found[child] ?? []), ...inherited];
      queue.push(child);
    }
  }
  return { next: table, ends: found };
}
