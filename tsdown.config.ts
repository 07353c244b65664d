import { defineConfig } from "tsdown";

/** Two entries (docs/decisions/0003): the library and command line as ESM, the hook as CommonJS in few pieces, which Node starts faster. */
export default defineConfig([
  {
    entry: { index: "src/index.ts", rules: "rules/public.ts", testing: "src/testing.ts", runtime: "src/runtime/index.ts", cli: "src/cli/main.ts" },
    format: "esm",
    platform: "node",
    target: "node22",
    dts: true,
    outDir: "dist",
    fixedExtension: false,
    // Both builds write to one folder; src/build/prepare.cjs empties it before.
    clean: false,
  },
  {
    entry: { hook: "src/cli/hook.ts" },
    format: "cjs",
    platform: "node",
    target: "node22",
    dts: false,
    minify: true,
    clean: false,
    outDir: "dist",
    outputOptions: {
      advancedChunks: {
        groups: [
          { name: "start", test: /src[\\/](cli[\\/]hook|git[\\/](run|raw|batch|paths|repository|hunks|index-file)|sources[\\/](staged|contents|piped-list)|core[\\/]model)\.ts$/ },
          {
            name: "judge",
            test: /src[\\/](guard|open|policies|rulesets|sources[\\/](source|configuration)|state[\\/].*|core[\\/](?!trading|facts|closest|windows-path|lexer|terminal-text).*)\.ts$|rules[\\/](index|secrets[\\/]key-file.*|storage[\\/]data-file|environment[\\/]tracked-file)\.ts$/,
          },
        ],
      },
    },
  },
]);
