/** Run by the build: leaves the compiled built-in rules beside the bundles. */
import { writeFileSync } from "node:fs";
import { createRuleset } from "../core/ruleset.ts";
import { encodeRuleset } from "../core/ruleset-file.ts";
import { compileBuiltInRules } from "../rulesets.ts";

const rules = await compileBuiltInRules();
const { automaton } = createRuleset(rules, () => Promise.reject(new Error("not needed")));
const file = encodeRuleset({ rules, automaton });
writeFileSync(new URL("../../dist/ruleset.bin", import.meta.url), file);
console.log(`ruleset.bin: ${rules.length} rules, ${automaton.table.length >> automaton.shift} states, ${file.length} bytes`);
