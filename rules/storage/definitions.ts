/** A name that stands in more places is not followed further. */
const MAX_PLACES = 24;
/** So much is read behind a name, and of what a function gives back. */
const MAX_VALUE = 480;
const MAX_LINES = 24;

/** `= value` behind a name, `: Type = value`, `, err := value`. A line that ends in an open bracket or an operator goes on in the next, and one that begins with an operator goes on with the last. */
const assigned =
  /^(,[ \t]*\w+)?[ \t]*(?::[^=\n]{1,60})?:?=(?!=)[ \t]*((?:[^\n]{0,160}(?:[([?+=\\]|\|\||\bor)[ \t\r]*\n\s*){0,2}[^\n]{1,240}(?:\n\s*(?:\|\||[?.:+])[^\n]{1,160}){0,3})/;
/** `: &Path,` behind the name of a parameter: whoever calls decides. */
export const parameter = /^: *&?(?:mut )?(?:\w+(?:::|\.))*(?:Path(?:Buf|Like)?|str|String|string) *[,)]/;
/** `with TemporaryDirectory() as` before a name */
const managedAs = /\bwith[ \t]+([^\n]{1,160}?)[ \t]+as[ \t]+$/;
/** `(self) -> Path:`, `(): string {` and `() string {` behind a name: a function of that name begins. */
const body = /^\([^()\n]{0,160}\)[ \t]*(?:(?:->|:)?[ \t]*[\w.:<>[\]&' |]{1,60}?)??[ \t]*[{:](?=[ \t\r]*\n|[ \t]*return\b)/;
const asksInstead = /\b(?:if|elif|while|for|switch|match|return|await|not)[ \t(!]*$/;
/** Nothing but words that declare stands between the beginning of a line and the name. */
const declares = /(?:^|\n)(?:export |pub |public |private |internal |static |final |readonly |const |let |var |val )*$/;

/** Source of the last value that `name` was given in `before`, or of what a function there gives back. */
export function lastDefinition(before: string, name: string): string | null {
  for (const at of listPlaces(before, name).reverse()) {
    const behind = before.slice(at + name.length, at + name.length + MAX_VALUE);
    const value = valueIn(before, at, behind) ?? managedAs.exec(before.slice(Math.max(0, at - 200), at))?.[1];
    const found = value ?? resultOf(before, at, behind) ?? parameter.exec(behind)?.[0];
    if (found !== undefined) return found;
  }
  return null;
}

/** The same for what is only defined in `text`, further down: a constant of the module or a function, whose order is free. */
export function laterDefinition(text: string, name: string): string | null {
  for (const at of listPlaces(text, name)) {
    const behind = text.slice(at + name.length, at + name.length + MAX_VALUE);
    const value = declares.test(text.slice(Math.max(0, at - 80), at)) ? valueIn(text, at, behind) : undefined;
    const found = value ?? resultOf(text, at, behind);
    if (found !== undefined) return found;
  }
  return null;
}

/** What the name at `at` is given. In `makedirs(folder, exist_ok=True)` it is given nothing. */
function valueIn(text: string, at: number, behind: string): string | undefined {
  const [, second, value] = assigned.exec(behind) ?? [];
  return second !== undefined && /\([^()\n]*$/.test(text.slice(Math.max(0, at - 160), at)) ? undefined : value;
}

/** What the function that is called as the name at `at` gives back, all of it in one line: its lines are indented more than its head. */
function resultOf(text: string, at: number, behind: string): string | undefined {
  const head = body.exec(behind)?.[0];
  if (head === undefined || asksInstead.test(text.slice(Math.max(0, at - 40), at))) return undefined;
  const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", at) + 1, at))?.[0].length ?? 0;
  const [first = "", ...rest] = behind.slice(head.length).split("\n", MAX_LINES);
  const end = rest.findIndex((line) => /\S/.test(line) && (/^[ \t]*/.exec(line)?.[0].length ?? 0) <= indent);
  const lines = [first, ...rest.slice(0, end < 0 ? undefined : end)];
  const returned = lines.flatMap((line, index) => {
    const value = /\breturn\b[ \t]*(\S.*)/.exec(line)?.[1];
    return value === undefined ? [] : /[([]\s*$/.test(value) ? [value, ...lines.slice(index + 1, index + 3)] : [value];
  });
  // In Rust the last line is what a function gives back.
  const last = returned.length === 0 && head.endsWith("{") && end > 0 ? lines.at(-1)?.trim() : undefined;
  return returned.length > 0 ? returned.join(" ") : last;
}

/** Where the whole word stands, the last ones of many. */
export function listPlaces(text: string, name: string): number[] {
  const places: number[] = [];
  if (name === "") return places;
  for (let at = text.lastIndexOf(name); at >= 0 && places.length < MAX_PLACES; at = at > 0 ? text.lastIndexOf(name, at - 1) : -1)
    if (!/[\w$]/.test(text[at - 1] ?? "") && !/[\w$]/.test(text[at + name.length] ?? "")) places.unshift(at);
  return places;
}
