import { defineConfig } from "tsdown";

/** Two entries (docs/decisions/0003): the library and command line as ESM, the hook as one small CommonJS bundle, which Node starts faster. */
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
  },
]);
