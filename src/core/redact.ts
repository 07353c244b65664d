import { escapeControl, truncateMiddle } from "./terminal-text.ts";

/** Shortest value of which the last four characters may be shown. */
const MIN_LENGTH_FOR_TAIL = 20;
const TAIL = 4;

/**
 * A preview of a secret: at most its public prefix (`reveal` leading characters) and the last four characters, and no last four where it has
 * fewer than 20. Of the part that is not public never more than those four characters are shown.
 */
export function redact(secret: string, reveal = 0): string {
  const shown = secret.replace(/\s+/g, " ");
  const hasTail = shown.length - reveal >= MIN_LENGTH_FOR_TAIL - TAIL && shown.length >= MIN_LENGTH_FOR_TAIL;
  const head = shown.slice(0, reveal).replace(/[\ud800-\udbff]$/, "");
  // The end of an armour or of padding says nothing.
  const tail = hasTail ? shown.slice(-TAIL).replace(/^[\udc00-\udfff]|^[-=]+$/, "") : "";
  return `${head}\u2026${tail}`;
}

/** A name as it may stand in a message: shortened, and left out where it looks like a token that somebody pasted. */
export function toName(text: string): string {
  if (/(?=[A-Za-z+=_]*\d)[A-Za-z0-9+=_]{16,}/.test(text)) return `(${text.length} characters)`;
  return escapeControl(truncateMiddle(text, 80));
}
