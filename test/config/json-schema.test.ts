import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listBuiltInRules } from "../../rules/index.ts";
import { optionSchemas } from "../../rules/options.ts";
import { toConfigJsonSchema } from "../../src/config/json-schema.ts";

const root = new URL("../../", import.meta.url);

test("schema.json is up to date (node src/build/schema.ts)", async () => {
  const rules = await listBuiltInRules();
  expect(JSON.parse(readFileSync(new URL("schema.json", root), "utf8"))).toEqual(JSON.parse(JSON.stringify(toConfigJsonSchema(rules))));
});

test("every rule is in it with its summary", async () => {
  const rules = await listBuiltInRules();
  const schema = JSON.parse(readFileSync(new URL("schema.json", root), "utf8"));
  for (const { id, meta } of rules) expect(schema.definitions.rules.properties[id]?.description).toBe(meta.summary);
});

test("every file of options stands in the register", () => {
  const files = readdirSync(new URL("rules/", root), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".options.ts"));
  expect(Object.keys(optionSchemas).sort()).toEqual(files.map((name) => name.replace(/\.options\.ts$/, "").replaceAll("\\", "/")).sort());
});

test("every schema of options is strict: a misspelt option is never silently dropped", () => {
  for (const [id, schema] of Object.entries(optionSchemas)) expect(schema.safeParse({ noSuchOption: 1 }).success, id).toBe(false);
});
