import { type Token, tokenize } from "../../src/core/lexer.ts";
import type { ContentSubject, Span } from "../../src/core/rule.ts";
import type { StoragePolicy } from "../../src/core/storage-policy.ts";
import type { FaultyPath } from "./faults.ts";
import { judgeSetting } from "./setting-paths.ts";
import { isTestFile } from "./storage-names.ts";

/** `.open x.db`, a command of the shell of SQLite and DuckDB. */
const dotOpen = /^\.open[ \t]+(?:--?\w+[ \t]+)*(?:"([^"\r\n]+)"|'([^'\r\n]+)'|([^\s"']+))/gm;

/** The faulty paths of `ATTACH DATABASE 'x.db' AS x`, `VACUUM INTO 'x.db'` and `.open x.db` in some lines of SQL, in order. */
export function findSqlPaths(subject: ContentSubject, span: Span, policy: StoragePolicy): FaultyPath[] {
  const text = subject.slice(span.start, span.end);
  const tokens = tokenize(text, "sql").filter(({ kind }) => kind !== "comment" && kind !== "newline");
  const isForTests = isTestFile(subject.path);
  const attached = tokens.flatMap((token, index) => {
    const [second, last] = [tokens[index - 2]?.text, tokens[index - 1]?.text ?? ""].map((word) => word?.toUpperCase());
    const isOpened = last === "ATTACH" || (/^(?:DATABASE|EXISTS)$/.test(last ?? "") && isAttach(tokens, index)) || (last === "INTO" && second === "VACUUM");
    if (token.kind !== "string" || !isOpened || token.value === "") return [];
    return [{ start: token.innerStart, end: token.innerEnd, path: token.value }];
  });
  const opened = [...text.matchAll(dotOpen)].map((match) => {
    const [whole, ...paths] = match;
    const path = paths.find((found) => found !== undefined) ?? "";
    const start = match.index + whole.lastIndexOf(path);
    return { start, end: start + path.length, path };
  });
  return [...attached, ...opened]
    .sort((a, b) => a.start - b.start)
    .flatMap(({ start, end, path }): FaultyPath[] => {
      const fault = judgeSetting(path, "database", policy) ?? (/^[A-Za-z]:/.test(path) && !isForTests ? "hard-coded" : null);
      return fault ? [{ start: span.start + start, end: span.start + end, text: path, stored: "database", fault, isForTests }] : [];
    });
}

/** `ATTACH DATABASE IF NOT EXISTS`, before the path. */
function isAttach(tokens: readonly Token[], index: number): boolean {
  return tokens.slice(Math.max(0, index - 5), index).some(({ text }) => text.toUpperCase() === "ATTACH");
}
