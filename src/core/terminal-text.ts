const shortEscapes: Readonly<Record<string, string>> = { "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r" };

/**
 * Text from a file, a path or git, safe to print on one line: what is unprintable becomes a JSON escape (`\n`, `\u001b`, `\udb40\udc41`).
 * Printable text comes back unchanged, and inside a JSON string the result means the same as before.
 */
export function escapeControl(text: string): string {
  return text.replace(unprintable(), (character) => shortEscapes[character] ?? toUnicodeEscapes(character));
}

/**
 * What a terminal would obey or hide instead of show: control, format (bidi, zero width, tags), private and unassigned characters,
 * lone surrogates, line and paragraph separators, and everything else that Unicode lets a screen leave out.
 */
function unprintable(): RegExp {
  // Made where it is used: its tables of characters take a millisecond, and a clean commit prints nothing.
  return /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
}

function toUnicodeEscapes(character: string): string {
  let escapes = "";
  for (let index = 0; index < character.length; index++) escapes += `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  return escapes;
}

/** At most `maxLength` characters (code points, at least 5): the middle gives way to `...`, since both ends of a path tell more. */
export function truncateMiddle(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const characters = Array.from(text);
  if (characters.length <= maxLength) return text;
  const kept = Math.max(maxLength, 5) - 3;
  const head = Math.ceil(kept / 2);
  return `${characters.slice(0, head).join("")}...${characters.slice(characters.length - (kept - head)).join("")}`;
}
