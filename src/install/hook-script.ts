/**
 * The text of hooks. Strings are latin1, one character a byte, so that whatever a hook contains stays as it is.
 * Guard's lines in a hook, all marked by the comment at their end:
 *
 *     ( # guard                                    only where the hook had lines of its own; they run first, whatever they end with:
 *     npx lint-staged                              `exit`, `exec` and `set -e` mean in a subshell what they meant before
 *     ) # guard
 *     guard_kept=$? guard_event=pre-commit # guard
 *     [ -f "${0%/*}/guard.sh" ] || { ...; exit 3; } # guard
 *     . "${0%/*}/guard.sh" # guard
 *
 * No `) || exit $?`: in front of `||` a shell ignores `-e`, and husky runs hooks by `sh -e`, so that a failing line would no longer stop the hook.
 */

const OPENING = "( # guard";
const CLOSING = ") # guard";
// biome-ignore lint/suspicious/noTemplateCurlyInString: the shell fills it in
const SOURCING = '. "${0%/*}/guard.sh" # guard';
const PRESENCE =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell fills it in
  '[ -f "${0%/*}/guard.sh" ] || { echo "guard: ${0%/*}/guard.sh is missing. Nothing was checked, so git stopped. Run: npx --no guard install" >&2; exit 3; } # guard';
/** These and those of other versions. */
const GUARD_LINE = /^(?:\(|\)|guard_.*|.*\/guard\.sh".*) # guard[ \t]*\r?$/;
const SHELLS = /^(?:sh|bash|dash|ash|ksh|mksh|zsh)$/;

/** A hook with nothing but Guard in it. husky's need no first line, git's do. */
export function newHook(event: string, withShebang: boolean): string {
  return [...(withShebang ? ["#!/bin/sh"] : []), ...callLines(event, "0"), ""].join("\n");
}

/** The shell a hook is written for; without a first line git and husky take `sh`. `null`: another language, or a binary. */
export function shellOf(hook: string): string | null {
  if (hook.includes("\0")) return null;
  if (!hook.startsWith("#!")) return "sh";
  const [program = "", ...rest] = (splitLines(hook)[0] ?? "").slice(2).trim().split(/\s+/);
  const isEnv = /(^|\/)env$/.test(program);
  const shell = isEnv ? rest.find((word) => !word.startsWith("-")) : program;
  return shell !== undefined && SHELLS.test(shell.slice(shell.lastIndexOf("/") + 1)) ? shell : null;
}

/** Guard's lines put behind a shell hook's own. Line ends stay those of the file. */
export function addGuard(hook: string, event: string): string {
  const { head, body } = splitHead(hook);
  const eol = /\r\n/.test(hook) ? "\r\n" : "\n";
  if (!hasCommands(body)) return joinLines([endLine(hook, eol), ...callLines(event, "0").map((line) => line + eol)]);
  return joinLines([head, openingFor(event) + eol, endLine(body, eol), CLOSING + eol, ...callLines(event, "$?").map((line) => line + eol)]);
}

/** The hook without Guard's lines. Not always the bytes from before: a last line end that was added stays. */
export function removeGuard(hook: string): string {
  return hasGuard(hook) ? joinLines(splitLines(hook).filter((line) => !isGuardLine(line))) : hook;
}

/** Whether Guard is called, by whatever version's lines. */
export function hasGuard(hook: string): boolean {
  return splitLines(hook).some((line) => line.includes('/guard.sh"') && isGuardLine(line));
}

/** Whether Guard's call stands there as this version writes it; what else the hook does is its own business. */
export function hasCurrentGuard(hook: string, event: string): boolean {
  const lines = splitLines(hook).map((line) => line.replace(/\r?\n$/, ""));
  const at = lines.indexOf(SOURCING);
  return lines[at - 1] === PRESENCE && ["0", "$?"].some((kept) => lines[at - 2] === callLines(event, kept)[0]);
}

/** Whether anything is left that does something: neither blank nor a comment. */
export function hasCommands(text: string): boolean {
  return splitLines(text).some((line) => !/^\s*(#|$)/.test(line));
}

/**
 * What stays in front of the subshell: the first line and, for husky 5 to 8, the line that runs the whole hook again under `sh -e`. husky 4 sources a
 * `husky.sh` beside the hook, which ends the hook in success too.
 */
export function splitHead(hook: string): { head: string; body: string } {
  const lines = splitLines(hook);
  const husky = lines.findIndex((line) => /^\s*\.\s.*\/_\/husky\.sh"?\s*$/.test(line));
  const count = Math.max(husky + 1, hook.startsWith("#!") ? 1 : 0);
  return { head: joinLines(lines.slice(0, count)), body: joinLines(lines.slice(count)) };
}

function callLines(event: string, kept: string): string[] {
  const refs = event === "pre-push" && kept === "0" ? " guard_refs=$(cat)" : "";
  return [`guard_kept=${kept} guard_event=${event}${refs} # guard`, PRESENCE, SOURCING];
}

/** At a push the refs come on standard input: the older lines get them, and Guard too. */
function openingFor(event: string): string {
  return event === "pre-push" ? `guard_refs=$(cat); printf '%s\\n' "$guard_refs" | ${OPENING}` : OPENING;
}

function isGuardLine(line: string): boolean {
  return GUARD_LINE.test(line.replace(/\n$/, ""));
}

/** Lines with their ends. */
function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function joinLines(lines: readonly string[]): string {
  return lines.join("");
}

function endLine(text: string, eol: string): string {
  return text === "" || text.endsWith("\n") ? text : text + eol;
}
