/** The policy at start-up, for applications. No dependencies; nothing of the checker is loaded. */
export { assertDataPath } from "./data-path.ts";
export { maskSecret } from "./mask-secret.ts";
export { requireEnv } from "./require-env.ts";
