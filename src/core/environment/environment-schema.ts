import { isInside, parseWindowsPath } from "../windows-path.ts";

/** What a variable may hold. `policy-database-path`: a Windows path in a folder where data may live; `origin-list`: origins between commas, each with https or local. */
export type VariableType =
  | "string"
  | "integer"
  | "number"
  | "boolean"
  | "port"
  | "url"
  | "https-url"
  | "email"
  | "uuid"
  | "json"
  | "windows-path"
  | "policy-database-path"
  | "origin-list"
  | "secret";

/** What a schema asks of one variable. Everything that is left out is not asked. */
export interface VariableSpec {
  readonly type?: VariableType;
  readonly choices?: readonly string[];
  /** Characters. */
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly startsWith?: string;
  readonly optional?: boolean;
  readonly default?: string;
}

export type EnvironmentSchema = Readonly<Record<string, VariableSpec>>;

/** Where data may live by the policy, if nobody says otherwise (S4:287-299). */
export const DATA_ROOTS: readonly string[] = ["D:\\databases", "D:\\logs", "D:\\data", "D:\\learning", "D:\\learning-system"];

/** Fewer characters can be tried out. */
const MIN_SECRET_LENGTH = 16;

/** Why a value is not what the schema asks, in words that follow the variable's name and hold nothing of the value; `null`: it is. */
export function findValueFault(value: string, spec: VariableSpec, roots: readonly string[] = DATA_ROOTS): string | null {
  const { choices, minLength, maxLength, min, max, startsWith, type = "string" } = spec;
  if (choices && !choices.includes(value)) return `must be one of ${choices.join(", ")}`;
  if (minLength !== undefined && value.length < minLength) return `must have ${minLength} characters or more`;
  if (maxLength !== undefined && value.length > maxLength) return `must have ${maxLength} characters or fewer`;
  if (startsWith !== undefined && !value.startsWith(startsWith)) return `must begin with ${startsWith}`;
  if (min !== undefined && Number(value) < min) return `must be ${min} or more`;
  if (max !== undefined && Number(value) > max) return `must be ${max} or less`;
  return FAULTS[type](value, roots);
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const BOOLEAN = /^(?:true|false|1|0|yes|no|on|off)$/i;
const LOCAL = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

const FAULTS: Readonly<Record<VariableType, (value: string, roots: readonly string[]) => string | null>> = {
  string: () => null,
  integer: (value) => unless(/^[+-]?\d+$/.test(value), "must be a whole number"),
  number: (value) => unless(NUMBER.test(value), "must be a number"),
  boolean: (value) => unless(BOOLEAN.test(value), "must be true or false"),
  port: (value) => unless(/^\d{1,5}$/.test(value) && Number(value) > 0 && Number(value) < 65_536, "must be a port, 1 to 65535"),
  url: (value) => unless(isUrl(value), "must be a URL"),
  "https-url": (value) => unless(isUrl(value) && /^https:/i.test(value), "must be a URL that begins with https://"),
  email: (value) => unless(/^[^\s@<>]+@[^\s@<>.]+(?:\.[^\s@<>.]+)+$/.test(value), "must be an address of mail"),
  uuid: (value) => unless(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value), "must be a UUID"),
  json: (value) => unless(isJson(value), "must be JSON"),
  "windows-path": (value) => unless(isAbsolute(value), "must be an absolute Windows path"),
  "policy-database-path": (value, roots) => unless(isInRoots(value, roots), `must lie in a folder where data may live: ${roots.join(", ")}`),
  "origin-list": (value) => unless(value.split(",").every(isOrigin), "must be origins with https://, or local ones, between commas"),
  secret: (value) => unless(value.length >= MIN_SECRET_LENGTH, `must have ${MIN_SECRET_LENGTH} characters or more, because it is a secret`),
};

function unless(isRight: boolean, fault: string): string | null {
  return isRight ? null : fault;
}

function isUrl(value: string): boolean {
  return /^[a-z][\w+.-]*:\/\/[^\s]+$/i.test(value) && URL.canParse(value);
}

function isOrigin(value: string): boolean {
  const origin = value.trim();
  return LOCAL.test(origin) || /^https:\/\/[^\s/?#@]+$/i.test(origin);
}

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

/** With a drive, or on a server: a path that begins with a slash belongs to whatever drive is current. */
function isAbsolute(value: string): boolean {
  const path = parseWindowsPath(value);
  return path?.kind === "unc" || (path?.kind === "absolute" && path.drive !== null);
}

function isInRoots(value: string, roots: readonly string[]): boolean {
  const path = parseWindowsPath(value);
  return path !== null && roots.flatMap((root) => parseWindowsPath(root) ?? []).some((root) => isInside(path, root));
}
