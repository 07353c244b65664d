import { readDotenv } from "./dotenv.ts";
import type { EnvironmentSchema, VariableSpec, VariableType } from "./environment-schema.ts";

/** What decorators and other schemas call a type, in small letters. */
const TYPES: Readonly<Record<string, VariableSpec>> = {
  string: {},
  number: { type: "number" },
  integer: { type: "integer" },
  int: { type: "integer" },
  boolean: { type: "boolean" },
  port: { type: "port" },
  url: { type: "url" },
  uri: { type: "url" },
  "https-url": { type: "https-url" },
  email: { type: "email" },
  uuid: { type: "uuid" },
  json: { type: "json" },
  object: { type: "json" },
  array: { type: "json" },
  "windows-path": { type: "windows-path" },
  winpath: { type: "windows-path" },
  "policy-database-path": { type: "policy-database-path" },
  "origin-list": { type: "origin-list" },
  secret: { type: "secret" },
} satisfies Record<string, { readonly type?: VariableType }>;

/** `undefined`: nobody knows such a type. */
export function specOfType(name: string): VariableSpec | undefined {
  return Object.hasOwn(TYPES, name.toLowerCase()) ? TYPES[name.toLowerCase()] : undefined;
}

/**
 * A `.env.schema`: comments with decorators in front of each variable, whose value is its default.
 *
 *     # @required @type=string(minLength=8)
 *     API_KEY=
 *     # @type=enum(development, production)
 *     NODE_ENV=development
 */
export function readSchemaFile(text: string): EnvironmentSchema {
  const schema: Record<string, VariableSpec> = {};
  let before = 0;
  for (const { key, value, keyStart } of readDotenv(text)) {
    const decorators = decoratorsIn(text.slice(before, keyStart));
    before = keyStart;
    const isRequired = decorators.has("required");
    const type = decorators.get("type");
    schema[key] = {
      ...(type === undefined ? {} : readType(type)),
      ...(decorators.has("sensitive") && type === undefined ? { type: "secret" as const } : {}),
      ...(isRequired ? {} : { optional: true }),
      ...(value === "" ? {} : { default: value }),
    };
  }
  return schema;
}

/** Of the comment lines at the end of what stands before a variable. */
function decoratorsIn(before: string): Map<string, string> {
  const lines = before.split(/\r?\n/).slice(0, -1);
  const first = lines.findLastIndex((line) => !/^[ \t]*#/.test(line)) + 1;
  const comment = lines.slice(first).join("\n");
  return new Map([...comment.matchAll(/@(\w+)(?:=([\w-]+(?:\([^()\n]*\))?))?/g)].map(([, name = "", value = ""]) => [name, value]));
}

/** `string(minLength=8)`, `enum(a, b)`, `number(min=1)` */
function readType(written: string): VariableSpec {
  const [, name = "", inner = ""] = /^([\w-]+)(?:\((.*)\))?$/.exec(written) ?? [];
  const parts = inner.split(",").map((part) => part.trim().replace(/^(["'])(.*)\1$/, "$2"));
  if (name === "enum") return { choices: parts.filter(Boolean) };
  const settings = Object.fromEntries(parts.map((part) => part.split("=").map((half) => half.trim())).filter((pair) => pair.length === 2));
  const number = (key: string): number | undefined => (settings[key] === undefined || Number.isNaN(Number(settings[key])) ? undefined : Number(settings[key]));
  const limits = Object.fromEntries(
    ["minLength", "maxLength", "min", "max"].flatMap((key) => {
      const value = number(key);
      return value === undefined ? [] : [[key, value]];
    }),
  );
  return { ...specOfType(name), ...limits, ...(settings.startsWith === undefined ? {} : { startsWith: settings.startsWith }) };
}

/** A JSON Schema of an object whose properties are variables; `null` where it is none. */
export function readJsonSchema(text: string): EnvironmentSchema | null {
  const parsed = parseOrNull(text);
  if (!isObject(parsed) || !isObject(parsed.properties)) return null;
  const required = Array.isArray(parsed.required) ? parsed.required : [];
  return Object.fromEntries(
    Object.entries(parsed.properties).map(([name, property]) => [name, readProperty(isObject(property) ? property : {}, required.includes(name))]),
  );
}

function readProperty(property: Readonly<Record<string, unknown>>, isRequired: boolean): VariableSpec {
  const text = (key: string): string => (typeof property[key] === "string" ? property[key] : "");
  const limits = [
    ["minLength", "minLength"],
    ["maxLength", "maxLength"],
    ["minimum", "min"],
    ["maximum", "max"],
  ].flatMap(([from = "", to = ""]) => (typeof property[from] === "number" ? [[to, property[from]]] : []));
  return {
    ...(specOfType(text("format")) ?? specOfType(text("type"))),
    ...(Array.isArray(property.enum) ? { choices: property.enum.map(String) } : {}),
    ...Object.fromEntries(limits),
    ...(isRequired ? {} : { optional: true }),
    ...(property.default === undefined ? {} : { default: String(property.default) }),
  };
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
