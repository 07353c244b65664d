import { fileURLToPath } from "node:url";
import type { Plugin, PluginContext } from "rolldown";
import { defineConfig, type UserConfig } from "tsdown";

/**
 * All builds write to one folder, which src/build/prepare.cjs empties before; the list of what they wrote would hide what comes after it, and so would the
 * advice on slow plugins.
 */
const common: UserConfig = { platform: "node", target: "node22", outDir: "dist", clean: false, logLevel: "warn", checks: { pluginTimings: false } };

/** So that compiled code of other content is never taken for its own. */
const NAMED_BY_CONTENT = "[name]-[hash].cjs";

/**
 * What hooks/hook.cjs loads: a function, and in ASCII, which is read in half the time that other text takes. Code that is run so has no `import()` of its
 * own (Node warns of the one it could have); it is given one for configurations and rules of the repository.
 */
const asFunction: Plugin = {
  name: "as-function",
  transform(code, id) {
    return id.endsWith("run-module.ts") ? { code: code.replace("await import(", "await importModule("), map: null } : null;
  },
  generateBundle(_, bundle) {
    for (const output of Object.values(bundle)) {
      if (output.type !== "chunk") continue;
      const code = output.code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
      output.code = `(function (exports, require, module, __filename, __dirname, importModule) {${code}\n})`;
    }
  },
};

/** Whether every commit needs a module: src/cli/hook.ts imports it, not only when something is found. */
function isNeededByAll(id: string, graph: Pick<PluginContext, "getModuleInfo">): boolean {
  if (needed.size === 0) collect(fileURLToPath(new URL("src/cli/hook.ts", import.meta.url)));
  return needed.has(id);

  function collect(module: string): void {
    if (needed.has(module)) return;
    needed.add(module);
    for (const imported of graph.getModuleInfo(module)?.importedIds ?? []) collect(imported);
  }
}
const needed = new Set<string>();

/**
 * Three builds (docs/decisions/0003): library and command line as ESM; the hook as CommonJS in few pieces, which Node starts faster; the process that looks
 * at the machine as one file.
 */
export default defineConfig([
  {
    ...common,
    entry: {
      index: "src/index.ts",
      rules: "rules/public.ts",
      testing: "src/testing.ts",
      runtime: "src/runtime/index.ts",
      cli: "src/cli/main.ts",
      "second-thread": "src/second-thread-entry.ts",
    },
    format: "esm",
    dts: true,
    fixedExtension: false,
  },
  {
    ...common,
    entry: { hook: "src/cli/hook.ts" },
    plugins: [asFunction],
    format: "cjs",
    dts: false,
    minify: true,
    outputOptions: {
      entryFileNames: NAMED_BY_CONTENT,
      codeSplitting: {
        groups: [
          // What comes before "text", which would take along what both need.
          { name: (id, graph) => (isNeededByAll(id, graph) ? "judge" : null), debugName: "judge", priority: 1 },
          // What most commits need that need any rule's body: one file to load in place of eight.
          {
            name: "text",
            test: /src[\\/]core[\\/]lexer.*\.ts$|rules[\\/]secrets[\\/](generic-(secret|password)|made-up-place|generic[\\/](candidates|judge|meant|nearby-value|window))\.ts$/,
          },
          // What most commits need that read variables.
          {
            name: "environment",
            test: /src[\\/]core[\\/]environment[\\/](dotenv|environment-reads|template)\.ts$|rules[\\/]environment[\\/](drift|scopes|startup-validation)\.ts$/,
          },
          { name: "lexer", test: /src[\\/]core[\\/]lexer/ },
          { name: "windows-path", test: /src[\\/]core[\\/]windows-path\.ts$/ },
          // What is written down needs it, with the machine and without.
          { name: "journal", test: /src[\\/]state[\\/](journal|journal-record|file-lock)\.ts$/ },
          // All that a commit needs where something looks at the machine, in one piece, and read by no other.
          {
            name: "machine",
            test: /src[\\/](probes|state[\\/](acks|checks)|machine[\\/](places|probe|probe-plan|probe-run|repository-view|scratch)|git[\\/]work-tree-view)\.ts$|rules[\\/](trading|sqlite)[\\/](?!limit|live-)[a-z-]+\.ts$/,
          },
        ],
      },
    },
  },
  {
    ...common,
    // The process that looks at databases: one file that needs nothing but better-sqlite3, for both of the others.
    entry: { "machine-child": "src/machine/child.ts" },
    plugins: [asFunction],
    format: "cjs",
    dts: false,
    minify: true,
    outputOptions: { entryFileNames: NAMED_BY_CONTENT },
  },
]);
