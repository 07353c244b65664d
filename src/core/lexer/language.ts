/** A family of languages that write strings, comments and assignments alike. `ini`: TOML, INI, dotenv, properties. */
export type Language = "c-like" | "python" | "shell" | "powershell" | "sql" | "json" | "yaml" | "ini" | "xml" | "plain";

const extensions = {
  "c-like":
    "ts tsx mts cts js jsx mjs cjs rs go java kt kts scala groovy gradle c h cc cpp cxx hpp hh m mm cs php swift dart zig sol proto vue svelte astro css scss less glsl",
  python: "py pyi pyw pyx bzl star rb rake gemspec ex exs r jl nim cr pl pm",
  shell: "sh bash zsh ksh fish bats command envrc dockerfile containerfile",
  powershell: "ps1 psm1 psd1",
  sql: "sql psql mysql pgsql ddl lua hs elm",
  json: "json jsonc json5 jsonl ndjson webmanifest code-workspace ipynb map",
  yaml: "yml yaml",
  ini: "toml ini cfg conf cnf properties env prisma tf tfvars hcl editorconfig npmrc yarnrc pypirc flaskenv gitconfig gitmodules service desktop mk reg",
  xml: "xml html htm xhtml svg plist config csproj vbproj fsproj props targets xaml resx xsd xsl wsdl storyboard xib pom",
} as const satisfies Partial<Record<Language, string>>;

const fileNames: Readonly<Record<string, Language>> = {
  dockerfile: "shell",
  containerfile: "shell",
  makefile: "ini",
  gnumakefile: "ini",
  justfile: "ini",
  procfile: "yaml",
  gemfile: "python",
  rakefile: "python",
  jenkinsfile: "c-like",
  pipfile: "ini",
  "cargo.lock": "ini",
  "poetry.lock": "ini",
  "pnpm-lock.yaml": "yaml",
  ".bashrc": "shell",
  ".bash_profile": "shell",
  ".profile": "shell",
  ".zshrc": "shell",
  ".zshenv": "shell",
  ".npmrc": "ini",
  ".yarnrc": "ini",
  ".pypirc": "ini",
  ".editorconfig": "ini",
  ".gitconfig": "ini",
  ".gitmodules": "ini",
  ".envrc": "shell",
  ".babelrc": "json",
  ".eslintrc": "json",
  ".prettierrc": "yaml",
};

const byExtension = new Map<string, Language>();
// The keys of the table above are languages; Object.entries widens them to string.
for (const [language, list] of Object.entries(extensions) as [Language, string][])
  for (const extension of list.split(" ")) byExtension.set(extension, language);

/** Family of a file by its name and extension; `plain` where neither says anything. */
export function languageOf(path: string): Language {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1).toLowerCase();
  const known = Object.hasOwn(fileNames, name) ? fileNames[name] : undefined;
  if (known) return known;
  if (/^(?:docker|container)file\./.test(name)) return "shell";
  if (/^\.env(?:\.|$)/.test(name)) return "ini";
  return byExtension.get(extensionOf(name)) ?? "plain";
}

/** Whether a line of it can end in a comment: not in JSON, but for the files that are read with comments, and not in tables. */
export function takesComments(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  if (/^(?:ts|js)config\b|^\.(?:babelrc|eslintrc)/.test(name) || /(?:^|\/)\.vscode\//.test(path)) return true;
  const extension = extensionOf(name);
  return !/^(?:csv|tsv)$/.test(extension) && (languageOf(path) !== "json" || /^(?:jsonc|json5|code-workspace)$/.test(extension));
}

/** Extension below a mark of a template: `app.yaml.example` is yaml, `settings.json.bak` is json. */
function extensionOf(name: string): string {
  const bare = name.replace(/(?:\.(?:example|sample|template|tmpl|dist|default|bak|backup|old|orig|local|j2|erb|tpl))+$/, "");
  return bare.slice(bare.lastIndexOf(".") + 1);
}
