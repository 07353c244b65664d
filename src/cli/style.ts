import { createPainter, type Painter } from "../report/painter.ts";
import type { Input } from "./command.ts";
import type { TerminalIo } from "./io.ts";

/** How text on standard output is to look. */
export interface Style {
  readonly color: boolean;
  /** Columns; `undefined` where lines are not to be broken. */
  readonly width: number | undefined;
  readonly paint: Painter;
}

/** Colour and broken lines are for terminals; NO_COLOR, CI and `--no-color` are respected. */
export function toStyle({ flags }: Pick<Input, "flags">, { columns, env }: Pick<TerminalIo, "columns" | "env">): Style {
  const color = columns !== null && !flags.has("--no-color") && !env.NO_COLOR && !env.CI && env.TERM !== "dumb";
  return { color, width: columns ?? undefined, paint: createPainter(color) };
}
