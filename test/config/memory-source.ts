import { compilePolicy } from "../../src/config/compile.ts";
import { loadConfig } from "../../src/config/load.ts";
import type { ConfigSource } from "../../src/config/parts.ts";
import { GuardError, type Severity } from "../../src/core/model.ts";
import type { Policy } from "../../src/core/policy.ts";
import type { RuleMeta, RuleSummary } from "../../src/core/rule.ts";

/** A configuration that lies nowhere: its text, and those of the files that it extends by path. */
export function createSource(config: unknown, extended: Readonly<Record<string, unknown>> = {}): ConfigSource {
  const toText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value, null, 2));
  return {
    name: "guard.config.json",
    text: toText(config),
    folder: "/nowhere",
    readExtended: async (path) => (path in extended ? toText(extended[path]) : null),
  };
}

export async function compile(config: unknown, rules: readonly RuleSummary[], extended?: Readonly<Record<string, unknown>>): Promise<Policy> {
  const loaded = await loadConfig(createSource(config, extended));
  return compilePolicy(loaded.config, rules, loaded.rules);
}

/** The failure of a promise that must fail with a `GuardError`. */
export async function failureOf(promise: Promise<unknown>): Promise<GuardError> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof GuardError) return error;
  throw new Error(error === null ? "It did not fail." : `It failed in another way: ${String(error)}`, { cause: error });
}

/** A rule that is nothing but its id and default severity. */
export function createSummary(id: string, severity: Severity = "warn", needs?: RuleMeta["needs"]): RuleSummary {
  const meta = { summary: `About ${id}.`, why: "Because.", fix: "Mend it.", severity, confidence: "certain", since: "0.1.0", ...(needs && { needs }) } as const;
  return { id, inspects: "entry", meta };
}
