/** A path that ends in the extension of a SQLite database, a query of a URL behind it allowed. */
export const databaseFile = /\.(?:db3?|sqlite3?|s3db|sl3)(?:[?#].*)?$/i;

/** What a name says that it holds: the place of a database, of logs or other data, or neither. */
export function storageOf(name: string): "database" | "data" | null {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replaceAll("-", "_")
    .toUpperCase();
  if (/(?:^|_)(?:DATABASE|DB|SQLITE)(?:_(?:PATH|URL|URI|DIR|DIRECTORY|FILE|FILENAME|NAME|LOCATION))?$/.test(words)) return "database";
  return /(?:^|_)(?:LOGS?|(?<!USER_)DATA|LEARNING)(?:_FILE)?_(?:PATH|DIR|DIRECTORY)$/.test(words) ? "data" : null;
}

/** The value of such a name is a folder, whatever it looks like. */
export function holdsFolder(name: string): boolean {
  return /(?:dir|directory)$/i.test(name);
}

/** Names under which a bare file name is still the place of a file that will be opened. */
export function opensFile(name: string): boolean {
  return /^(?:path|file|filename|storage|connection|default|uri)$/i.test(name);
}

const shownWords =
  /^(?:name|label|title|description|help|message|text|purpose|placeholder|example|pattern|glob|ext|extension|suffix|command|cmd|query|sql|note|usage|expected)s?$/i;

/** Names whose value is shown to people or compared with, but never opened. */
export function isShown(name: string): boolean {
  return shownWords.test(
    name
      .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
      .split(/[_-]/)
      .at(-1) ?? "",
  );
}

/** Code that tests other code: what it opens is thrown away afterwards. */
export function isTestFile(path: string): boolean {
  return (
    /(?:^|\/)(?:tests?|__tests__|specs?|e2e|__mocks__|mocks|fixtures|__fixtures__|bench|benchmarks?)\//i.test(path) ||
    /(?:^|\/)(?:test_[^/]*|[^/]*[._-](?:test|tests|spec|e2e|bench)|conftest)\.[a-z]+$/i.test(path)
  );
}

/** Code that is kept but no longer run. */
export function isArchived(path: string): boolean {
  return /(?:^|\/)_?archived?\//i.test(path);
}
