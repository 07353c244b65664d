import { type Token, tokenize } from "../lexer.ts";
import type { EnvironmentSchema, VariableSpec } from "./environment-schema.ts";

/** One `.name(arguments)` of a chain. */
interface Call {
  readonly name: string;
  readonly arguments: readonly Token[];
}

/** Links behind which a value is no longer what stands in the environment; what was asked before them still holds. */
const TRANSFORMS = new Set(["transform", "pipe", "preprocess", "refine", "superRefine", "brand", "overwrite"]);

const NAMES_ZOD = /(?<![\w$])z(?![\w$])/;

/** The schema is held against the whole environment. */
const PARSES_ENVIRONMENT = /\b(?:safeParse|parse|parseAsync|parseEnv)\(\s*(?:process|import\.meta|Bun)\.env\b|runtimeEnv:\s*(?:process|import\.meta)\.env\b/;

/** A variable that the program reads under its name. */
const READ = /env(?=(?:\.|\[["'])(\w+))/g;

/**
 * The variables that a schema of zod names, read out of its source text without running it: `NAME: z.string().url().optional()`, in `z.object`, in
 * `createEnv` of t3, anywhere. What it does not understand it does not ask.
 */
export function readZodSource(text: string): EnvironmentSchema {
  if (!NAMES_ZOD.test(text)) return {};
  const tokens = tokenize(text, "c-like").filter(({ kind }) => kind !== "comment" && kind !== "newline");
  const closers = pairBrackets(tokens);
  const isWhole = PARSES_ENVIRONMENT.test(text);
  const read = new Set([...text.matchAll(READ)].map(([, name]) => name));
  const schema: Record<string, VariableSpec> = {};
  for (let i = 0; i + 3 < tokens.length; i++) {
    if (tokens[i + 1]?.text !== ":" || tokens[i + 2]?.text !== "z") continue;
    const name = tokens[i]?.kind === "string" ? tokens[i]?.value : tokens[i]?.text;
    if (name === undefined || !/^[A-Z][A-Z0-9_]*$/.test(name)) continue;
    const spec = toSpec(readChain(tokens, closers, i + 3));
    // Where the schema judges an object of the program's own, not every name of it is a variable.
    schema[name] = isWhole || read.has(name) ? spec : { ...spec, optional: true };
  }
  return schema;
}

/** What one call is given; more of it is not looked at, since calls may stand in calls as deep as somebody likes. */
const MAX_ARGUMENTS = 1000;

function readChain(tokens: readonly Token[], closers: ReadonlyMap<number, number>, from: number): Call[] {
  const calls: Call[] = [];
  for (let at = from; tokens[at]?.text === "." && tokens[at + 1]?.kind === "name"; ) {
    const name = tokens[at + 1]?.text ?? "";
    at += 2;
    const end = tokens[at]?.text === "(" ? (closers.get(at) ?? tokens.length - 1) : at - 1;
    calls.push({ name, arguments: end - at > MAX_ARGUMENTS ? [] : tokens.slice(at + 1, Math.max(at + 1, end)) });
    at = end + 1;
  }
  return calls;
}

/** By the index of an opening bracket that of the one that closes it; whichever kinds they are, since what is half typed is read too. */
function pairBrackets(tokens: readonly Token[]): Map<number, number> {
  const closers = new Map<number, number>();
  const open: number[] = [];
  tokens.forEach(({ text, kind }, at) => {
    if (kind === "string") return;
    if (text === "(" || text === "[" || text === "{") open.push(at);
    const opened = text === ")" || text === "]" || text === "}" ? open.pop() : undefined;
    if (opened !== undefined) closers.set(opened, at);
  });
  return closers;
}

function toSpec(calls: readonly Call[]): VariableSpec {
  const end = calls.findIndex(({ name }) => TRANSFORMS.has(name));
  const asked = end < 0 ? calls : calls.slice(0, end);
  const isNumber = asked.some(({ name }) => name === "number" || name === "int");
  const spec: VariableSpec = {};
  for (const call of asked) Object.assign(spec, toPart(call, isNumber));
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
