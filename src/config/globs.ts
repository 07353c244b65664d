import micromatch from "micromatch";
import { GuardError } from "../core/model.ts";
import type { Glob } from "../core/policy.ts";

/** picomatch backtracks as (length of the name) ^ (number of wildcards): five in one segment take seconds on a 250-character name. */
const MAX_WILDCARDS = 3;

/**
 * A glob as it is written in configuration and rules: `/` separates, a leading `!` takes back, case does not count, and without a slash it
 * matches at any depth, as in a .gitignore. Throws `GuardError` (2) where a segment has more than three wildcards or the glob is empty.
 */
export function compileGlob(pattern: string): Glob {
  const negated = pattern.startsWith("!");
  const body = (negated ? pattern.slice(1) : pattern).replaceAll("\\", "/").replace(/^\.\//, "");
  if (body === "") throw new GuardError(2, "config", `The glob "${pattern}" is empty.`, "Write the path it should match, such as src/**.");
  const busiest = Math.max(...body.split("/").map((segment) => (segment === "**" ? 0 : (segment.match(/[*?]+/g) ?? []).length)));
  if (busiest > MAX_WILDCARDS)
    throw new GuardError(2, "config", `The glob "${pattern}" has more than ${MAX_WILDCARDS} wildcards between two slashes.`, "Split it into simpler ones.");
  const anywhere = body.includes("/") ? body.replace(/^\//, "") : `**/${body}`;
  const compiled = micromatch.makeRe(anywhere, { dot: true });
  if (!(compiled instanceof RegExp)) throw new GuardError(2, "config", `The glob "${pattern}" cannot be understood.`, "Write it with *, **, ? and {a,b} only.");
  return { pattern, source: compiled.source, negated };
}
