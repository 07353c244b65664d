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
/** Ways to read one variable, each with texts of which one stands wherever it does; the name is the only group that takes part. */
const READS: readonly { readonly marks: readonly string[]; readonly pattern: RegExp }[] = [
  {
    marks: [".env"],
    pattern: new RegExp(`\\b(?:process|import\\.meta|Bun)\\.env\\s*(?:(?:\\?\\.|\\.)\\s*(${NAME})|(?:\\?\\.)?\\[\\s*["'\`](${NAME})["'\`]\\s*\\])`, "g"),
  },
  {
    marks: ["Deno.env.get", "getenv", "environ.get", "Getenv", "LookupEnv", "env::var", "GetEnvironmentVariable"],
    pattern: new RegExp(
      `\\b(?:Deno\\.env\\.get|os\\.getenv|getenv|os\\.environ\\.get|environ\\.get|os\\.Getenv|os\\.LookupEnv|(?:std::)?env::var(?:_os)?|GetEnvironmentVariable)\\(\\s*["'](${NAME})["']`,
      "g",
    ),
  },
  { marks: ["os.environ["], pattern: new RegExp(`\\bos\\.environ\\[\\s*["'](${NAME})["']\\s*\\]`, "g") },
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
const PLATFORM = new Set(
  (
    "NODE_ENV NODE_OPTIONS CI PATH PATHEXT HOME HOMEDRIVE HOMEPATH USER USERNAME USERPROFILE USERDOMAIN LOGNAME APPDATA LOCALAPPDATA PROGRAMDATA PUBLIC " +
    "TEMP TMP TMPDIR PWD OLDPWD SHELL TERM TERM_PROGRAM COLORTERM LANG TZ HOSTNAME COMPUTERNAME EDITOR VISUAL PAGER NO_COLOR FORCE_COLOR DISPLAY " +
    "WAYLAND_DISPLAY SYSTEMROOT SYSTEMDRIVE WINDIR COMSPEC OS PSMODULEPATH NUMBER_OF_PROCESSORS ONEDRIVE VIRTUAL_ENV PYTHONPATH PYTHONHOME " +
    "PYTHONUNBUFFERED PYTHONIOENCODING OUT_DIR GOPATH JAVA_HOME ANDROID_HOME MODE DEV PROD SSR BASE_URL NEXT_RUNTIME NEXT_PHASE DYNO K_SERVICE " +
    "K_REVISION AWS_EXECUTION_ENV GITHUB_ACTION GITHUB_ACTIONS GITHUB_ACTOR GITHUB_SHA GITHUB_HEAD_REF GITHUB_BASE_REF GITHUB_WORKSPACE " +
    "GITHUB_OUTPUT GITHUB_ENV GITHUB_PATH GITHUB_STEP_SUMMARY GITHUB_SERVER_URL GITHUB_API_URL GITHUB_JOB GITHUB_WORKFLOW GITLAB_CI " +
    "JEST_WORKER_ID HUSKY"
  ).split(" "),
);
/** What their names begin with. */
const PLATFORM_FAMILIES = (
  "LC_ XDG_ PROCESSOR_ CONDA_ CARGO_ PROGRAMFILES COMMONPROGRAMFILES VERCEL NETLIFY RENDER RAILWAY_ FLY_ HEROKU_ CF_PAGES AWS_LAMBDA_ GITHUB_REF " +
  "GITHUB_REPOSITORY GITHUB_RUN_ GITHUB_EVENT CI_ RUNNER_ VITEST PLAYWRIGHT NX_ TURBO_ WSL_ SSH_ GIT_ TAURI_ENV_ TAURI_PLATFORM TAURI_ARCH TAURI_DEBUG " +
  "TAURI_DEV_HOST ELECTRON_ VSCODE_ CLAUDE"
).split(" ");

/** Folders and names of what runs before or beside the program, and of what is made up. */
const OTHER_FOLDERS = new Set("__tests__ __mocks__ test tests e2e cypress fixtures mocks example examples doc docs node_modules".split(" "));
const OTHER_NAME = /\.(?:test|spec|stories|e2e)\.|^(?:test_.*|.*_test|conftest)\.py$|^(?:vitest|jest|playwright|cypress)\.config\.|\.d\.[cm]?ts$/;

const CODE = new Set("js jsx ts tsx cjs cjsx cts ctsx mjs mjsx mts mtsx vue svelte astro py pyi rs ps1 psd1 psm1 go java kt kts cs php rb".split(" "));

/** Whether a path is code that runs where the environment is set, and no test, example or document. */
export function isProgram(path: string): boolean {
  const folders = path.toLowerCase().split("/");
  const name = folders.pop() ?? "";
  return CODE.has(name.slice(name.lastIndexOf(".") + 1)) && !folders.some((folder) => OTHER_FOLDERS.has(folder)) && !OTHER_NAME.test(name);
}

/**
 * The variables that a text reads, in order, each place once. What the platform sets is left out; where one place does without a variable, all of the
 * text does. Linear; never throws.
 */
export function listEnvironmentReads(text: string, path: string): EnvironmentRead[] {
  const reads = new Map<number, EnvironmentRead>();
  const add = (name: string, start: number, isOptional: boolean): void => {
    if (/^[A-Z][A-Z0-9_]+$/.test(name) && !isOfPlatform(name)) reads.set(start, { name, start, end: start + name.length, isOptional });
  };
  const ways = READS.filter(({ marks }) => marks.some((mark) => text.includes(mark))).map(({ pattern }) => pattern);
  for (const pattern of /\.ps[dm]?1$/i.test(path) ? [...ways, POWERSHELL_READ] : ways) {
    for (const { index, 0: found, 1: first, 2: name = first ?? "" } of text.matchAll(pattern)) {
      const start = index + found.lastIndexOf(name);
      const after = text.slice(index + found.length, index + found.length + 60);
      if (GIVEN.test(after) || /\bdelete\s+$/.test(text.slice(Math.max(0, index - 10), index))) continue;
      const isOptional = DEFAULTED.test(after) || (found.endsWith('"') || found.endsWith("'") ? hasDefault(text, index + found.length - 1) : false);
      const before = text.slice(Math.max(0, index - 60), index);
      add(name, start, isOptional || ASKED.test(before) || (reads.size < MAX_KEPT && isAskedLater(text, before, index)));
    }
  }
  for (const { index, 1: inner = "", 0: found } of text.includes(".env") && DESTRUCTURED_END.test(text) ? text.matchAll(DESTRUCTURED) : [])
    addListed(inner, index + found.indexOf("{") + 1);
  for (const { index, 1: inner = "", 0: found } of text.includes("requireEnv(") ? text.matchAll(REQUIRED) : [])
    addQuoted(inner, index + found.indexOf("(") + 1);
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

function isOfPlatform(name: string): boolean {
  return PLATFORM.has(name) || PLATFORM_FAMILIES.some((family) => name.startsWith(family));
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
