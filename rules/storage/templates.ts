import { type Language, type Token, tokenize } from "../../src/core/lexer.ts";

/** A scheme or the key of a connection string: before it an expression is still the whole path. */
const head = /^(?:(?:[a-z][a-z0-9+]*:)+\/*|(?:data ?source|file ?name) ?=)?\\?["']?$/i;
const tail = /^\\?["']?(?:[;?#]|$)/;
const opening = /\$[{(]|\{/;
const quote = /["'`]/;

/**
 * Tokens in which a string with an expression in it that holds strings is what it means: `$"Data Source={Combine(x, "y.db")}"` is `"Data Source=" + (Combine(x, "y.db"))`.
 * Only where the expression is the whole path; `{a["b"]}.db` stays a string.
 */
export function unfoldTemplates(tokens: readonly Token[], language: Language): readonly Token[] {
  return tokens.some(mayUnfold) ? tokens.flatMap((token) => (mayUnfold(token) ? unfold(token, language) : [token])) : tokens;
}

function mayUnfold({ kind, interpolated, text, innerStart, innerEnd, start }: Token): boolean {
  return kind === "string" && interpolated && quote.test(text.slice(innerStart - start, innerEnd - start));
}

function unfold(token: Token, language: Language): readonly Token[] {
  const written = token.text.slice(token.innerStart - token.start, token.innerEnd - token.start);
  const found = opening.exec(written);
  if (!found || !head.test(written.slice(0, found.index))) return [token];
  const from = found.index + found[0].length;
  const inner = tokenize(written.slice(from), language);
  const close = indexOfClose(inner);
  const end = inner[close];
  if (!end || !tail.test(written.slice(from + end.end)) || !inner.slice(0, close).some(({ kind }) => kind === "string")) return [token];
  const at = token.innerStart + from;
  const sign = (text: string, start: number): Token => ({
    ...token,
    kind: "punctuation",
    text,
    value: text,
    start,
    end: start + text.length,
    interpolated: false,
  });
  const scheme = found[0] === written.slice(0, from) ? [] : [{ ...token, value: written.slice(0, found.index), interpolated: false }, sign("+", at)];
  return [
    ...scheme,
    sign("(", at),
    ...unfoldTemplates(
      inner.slice(0, close).map((one) => moved(one, at)),
      language,
    ),
    sign(")", at + end.start),
  ];
}

/** Of the bracket that closes what was open before the first token, or -1. */
function indexOfClose(tokens: readonly Token[]): number {
  let depth = 0;
  return tokens.findIndex(({ kind, text }) => {
    if (kind !== "punctuation") return false;
    if (/^[([{]$/.test(text)) depth += 1;
    else if (/^[)\]}]$/.test(text)) depth -= 1;
    return depth < 0;
  });
}

function moved(token: Token, by: number): Token {
  return { ...token, start: token.start + by, end: token.end + by, innerStart: token.innerStart + by, innerEnd: token.innerEnd + by };
}
