import type { Config } from "./schema.ts";

/** A configuration with completion in the editor: `export default defineConfig({ ... })` in `guard.config.ts`. */
export function defineConfig(config: Config): Config {
  return config;
}
