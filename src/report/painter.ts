import { styleText } from "node:util";
import { escapeControl } from "../core/terminal-text.ts";

export type Style = "good" | "bad" | "caution" | "quiet" | "strong";

/** Makes text safe to print, and coloured where asked. Everything that a text report prints goes through one. */
export type Painter = (text: string, style?: Style) => string;

const formats = { good: "green", bad: "red", caution: "yellow", quiet: "dim", strong: "bold" } as const satisfies Record<Style, string>;

/** With colour or without; either way control characters are escaped and commands to a CI log are disarmed. */
export function createPainter(color: boolean): Painter {
  return (text, style) => {
    const safe = disarmLogCommands(escapeControl(text));
    return color && style !== undefined ? styleText(formats[style], safe, { validateStream: false }) : safe;
  };
}

/**
 * CI runners obey `::command` at the start of a line and `##[command]` or `##vso[command]` anywhere in their log.
 * A staged file name must not be able to set an output or hide a line there.
 */
function disarmLogCommands(text: string): string {
  return text.replace(/(^|\s)::(?=[A-Za-z])/g, "$1\\u003a:").replace(/##(?=\[|vso\[)/gi, "#\\u0023");
}
