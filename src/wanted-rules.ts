import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { GuardError } from "./core/model.ts";
import type { Rule } from "./core/rule.ts";
import { isSelected, isSelectedByAny } from "./core/selectors.ts";
import type { ActivePolicy } from "./policies.ts";
import type { CheckRequest } from "./request.ts";

/** What the source, `--only` and `--skip` leave over. Throws `GuardError` (2) for a selector that names no rule. */
export async function toWanted(request: CheckRequest, policies: readonly ActivePolicy[]): Promise<(ruleId: string) => boolean> {
  const { only, skip, skipOnce } = request;
  const isOfKind = toKindTest(request);
  // As a hook asks
  if (only === undefined && skip === undefined && skipOnce === undefined && isOfKind === ANY_KIND) return () => true;
  const kinds = new Map(policies.flatMap(({ rulesets }) => rulesets.flatMap(({ rules }) => rules.map(({ summary }) => [summary.id, summary.inspects]))));
  const ids = [...kinds.keys()];
  const strange = [...(only ?? []), ...(skip ?? []), ...(skipOnce?.selectors ?? [])].find((selector) => !ids.some((id) => isSelected(selector, id)));
  if (strange !== undefined) throw await toUsageError(strange, ids, request.cwd);
  return (id) => isOfKind(kinds.get(id)) && (only === undefined || isSelectedByAny(only, id)) && !isSelectedByAny(skip ?? [], id);
}

async function toUsageError(selector: string, ids: readonly string[], cwd: string): Promise<GuardError> {
  const { closestTo } = await import("./core/closest.ts");
  const closest = closestTo(selector, [...ids, ...new Set(ids.map((id) => id.slice(0, id.indexOf("/"))))]);
  const fix = existsSync(resolve(cwd, selector))
    ? `It is there as a file: write paths before --only and --skip, or after --.`
    : "npx --no guard rules lists all of them.";
  return new GuardError(2, "usage", `No rule is called "${selector}".${closest === null ? "" : ` Did you mean ${closest}?`}`, fix);
}

const ANY_KIND = (): boolean => true;

/** Machine rules are asked with a commit, with the whole index, and alone; a few files say nothing about the machine. */
function toKindTest({ source, machine }: CheckRequest): (kind: Rule["inspects"] | undefined) => boolean {
  if (source.kind === "machine") return (kind) => kind === "machine";
  const withMachine = machine !== false && (source.kind === "staged" || source.kind === "all");
  return withMachine ? ANY_KIND : (kind) => kind !== "machine";
}
