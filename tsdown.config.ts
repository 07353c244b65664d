import type { Plugin } from "rolldown";
import { defineConfig, type UserConfig } from "tsdown";

/** All builds write to one folder, which src/build/prepare.cjs empties before; the list of what they wrote would hide what comes after it. */
const common: UserConfig = { platform: "node", target: "node22", outDir: "dist", clean: false, logLevel: "warn" };

/**
 * Three builds (docs/decisions/0003): library and command line as ESM; the hook as CommonJS in few pieces, which Node starts faster; the process that looks
 * at the machine as one file.
 */
/**
 * What hooks/hook.cjs loads is read as ASCII, in half the time that other text takes. And a file costs every commit half a millisecond, even one so small
 * as the bundler's runtime: the chunk that all of them need brings its own.
 */
const quickToLoad: Plugin = {
  name: "quick-to-load",
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
    const runtime = chunks.find(({ name }) => name === "rolldown-runtime");
    for (const chunk of chunks) {
      if (runtime && chunk.name === "judge")
        chunk.code = chunk.code.replace(`require("./${runtime.fileName}")`, () => `(()=>{const exports={};${runtime.code};return exports})()`);
      chunk.code = chunk.code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
    }
  },
};

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
    plugins: [quickToLoad],
    format: "cjs",
    dts: false,
    minify: true,
    outputOptions: {
      codeSplitting: {
        groups: [
          // What most commits need that need any rule's body: one file to load in place of eight.
          {
            name: "text",
            test: /src[\\/]core[\\/]lexer.*\.ts$|rules[\\/]secrets[\\/](generic-(secret|password)|made-up-place|generic[\\/](candidates|judge|meant|nearby-value|window))\.ts$/,
          },
          {
            name: "judge",
            // Before "text", which would take along what both need.
            priority: 1,
            test: /rolldown[\\/]runtime|src[\\/](guard|open|judge-run|match-contents|policies|rulesets|local-files|machine[\\/](environment-files|probe-child)|cli[\\/](hook|judge-hook)|git[\\/](run|raw|batch|paths|repository|head|added-lines|index-file|loose)|sources[\\/](source|configuration|staged|added-by-commit|contents|piped-list)|state[\\/](store|files|last-ok|pending|probes-mark)|core[\\/](?!trading|facts|exemptions|closest|windows-path|lexer|terminal-text|secrets|local-values|environment[\\/](?!environment-file)).*)\.ts$|rules[\\/](index|secrets[\\/]key-file.*|storage[\\/]data-file|environment[\\/]tracked-file)\.ts$/,
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
    format: "cjs",
    dts: false,
    minify: true,
  },
]);
