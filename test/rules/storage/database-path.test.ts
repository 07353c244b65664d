// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the pieces under test are templates
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { databasePath } from "../../../rules/storage/database-path.ts";
import type { ContentSubject, Match } from "../../../src/core/rule.ts";
import { toStoragePolicy } from "../../../src/core/storage-policy.ts";

const storage = { roots: ["D:/databases", "D:/logs"], forbidden: ["C:/dev"], deprecated: [] };

/** The text as one subject with a hit at each place of `.db`. */
function check(path: string, text: string): readonly Match[] {
  const hits = [...text.matchAll(/\.db|DB_PATH/g)].map(({ index, 0: found }) => ({ trigger: 0, start: index, end: index + found.length }));
  const lineStart = (offset: number): number => text.lastIndexOf("\n", offset - 1) + 1;
  const lineEnd = (offset: number): number => (text.indexOf("\n", offset) < 0 ? text.length : text.indexOf("\n", offset));
  const slice = (start: number, end: number): string => text.slice(Math.max(0, start), Math.max(0, end));
  const subject: ContentSubject = {
    path,
    kind: "regular",
    length: text.length,
    hits,
    hasBom: false,
    localValues: [],
    slice,
    decode: slice,
    line: (offset) => ({ start: lineStart(offset), end: lineEnd(offset) }),
  };
  return hits.length > 0 ? databasePath.check(subject, { storage }) : [];
}

describe("storage/database-path", () => {
  test("shows a path, but no URL that holds credentials", () => {
    const password = ["s3", "cr", "et"].join("");
    const [open] = check("a.ts", "const dbPath = './x.db';");
    const [closed] = check("a.ts", `const dbPath = 'file://me:${password}@server/share/x.db';`);
    expect(open?.reveal).toBe("all");
    expect(closed).toBeDefined();
    expect(closed?.reveal).toBeUndefined();
    expect(JSON.stringify({ ...closed, start: 0, end: 0 })).not.toContain(password);
  });

  test("names the roots and the document in its message", () => {
    expect(check("a.py", "DB_PATH = 'x.db'")[0]?.message).toMatch(/relative.*D:\/databases, D:\/logs \(S4:285\)/);
  });

  test("no text makes it throw, and it points into the text", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "'x.db'",
        '"D:/databases/x.db"',
        "`${a}.db`",
        "DB_PATH",
        "process.env.DB_PATH",
        "=",
        ":",
        "??",
        "||",
        "?",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ";",
        "\n",
        " ",
      ),
      fc.constantFrom(
        "path.join(__dirname,",
        "Path(__file__)",
        "/",
        "+",
        "new Database(",
        "require('better-sqlite3')(",
        "os.getenv(",
        ".default(",
        "return ",
        '"""',
        "/*",
        "*/",
        "//",
        "#",
        "const dbPath",
        "env: {",
      ),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom("a.ts", "a.py", ".env", "a.prisma"), (pieces, path) => {
        const text = pieces.join("");
        for (const { start, end } of check(path, text)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test("of a file that is nothing but paths it reads the first thousand, and says so", () => {
    const found = check("a.ts", "dbPath='D:/databases/a.db';".repeat(2000));
    expect(found.length).toBeLessThan(1200);
    expect(found.at(-1)?.facts).toEqual({ fault: "unread" });
    expect(found.at(-1)?.severity).toBe("warn");
  });
});

test("the root that is named after databases is the one for databases; without one, every root is", () => {
  expect(toStoragePolicy(storage).databaseRoots).toHaveLength(1);
  expect(toStoragePolicy({ ...storage, roots: ["E:/a", "E:/b"] }).databaseRoots).toHaveLength(2);
});
