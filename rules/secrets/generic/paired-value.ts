import type { Trigger } from "../../../src/core/rule.ts";
import type { Sighting } from "./candidate.ts";
import { BARE, readOpening, readQuoted } from "./nearby-value.ts";

/** Up to a value whose name is a value itself; the group is that name. */
const PAIRS: readonly RegExp[] = [
  // `ENV TOKEN X` of a Dockerfile, `npm config set //host/:_authToken X`, `gh secret set TOKEN --body X`.
  /(?:ENV|(?:config(?:ure)?|secrets?)[ \t]{1,4}set)[ \t]{1,8}["']?([^\s"'=]{2,200})["']?[ \t]{1,8}(?:(?:--body|-b)[ \t=]{1,4})?(?![-\s=])/dy,
  // `name: TOKEN` above `value: X`; `{ "name": "TOKEN", "value": "X" }`; `--name TOKEN --value X`; `ParameterKey=TOKEN,ParameterValue=X`.
  /(?:name|key)["']?[ \t]{0,8}[ \t:=][ \t]{0,8}["']?([\w.$-]{2,64})["']?[ \t]{0,4}[,\s]\s{0,80}(?:--|parameter|["'])?value["']?[ \t]{0,8}[ \t:=][ \t]{0,8}/diy,
  // `variable "db_password" {` and in its braces `default = "X"`, as Terraform has it.
  /variable[ \t]{1,4}"([\w-]{2,64})"[ \t]{0,4}\{[^{}]{0,300}?\bdefault[ \t]{0,20}=[ \t]{0,4}/dy,
];
/** How the last two begin before a word for a secret. */
const BEGUN = /(?:name|key|variable)["']?[ \t]{0,8}[ \t:=][ \t]{0,8}["']?[\w.$-]{0,64}$/i;
const NAME_BEFORE = 100;
/** Without the host or the section before it. */
const LAST_PART = /[\w.$-]{1,64}$/;
const VARIABLE: Trigger["followedBy"] = { set: "A-Z_", min: 4 };

/** Where a pair begins whose name and value stand on two lines, or have no sign between them. */
export const pairTriggers: readonly Trigger[] = [
  { literal: "ENV ", exact: true, startsWord: true },
  ...["config set ", "configure set ", "secret set ", "secrets set ", 'variable "'].map((literal) => ({ literal, startsWord: true })),
  ...["name: ", 'name: "', 'name = "', "key: ", 'key: "'].map((literal) => ({ literal, exact: true, startsWord: true, followedBy: VARIABLE })),
];

/** The same the other way round; the groups are value and name. */
const REVERSED: readonly RegExp[] = [
  // `{ "value": "X", "name": "TOKEN" }`, as AWS exports the definitions of tasks.
  /value["']?[ \t]{0,8}[:=][ \t]{0,8}(["'])((?:(?!\1)[^\\\n]){4,400})\1[ \t]{0,4},\s{0,80}["']?(?:name|key)["']?[ \t]{0,8}[:=][ \t]{0,8}["']?([\w.$-]{2,64})/diy,
  // `value: X` above `name: TOKEN`, as tools that sort the keys of YAML leave it.
  /value:[ \t]{1,8}(["']?)([^\s"'`,;<>()[\]{}|&\\]{4,400})\1[ \t]{0,80}\r?\n[ \t]{1,80}(?:name|key):[ \t]{1,8}["']?([\w.$-]{2,64})/dy,
];

/** Where one begins; only what could be drawn is worth a look, for the name comes last. */
export const reversedTriggers: readonly Trigger[] = [
  ...['value": "', 'value":"', 'value: "', "value: '"].map((literal) => ({ literal, randomWithin: 4 })),
  { literal: "value: ", exact: true, startsWord: true, randomWithin: 4 },
];

/** The value of a pair; `from`: where in `text` the pair, or a word for a secret in its name, begins. */
export function readPairedValue(text: string, from: number): Sighting | null {
  const begun = BEGUN.exec(text.slice(Math.max(0, from - NAME_BEFORE), from))?.[0].length ?? 0;
  for (const pattern of PAIRS) {
    pattern.lastIndex = from - begun;
    const [start, end] = pattern.exec(text)?.indices?.[1] ?? [];
    if (start !== undefined && end !== undefined) return toPair(text, start, end, pattern.lastIndex);
  }
  return readReversed(text, from);
}

function readReversed(text: string, from: number): Sighting | null {
  for (const pattern of REVERSED) {
    pattern.lastIndex = from;
    const [, quote, value, name] = pattern.exec(text)?.indices ?? [];
    if (!quote || !value || !name) continue;
    const [[start, end], [nameStart, nameEnd]] = [value, name];
    return { name: text.slice(nameStart, nameEnd), nameStart, nameEnd, value: text.slice(start, end), start, end, form: "pair", quoted: quote[0] < quote[1] };
  }
  return null;
}

function toPair(text: string, nameStart: number, nameEnd: number, at: number): Sighting | null {
  const name = LAST_PART.exec(text.slice(nameStart, nameEnd))?.[0] ?? "";
  const opened = readOpening(text, at);
  const start = opened?.end ?? at;
  BARE.lastIndex = start;
  const value = opened ? readQuoted(text, start, opened.quote) : (BARE.exec(text)?.[0] ?? "");
  if (value === "" || name === "") return null;
  return { name, nameStart: nameEnd - name.length, nameEnd, value, start, end: start + value.length, form: "pair", quoted: opened !== null };
}
