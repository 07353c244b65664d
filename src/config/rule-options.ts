import { optionSchemas } from "../../rules/options.ts";
import type { Rule, RuleMeta } from "../core/rule.ts";
import { toTradingSettings } from "../core/trading/settings.ts";
import { formatKeyPath, type Problem } from "./errors.ts";
import type { MergedConfig } from "./merge.ts";
import { type Places, parseWith } from "./parse.ts";
import type { Statement } from "./statements.ts";

type Parsed = { readonly value: object } | { readonly problems: readonly Problem[] };

/** The shared parts of the configuration as rules get them beside their own options; a part that is not there is left out. */
export interface SharedSettings {
  readonly storage?: Readonly<Record<"roots" | "forbidden" | "deprecated", readonly string[]>> & { readonly platform: object };
  readonly trading?: object;
  readonly databases?: readonly object[];
}

/** The parts with their defaults filled in. */
export function toSharedSettings({ storage, trading, databases }: MergedConfig): SharedSettings {
  return {
    ...(storage && {
      storage: {
        roots: storage.roots ?? [],
        forbidden: storage.forbidden ?? [],
        deprecated: storage.deprecated ?? [],
        platform: storage.platform ?? {},
      },
    }),
    // Zod gives keys that may be absent the type undefined; `mergeLayers` left none of them over.
    ...(trading && { trading: toTradingSettings(trading as Parameters<typeof toTradingSettings>[0]) }),
    ...(databases && { databases: databases.map((database) => ({ backups: [], journalMode: null, retention: [], required: false, ...database })) }),
  };
}

/** Parts that a rule gets, by what it needs; any of them is enough. */
const PARTS = {
  storage: ["storage"],
  trading: ["trading"],
  databases: ["databases", "trading"],
} as const satisfies Record<NonNullable<RuleMeta["needs"]>, readonly (keyof SharedSettings)[]>;

/** The part of the configuration that a rule waits for, or `null` where it has what it needs. */
export function missingPart({ needs }: RuleMeta, shared: SharedSettings): NonNullable<RuleMeta["needs"]> | null {
  return needs !== undefined && !PARTS[needs].some((part) => isGiven(part, shared)) ? needs : null;
}

/** Without roots there is no storage policy, whatever else stands in the section. */
function isGiven(part: keyof SharedSettings, { storage, ...shared }: SharedSettings): boolean {
  return part === "storage" ? (storage?.roots.length ?? 0) > 0 : shared[part] !== undefined;
}

/** A rule's options out of what was written (its defaults where nothing was), with the shared parts that it needs. */
export function parseOptions({ id, meta }: Pick<Rule, "id" | "meta">, statement: Statement | null, own: readonly Rule[], shared: SharedSettings): Parsed {
  const parsed = parseOwnOptions(id, statement, own);
  if ("problems" in parsed || !meta.needs) return parsed;
  const parts = PARTS[meta.needs].map((part) => [part, shared[part]] as const);
  return { value: { ...parsed.value, ...Object.fromEntries(parts.filter(([, value]) => value !== undefined)) } };
}

function parseOwnOptions(id: string, statement: Statement | null, own: readonly Rule[]): Parsed {
  const written = statement?.options ?? {};
  const places = statement?.layer.places ?? NOWHERE;
  const keyPath = statement ? [...statement.keyPath, 1] : [id];
  const schema = Object.hasOwn(optionSchemas, id) ? optionSchemas[id] : undefined;
  if (schema) return parseWith(schema, written, places, keyPath);
  const fail = (text: string): Parsed => ({ problems: [{ ...places.locate(keyPath), key: formatKeyPath(keyPath), text }] });
  const rule = own.find((one) => one.id === id);
  if (!rule?.options) return isEmpty(written) ? { value: {} } : fail(`the rule ${id} has no options`);
  try {
    return { value: toObject(rule.options.parse(written)) };
  } catch (error) {
    return fail(`the rule ${id} does not accept these options: ${reasonOf(error)}`);
  }
}

/** Of defaults that nobody wrote down; a rule whose own schema refuses them is at fault itself. */
const NOWHERE: Places = { locate: () => ({ place: "the defaults of a rule", offset: 0 }) };

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function toObject(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}

/** What the rule's own check said, on one line. */
function reasonOf(error: unknown): string {
  const issues = typeof error === "object" && error !== null ? Reflect.get(error, "issues") : undefined;
  const messages = Array.isArray(issues)
    ? issues.map((issue: { path?: PropertyKey[]; message?: unknown }) => `${formatKeyPath(issue.path ?? [])} ${issue.message}`)
    : [];
  const text = messages.length > 0 ? messages.join("; ") : error instanceof Error ? error.message : "";
  return text.slice(0, 200).replace(/\s+/g, " ").trim() || "it gave no reason";
}
