// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts under test hold variables
import { spawnSync } from "node:child_process";
import { parseEnv } from "node:util";
import { parse as parseWithDotenv } from "dotenv";
import { describe, expect, test } from "vitest";
import { listHazards } from "../../../rules/environment/dotenv-hazards.ts";

/** What the readers of environment files really make of a text. `environment/portability` rests on this table. */

type Read = Readonly<Record<string, string | null>>;

interface Row {
  readonly name: string;
  readonly text: string;
  readonly dotenv: Read;
  readonly node: Read;
  /** Where an older version that Guard still runs on reads something else. */
  readonly olderNode?: Read;
  readonly python: Read;
  /** Whether the rule is to speak of it; where the three agree it may, because Docker or a shell does not. */
  readonly isHazard: boolean;
}

const tab = "D:\\databases\trading.db";
const table: readonly Row[] = [
  {
    name: "a path between double quotes",
    text: 'A="D:\\databases\\trading.db"\n',
    dotenv: { A: "D:\\databases\\trading.db" },
    node: { A: "D:\\databases\\trading.db" },
    python: { A: tab },
    isHazard: true,
  },
  {
    name: "with \\n in it",
    text: 'A="D:\\databases\\nova.db"\n',
    dotenv: { A: "D:\\databases\nova.db" },
    node: { A: "D:\\databases\nova.db" },
    python: { A: "D:\\databases\nova.db" },
    isHazard: true,
  },
  {
    name: "with \\v in it",
    text: 'A="D:\\databases\\vibe.db"\n',
    dotenv: { A: "D:\\databases\\vibe.db" },
    node: { A: "D:\\databases\\vibe.db" },
    python: { A: "D:\\databases\vibe.db" },
    isHazard: true,
  },
  {
    name: "with \\b in it",
    text: 'A="D:\\data\\backups"\n',
    dotenv: { A: "D:\\data\\backups" },
    node: { A: "D:\\data\\backups" },
    python: { A: "D:\\data\backups" },
    isHazard: true,
  },
  {
    name: "a path between single quotes",
    text: "A='D:\\databases\\trading.db'\n",
    dotenv: { A: "D:\\databases\\trading.db" },
    node: { A: "D:\\databases\\trading.db" },
    python: { A: "D:\\databases\\trading.db" },
    isHazard: false,
  },
  {
    name: "a path without quotes",
    text: "A=D:\\databases\\trading.db\n",
    dotenv: { A: "D:\\databases\\trading.db" },
    node: { A: "D:\\databases\\trading.db" },
    python: { A: "D:\\databases\\trading.db" },
    isHazard: false,
  },
  {
    name: "a path with forward slashes",
    text: "A=D:/databases/trading.db\n",
    dotenv: { A: "D:/databases/trading.db" },
    node: { A: "D:/databases/trading.db" },
    python: { A: "D:/databases/trading.db" },
    isHazard: false,
  },
  {
    name: "two backslashes without quotes",
    text: "A=D:\\\\databases\\\\x.db\n",
    dotenv: { A: "D:\\\\databases\\\\x.db" },
    node: { A: "D:\\\\databases\\\\x.db" },
    python: { A: "D:\\\\databases\\\\x.db" },
    isHazard: false,
  },
  { name: "a # inside a value", text: "A=abc#def\n", dotenv: { A: "abc" }, node: { A: "abc" }, python: { A: "abc#def" }, isHazard: true },
  { name: "a byte order mark", text: "\ufeffA=1\n", dotenv: { A: "1" }, node: { "\ufeffA": "1" }, python: { "\ufeffA": "1" }, isHazard: true },
  { name: "a colon", text: "A: 1\n", dotenv: { A: "1" }, node: {}, python: {}, isHazard: true },
  { name: "a name alone", text: "A\n", dotenv: {}, node: {}, python: { A: null }, isHazard: true },
  { name: "backticks", text: "A=`x y`\n", dotenv: { A: "x y" }, node: { A: "x y" }, python: { A: "`x y`" }, isHazard: true },
  { name: "an escaped quote", text: 'A="a\\"b"\n', dotenv: { A: 'a\\"b' }, node: { A: "a\\" }, python: { A: 'a"b' }, isHazard: true },
  { name: "more behind a quote", text: 'A="q" trailing\n', dotenv: { A: '"q" trailing' }, node: { A: "q" }, python: {}, isHazard: true },
  { name: "a doubled quote", text: "A='it''s'\n", dotenv: { A: "it''s" }, node: { A: "it" }, python: {}, isHazard: true },
  {
    name: "a quote without an end",
    text: 'A="unclosed\nB=2\n',
    dotenv: { A: '"unclosed', B: "2" },
    node: { A: '"unclosed', B: "2" },
    python: { B: "2" },
    isHazard: true,
  },
  { name: "a default", text: "A=${B:-def}\n", dotenv: { A: "${B:-def}" }, node: { A: "${B:-def}" }, python: { A: "def" }, isHazard: true },
  { name: "a lone carriage return", text: "A=1\rB=2\n", dotenv: { A: "1", B: "2" }, node: { A: "1B=2" }, python: { A: "1", B: "2" }, isHazard: true },
  { name: "export", text: "export A=1\n", dotenv: { A: "1" }, node: { A: "1" }, python: { A: "1" }, isHazard: true },
  { name: "a tab behind the sign", text: "A=\t1\n", dotenv: { A: "1" }, node: { A: "1" }, olderNode: { A: "\t1" }, python: { A: "1" }, isHazard: true },
  { name: "a blank before the sign", text: "A =1\n", dotenv: { A: "1" }, node: { A: "1" }, python: { A: "1" }, isHazard: true },
  { name: "a name given twice", text: "A=1\nA=2\n", dotenv: { A: "2" }, node: { A: "2" }, python: { A: "2" }, isHazard: true },
  { name: "names that no shell takes", text: "A.B=1\n", dotenv: { "A.B": "1" }, node: { "A.B": "1" }, python: { "A.B": "1" }, isHazard: true },
  { name: "several lines in quotes", text: 'A="x\ny"\n', dotenv: { A: "x\ny" }, node: { A: "x\ny" }, python: { A: "x\ny" }, isHazard: true },
  { name: "a comment behind a blank", text: "A=1 # one\n", dotenv: { A: "1" }, node: { A: "1" }, python: { A: "1" }, isHazard: false },
  {
    name: "the line ends of Windows",
    text: "A=1\r\nB=2\r\n",
    dotenv: { A: "1", B: "2" },
    node: { A: "1", B: "2" },
    python: { A: "1", B: "2" },
    isHazard: false,
  },
];

describe.each(table)("$name", ({ text, dotenv, node, olderNode = node, isHazard }) => {
  test("dotenv", () => expect(parseWithDotenv(text)).toEqual(dotenv));
  test("Node", () => expect([node, olderNode]).toContainEqual({ ...parseEnv(text) }));
  test(`the rule ${isHazard ? "speaks" : "does not speak"}`, () => {
    const hasBom = text.startsWith("\ufeff");
    expect(listHazards(hasBom ? text.slice(1) : text, hasBom).length > 0).toBe(isHazard);
  });
});

test("a comment as the last line, which some versions of Node read a variable out of", () => {
  expect(parseWithDotenv("# A=1")).toEqual({});
  expect([{}, { "# A": "1" }]).toContainEqual({ ...parseEnv("# A=1") });
  expect(listHazards("# A=1", false).length).toBe(1);
});

/** All rows in one process: it takes longer to start than to read them. */
const PROGRAM = `
import sys, json, io, logging
logging.disable(logging.CRITICAL)
from dotenv import dotenv_values
print(json.dumps([dict(dotenv_values(stream=io.StringIO(text, newline=""))) for text in json.load(sys.stdin)]))
`;

describe("python-dotenv", () => {
  const { PATH = "", HOME = "" } = process.env;
  const answers = ["python3", "python"].map((program) =>
    spawnSync(program, ["-c", PROGRAM], { input: JSON.stringify(table.map(({ text }) => text)), encoding: "utf8", env: { PATH, HOME } }),
  );
  const answer = answers.find(({ status }) => status === 0);

  // Not every machine has it; the others were read here.
  test.runIf(answer)("reads each row as the table says", () => {
    const read = JSON.parse(answer?.stdout ?? "[]") as Read[];
    expect(table.map(({ name }, i) => [name, read[i]])).toEqual(table.map(({ name, python }) => [name, python]));
  });
});
