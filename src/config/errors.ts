import { GuardError } from "../core/model.ts";
import { toName } from "../core/redact.ts";
import { escapeControl } from "../core/terminal-text.ts";

/** One thing that is wrong in a configuration. */
export interface Problem {
  /** `guard.config.json:4:15`, or the file alone where there is no text to point into. */
  readonly place: string;
  /** Where it stands, for sorting; 0 without a text. */
  readonly offset: number;
  /** `rules.secrets/jwt[1].max`; empty: the file as a whole. */
  readonly key: string;
  /** What is wrong, without a full stop at its end. */
  readonly text: string;
  /** What was probably meant. */
  readonly meant?: string | null;
}

const MAX_SHOWN = 5;

/** The error for one or more problems: exit code 2, a line for each, in the order of the file. */
export function configError(problems: readonly Problem[], fix?: string, cause?: unknown): GuardError {
  const sorted = [...problems].sort((a, b) => a.offset - b.offset);
  const lines = sorted.slice(0, MAX_SHOWN).map(formatProblem);
  if (sorted.length > MAX_SHOWN) lines.push(`and ${sorted.length - MAX_SHOWN} more.`);
  return new GuardError(2, "config", lines.join("\n"), fix ?? "Mend the configuration and run the command again.", cause === undefined ? undefined : { cause });
}

function formatProblem({ place, key, text, meant }: Problem): string {
  const hint = meant ? ` Did you mean "${escapeControl(meant)}"?` : "";
  return `${escapeControl(place)}: ${key === "" ? "" : `${key}: `}${text}.${hint}`;
}

/** `["rules", "secrets/jwt", 1, "max"]` as `rules.secrets/jwt[1].max`. */
export function formatKeyPath(keyPath: readonly PropertyKey[]): string {
  return keyPath.reduce<string>((path, key) => {
    if (typeof key === "number") return `${path}[${key}]`;
    return path === "" ? toName(String(key)) : `${path}.${toName(String(key))}`;
  }, "");
}

/** What was found instead, as short as it can be said. A text is shown only where it is a number with a unit or a plain word: never a secret. */
export function describeValue(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "number") return String(value);
  if (typeof value === "string") return isHarmless(value) ? `"${value}"` : `a text of ${value.length} characters`;
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function isHarmless(text: string): boolean {
  return /^(?:-?\d{1,9}(?:\.\d{1,6})? ?[A-Za-z%]{0,6}|[A-Za-z][a-z-]{0,15}|)$/.test(text);
}
