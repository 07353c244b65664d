import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { compilePolicy } from "../../src/config/compile.ts";
import { explainConfig } from "../../src/config/explain.ts";
import { type LoadedConfig, loadConfig } from "../../src/config/load.ts";
import { createSummary, failureOf } from "./memory-source.ts";

let folder = "";

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "guard config ")));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(files: Readonly<Record<string, unknown>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === "string" ? content : JSON.stringify(content, null, 2));
  }
}

/** Loads a file of the folder; `committed` are texts that differ from those on disk. */
async function load(
  name: string,
  files: Readonly<Record<string, unknown>>,
  more: { untrusted?: boolean; committed?: Record<string, string> } = {},
): Promise<LoadedConfig> {
  write(files);
  const textOf = (path: string): string | null => {
    const content = more.committed?.[path] ?? files[path];
    return content === undefined ? null : typeof content === "string" ? content : JSON.stringify(content, null, 2);
  };
  return loadConfig({ name, text: textOf(name) ?? "", folder, readExtended: async (path) => textOf(path) }, more);
}

/** Loads it in a Node of its own, because vitest reads modules in its own way. Exit code, message and way out of what it throws. */
function loadInNode(name: string): [exitCode: number, message: string, fix: string] {
  const script = `
    const { loadConfig } = await import(${JSON.stringify(new URL("../../src/config/load.ts", import.meta.url).href)});
    const text = (await import("node:fs")).readFileSync(${JSON.stringify(name)}, "utf8");
    await loadConfig({ name: ${JSON.stringify(name)}, text, folder: process.cwd(), readExtended: async () => null }).catch(({ exitCode, message, fix }) => {
      console.log(JSON.stringify([exitCode, message, fix]));
    });`;
  return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: folder, encoding: "utf8" }));
}

const ownRule = (id: string): string => `{
  id: "${id}",
  inspects: "entry",
  meta: { summary: "About ${id}.", why: "Because.", fix: "Mend it.", severity: "warn", confidence: "certain", since: "1.0.0" },
  check: () => [],
}`;

describe("a code configuration", () => {
  test("is run, types and all", async () => {
    const text = `interface Level { readonly older: "block" }\nconst level: Level = { older: "block" };\nexport default { ...level, ignores: ["dist"] satisfies string[] };\n`;
    const { config, isPlain } = await load("guard.config.ts", { "guard.config.ts": text });
    expect(compilePolicy(config, []).older).toBe("block");
    expect(isPlain).toBe(false);
  });

  test("brings rules of its own, and its presets", async () => {
    const text = `const mine = ${ownRule("mine/rule")};\nexport default { extends: ["strict"], packs: [{ name: "mine", rules: [mine] }], rules: { mine: "block" } };\n`;
    const { config, rules } = await load("guard.config.mjs", { "guard.config.mjs": text });
    const policy = compilePolicy(config, rules, rules);
    expect(policy.rules).toEqual({ "mine/rule": { severity: "block", options: {} } });
    expect(policy.older).toBe("block");
  });

  test.each([
    ["without a default export", "export const config = {};\n", "guard.config.mjs: expected a default export: export default defineConfig({ ... })."],
    ["with a misspelt key", "export default { rulez: {} };\n", /^guard\.config\.mjs: there is no key "rulez" here; .* Did you mean "rules"\?$/],
    ["with a bad value", 'export default { older: "warn" };\n', 'guard.config.mjs: older: expected "advisory" or "block", got "warn".'],
    ["with a rule that is none", "export default { packs: [{ name: 'a', rules: [{}] }] };\n", /packs\[0\]: expected a folder, a package, or \{ name, rules \}/],
    ["that throws", "const a = 1;\nthrow new RangeError('the secret is ' + a);\n", "guard.config.mjs:2:7: it threw RangeError while it was loaded."],
    ["that is no JavaScript", "export default {\n", /^guard\.config\.mjs(?::\d+)?: it is no valid JavaScript\.$/],
    ["that imports what is not there", 'import "no-such-package";\n', "guard.config.mjs: it imports a module that is not there."],
  ])("%s ends in 2", (_name, text, message) => {
    write({ "guard.config.mjs": text });
    const [exitCode, told] = loadInNode("guard.config.mjs");
    expect(exitCode).toBe(2);
    expect(told).toEqual(typeof message === "string" ? message : expect.stringMatching(message));
  });

  test.each(["export default {};", 'import "node:fs";'])("that is a module in a CommonJS project says what to do: %s", (text) => {
    write({ "package.json": '{ "type": "commonjs" }', "guard.config.ts": text });
    expect(loadInNode("guard.config.ts")).toEqual([
      2,
      expect.stringMatching(/^guard\.config\.ts(?::\d+)?: it is an ES module, and the "type" in the nearest package\.json is "commonjs"\.$/),
      'Write "type": "module" into a package.json beside it, or give it the ending .mjs (.mts for TypeScript).',
    ]);
  });

  test("is not run where --untrusted says so", async () => {
    const marker = join(folder, "ran");
    const text = `import { writeFileSync } from "node:fs";\nwriteFileSync(${JSON.stringify(marker)}, "");\nexport default {};\n`;
    const error = await failureOf(load("guard.config.mjs", { "guard.config.mjs": text }, { untrusted: true }));
    expect(error.message).toBe("guard.config.mjs: it is code, and --untrusted runs none.");
    expect(() => realpathSync(marker)).toThrow();
  });

  test("is run only where it is what would be committed; line ends do not count", async () => {
    const files = { "guard.config.json": { extends: ["./more.mjs"] }, "more.mjs": 'export default { older: "block" };\n' };
    const { config } = await load("guard.config.json", files, { committed: { "more.mjs": 'export default { older: "block" };\r\n' } });
    expect(compilePolicy(config, []).older).toBe("block");
    const error = await failureOf(load("guard.config.json", files, { committed: { "more.mjs": "export default {};\n" } }));
    expect(error.message).toBe("more.mjs: the file on disk is not the one that would be committed, and only what lies on disk can be run.");
  });
});

describe("packs", () => {
  test("a folder gives every rule that its modules export; examples, options and tests are none", async () => {
    const files = {
      "guard.config.json": { packs: ["./guard-rules"], rules: { "mine/one": "block" } },
      "guard-rules/one.ts": `const severity: string = "warn";\nexport const one = ${ownRule("mine/one")};\nvoid severity;\n`,
      "guard-rules/more.mjs": `export const list = [${ownRule("mine/two")}, ${ownRule("mine/three")}];\n`,
      "guard-rules/one.examples.ts": "throw new Error('never loaded');\n",
      "guard-rules/one.test.ts": "throw new Error('never loaded');\n",
      "guard-rules/one.md": "# One\n",
    };
    const { config, rules, isPlain } = await load("guard.config.json", files);
    expect(rules.map(({ id }) => id)).toEqual(["mine/two", "mine/three", "mine/one"]);
    expect(compilePolicy(config, rules, rules).rules["mine/one"]).toEqual({ severity: "block", options: {} });
    expect(isPlain).toBe(false);
  });

  test("they add up, and a folder counts from the file that names it", async () => {
    const files = {
      "guard.config.json": { extends: ["./shared/base.json"], packs: ["./rules"] },
      "shared/base.json": { packs: ["./rules"] },
      "rules/a.mjs": `export const a = ${ownRule("mine/a")};\n`,
      "shared/rules/b.mjs": `export const b = ${ownRule("shared/b")};\n`,
    };
    const { rules } = await load("guard.config.json", files);
    expect(rules.map(({ id }) => id)).toEqual(["shared/b", "mine/a"]);
  });

  test.each([
    [
      "an empty folder",
      ["./guard-rules"],
      { "guard-rules/README.md": "" },
      'guard.config.json:3:5: packs[0]: expected at least one export made by defineRule in "./guard-rules".',
    ],
    [
      "a folder written as a package",
      ["guard-rules"],
      { "guard-rules/a.mjs": "" },
      'guard.config.json:3:5: packs[0]: expected an installed package, or a folder beginning with ./. Did you mean "./guard-rules"?',
    ],
    [
      "a rule that throws at load",
      ["./guard-rules"],
      { "guard-rules/a.mjs": "throw new Error('x');\n" },
      /guard-rules\/a\.mjs:1:7: it threw Error while it was loaded\.$/,
    ],
  ])("%s ends in 2", async (_name, packs, files, message) => {
    const error = await failureOf(load("guard.config.json", { "guard.config.json": { packs }, ...files }));
    expect(error.exitCode).toBe(2);
    expect(error.message).toEqual(typeof message === "string" ? message : expect.stringMatching(message));
  });

  test("run only as they would be committed", async () => {
    const files = { "guard.config.json": { packs: ["./guard-rules"] }, "guard-rules/a.mjs": `export const a = ${ownRule("mine/a")};\n` };
    expect((await load("guard.config.json", files)).rules.length).toBe(1);
    const error = await failureOf(load("guard.config.json", files, { committed: { "guard-rules/a.mjs": "export const a = 1;\n" } }));
    expect(error.message).toBe("guard-rules/a.mjs: the file on disk is not the one that would be committed, and only what lies on disk can be run.");
    expect(error.exitCode).toBe(2);
  });

  test("are not run where --untrusted says so", async () => {
    const files = { "guard.config.json": { packs: ["./guard-rules"] }, "guard-rules/a.mjs": "throw new Error('x');\n" };
    const error = await failureOf(load("guard.config.json", files, { untrusted: true }));
    expect(error.message).toBe("guard.config.json:3:5: rules of a pack are code, and --untrusted runs none.");
  });
});

describe("packages", () => {
  const manifest = (entry: unknown) => ({ name: "@acme/guard", version: "1.0.0", type: "module", ...Object(entry) });

  test.each([
    [
      "JSON as its main file",
      { "node_modules/@acme/guard/package.json": manifest({ main: "./base.json" }), "node_modules/@acme/guard/base.json": { older: "block" } },
    ],
    [
      "a module",
      {
        "node_modules/@acme/guard/package.json": manifest({ exports: "./index.js" }),
        "node_modules/@acme/guard/index.js": 'export default { older: "block" };\n',
      },
    ],
    [
      "a module for import alone",
      {
        "node_modules/@acme/guard/package.json": manifest({ exports: { ".": { import: { default: "./index.js" } } } }),
        "node_modules/@acme/guard/index.js": 'export default { older: "block" };\n',
      },
    ],
    [
      "JSON that extends a file beside it",
      {
        "node_modules/@acme/guard/package.json": manifest({ main: "./base.json" }),
        "node_modules/@acme/guard/base.json": { extends: ["./more.json"] },
        "node_modules/@acme/guard/more.json": { older: "block" },
      },
    ],
  ])("%s", async (_name, files) => {
    const { config, isPlain } = await load("guard.config.json", { "guard.config.json": { extends: ["recommended", "@acme/guard"] }, ...files });
    expect(compilePolicy(config, []).older).toBe("block");
    expect(isPlain).toBe(false);
  });

  test("one that holds rules", async () => {
    const files = {
      "guard.config.json": { packs: ["@acme/guard"] },
      "node_modules/@acme/guard/package.json": manifest({ exports: { import: "./index.js" } }),
      "node_modules/@acme/guard/index.js": `export const rules = [${ownRule("acme/rule")}];\n`,
    };
    expect((await load("guard.config.json", files)).rules.map(({ id }) => id)).toEqual(["acme/rule"]);
  });
});

test("explainConfig tells where each thing was set", async () => {
  const files = {
    "guard.config.json": { extends: ["strict", "./shared.json"], trading: {}, rules: { "trading/failed-orders": "warn" } },
    "shared.json": { rules: { "trading/failed-orders": ["block", { max: 3 }] } },
  };
  const { config, files: read, isPlain } = await load("guard.config.json", files);
  const rules = [
    createSummary("trading/failed-orders", "block", "trading"),
    createSummary("secrets/jwt"),
    createSummary("storage/layout", "warn", "storage"),
    createSummary("mine/a"),
  ];
  const [orders, jwt, layout, mine] = explainConfig(config, rules);
  expect(orders).toMatchObject({
    severity: "warn",
    severityFrom: { kind: "file", name: "guard.config.json", place: "guard.config.json:8:5", selector: "trading/failed-orders" },
    options: { max: 3 },
    optionsFrom: { kind: "file", name: "shared.json", place: "shared.json:3:5" },
  });
  expect(jwt).toMatchObject({ severity: "block", severityFrom: { kind: "preset", name: "strict", place: null, selector: "secrets" }, optionsFrom: null });
  expect(layout).toMatchObject({ severity: "off", missing: "storage" });
  expect(mine).toMatchObject({ severity: "warn", severityFrom: { kind: "default" } });
  expect(read.map(({ path }) => path)).toEqual(["shared.json"]);
  expect(isPlain).toBe(true);
});
