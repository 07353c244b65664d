import { expect, it } from "vitest";
import { addNoBuild, removeNoBuild } from "../../src/install/built-driver.ts";

const manifest = '{\n  "name": "sample"\n}\n';
const built = { version: "13.2.0" };
const toLockfile = (packages: object): string => JSON.stringify({ lockfileVersion: 3, packages });

it("one line more, and the same characters once it is taken out", () => {
  const edited = addNoBuild(manifest, toLockfile({ "": {}, "apps/a/node_modules/better-sqlite3": built })) ?? "";
  expect(edited).toBe('{\n  "name": "sample",\n  "allowScripts": {\n    "better-sqlite3": false\n  }\n}\n');
  expect(addNoBuild(edited, toLockfile({ "node_modules/better-sqlite3": built }))).toBeNull();
  expect(removeNoBuild(edited)).toBe(manifest);
});

it.each<[string, string, object]>([
  ["npm's lockfile does not have the package", manifest, { "node_modules/zod": {} }],
  // Before 13 its install script fetches the binary, and an application of this repository needs it
  [
    "another version of it has an install script",
    manifest,
    { "node_modules/better-sqlite3": built, "a/node_modules/better-sqlite3": { hasInstallScript: true } },
  ],
  ["somebody has decided already", '{ "allowScripts": { "better-sqlite3": true } }', { "node_modules/better-sqlite3": built }],
])("nothing where %s", (_, text, packages) => {
  expect(addNoBuild(text, toLockfile(packages))).toBeNull();
});

it.each(["", "[]", '{"allowScripts":[]}'])("a package.json without a place for it: %j", (text) => {
  expect(() => addNoBuild(text, toLockfile({ "node_modules/better-sqlite3": built }))).toThrow(SyntaxError);
  expect(removeNoBuild(text)).toBeNull();
});

it("somebody else's decision is not taken out", () => {
  expect(removeNoBuild('{ "allowScripts": { "better-sqlite3": true } }')).toBeNull();
});
