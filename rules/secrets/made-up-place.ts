/** Folders, names and kinds of files whose secrets are mostly made up for the purpose: tests, fixtures, samples, documentation. */
const MADE_UP =
  /(?:^|[/._-])(?:tests?|__tests__|spec|specs|fixtures?|__fixtures__|testdata|mocks?|__mocks__|e2e|examples?|samples?|demos?|stories|docs?|cypress|snapshots?)(?:[/._-]|$)|\.(?:md|mdx|rst|adoc)$/i;

/** A sample of an environment file holds placeholders; what looks real in one is real. */
const ENVIRONMENT_FILE = /(?:^|\/)\.env[^/]*$/i;

/** Whether a secret at this path is more likely an example than a real one. It may lower how sure a rule is, never silence it. */
export function isMadeUpPlace(path: string): boolean {
  return MADE_UP.test(ENVIRONMENT_FILE.test(path) ? path.slice(0, path.lastIndexOf("/") + 1) : path);
}

/** What explains rather than runs: prose, declarations of types, samples. */
const EXPLAINS = /\.(?:md|mdx|markdown|rst|adoc|d\.[cm]?ts)$|(?:^|[/._-])(?:examples?|samples?|demos?)[/._-]/i;
/** A line of a comment that documents: ` * password: "..."`, `/// key = "..."`. What is merely commented out begins otherwise. */
const DOCUMENTS = /^\s{0,40}(?:\/\*\*|\*(?!\*)|\/\/[/!])/;

/** Whether a value stands where people show how something is used. Secrets there look like any other, so nothing about the value tells them apart. */
export function isDocumented(path: string, line: string): boolean {
  return DOCUMENTS.test(line) || (EXPLAINS.test(path) && !ENVIRONMENT_FILE.test(path));
}
