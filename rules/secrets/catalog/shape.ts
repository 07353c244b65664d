import type { Trigger } from "../../../src/core/rule.ts";
import { type Node, OPEN_END, parseNotation } from "./notation.ts";

/** One way in which a token may look, ready to be searched for. */
export interface Shape {
  readonly node: Node;
  /** Texts one of which stands in every match; empty where there is none worth looking for. */
  readonly triggers: readonly Trigger[];
  /** Characters that a match may have before its trigger. */
  readonly before: number;
  /** Characters from the beginning of its trigger on. */
  readonly after: number;
  /** How long it is at least. */
  readonly shortest: number;
  /** Its own texts. */
  readonly texts: readonly string[];
  /** How many characters at its beginning all such tokens share. */
  readonly shared: number;
  /** Every character that it may hold, as a set of a regular expression. */
  readonly alphabet: string;
  /** Matches at the beginning of a trigger. Groups: `before` it, `secret`, and `random`, its longest run of drawn characters. */
  readonly pattern: () => RegExp;
  /** What stands beyond a gap in which anything may stand: quickly looked for, where the whole would be tried at each of a thousand places. */
  readonly beyondGap: RegExp | null;
  /** How long it is at most. */
  readonly longest: number;
  /** Where its last run is open: what it goes on with. */
  readonly goesOn: RegExp | null;
  /** The same from its first character on, without a look at what stands before; for where another pattern leads up to it. */
  readonly source: string;
}

/** A text that can be looked for, in at most so many spellings, each at least so long. */
const MOST_SPELLINGS = 24;
const SHORTEST_TRIGGER = 2;
/** Of two places for a trigger longer is better up to here, then earlier. */
const LONG_ENOUGH = 8;

/** The shapes of a notation: one for each of its alternatives. */
export function compileShapes(notation: string, caseless = false): Shape[] {
  const node = parseNotation(notation);
  return (node.kind === "choice" ? node.options : [node]).map((option) => compileShape(option, caseless));
}

function compileShape(node: Node, caseless: boolean): Shape {
  const written = node.kind === "sequence" ? node.items : [node];
  const open = openRun(written.at(-1));
  const items = open === null ? written : [...written.slice(0, -1), { ...open, max: open.min + LEEWAY }];
  const anchor = chooseAnchor(items);
  const head = items.slice(0, anchor?.from ?? 0);
  const rest = items.slice(anchor?.from ?? 0);
  const random = longestRun({ kind: "sequence", items });
  const toSource = (parts: readonly Node[]): string => parts.map((part) => sourceOf(part, random)).join("");
  const left = leftBound(items);
  const right = open === null ? rightBound(items) : "";
  const hasSecret = holdsSecret(node);
  const gap = items.findIndex(isGap);
  const beyondGap = gap < 0 ? [] : gap < (anchor?.from ?? 0) ? items.slice(0, gap) : items.slice(gap + 1);
  let compiled: RegExp | null = null;
  return {
    node,
    triggers: anchor ? toTriggers(items, anchor, caseless) : [],
    before: sum(head.map(longestOf)),
    after: sum(rest.map(longestOf)),
    shortest: sum(items.map(shortestOf)),
    texts: textsOf(node),
    shared: items[0]?.kind === "text" && !hasSecret ? sharedLength(items) : 0,
    alphabet: [...new Set(setsOf(node))].join(""),
    pattern: () =>
      (compiled ??= new RegExp(`(?<=${left}(?<before>${toSource(head)}))${toSource(rest)}${right}`, `y${hasSecret ? "d" : ""}${caseless ? "i" : ""}`)),
    beyondGap: beyondGap.length === 0 ? null : new RegExp(beyondGap.map((part) => sourceOf(part, null)).join(""), caseless ? "i" : ""),
    goesOn: open?.item.kind === "set" ? new RegExp(`[${open.item.source}]*`, "y") : null,
    longest: open !== null && open.max - open.min === OPEN_END ? Number.POSITIVE_INFINITY : sum(written.map(longestOf)),
    source: toSource(items) + right,
  };
}

/** A last run with more leeway than this is matched as far only, and then read to its end: a row of triggers would be read again and again. */
const LEEWAY = 150;

/** The last item, where it is such a run. */
function openRun(node: Node | undefined): (Node & { readonly kind: "repeat" }) | null {
  return node?.kind === "repeat" && node.max - node.min > LEEWAY && node.item.kind === "set" ? node : null;
}

function isGap(node: Node): boolean {
  return node.kind === "repeat" && node.min === 0 && node.item.kind === "set" && node.item.source === "^";
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

export function shortestOf(node: Node): number {
  if (node.kind === "text") return node.text.length;
  if (node.kind === "set") return 1;
  if (node.kind === "sequence") return sum(node.items.map(shortestOf));
  if (node.kind === "choice") return Math.min(...node.options.map(shortestOf));
  return node.kind === "repeat" ? node.min * shortestOf(node.item) : shortestOf(node.item);
}

function longestOf(node: Node): number {
  if (node.kind === "text") return node.text.replaceAll("&", "&amp;").length;
  if (node.kind === "set") return 1;
  if (node.kind === "sequence") return sum(node.items.map(longestOf));
  if (node.kind === "choice") return Math.max(...node.options.map(longestOf));
  return node.kind === "repeat" ? node.max * longestOf(node.item) : longestOf(node.item);
}

function holdsSecret(node: Node): boolean {
  return node.kind === "secret" || childrenOf(node).some(holdsSecret);
}

export function childrenOf(node: Node): readonly Node[] {
  if (node.kind === "sequence") return node.items;
  if (node.kind === "choice") return node.options;
  return node.kind === "repeat" || node.kind === "secret" ? [node.item] : [];
}

/** The longest run out of one set, of the secret part where there is one. */
function longestRun(node: Node): Node | null {
  const secret = findSecret(node);
  const runs = listRuns(secret ?? node);
  return runs.reduce<Node | null>((best, run) => (best === null || shortestOf(run) >= shortestOf(best) ? run : best), null);
}

function findSecret(node: Node): Node | null {
  if (node.kind === "secret") return node;
  for (const child of childrenOf(node)) {
    const found = findSecret(child);
    if (found) return found;
  }
  return null;
}

function listRuns(node: Node): Node[] {
  return node.kind === "repeat" && node.item.kind === "set" ? [node] : childrenOf(node).flatMap(listRuns);
}

function textsOf(node: Node): string[] {
  return node.kind === "text" ? [node.text] : childrenOf(node).flatMap(textsOf);
}

/** Sources of all sets and, escaped, the characters of all texts. */
function setsOf(node: Node): string[] {
  if (node.kind === "set") return node.source.startsWith("^") ? ["\\x21-\\x7e"] : [node.source.replace(/-$/, "\\-")];
  if (node.kind === "text") return [...node.text].map((sign) => escapeInSet(sign));
  return childrenOf(node).flatMap(setsOf);
}

function escapeInSet(sign: string): string {
  return /[\w ]/.test(sign) ? sign : `\\x${sign.charCodeAt(0).toString(16).padStart(2, "0")}`;
}

function sourceOf(node: Node, random: Node | null): string {
  const inner = (child: Node): string => sourceOf(child, random);
  if (node === random) return `(?<random>${sourceOf(node, null)})`;
  // In XML an ampersand is written `&amp;`.
  if (node.kind === "text")
    return node.text.replace(/[^\w]/g, (sign) => (sign === "&" ? "&(?:amp;)?" : `\\x${sign.charCodeAt(0).toString(16).padStart(2, "0")}`));
  if (node.kind === "set") return `[${node.source}]`;
  if (node.kind === "sequence") return node.items.map(inner).join("");
  if (node.kind === "choice") return `(?:${node.options.map(inner).join("|")})`;
  if (node.kind === "secret") return `(?<secret>${inner(node.item)})`;
  const item = node.item.kind === "set" ? inner(node.item) : `(?:${inner(node.item)})`;
  return node.min === node.max ? `${item}{${node.min}}` : `${item}{${node.min},${node.max}}`;
}

/** What stands at an edge: sources of its sets, `\w` for a text that begins or ends with a letter or digit. Items that may be missing let the next one through. */
function edgeSets(items: readonly Node[], end: "first" | "last"): string[] {
  const ordered = end === "first" ? items : [...items].reverse();
  const sets: string[] = [];
  for (const item of ordered) {
    sets.push(...edgeSetsOf(item, end));
    if (shortestOf(item) > 0) break;
  }
  return sets;
}

function edgeSetsOf(node: Node, end: "first" | "last"): string[] {
  if (node.kind === "text") return /\w/.test(node.text.at(end === "first" ? 0 : -1) ?? "") ? ["A-Za-z0-9"] : [];
  if (node.kind === "set") return node.source.startsWith("^") || !holdsWordSign(node.source) ? [] : ["A-Za-z0-9", node.source.replace(/-$/, "\\-")];
  if (node.kind === "sequence") return edgeSets(node.items, end);
  if (node.kind === "choice") return node.options.flatMap((option) => edgeSetsOf(option, end));
  return edgeSetsOf(node.item, end);
}

function holdsWordSign(source: string): boolean {
  const pattern = new RegExp(`[${source}]`, "i");
  return [..."abcdefghijklmnopqrstuvwxyz0123456789"].some((sign) => pattern.test(sign));
}

/** No letter, digit or `_` and none of its own characters before it, unless they belong to an escape (`\n`, `%3D`). */
function leftBound(items: readonly Node[]): string {
  const sets = [...new Set(edgeSets(items, "first"))];
  return sets.length === 0 ? "" : `(?:(?<![${sets.join("")}_])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2}))`;
}

function rightBound(items: readonly Node[]): string {
  const sets = [...new Set(edgeSets(items, "last"))];
  return sets.length === 0 ? "" : `(?![${sets.join("")}])`;
}

interface Anchor {
  /** Items `[from, to)` are the text. */
  readonly from: number;
  readonly to: number;
  readonly spellings: readonly string[];
}

/** The best neighbours that spell a text: every match holds one of its spellings. */
function chooseAnchor(items: readonly Node[]): Anchor | null {
  let best: Anchor | null = null;
  for (let from = 0; from < items.length; from++) {
    let spellings: readonly string[] = [""];
    for (let to = from; to < items.length; to++) {
      const own = spell(items[to]);
      if (own === null || own.length * spellings.length > MOST_SPELLINGS) break;
      spellings = spellings.flatMap((text) => own.map((more) => text + more));
      if (weight(spellings) > weight(best?.spellings ?? [])) best = { from, to: to + 1, spellings };
    }
  }
  return best && shortestText(best.spellings) >= SHORTEST_TRIGGER ? overOptional(best, items) : null;
}

/** With the text behind it that may be missing (`"sk_" ("test_")?`): only then it is known what follows. */
function overOptional(anchor: Anchor, items: readonly Node[]): Anchor {
  const next = items[anchor.to];
  const own = next?.kind === "repeat" && next.min === 0 ? spell(next) : null;
  if (own === null || own.length * anchor.spellings.length > MOST_SPELLINGS) return anchor;
  return { ...anchor, to: anchor.to + 1, spellings: anchor.spellings.flatMap((text) => own.map((more) => text + more)) };
}

function shortestText(texts: readonly string[]): number {
  return Math.min(...texts.map((text) => text.length));
}

/** Letters tell more than signs; more spellings cost. */
function weight(spellings: readonly string[]): number {
  if (spellings.length === 0 || spellings.some((text) => !/^[\x20-\x7e]*$/.test(text))) return 0;
  const told = Math.min(...spellings.map((text) => Math.min(LONG_ENOUGH, text.replace(/[^A-Za-z0-9]/g, "").length) + text.length / 100));
  return told - spellings.length / 10;
}

/** Every text that a node may be, or `null` where they are too many to list. */
function spell(node: Node | undefined): readonly string[] | null {
  if (node === undefined) return null;
  if (node.kind === "text") return [node.text];
  if (node.kind === "set") return spellSet(node.source);
  if (node.kind === "secret") return spell(node.item);
  if (node.kind === "choice") return spellAll(node.options, (lists) => lists.flat());
  if (node.kind === "sequence")
    return spellAll(node.items, (lists) => lists.reduce((all, list) => all.flatMap((text) => list.map((more) => text + more)), [""]));
  const own = node.max === 1 ? spell(node.item) : null;
  return own && (node.min === 0 ? ["", ...own] : own);
}

function spellAll(nodes: readonly Node[], join: (lists: (readonly string[])[]) => readonly string[]): readonly string[] | null {
  const lists = nodes.map(spell);
  if (lists.some((list) => list === null)) return null;
  const joined = join(lists.filter((list) => list !== null));
  return joined.length > MOST_SPELLINGS ? null : joined;
}

/** `[12]`, `[abxy]`, but no ranges. */
function spellSet(source: string): readonly string[] | null {
  return /^[A-Za-z0-9]{1,4}$/.test(source) ? [...source] : null;
}

function toTriggers(items: readonly Node[], { from, to, spellings }: Anchor, caseless: boolean): Trigger[] {
  const followedBy = firstRun(items[to]);
  const precededBy = runOf(items[from - 1]);
  const holdsWithin = runBehind(items.slice(to));
  return [...new Set(caseless ? spellings.map((text) => text.toLowerCase()) : spellings)].map((literal) => ({
    literal,
    ...(caseless ? {} : { exact: true }),
    ...(followedBy && !caseless ? { followedBy } : {}),
    ...(precededBy && !caseless ? { precededBy } : {}),
    ...(holdsWithin && !caseless ? { holdsWithin } : {}),
  }));
}

/** Shorter ones tell little. */
const LONG_RUN = 16;

/** The longest run that every match holds further behind: ordinary words that begin like a token have none. */
function runBehind(items: readonly Node[]): Trigger["holdsWithin"] | null {
  let best: Trigger["holdsWithin"] | null = null;
  let reach = 0;
  for (const item of items) {
    const run = firstRun(item);
    if (run && reach > 0 && run.min >= LONG_RUN && run.min > (best?.min ?? 0)) best = { ...run, within: reach + 1 };
    reach += longestOf(item);
    // The gate looks at one line.
    if (reach > FARTHEST || setsOf(item).some((set) => new RegExp(`[${set}]`).test("\n"))) break;
  }
  return best;
}

const FARTHEST = 200;

/** What a node begins with, where that is a run. */
function firstRun(node: Node | undefined): ReturnType<typeof runOf> {
  if (node?.kind === "secret") return firstRun(node.item);
  return node?.kind === "sequence" ? firstRun(node.items[0]) : runOf(node);
}

function runOf(node: Node | undefined): { readonly set: string; readonly min: number } | null {
  if (node?.kind === "secret") return runOf(node.item);
  if (node?.kind === "set") return { set: node.source, min: 1 };
  return node?.kind === "repeat" && node.item.kind === "set" && node.min > 0 ? { set: node.item.source, min: node.min } : null;
}

function sharedLength(items: readonly Node[]): number {
  let length = 0;
  for (const item of items) {
    const texts = spell(item);
    if (!texts || texts.length > 1) break;
    length += texts[0]?.length ?? 0;
  }
  return length;
}
