import { judgeName } from "../secrets/secret-name.ts";
import type { EnvironmentTable, VariableRow } from "./environment-table.ts";

/** What names usually hold. The first that fits decides. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/(?:^|_)PORT$/, "port"],
  [/(?:^|_)(?:CORS_(?:ALLOWED_)?ORIGINS?|ALLOWED_ORIGINS?)$/, "origin-list"],
  [/(?:^|_)(?:URL|URI|ENDPOINT)$/, "url"],
  [/(?:^|_)EMAIL$/, "email"],
  [/(?:^|_)(?:ENABLED?|DISABLED?|DEBUG)$|^(?:ENABLE|DISABLE|USE|IS)_/, "boolean"],
  [/_(?:MS|SECONDS|MINUTES|HOURS|DAYS|COUNT|LIMIT|MAX|MIN|SIZE|RETRIES)$|^(?:MAX|MIN)_/, "number"],
];

/** A first `.env.schema`: every variable that code reads, required where the code does not do without it. Values stay out of it. */
export function draftSchema({ variables }: EnvironmentTable): string {
  const head = ["# What this project reads from its environment. A first draft out of the code: check the types, then Guard checks the values.", ""];
  const entries = variables.filter(({ code }) => code !== null).flatMap((row) => [`# ${decoratorsOf(row).join(" ")}`, `${row.name}=`, ""]);
  return [...head, ...entries].join("\n");
}

function decoratorsOf({ name, code }: VariableRow): string[] {
  const isSecret = judgeName(name)?.strength === "strong";
  const type = isSecret ? undefined : TYPES.find(([pattern]) => pattern.test(name))?.[1];
  return [code?.isOptional ? "@optional" : "@required", ...(isSecret ? ["@sensitive"] : []), ...(type === undefined ? [] : [`@type=${type}`])];
}
