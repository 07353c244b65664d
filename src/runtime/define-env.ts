import { DATA_ROOTS, findValueFault, type VariableSpec, type VariableType } from "../core/environment/environment-schema.ts";
import { listProductionFaults } from "../core/environment/production.ts";

/** What `defineEnv` takes of one variable: a type, the choices that it has, or everything that may be asked. */
export type VariableDefinition = VariableType | readonly string[] | VariableSpec;

type TypeOf<D> = D extends readonly (infer Choice)[]
  ? Choice
  : D extends { readonly choices: readonly (infer Choice)[] }
    ? Choice
    : D extends VariableType
      ? ValueOf<D>
      : D extends { readonly type: infer T }
        ? ValueOf<T>
        : string;

type ValueOf<T> = T extends "integer" | "number" | "port"
  ? number
  : T extends "boolean"
    ? boolean
    : T extends "origin-list"
      ? readonly string[]
      : T extends "json"
        ? unknown
        : string;

/** The variables with the types that their definitions give them. */
export type DefinedEnv<S> = {
  readonly [K in keyof S]: S[K] extends { readonly optional: true }
    ? S[K] extends { readonly default: string }
      ? TypeOf<S[K]>
      : TypeOf<S[K]> | undefined
    : TypeOf<S[K]>;
};

/** A schema of zod, or anything with its `safeParse`. */
export interface SafeParser<T> {
  safeParse(input: unknown): { readonly success: true; readonly data: T } | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly code?: string | undefined;
}

export interface DefineEnvOptions {
  /** Default: `process.env`. */
  readonly source?: Readonly<Record<string, string | undefined>>;
  /** Where a `policy-database-path` may lie; default: the roots of the security policy. */
  readonly dataRoots?: readonly string[];
}

/**
 * The environment, checked at start against a schema and turned into the types that it names. Throws one `Error` that names every variable that is
 * missing or wrong, and none of their values. In production (`NODE_ENV`) a development database and an origin without https are wrong too.
 *
 *     const env = defineEnv({ PORT: { type: "port", default: "3000" }, API_URL: "https-url", MODE: ["paper", "live"], API_KEY: "secret" });
 */
export function defineEnv<T>(schema: SafeParser<T>, options?: DefineEnvOptions): T;
export function defineEnv<const S extends Readonly<Record<string, VariableDefinition>>>(schema: S, options?: DefineEnvOptions): DefinedEnv<S>;
export function defineEnv(schema: SafeParser<unknown> | Readonly<Record<string, VariableDefinition>>, options: DefineEnvOptions = {}): unknown {
  const { source = process.env } = options;
  if (isParser(schema)) return parse(schema, source);
  const judged = Object.entries(schema).map(([name, definition]) => judge(name, toSpec(definition), options));
  const faults = judged.flatMap(({ fault }) => fault ?? []);
  if (faults.length > 0)
    throw new Error(
      `The environment is not what the program needs:\n${faults.map((fault) => `  ${fault}`).join("\n")}\nSet them in .env or in the environment.`,
    );
  return Object.fromEntries(judged.map(({ name, value }) => [name, value]));
}

function isParser(schema: object): schema is SafeParser<unknown> {
  return "safeParse" in schema && typeof schema.safeParse === "function";
}

function parse<T>(schema: SafeParser<T>, source: NonNullable<DefineEnvOptions["source"]>): T {
  const result = schema.safeParse(source);
  if (result.success) return result.data;
  // A message may quote the value, so only the place and the kind are told.
  const faults = result.error.issues.map(({ path, code }) => `  ${path.map(String).join(".")} (${code ?? "invalid"})`);
  throw new Error(`The environment is not what the program needs:\n${faults.join("\n")}\nSet them in .env or in the environment.`);
}

function toSpec(definition: VariableDefinition): VariableSpec {
  if (typeof definition === "string") return { type: definition };
  return isChoices(definition) ? { choices: definition } : definition;
}

function isChoices(definition: readonly string[] | VariableSpec): definition is readonly string[] {
  return Array.isArray(definition);
}

interface Judged {
  readonly name: string;
  readonly value?: unknown;
  readonly fault?: string;
}

function judge(name: string, spec: VariableSpec, { source = process.env, dataRoots = DATA_ROOTS }: DefineEnvOptions): Judged {
  const given = source[name];
  const text = given === undefined || given.trim() === "" ? spec.default : given;
  if (text === undefined) return spec.optional ? { name } : { name, fault: `${name} is missing` };
  const fault = findValueFault(text, spec, dataRoots);
  if (fault !== null) return { name, fault: `${name} ${fault}` };
  const [inProduction] = source.NODE_ENV === "production" ? listProductionFaults(name, text) : [];
  return inProduction ? { name, fault: `${name} ${inProduction.why}` } : { name, value: toValue(text, spec.type) };
}

function toValue(text: string, type: VariableType | undefined): unknown {
  switch (type) {
    case "integer":
    case "number":
    case "port":
      return Number(text);
    case "boolean":
      return /^(?:true|1|yes|on)$/i.test(text);
    case "origin-list":
      return text.split(",").map((origin) => origin.trim());
    case "json":
      return JSON.parse(text);
    default:
      return text;
  }
}
