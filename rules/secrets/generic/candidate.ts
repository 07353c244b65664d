/** How a value is tied to its name. */
export type Form = "assignment" | "comparison" | "call" | "option" | "statement" | "element" | "scheme";

/** Something that could be a secret: a value, and what it is called. Offsets are indices into the text that it was found in, ends exclusive. */
export interface Candidate {
  /** As written, without quotes, sigils and dashes: `config.sudo.password`, `X-Api-Key`. */
  readonly name: string;
  /** One character a byte; escapes resolved where the lexer read it. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly form: Form;
  readonly quoted: boolean;
  /** What stands on the line before the name, between name and value, and behind the value. Cut to what is near. */
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

/** A candidate before its surroundings are looked at. */
export interface Sighting extends Omit<Candidate, "before" | "between" | "after" | "form"> {
  /** `pair`: the name is a value itself (`set("token", "...")`, `name: TOKEN` above `value: ...`), or a login has none for its password. */
  readonly form: Form | "pair";
  readonly nameStart: number;
  readonly nameEnd: number;
}
