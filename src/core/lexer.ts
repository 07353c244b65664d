/** A tolerant token scanner for fragments of source text: strings, comments, escapes and assignments per language family. */
export type { AssignedValue, Assignment } from "./lexer/assignment.ts";
export { assignmentAt, listAssignments } from "./lexer/assignments.ts";
export type { Language } from "./lexer/language.ts";
export { languageOf } from "./lexer/language.ts";
export type { Token, TokenKind } from "./lexer/token.ts";
export { tokenize } from "./lexer/tokenize.ts";
