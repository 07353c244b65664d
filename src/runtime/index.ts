/** The policy at start-up, for applications. No dependencies; nothing of the checker is loaded. */
export { assertDatabasePath, assertDataPath, type DataPathPolicy } from "./data-path.ts";
export { type DefinedEnv, type DefineEnvOptions, defineEnv, type SafeParser, type VariableDefinition } from "./define-env.ts";
export { maskSecret } from "./mask-secret.ts";
export { type DatabaseClass, openPolicyDatabase, type PolicyDatabaseOptions } from "./open-policy-database.ts";
export { requireEnv } from "./require-env.ts";
