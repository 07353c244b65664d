import { z } from "zod";
import type { Rule } from "../core/rule.ts";
import { databaseSchema, storageSchema, tradingSchema } from "./sections.ts";

/** Rules that a code configuration brings along by themselves; in JSON a pack is a folder or a package. */
export interface RulePack {
  readonly name: string;
  readonly rules: readonly Rule[];
}

const severity = z.enum(["block", "warn", "off"]);
const options = z.record(z.string(), z.unknown(), { error: "the rule's options in braces" });

export const settingSchema = z
  .union([severity, z.tuple([severity]), z.tuple([severity, options])], { error: '"block", "warn" or "off", or a list of one of these and options' })
  .describe("A severity (a ceiling: the rule may answer lower), or a list of a severity and the rule's options.");

const glob = z.string({ error: "a glob in quotes" });
const rules = z
  .record(z.string(), settingSchema, { error: "rules in braces" })
  .describe("By id, pack name or glob of ids. An id beats the others, of these the later.");

export const overrideSchema = z.strictObject({
  files: z.array(glob, { error: "a list of globs" }).min(1, { error: "at least one glob" }).describe("Globs of paths relative to the repository root."),
  rules,
});

const fields = {
  $schema: z.string().optional().describe("For editors."),
  extends: z
    .union([z.string(), z.array(z.string())], { error: "the name of a preset, file or package, or a list of them" })
    .optional()
    .describe("recommended, strict, vibetech, a file relative to this one, or a package. Later ones win. Absent: recommended."),
  ignores: z
    .array(glob, { error: "a list of globs" })
    .optional()
    .describe("Paths that are not judged, beside the defaults (vendored, generated, minified, media). !GLOB takes one back."),
  rules: rules.optional(),
  overrides: z
    .array(overrideSchema, { error: "a list of overrides" })
    .optional()
    .describe("Other settings for some paths; of those that speak of one rule the last counts."),
  storage: storageSchema.optional(),
  trading: tradingSchema.optional(),
  databases: z.array(databaseSchema, { error: "a list of databases" }).optional().describe("SQLite databases to watch."),
  older: z.enum(["advisory", "block"]).optional().describe("What findings do that stood there before this commit."),
};

const packs = z
  .array(z.string(), { error: "a list of folders or packages" })
  .describe("Folders (relative to this file) or packages that hold rules. They add up.");

/** `guard.config.json`. All fields optional, none with a default: what is absent must not hide what an extended configuration says. */
export const jsonConfigSchema = z.strictObject({ ...fields, packs: packs.optional() });

/** `guard.config.ts`: the same, and packs may stand there themselves. */
export const configSchema = z.strictObject({
  ...fields,
  packs: z
    .array(z.union([z.string(), z.custom<RulePack>(isRulePack)], { error: "a folder, a package, or { name, rules } with rules made by defineRule" }), {
      error: "a list of packs",
    })
    .optional(),
});

/** A configuration as people write it. */
export type Config = z.infer<typeof configSchema>;
/** What may stand behind a rule's name. */
export type RuleSetting = z.infer<typeof settingSchema>;

function isRulePack(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("name" in value) || !("rules" in value)) return false;
  return typeof value.name === "string" && Array.isArray(value.rules) && value.rules.every(isRule);
}

/** Whether something exported by a module is a rule. */
export function isRule(value: unknown): value is Rule {
  if (typeof value !== "object" || value === null || !("id" in value) || !("inspects" in value) || !("meta" in value) || !("check" in value)) return false;
  return typeof value.id === "string" && typeof value.check === "function";
}
