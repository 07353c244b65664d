/** The built-in rules, for those who want to look at them or run one: `@vibetech/guard/rules`. */
export { builtInRules } from "./index.ts";
