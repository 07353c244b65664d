/** How the languages ask for a variable of the environment. */
const asks =
  /(?<![\w.])(?:process\.env|import\.meta\.env|(?:Deno|Bun)\.env|os\.environ|environ\b|(?:os\.|System\.)?getenv|os\.(?:Getenv|LookupEnv)|(?:std::)?env::var|option_env!|(?:System\.)?Environment(?:\.|\]::)GetEnvironmentVariable|\$env:\w|env\.[A-Z]|ENV(?=\[|\.fetch)|\$_ENV)/;
const asked =
  /(?:process\.env|import\.meta\.env|\b(?:Deno|Bun)\.env|environ|getenv|Getenv|LookupEnv|env::var(?:_os)?|option_env!|GetEnvironmentVariable|\$env|\benv(?=\.[A-Z])|\bENV|\$_ENV)\W{1,8}(?:get(?:OrDefault)?\W{1,4}|fetch\W{1,4})?([A-Za-z_]\w*)/g;

/** A source (without blanks) that reads the environment. */
export function asksEnvironment(source: string): boolean {
  return /env/i.test(source) && asks.test(source);
}

/** The variables that a source asks for, in order. */
export function environmentNames(source: string): string[] {
  return [...source.matchAll(asked)].map(([, name = ""]) => name);
}

/** A call that takes the name of a variable and a default for it, or the value that it shall have. */
export function isEnvironmentCall(callee: string): boolean {
  return /(?:^|\.)(?:getenv|environ\.(?:get|setdefault)|(?:Deno\.)?env\.get|getOrDefault|ENV\.fetch|env(?:\.(?:str|path|db|url))?|_?(?:get_|read_)?env(?:_(?:var|str|path|dir|value|or_default))?|config|LookupEnv|getEnv|get_env|envOr|env_or|envOrDefault|getEnvOrDefault|GetEnv|[sS]etenv|putenv|set_var|SetEnvironmentVariable|stubEnv)$/.test(
    callee,
  );
}
