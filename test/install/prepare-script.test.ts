import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addPrepare, PREPARE, readPrepare, removePrepare } from "../../src/install/prepare-script.ts";

const added = JSON.stringify(PREPARE);

describe("a package.json", () => {
  it.each([
    ["scripts", '{\n  "scripts": {\n    "test": "x"\n  }\n}\n', `{\n  "scripts": {\n    "test": "x",\n    "prepare": ${added}\n  }\n}\n`],
    ["tabs and CRLF", '{\r\n\t"scripts": {\r\n\t\t"test": "x"\r\n\t}\r\n}', `{\r\n\t"scripts": {\r\n\t\t"test": "x",\r\n\t\t"prepare": ${added}\r\n\t}\r\n}`],
    ["empty scripts", '{\n    "scripts": {},\n    "a": 1\n}\n', `{\n    "scripts": {\n        "prepare": ${added}\n    },\n    "a": 1\n}\n`],
    ["no scripts", '{\n  "name": "x"\n}\n', `{\n  "name": "x",\n  "scripts": {\n    "prepare": ${added}\n  }\n}\n`],
    ["nothing", "{}\n", `{\n  "scripts": {\n    "prepare": ${added}\n  }\n}\n`],
    ["one line", '{"name":"x","scripts":{"test":"y"}}', `{"name":"x","scripts":{"test":"y","prepare":${added}}}`],
    ["one line with spaces", '{ "name": "x" }', `{ "name": "x", "scripts": { "prepare": ${added} } }`],
    ["a byte order mark", '\uFEFF{"scripts":{"test":"y"}}', `\uFEFF{"scripts":{"test":"y","prepare":${added}}}`],
    ["braces in strings", '{"a":"}{\\"","scripts":{"test":"{"}}', `{"a":"}{\\"","scripts":{"test":"{","prepare":${added}}}`],
    ["an empty prepare", '{"scripts":{"prepare":""}}', `{"scripts":{"prepare":${added}}}`],
    ["husky", '{"scripts":{"prepare":"husky"}}', `{"scripts":{"prepare":"husky && (${PREPARE})"}}`],
    ["two steps", '{"scripts":{"prepare":"a && b -c"}}', `{"scripts":{"prepare":"a && b -c && (${PREPARE})"}}`],
    ["one that forgives itself", '{"scripts":{"prepare":"husky || true"}}', `{"scripts":{"prepare":"(husky || true) && (${PREPARE})"}}`],
  ])("with %s gets the prepare script, once", (_, text, expected) => {
    expect(addPrepare(text)).toBe(expected);
    expect(addPrepare(expected)).toBeNull();
  });

  it.each(['{"scripts":{"prepare":"guard install --quiet || exit 0"}}', '{"scripts":{"prepare":"npm run x && guard install"}}'])(
    "that has it stays: %s",
    (text) => {
      expect(addPrepare(text)).toBeNull();
    },
  );

  it.each(["", "[]", "{", '{"scripts":[]}', '{"scripts":{"prepare":1}}', '{"scripts":null}'])("without a place for it is refused: %j", (text) => {
    expect(() => addPrepare(text)).toThrow(SyntaxError);
    expect(removePrepare(text)).toBeNull();
  });

  it("means the same but for the script, and is the same characters once it is taken out", () => {
    const script = fc.oneof(fc.constantFrom("husky", "a && b", "a || b", "a; b", "(a)", "(a) && (b)"), fc.string({ minLength: 1 }));
    const manifest = fc.record(
      { name: fc.string(), nested: fc.jsonValue(), scripts: fc.dictionary(fc.string(), fc.string()), prepare: script },
      { requiredKeys: ["name", "scripts"] },
    );
    const layout = fc.constantFrom<string | number>(0, 1, 2, 4, "\t");
    fc.assert(
      fc.property(manifest, layout, fc.boolean(), ({ name, nested, scripts, prepare }, indent, crlf) => {
        fc.pre(prepare === undefined || (prepare.trim() !== "" && !prepare.includes("guard install")));
        const value = { name, scripts: { ...scripts, test: "x", ...(prepare === undefined ? {} : { prepare }) }, nested };
        const text = JSON.stringify(value, null, indent).replaceAll("\n", crlf ? "\r\n" : "\n");
        const edited = addPrepare(text) ?? "";
        expect(JSON.parse(edited)).toEqual({ ...JSON.parse(text), scripts: { ...value.scripts, prepare: readPrepare(edited) } });
        expect(JSON.parse(removePrepare(edited) ?? "")).toEqual(JSON.parse(text));
        if (prepare === undefined) expect(removePrepare(edited)).toBe(text);
      }),
    );
  });

  it("that others have edited since loses Guard's part alone", () => {
    expect(removePrepare(`{"scripts":{"prepare":${added},"later":"x"}}`)).toBe('{"scripts":{"later":"x"}}');
    expect(removePrepare(`{"name":"x","scripts":{"prepare":${added}},"later":1}`)).toBe('{"name":"x","later":1}');
    expect(removePrepare(`{"scripts":{"prepare":"other && (${PREPARE})"}}`)).toBe('{"scripts":{"prepare":"other"}}');
    expect(removePrepare('{"scripts":{"prepare":"guard install && other"}}')).toBeNull();
  });
});

describe("the joined script in a shell", () => {
  it.each([
    ["true", 0],
    ["false", 1],
    ["exit 4", 4],
    ["false || exit 7", 7],
    ["false; true", 0],
  ])("ends as %j did, whatever becomes of Guard", (prepare, code) => {
    const script = readPrepare(addPrepare(JSON.stringify({ scripts: { prepare } })) ?? "");
    expect(script).toContain(PREPARE);
    expect(spawnSync("/bin/sh", ["-c", script ?? ""], { env: { PATH: "/nowhere" } }).status).toBe(code);
  });
});
