import { existsSync, readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { parseAst } from "rolldown/parseAst";
import { describe, expect, test } from "vitest";
import { check } from "../src/guard.ts";

/** The repository checks itself. What each layer may do: docs/architecture.md. */

const root = new URL("../", import.meta.url);
const CODE = /\.(?:ts|cjs|mjs)$/;

function list(folder: string): string[] {
  const names = readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" });
  return names
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((name) => CODE.test(name) && !name.includes("node_modules"))
    .sort();
}

function read(file: string): string {
  return readFileSync(new URL(file, root), "utf8");
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function* walk(value: unknown): Generator<Node> {
  if (isNode(value)) yield value;
  if (typeof value === "object" && value !== null) for (const child of Object.values(value)) yield* walk(child);
}

interface Import {
  /** A file of ours from the root, or the name of a package without what lies below it. */
  readonly to: string;
  readonly isOurs: boolean;
  readonly isType: boolean;
  readonly isDynamic: boolean;
}

interface Module {
  readonly file: string;
  readonly imports: readonly Import[];
  readonly nodes: readonly Node[];
}

function parse(file: string): Module {
  const nodes = [...walk(parseAst(read(file), { lang: "ts" }))];
  const imports = nodes.flatMap((node): Import[] => {
    const source = sourceOf(node);
    if (source === null) return [];
    const isOurs = source.startsWith(".");
    return [
      {
        to: isOurs ? posix.join(posix.dirname(file), source) : source.replace(/^((?:@[^/]+\/)?[^/]+).*/, "$1"),
        isOurs,
        isType: node.importKind === "type" || node.exportKind === "type",
        isDynamic: node.type === "ImportExpression" || node.type === "CallExpression",
      },
    ];
  });
  return { file, imports, nodes };
}

/** What an `import`, `export … from`, `import()` or `process.getBuiltinModule()` names, else `null`. */
function sourceOf(node: Node): string | null {
  const { source, callee } = node;
  if (isNode(source) && typeof source.value === "string") return source.value;
  if (node.type !== "CallExpression" || !isNode(callee) || !isNode(callee.property) || callee.property.name !== "getBuiltinModule") return null;
  const [name] = Array.isArray(node.arguments) ? node.arguments : [];
  return isNode(name) && typeof name.value === "string" ? name.value : null;
}

/** AssemblyScript is no TypeScript, and a declaration holds no code. */
const modules = ["src", "rules"]
  .flatMap(list)
  .filter((file) => !/\.(?:as|d)\.ts$|\.cjs$/.test(file))
  .map(parse);
const byFile = new Map(modules.map((module) => [module.file, module]));

/** `src/core`, `src/guard.ts`, `rules/secrets`, `rules/index.ts`. */
function layerOf(file: string): string {
  return file.split("/").slice(0, 2).join("/");
}

function modulesIn(...layers: readonly string[]): Module[] {
  return modules.filter(({ file }) => layers.some((layer) => layerOf(file) === layer || (layer === "rules" && /^rules\/[^/]+\//.test(file))));
}

const PUBLIC = ["src/index.ts", "src/library.ts", "src/testing.ts"];
/** What puts the layers together: the other files directly in src. */
const COMPOSITION = modules.map(({ file }) => file).filter((file) => /^src\/[^/]+$/.test(file) && !PUBLIC.includes(file));
const CATALOGUE = ["rules/index.ts", "rules/options.ts"];

/** What each layer may import of ours, besides itself. Packs of rules stand below. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "src/core": [],
  "src/runtime": ["src/core"],
  "src/report": ["src/core"],
  "src/disk": [],
  "src/git": ["src/core"],
  "src/state": ["src/core", "src/git"],
  "src/doctor": ["src/core", "src/disk", "src/git", "src/install", "src/sources", "src/state"],
  "src/fix": ["src/core", "src/disk", "src/git"],
  "src/machine": ["src/core"],
  "src/sources": ["src/core", "src/disk", "src/git"],
  "src/config": ["src/core", "src/disk", ...CATALOGUE],
  "src/install": ["src/core", "src/disk", "src/git", "src/sources", "src/state"],
  ...Object.fromEntries(
    COMPOSITION.map((file) => [
      file,
      [...COMPOSITION, ...CATALOGUE, ...["core", "disk", "git", "state", "machine", "sources", "config", "fix"].map((name) => `src/${name}`)],
    ]),
  ),
  "src/testing.ts": ["src/core", "src/config"],
  "src/library.ts": ["src/core", "src/guard.ts", "src/request.ts"],
  "src/index.ts": ["src/core", "src/config", "src/report", "src/library.ts"],
  "src/cli": ["core", "disk", "git", "state", "machine", "sources", "config", "install", "doctor", "report"].map((name) => `src/${name}`).concat(COMPOSITION),
  "src/build": ["src/core", "src/config", "src/rulesets.ts", ...CATALOGUE],
};

describe("imports", () => {
  test("go one way", () => {
    const strangers = modules.flatMap(({ file, imports }) => {
      const from = layerOf(file);
      if (from.startsWith("rules/")) return [];
      return imports
        .filter(({ isOurs, to }) => isOurs && to !== "package.json" && layerOf(to) !== from && !MAY_IMPORT[from]?.includes(layerOf(to)))
        .map(({ to }) => `${file} imports ${to}`);
    });
    expect(strangers).toEqual([]);
  });

  test("of a rule are of core and of its own pack; the catalogue knows the packs", () => {
    const strangers = modules.flatMap(({ file, imports }) => {
      const from = layerOf(file);
      if (!from.startsWith("rules/")) return [];
      const isCatalogue = /^rules\/[^/]+\.ts$/.test(from);
      return imports
        .filter(({ isOurs, to }) => isOurs && layerOf(to) !== from && layerOf(to) !== "src/core" && !(isCatalogue && to.startsWith("rules/")))
        .map(({ to }) => `${file} imports ${to}`);
    });
    expect(strangers).toEqual([]);
  });

  test("never go in a circle", () => {
    const done = new Set<string>();
    const circles: string[] = [];
    function visit(file: string, way: readonly string[]): void {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(" -> "));
      if (way.includes(file) || done.has(file)) return;
      for (const { to, isOurs, isDynamic } of byFile.get(file)?.imports ?? []) if (isOurs && !isDynamic) visit(to, [...way, file]);
      done.add(file);
    }
    for (const { file } of modules) visit(file, []);
    expect(circles).toEqual([]);
  });

  test("lead to files that are there", () => {
    const lost = modules.flatMap(({ file, imports }) =>
      imports.filter(({ isOurs, to }) => isOurs && !existsSync(new URL(to, root))).map(({ to }) => `${file} imports ${to}`),
    );
    expect(lost).toEqual([]);
  });
});

/** Everything that loading these files loads, and nothing that a later `import()` would. */
function loadedBy(...files: readonly string[]): Module[] {
  const loaded = new Set<string>();
  const pending = [...files];
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (loaded.has(file)) continue;
    loaded.add(file);
    for (const { to, isOurs, isType, isDynamic } of byFile.get(file)?.imports ?? []) if (isOurs && !isType && !isDynamic) pending.push(to);
  }
  return [...loaded].flatMap((file) => byFile.get(file) ?? []);
}

/** What Node itself has loaded by then, or loads in no time. */
const CHEAP = ["node:buffer", "node:fs", "node:path", "node:url", "node:util"];

test("a clean commit loads no package, and nothing of Node that takes milliseconds", () => {
  const loaded = loadedBy("src/cli/hook.ts");
  expect(loaded.length).toBeGreaterThan(20);
  const dear = loaded.flatMap(({ file, imports }) =>
    imports.filter(({ isOurs, isType, isDynamic, to }) => !isOurs && !isType && !isDynamic && !CHEAP.includes(to)).map(({ to }) => `${file} loads ${to}`),
  );
  expect(dear).toEqual([]);
});

test("a clean commit loads nothing that compiles a configuration, prints, installs or mends", () => {
  const loaded = loadedBy("src/cli/hook.ts");
  expect(loaded.map(({ file }) => file).filter((file) => file.startsWith("src/cli/"))).toEqual(["src/cli/hook.ts", "src/cli/judge-hook.ts"]);
  const layers = new Set(loaded.map(({ file }) => layerOf(file)));
  for (const layer of ["src/config", "src/report", "src/install", "src/doctor", "src/fix"]) expect(layers).not.toContain(layer);
});

describe("the pure layers", () => {
  const pure = modulesIn("src/core", "src/report", "rules");
  /** Built-in modules that compute and touch nothing. */
  const HARMLESS = ["node:util", "node:buffer", "node:crypto"];

  test("import nothing that touches files, processes or the network", () => {
    const touching = pure.flatMap(({ file, imports }) =>
      imports
        .filter(({ isOurs, isType, to }) => !isOurs && !isType && (to.startsWith("node:") || builtinModules.includes(to)) && !HARMLESS.includes(to))
        .map(({ to }) => `${file} imports ${to}`),
    );
    expect(touching).toEqual([]);
  });

  /** What of the world can be had without an import. The one exception loads crypto, which costs too much to be loaded by every commit. */
  const WORLD = new Set(["process", "console", "performance", "fetch", "setTimeout", "setInterval", "setImmediate", "require"]);
  const EXCEPTIONS = ["src/core/sha256.ts: process"];

  test("ask for no clock, chance, environment or console", () => {
    const asked = pure.flatMap(({ file, nodes }) => nodes.flatMap((node) => worldOf(node).map((what) => `${file}: ${what}`)));
    expect([...new Set(asked)]).toEqual(EXCEPTIONS);
  });

  function worldOf(node: Node): string[] {
    const { object, property, callee } = node;
    if (node.type === "MemberExpression" && isNode(object) && isNode(property)) {
      if (object.type === "Identifier" && WORLD.has(String(object.name))) return [String(object.name)];
      const called = `${object.name}.${property.name}`;
      return ["Date.now", "Math.random"].includes(called) ? [called] : [];
    }
    if (node.type === "CallExpression" && isNode(callee) && callee.type === "Identifier" && WORLD.has(String(callee.name))) return [String(callee.name)];
    const isNow = node.type === "NewExpression" && isNode(callee) && callee.name === "Date" && Array.isArray(node.arguments) && node.arguments.length === 0;
    return isNow ? ["new Date()"] : [];
  }
});

test("processes are started in these places only", () => {
  const starters = modules.filter(({ imports }) => imports.some(({ to, isType }) => to === "node:child_process" && !isType)).map(({ file }) => file);
  expect(starters).toEqual([
    "src/doctor/run-git.ts",
    "src/git/run.ts",
    "src/install/shell-syntax.ts",
    "src/machine/probe-child.ts",
    "src/machine/run-program.ts",
  ]);
});

test("no module keeps a variable of its own", () => {
  const kept = modules.flatMap(({ file, nodes }) => {
    const [program] = nodes;
    const statements = Array.isArray(program?.body) ? program.body : [];
    return statements
      .map((statement) => (isNode(statement) && isNode(statement.declaration) ? statement.declaration : statement))
      .filter((statement) => isNode(statement) && statement.type === "VariableDeclaration" && statement.kind !== "const")
      .map(() => file);
  });
  expect(kept).toEqual([]);
});

describe("packages", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<"dependencies" | "devDependencies", Record<string, string>>;

  test("that the program imports are its dependencies", () => {
    const missing = modules
      .filter(({ file }) => layerOf(file) !== "src/build")
      .flatMap(({ file, imports }) =>
        imports.filter(({ isOurs, to }) => !isOurs && !to.startsWith("node:") && !(to in dependencies)).map(({ to }) => `${file} imports ${to}`),
      );
    expect(missing).toEqual([]);
  });

  test("that it depends on are imported, or run by their name", () => {
    const programs = modules.map(({ file }) => read(file)).join("\n");
    const unused = Object.keys(dependencies).filter((name) => !programs.includes(`"${name}"`) && !programs.includes(`"${name}/`));
    const tools = [...list("test"), ...list("bench"), "tsdown.config.ts", "vitest.config.ts", "src/build/compile-kernel.ts"].map(read).join("\n");
    const commands = { "@biomejs/biome": "biome", typescript: "tsc", node: "node" } as Record<string, string>;
    const scripts = ["package.json", ".husky/pre-commit"]
      .filter((file) => existsSync(new URL(file, root)))
      .map((file) => read(file).replace(/"(?:dev)?[dD]ependencies": \{[^}]*\}/g, ""));
    const idle = Object.keys(devDependencies).filter(
      (name) => !name.startsWith("@types/") && !tools.includes(`"${name}`) && !new RegExp(`\\b${commands[name] ?? name}\\b`).test(scripts.join("\n")),
    );
    expect([unused, idle]).toEqual([[], []]);
  });
});

describe("files", () => {
  const files = [...["src", "rules", "test", "hooks", "bench"].flatMap(list), "tsdown.config.ts", "vitest.config.ts"];

  test("have a home with a name", () => {
    expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|misc|shared)(?:\/|\.)/.test(file))).toEqual([]);
  });

  test("are called in kebab case", () => {
    expect(files.filter((file) => !/^[a-z0-9./-]+$/.test(file))).toEqual([]);
  });

  test("have at most 400 lines", () => {
    expect(files.map((file) => [file, read(file).split("\n").length] as const).filter(([, lines]) => lines > 400)).toEqual([]);
  });

  test("leave no test out and nothing to be done later", () => {
    const left = ["only", "skip", "todo"].map((word) => `(?:test|describe|it)\\.${word}\\b`).join("|");
    const later = ["TO", "FIX"].map((word) => `\\b${word}${word === "TO" ? "DO" : "ME"}\\b`).join("|");
    expect(files.filter((file) => new RegExp(left).test(read(file)))).toEqual([]);
    expect(files.filter((file) => file.startsWith("src/") && new RegExp(later).test(read(file)))).toEqual([]);
  });

  test("export by name", () => {
    const byDefault = modules.filter(({ nodes }) => nodes.some(({ type }) => type === "ExportDefaultDeclaration"));
    expect(byDefault.map(({ file }) => file)).toEqual([]);
  });
});

test("no secret stands in the tree, as Guard itself sees it", async () => {
  const { PATH = "", HOME = "" } = process.env;
  const report = await check({ source: { kind: "files", paths: ["."] }, cwd: fileURLToPath(root), env: { PATH, HOME }, only: ["secrets"], machine: false });
  expect([report.error, report.unknown]).toEqual([null, []]);
  expect(
    report.findings.filter(({ outcome }) => outcome === "blocking").map(({ ruleId, location }) => `${location?.path}:${location?.line} ${ruleId}`),
  ).toEqual([]);
  expect(report.coverage.entriesChecked).toBeGreaterThan(300);
});
