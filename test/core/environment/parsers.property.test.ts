import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listHazards } from "../../../rules/environment/dotenv-hazards.ts";
import { listEnvironmentReads } from "../../../src/core/environment/environment-reads.ts";
import { findValueFault, type VariableType } from "../../../src/core/environment/environment-schema.ts";
import { listLeakableValues } from "../../../src/core/environment/leakable-values.ts";
import { readJsonSchema, readSchemaFile } from "../../../src/core/environment/schema-file.ts";
import { placeFor, readTemplate, toLine } from "../../../src/core/environment/template.ts";
import { readZodSource } from "../../../src/core/environment/zod-source.ts";

/** Texts that are nearly what these parsers read. */
const pieces = [
  "A_KEY",
  "=",
  "process.env.",
  "os.getenv(",
  "'",
  '"',
  "`",
  "\n",
  "\r",
  "#",
  " ",
  "@required",
  "@type=enum(a,b)",
  "z.",
  "string()",
  "object({",
  "})",
  ":",
  "\\",
  "$",
  "{",
  "}",
  "?? 1",
  "if (",
  "\ufeff",
  "é",
  "1",
];
const text = fc.oneof(
  fc.string(),
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join("")),
);

describe("no text breaks them", () => {
  test("reads lie inside, and span the name", () => {
    fc.assert(
      fc.property(text, fc.constantFrom("a.ts", "a.py", "a.ps1"), (source, path) => {
        for (const { name, start, end } of listEnvironmentReads(source, path)) expect(source.slice(start, end)).toBe(name);
      }),
    );
  });

  test("hazards lie inside, and are not empty", () => {
    fc.assert(
      fc.property(text, fc.boolean(), (source, hasBom) => {
        for (const { start, end } of listHazards(source, hasBom)) expect(start >= 0 && start < end && end <= source.length).toBe(true);
      }),
    );
  });

  test("schemas are read or not", () => {
    fc.assert(
      fc.property(text, (source) => {
        readSchemaFile(source);
        readZodSource(source);
        readJsonSchema(source);
      }),
    );
  });

  test("a value is what it was, or part of it", () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const { value } of listLeakableValues([{ path: ".env", text: source }]).values) expect(source).toContain(value);
      }),
    );
  });
});

test("a name that is put into a template is then named there, and everything else stays in its order", () => {
  fc.assert(
    fc.property(text, fc.constantFrom("A_KEY_2", "ZZZ"), (source, name) => {
      const { at, before } = placeFor(name, source);
      const added = `${before}${toLine(name, source)}`;
      const result = source.slice(0, at) + added + source.slice(at);
      expect(result.replace(added, "")).toHaveLength(source.length);
      // An open quote before it may swallow the line, as it does every other.
      if (!/["'`\\\r]/.test(source)) expect(readTemplate(result).map(({ key }) => key)).toContain(name);
    }),
  );
});

const rows: readonly (readonly [VariableType, readonly string[], readonly string[]])[] = [
  ["port", ["1", "65535"], ["0", "65536", "http", "-1", "1.5"]],
  ["integer", ["0", "-5", "+7"], ["1.5", "x", ""]],
  ["number", ["1.5", "-0.1", "1e3"], ["x", "1,5"]],
  ["boolean", ["true", "0", "On"], ["maybe", "2"]],
  ["url", ["redis://localhost:6379", "https://a.example/x"], ["a.example", "/x", "http:// x"]],
  ["https-url", ["https://a.example"], ["http://a.example", "a.example"]],
  ["email", ["ada@example.com"], ["ada", "ada@example"]],
  ["uuid", ["4b7e19c2-a05d-4f36-b8e1-93d2c7f06a5b"], ["4b7e19c2"]],
  ["json", ["[1]", "{}"], ["{", "x"]],
  ["windows-path", ["D:\\data\\x.db", "d:/data"], ["data\\x.db", "/data", "D:x"]],
  ["policy-database-path", ["D:\\databases\\a.db", "d:/databases/sub/a.db"], ["C:\\dev\\a.db", "D:\\databases\\..\\dev\\a.db", "a.db"]],
  ["origin-list", ["https://a.example", "https://a.example,http://localhost:3000"], ["*", "http://a.example", "https://a.example/x"]],
  ["secret", ["q7Rz0kVbN3xTw9Lm"], ["short"]],
];

test.each(rows)("%s", (type, right, wrong) => {
  expect(right.filter((value) => findValueFault(value, { type }) !== null)).toEqual([]);
  expect(wrong.filter((value) => findValueFault(value, { type }) === null)).toEqual([]);
});
