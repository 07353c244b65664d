import fc from "fast-check";
import { expect, test } from "vitest";
import { listBlocks } from "../../../rules/environment/settings-block.ts";

function valuesOf(text: string): Record<string, string>[] {
  return listBlocks(text)
    .map((block) => Object.fromEntries(block.map(({ key, value }) => [key, value])))
    .filter((block) => Object.keys(block).length > 0);
}

test("a mapping of YAML, with what is deeper apart", () => {
  expect(valuesOf("A: 1\nB:\n  C: 'two' # why\n  D: \"x # y\"\n# comment\n\nE: 3\r\n")).toEqual([
    { A: "1", B: "", E: "3" },
    { C: "two", D: "x # y" },
  ]);
});

test("what stands further out ends a block", () => {
  expect(valuesOf("a:\n  X: 1\nb:\n  X: 2\n")).toEqual([{ a: "", b: "" }, { X: "1" }, { X: "2" }]);
});

test("lists of a compose file, quoted or not", () => {
  expect(valuesOf('environment:\n  - A=1\n  - "B=two words"\n  - C: 3\n')).toEqual([{ environment: "" }, { A: "1", B: "two words", C: "3" }]);
});

test("names and values of Kubernetes belong together", () => {
  expect(valuesOf("- name: A\n  value: one\n- name: B\n  valueFrom: x\n- name: C\n  value: 'three'\n")).toContainEqual({ A: "one", C: "three" });
});

test("tables of TOML are apart", () => {
  expect(valuesOf('A = "1"\n[x.vars]\nB = "2" # two\n  [[y]]\n  C = 3\n')).toEqual([{ A: "1" }, { B: "2" }, { C: "3" }]);
});

test("objects of JSON and JavaScript", () => {
  expect(valuesOf('{\n  "A": "1",\n  "B": {\n    "C": "2"\n  }\n}')).toEqual([{ A: "1", B: "{" }, { C: "2" }]);
  expect(valuesOf("x = {\n  A: 'a',\n  B: `b`,\n  C: 1,\n}")).toContainEqual({ A: "a", B: "b", C: "1" });
});

test("offsets are those of the text, whatever it is", () => {
  const piece = fc.constantFrom("A", "B", ":", "=", " ", "  ", "\t", '"', "'", ",", "\n", "\r\n", "#", "- ", "- name: A\n", "  value: x\n", "[a]", "{", "}");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join("");
      for (const { value, valueStart } of listBlocks(text).flat()) expect(text.startsWith(value, valueStart)).toBe(true);
    }),
  );
});

test("takes linear time where every line is deeper than the one before, or not", () => {
  const deeper = Array.from({ length: 3000 }, (_, indent) => `${" ".repeat(indent)}A: 1\n`).join("");
  expect(listBlocks(deeper).length).toBe(3000);
  expect(listBlocks("A: 1\n B: 2\n".repeat(200_000)).flat().length).toBe(400_000);
});
