/** A variable of the environment that code reads. Offsets are indices into the text, ends exclusive. */
export interface EnvironmentRead {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** The code does without it: it has a default, or only asks whether it is there. */
  readonly isOptional: boolean;
}

/** Literals without which no code reads a variable. */
export const READ_MARKS = [
  "process.env",
  "import.meta.env",
  "Deno.env",
  "Bun.env",
  "requireEnv",
  "os.environ",
  "getenv",
  "env::var",
  "$env:",
  "GetEnvironmentVariable",
  "LookupEnv",
];

const NAME = "[A-Za-z_]\\w*";
/** Ways to read one variable; its name is the only group. */
const READS: readonly RegExp[] = [
  new RegExp(`\\b(?:process|import\\.meta|Bun)\\.env\\s*(?:\\?\\.|\\.)\\s*(${NAME})`, "g"),
  new RegExp(`\\b(?:process|import\\.meta|Bun)\\.env\\s*(?:\\?\\.)?\\[\\s*["'\`](${NAME})["'\`]\\s*\\]`, "g"),
  new RegExp(
    `\\b(?:Deno\\.env\\.get|os\\.getenv|getenv|os\\.environ\\.get|environ\\.get|os\\.Getenv|os\\.LookupEnv|(?:std::)?env::var(?:_os)?|GetEnvironmentVariable)\\(\\s*["'](${NAME})["']`,
    "g",
  ),
  new RegExp(`\\bos\\.environ\\[\\s*["'](${NAME})["']\\s*\\]`, "g"),
];
const POWERSHELL_READ = new RegExp(`\\$env:(${NAME})`, "gi");
const DESTRUCTURED = /\{([^{}]{1,2000})\}\s*=\s*(?:process|import\.meta|Bun)\.env\b/g;
/** Looked for first: beginning at each brace of a file costs more than all other patterns together. */
const DESTRUCTURED_END = /\}\s*=\s*(?:process|import\.meta|Bun)\.env\b/;
const REQUIRED = /\brequireEnv\(([^()]{1,2000})\)/g;

/** Behind a read: it is given a value, compared, or has a default. */
const GIVEN = /^\s*["'\])]*\s*=(?![=>])/;
const DEFAULTED =
  /^(?:\s*[)\]]*\s*(?:\?\?|\|\||&&|\?(?!\.)|[!=]==?|\.unwrap_or|\.ok\(|\.is_(?:ok|err)|\.as_deref\(\)\s*[!=]=)|[ \t]*[)\]]*[ \t]*(?:(?:or|and|if|is|in)\b|-(?:eq|ne|like|match)\b))/;
/** As the second argument of the call that reads it. */
const SECOND_ARGUMENT = /^["']\s*,/;
/** Before a read: only asked whether it is there, shown to people, or what another one falls back on. */
const ASKED =
  /(?:!|\bif\s*\(?\s*|\bBoolean\(|\btypeof\s+|\bdelete\s+|\bTest-Path\s+|\bnot\s+|\bwhile\s*\(?\s*|\bLookupEnv\(\s*["']|\bIsNullOr\w+\(|(?:\|\||\?\?|\bor)\s+|\b(?:Write-\w+|echo|console\.\w+|print)\b[^\n]*)$/i;

/** Set by the system, the shell, a test runner or the place where a program runs, never by an environment file. */
const PLATFORM =
  /^(?:NODE_ENV|NODE_OPTIONS|CI|PATH|PATHEXT|HOME|HOMEDRIVE|HOMEPATH|USER|USERNAME|USERPROFILE|USERDOMAIN|LOGNAME|(?:LOCAL)?APPDATA|PROGRAMDATA|PROGRAMFILES\w*|COMMONPROGRAMFILES\w*|PUBLIC|TEMP|TMP|TMPDIR|PWD|OLDPWD|SHELL|TERM|TERM_PROGRAM|COLORTERM|LANG|LC_\w+|TZ|HOSTNAME|COMPUTERNAME|EDITOR|VISUAL|PAGER|NO_COLOR|FORCE_COLOR|DISPLAY|WAYLAND_DISPLAY|XDG_\w+|SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|OS|PSMODULEPATH|PROCESSOR_\w+|NUMBER_OF_PROCESSORS|ONEDRIVE|VIRTUAL_ENV|CONDA_\w+|PYTHON(?:PATH|HOME|UNBUFFERED|IOENCODING)|CARGO_\w+|OUT_DIR|GOPATH|JAVA_HOME|ANDROID_HOME|MODE|DEV|PROD|SSR|BASE_URL|VERCEL\w*|NEXT_RUNTIME|NEXT_PHASE|NETLIFY\w*|RENDER\w*|RAILWAY_\w+|FLY_\w+|DYNO|HEROKU_\w+|K_SERVICE|K_REVISION|CF_PAGES\w*|AWS_LAMBDA_\w+|AWS_EXECUTION_ENV|GITHUB_(?:ACTIONS?|ACTOR|SHA|REF\w*|HEAD_REF|BASE_REF|WORKSPACE|REPOSITORY\w*|OUTPUT|ENV|PATH|RUN_\w+|EVENT\w*|STEP_SUMMARY|SERVER_URL|API_URL|JOB|WORKFLOW)|GITLAB_CI|CI_\w+|RUNNER_\w+|npm_\w+|VITEST\w*|JEST_WORKER_ID|PLAYWRIGHT\w*|NX_\w+|TURBO_\w+|WSL_\w+|SSH_\w+|GIT_\w+|HUSKY|TAURI_(?:ENV_|PLATFORM|ARCH|DEBUG|DEV_HOST)\w*|ELECTRON_\w+|VSCODE_\w+|CLAUDE\w*)$/i;

/** What runs before or beside the program, and what is made up. */
const OTHER_CODE =
  /(?:^|\/)(?:__tests__|__mocks__|tests?|e2e|cypress|fixtures|mocks|examples?|docs?|node_modules)\/|\.(?:test|spec|stories|e2e)\.|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$|(?:^|\/)(?:vitest|jest|playwright|cypress)\.config\.|\.d\.[cm]?ts$|\.(?:md|mdx|rst|txt|ipynb)$/i;

const CODE = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|pyi?|rs|ps[dm]?1|go|java|kts?|cs|php|rb)$/i;

/** Whether a path is code that runs where the environment is set, and no test, example or document. */
export function isProgram(path: string): boolean {
  return CODE.test(path) && !OTHER_CODE.test(path);
}

/**
 * The variables that a text reads, in order, each place once. What the platform sets is left out; where one place does without a variable, all of the
 * text does. Linear; never throws.
 */
export function listEnvironmentReads(text: string, path: string): EnvironmentRead[] {
  const reads = new Map<number, EnvironmentRead>();
  const add = (name: string, start: number, isOptional: boolean): void => {
    if (/^[A-Z][A-Z0-9_]+$/.test(name) && !PLATFORM.test(name)) reads.set(start, { name, start, end: start + name.length, isOptional });
  };
  for (const pattern of /\.ps[dm]?1$/i.test(path) ? [...READS, POWERSHELL_READ] : READS) {
    for (const { index, 0: found, 1: name = "" } of text.matchAll(pattern)) {
      const start = index + found.lastIndexOf(name);
      const after = text.slice(index + found.length, index + found.length + 60);
      if (GIVEN.test(after) || /\bdelete\s+$/.test(text.slice(Math.max(0, index - 10), index))) continue;
      const isOptional = DEFAULTED.test(after) || (found.endsWith('"') || found.endsWith("'") ? hasDefault(text, index + found.length - 1) : false);
      const before = text.slice(Math.max(0, index - 60), index);
      add(name, start, isOptional || ASKED.test(before) || (reads.size < MAX_KEPT && isAskedLater(text, before, index)));
    }
  }
  for (const { index, 1: inner = "", 0: found } of DESTRUCTURED_END.test(text) ? text.matchAll(DESTRUCTURED) : [])
    addListed(inner, index + found.indexOf("{") + 1);
  for (const { index, 1: inner = "", 0: found } of text.matchAll(REQUIRED)) addQuoted(inner, index + found.indexOf("(") + 1);
  const optional = new Set([...reads.values()].filter(({ isOptional }) => isOptional).map(({ name }) => name));
  return [...reads.values()].map((read) => ({ ...read, isOptional: optional.has(read.name) })).sort((a, b) => a.start - b.start);

  /** `A, B: b, C = "default"` */
  function addListed(inner: string, offset: number): void {
    for (const { index, 1: name = "", 2: rest = "" } of inner.matchAll(/([A-Za-z_]\w*)([^,]*)(?:,|$)/g)) add(name, offset + index, rest.includes("="));
  }

  function addQuoted(inner: string, offset: number): void {
    for (const { index, 1: name = "" } of inner.matchAll(/["'`](\w+)["'`]/g)) add(name, offset + index + 1, false);
  }
}

/** `const key = process.env.KEY;`, `self.key = os.getenv("KEY")`, `$key = $env:KEY` */
const KEPT = /(?:\b(?:const|let|var)\s+|\b(?:self|this)\.|(?:^|\n)[ \t]*\$?)([A-Za-z_$][\w$]*)\s*(?::[^=\n]{1,30})?=\s*$/;
/** How far behind it is looked, and for how many names of one text: no text makes this long. */
const LATER = 1500;
const MAX_KEPT = 200;

/** What was read is kept under a name, and used only where it is there. Where the program stops without it (`if (!key) throw`), it is needed. */
function isAskedLater(text: string, before: string, index: number): boolean {
  const name = KEPT.exec(before)?.[1];
  if (name === undefined) return false;
  return new RegExp(
    `\\b(?:if|elif|while)\\b(?![^\\n]{0,80}(?:!|\\bnot\\s+)\\s*(?:self\\.|this\\.|\\$)?${name.replace("$", "\\$")}\\b)[^\\n]{0,80}(?<![\\w$])${name.replace("$", "\\$")}\\b`,
  ).test(text.slice(index, index + LATER));
}

/** At the closing quote of a call's first argument: a second one follows, or something behind the call stands in for it. */
function hasDefault(text: string, quote: number): boolean {
  const after = text.slice(quote, quote + 60);
  return SECOND_ARGUMENT.test(after) || DEFAULTED.test(after.slice(1).replace(/^\s*\)/, ""));
}
