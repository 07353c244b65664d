import { tokenize } from "../../src/core/lexer.ts";
import type { ContentSubject, Span } from "../../src/core/rule.ts";
import type { StoragePolicy } from "../../src/core/storage-policy.ts";
import type { FaultyPath } from "./faults.ts";
import { judgeSetting } from "./setting-paths.ts";
import { isTestFile } from "./storage-names.ts";

/** The faulty paths of `ATTACH DATABASE 'x.db' AS x` and `VACUUM INTO 'x.db'` in some lines of SQL, in order. */
export function findSqlPaths(subject: ContentSubject, span: Span, policy: StoragePolicy): FaultyPath[] {
  const tokens = tokenize(subject.slice(span.start, span.end), "sql").filter(({ kind }) => kind !== "comment" && kind !== "newline");
  const isForTests = isTestFile(subject.path);
  return tokens.flatMap((token, index) => {
    const [second, last] = [tokens[index - 2]?.text, tokens[index - 1]?.text ?? ""].map((text) => text?.toUpperCase());
    const isOpened = last === "ATTACH" || (last === "DATABASE" && second === "ATTACH") || (last === "INTO" && second === "VACUUM");
    if (token.kind !== "string" || !isOpened || token.value === "") return [];
    const fault = judgeSetting(token.value, "database", policy) ?? (/^[A-Za-z]:/.test(token.value) && !isForTests ? "hard-coded" : null);
    return fault
      ? [{ start: span.start + token.innerStart, end: span.start + token.innerEnd, text: token.value, stored: "database" as const, fault, isForTests }]
      : [];
  });
}
