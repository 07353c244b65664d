import type { ExitCode } from "../core/model.ts";
import type { TerminalIo } from "./io.ts";

/** A row of the table that help, usage errors and docs/cli.md are made of. */
export interface Command {
  readonly name: string;
  /** One line, as the list of commands shows it. */
  readonly summary: string;
  readonly operand?: Operand;
  readonly flags: readonly Flag[];
  /** Stands below the flags in the help: examples, exit codes. */
  readonly epilogue?: string;
  /** Of its `--format json`; errors are reported in it too. */
  readonly schema?: string;
  /** Opens the command's own module; nothing before that is heavy. */
  load(): Promise<(input: Input, io: TerminalIo) => Promise<ExitCode>>;
}

export interface Operand {
  readonly name: string;
  readonly count: "one" | "any";
  readonly summary: string;
}

export interface Flag {
  readonly name: `--${string}`;
  /** What stands for its value in the help; absent: it takes none. */
  readonly value?: string;
  /** Takes values up to the next flag, commas too. */
  readonly many?: boolean;
  readonly choices?: readonly string[];
  readonly summary: string;
}

/** What was typed, checked against the table. */
export interface Input {
  readonly operands: readonly string[];
  /** By name, only those that were given; without a value: an empty list. */
  readonly flags: ReadonlyMap<string, readonly string[]>;
}
