/** Run by the build: leaves the compiled built-in rules beside the bundles. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRuleset } from "../core/ruleset.ts";
import { encodeRuleset } from "../core/ruleset-file.ts";
import { compileBuiltInRules } from "../rulesets.ts";

const rules = await compileBuiltInRules();
const { automaton } = createRuleset(rules, () => Promise.reject(new Error("not needed")));
const dist = new URL("../../dist/", import.meta.url);
const bundles = readdirSync(dist).filter((name) => /\.c?js$/.test(name));
const code = bundles.sort().map((name) => readFileSync(new URL(name, dist), "utf8"));
const file = encodeRuleset({ rules, automaton }, code.join());
writeFileSync(new URL("ruleset.bin", dist), file);
console.log(`ruleset.bin: ${rules.length} rules, ${automaton.table.length >> automaton.shift} states, ${file.length} bytes`);
