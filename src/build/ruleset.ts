/** Run by the build: leaves the compiled built-in rules beside the bundles, and what they say of themselves. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { encodeRuleset } from "../core/ruleset-file.ts";
import { compileBuiltInRules } from "../rulesets.ts";

const { compiled, summaries } = await compileBuiltInRules();
const dist = new URL("../../dist/", import.meta.url);
const bundles = readdirSync(dist).filter((name) => /\.c?js$/.test(name));
const code = bundles.sort().map((name) => readFileSync(new URL(name, dist), "utf8"));
const file = encodeRuleset(compiled, code.join());
writeFileSync(new URL("ruleset.bin", dist), file);
writeFileSync(new URL("summaries.json", dist), JSON.stringify(summaries));
const { special, plain, triggers } = compiled;
const { table, shift } = triggers.automaton;
console.log(`ruleset.bin: ${special.length + plain.length} rules, ${triggers.rules.length} triggers, ${table.length >> shift} states, ${file.length} bytes`);
