/** Whether a token cannot begin behind these characters: a letter, digit or `_` that is no part of an escape (`\n`, `%3D`). */
export function continuesWord(before: string): boolean {
  return /\w$/.test(before) && !/(?:\\[nrt]|%[0-9A-Fa-f]{2})$/.test(before);
}
