import type { z } from "zod";
import { closestTo } from "../core/closest.ts";
import { toName } from "../core/redact.ts";
import { describeValue, formatKeyPath, type Problem } from "./errors.ts";

/** Where the parts of one configuration stand. */
export interface Places {
  /** `asKey`: the key itself, not its value. */
  locate(keyPath: readonly PropertyKey[], asKey?: boolean): Pick<Problem, "place" | "offset">;
}

type Issue = z.core.$ZodIssue;

/** The value as a schema sees it, or what is wrong with it. `at`: where in the configuration the value stands. */
export function parseWith<T>(
  schema: z.ZodType<T>,
  value: unknown,
  places: Places,
  at: readonly PropertyKey[] = [],
): { readonly value: T } | { readonly problems: readonly Problem[] } {
  const parsed = schema.safeParse(value, { error: expectation, jitless: true });
  if (parsed.success) return { value: parsed.data };
  return { problems: parsed.error.issues.flatMap((issue) => toProblems(issue, value, places, at)) };
}

/** Problems out of issues that an unknown validator reported, as zod and its like do. */
export function toProblems(issue: Issue, root: unknown, places: Places, at: readonly PropertyKey[]): Problem[] {
  const value = valueAt(root, issue.path);
  const keyPath = [...at, ...issue.path];
  if (issue.code === "invalid_union") {
    const inner = closestBranch(issue.errors);
    if (inner) return inner.flatMap((one) => toProblems({ ...one, path: [...issue.path, ...one.path] }, root, places, at));
  }
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(key, keyPath, issue.message.split(", "), places));
  const meant = typeof value === "string" ? closestTo(value, wordsOf(issue)) : null;
  const text = `expected ${issue.message}, got ${describeValue(value)}`;
  return [{ ...places.locate(keyPath), key: formatKeyPath(keyPath), text, meant }];
}

function unknownKey(key: string, parent: readonly PropertyKey[], known: readonly string[], places: Places): Problem {
  const at = [...parent, key];
  const text = `there is no key "${toName(key)}" here; expected one of ${known.join(", ")}`;
  return { ...places.locate(at, true), key: formatKeyPath(parent), text, meant: closestTo(key, known) };
}

/** The branch of a union that was meant: the first whose own shape fits, so that what is wrong lies inside. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return branches.find((issues) => issues.length > 0 && issues.every(({ path }) => path.length > 0));
}

/** The words that may stand here. */
function wordsOf(issue: Issue): string[] {
  if (issue.code === "invalid_union") return issue.errors.flat().flatMap(wordsOf);
  return issue.code === "invalid_value" ? issue.values.map(String) : [];
}

function valueAt(root: unknown, keyPath: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of keyPath) value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  return value;
}

/** Zod's error map: what was expected, as a noun. Schemas may say it better by themselves. */
function expectation(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return TYPES[issue.expected] ?? `a ${issue.expected}`;
    case "invalid_value":
      return enumerate(issue.values.map((value) => JSON.stringify(value)));
    case "too_small":
      return issue.origin === "number" || issue.origin === "int"
        ? `a number ${issue.inclusive ? "of at least" : "above"} ${issue.minimum}`
        : `at least ${issue.minimum} of it`;
    case "too_big":
      return issue.origin === "number" || issue.origin === "int"
        ? `a number ${issue.inclusive ? "of at most" : "below"} ${issue.maximum}`
        : `at most ${issue.maximum} of it`;
    case "unrecognized_keys":
      return knownKeys(issue.inst).join(", ");
    default:
      return "something else";
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: "a text in quotes",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list in brackets",
  tuple: "a list in brackets",
  object: "an object in braces",
  record: "an object in braces",
};

function enumerate(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** The keys that an object schema knows; none for anything else. */
function knownKeys(schema: z.core.$ZodRawIssue["inst"]): string[] {
  const def: unknown = schema?._zod.def;
  const shape = typeof def === "object" && def !== null ? Reflect.get(def, "shape") : undefined;
  return typeof shape === "object" && shape !== null ? Object.keys(shape).filter((key) => key !== "$schema") : [];
}
