import type { Config } from "../schema.ts";

/** Everything that `recommended` speaks of blocks, also what stood there before this commit. */
export const strict: Config = {
  extends: ["recommended"],
  older: "block",
  rules: {
    secrets: "block",
    environment: "block",
    storage: "block",
    trading: "block",
    sqlite: "block",
  },
};
