import type { Token } from "./token.ts";

/** A name and what it is given: a declaration, a member, a keyword argument, a default. Offsets are indices into the text, ends exclusive. */
export interface Assignment {
  /** The last identifier or key, without quotes or sigils: of `a.b["apiKey"]` it is `apiKey`, of `$env:TOKEN` it is `TOKEN`. */
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** As written (`=`, `:`, `:=`, `=>`, `||`, `??`, `,` …); `>` between the tags of an XML element. */
  readonly operator: string;
  readonly value: AssignedValue;
}

export interface AssignedValue {
  /** Of a quoted value: inside its quotes. */
  readonly start: number;
  readonly end: number;
  /** With escapes resolved; of an expression: as written, cut off at 64 tokens. */
  readonly text: string;
  readonly quoted: boolean;
  /** `bare`: a number, or the unquoted value of a language that has such. */
  readonly kind: "string" | "bare" | "expression";
}

/** Where a name stands. */
export type Key = Pick<Assignment, "name" | "nameStart" | "nameEnd">;

/** Null where one of the two is missing. */
export function toAssignment(key: Key | null, operator: Token, value: AssignedValue | null): Assignment | null {
  return key && value ? { ...key, operator: operator.text, value } : null;
}
