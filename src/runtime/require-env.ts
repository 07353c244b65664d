/**
 * The named variables, all of them set and not blank. Throws one `Error` that names every missing one, so that a start fails once and not five times.
 *
 *     const { DEEPSEEK_API_KEY, DATABASE_URL } = requireEnv("DEEPSEEK_API_KEY", "DATABASE_URL");
 */
export function requireEnv<const Name extends string>(...names: readonly Name[]): Readonly<Record<Name, string>> {
  const found = names.map((name) => [name, process.env[name]] as const);
  const missing = found.filter(([, value]) => value === undefined || value.trim() === "").map(([name]) => name);
  if (missing.length > 0) throw new Error(`Missing required environment variables: ${missing.join(", ")}. Set them in .env or in the environment.`);
  // Every name was just seen to have a value.
  return Object.fromEntries(found) as Record<Name, string>;
}
