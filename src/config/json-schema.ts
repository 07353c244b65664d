import { z } from "zod";
import { optionSchemas } from "../../rules/options.ts";
import type { RuleSummary } from "../core/rule.ts";
import { jsonConfigSchema, overrideSchema, settingSchema } from "./schema.ts";

type JsonSchema = { [keyword: string]: unknown };
type RuleOutline = Pick<RuleSummary, "id" | "meta">;

/** The JSON Schema of `guard.config.json`: every rule by name, with what it finds and the options that it has, so that editors complete them. */
export function toConfigJsonSchema(rules: readonly RuleOutline[]): JsonSchema {
  const { definitions, ...config } = toJsonSchema(jsonConfigSchema.omit({ rules: true, overrides: true }));
  const { $schema: _dialect, ...override } = toJsonSchema(overrideSchema.omit({ rules: true }));
  const { rules: rulesField, overrides: overridesField } = jsonConfigSchema.shape;
  const ruleMap = { $ref: "#/definitions/rules" };
  return {
    ...config,
    title: "Configuration of Guard",
    properties: {
      ...toProperties(config),
      rules: { description: rulesField.description, ...ruleMap },
      overrides: {
        description: overridesField.description,
        type: "array",
        items: { ...override, properties: { ...toProperties(override), rules: ruleMap }, required: ["files", "rules"] },
      },
    },
    definitions: {
      ...Object(definitions),
      setting: withoutDialect(toJsonSchema(settingSchema)),
      rules: { type: "object", properties: toRuleProperties(rules), additionalProperties: SETTING },
    },
  };
}

const SETTING = { $ref: "#/definitions/setting" };

function toRuleProperties(rules: readonly RuleOutline[]): JsonSchema {
  const packs = [...new Set(rules.map(({ id }) => id.slice(0, id.indexOf("/"))))];
  return Object.fromEntries([
    ...packs.map((pack) => [pack, { description: `All rules of the pack ${pack}.`, ...SETTING }]),
    ...rules.map(({ id, meta }) => [id, { description: meta.summary, ...toRuleSchema(id) }]),
  ]);
}

function toRuleSchema(id: string): JsonSchema {
  const options = optionSchemas[id];
  if (!options) return SETTING;
  const severity = { enum: ["block", "warn", "off"] };
  return { anyOf: [severity, { type: "array", items: [severity, withoutDialect(toJsonSchema(options))], minItems: 1, additionalItems: false }] };
}

function toProperties({ properties }: JsonSchema): JsonSchema {
  return Object(properties);
}

/** Draft 7 is the newest that every editor reads. `input`: what has a default may be left out. */
function toJsonSchema(schema: z.ZodType): JsonSchema {
  return { ...z.toJSONSchema(schema, { target: "draft-7", io: "input" }) };
}

function withoutDialect({ $schema: _dialect, ...schema }: JsonSchema): JsonSchema {
  return schema;
}
