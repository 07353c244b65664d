import { type Token, tokenize } from "../lexer.ts";
import type { EnvironmentSchema, VariableSpec } from "./environment-schema.ts";

/** One `.name(arguments)` of a chain. */
interface Call {
  readonly name: string;
  readonly arguments: readonly Token[];
}

/** Links behind which a value is no longer what stands in the environment; what was asked before them still holds. */
const TRANSFORMS = new Set(["transform", "pipe", "preprocess", "refine", "superRefine", "brand", "overwrite"]);

/** The schema is held against the whole environment. */
const PARSES_ENVIRONMENT = /\b(?:safeParse|parse|parseAsync|parseEnv)\(\s*(?:process|import\.meta|Bun)\.env\b|runtimeEnv:\s*(?:process|import\.meta)\.env\b/;

/**
 * The variables that a schema of zod names, read out of its source text without running it: `NAME: z.string().url().optional()`, in `z.object`, in
 * `createEnv` of t3, anywhere. What it does not understand it does not ask.
 */
export function readZodSource(text: string): EnvironmentSchema {
  const tokens = tokenize(text, "c-like").filter(({ kind }) => kind !== "comment" && kind !== "newline");
  const isWhole = PARSES_ENVIRONMENT.test(text);
  const schema: Record<string, VariableSpec> = {};
  for (let i = 0; i + 3 < tokens.length; i++) {
    const name = tokens[i]?.kind === "string" ? tokens[i]?.value : tokens[i]?.text;
    if (name === undefined || !/^[A-Z][A-Z0-9_]*$/.test(name) || tokens[i + 1]?.text !== ":" || tokens[i + 2]?.text !== "z") continue;
    const spec = toSpec(readChain(tokens, i + 3));
    // Where the schema judges an object of the program's own, not every name of it is a variable.
    schema[name] = isWhole || new RegExp(`env(?:\\.|\\[["'])${name}\\b`).test(text) ? spec : { ...spec, optional: true };
  }
  return schema;
}

function readChain(tokens: readonly Token[], from: number): Call[] {
  const calls: Call[] = [];
  for (let at = from; tokens[at]?.text === "." && tokens[at + 1]?.kind === "name"; ) {
    const name = tokens[at + 1]?.text ?? "";
    at += 2;
    const end = tokens[at]?.text === "(" ? closing(tokens, at) : at - 1;
    calls.push({ name, arguments: tokens.slice(at + 1, Math.max(at + 1, end)) });
    at = end + 1;
  }
  return calls;
}

/** Index of the bracket that closes the one at `open`, or the last token. */
function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    const { text, kind } = tokens[at] ?? { text: "", kind: "name" };
    if (kind === "string") continue;
    if (/^[([{]$/.test(text)) depth++;
    if (/^[)\]}]$/.test(text)) depth--;
    if (depth === 0) return at;
  }
  return tokens.length - 1;
}

function toSpec(calls: readonly Call[]): VariableSpec {
  const end = calls.findIndex(({ name }) => TRANSFORMS.has(name));
  const asked = end < 0 ? calls : calls.slice(0, end);
  const isNumber = asked.some(({ name }) => name === "number" || name === "int");
  const spec: VariableSpec = Object.assign({}, ...asked.map((call) => toPart(call, isNumber)));
  const isOptional = calls.some(({ name }) => /^(?:optional|nullish|catch)$/.test(name));
  return isOptional ? { ...spec, optional: true } : spec;
}

function toPart({ name, arguments: given }: Call, isNumber: boolean): VariableSpec {
  const [first] = given;
  const number = first?.kind === "number" && given.length <= 3 ? Number(first.text.replaceAll("_", "")) : Number.NaN;
  switch (name) {
    case "number":
      return { type: "number" };
    case "int":
      return { type: "integer" };
    case "boolean":
      return {};
    case "stringbool":
      return { type: "boolean" };
    case "url":
    case "email":
    case "uuid":
      return { type: name };
    case "enum":
    case "literal":
      return given.some(({ kind }) => kind === "string") ? { choices: given.filter(({ kind }) => kind === "string").map(({ value }) => value) } : {};
    case "min":
    case "max":
      return Number.isNaN(number) ? {} : { [isNumber ? name : name === "min" ? "minLength" : "maxLength"]: number };
    case "length":
      return Number.isNaN(number) ? {} : { minLength: number, maxLength: number };
    case "startsWith":
      return first?.kind === "string" ? { startsWith: first.value } : {};
    case "default":
      return { default: first?.kind === "string" ? first.value : (first?.text ?? "") };
    default:
      return {};
  }
}
