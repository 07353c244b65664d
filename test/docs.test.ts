import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { listPages } from "../docs/pages.ts";
import { parseArguments } from "../src/cli/arguments.ts";
import { guardCommand } from "../src/cli/messages.ts";
import { type Guarded, link, withGuard } from "./e2e/guarded.ts";
import { createSandbox } from "./support/git-sandbox.ts";

/** What the documents say is tried: links, commands, code blocks, printed output. */

const root = new URL("../", import.meta.url);
const project = fileURLToPath(root);

function read(file: string): string {
  return readFileSync(new URL(file, root), "utf8").replaceAll("\r\n", "\n");
}

function listFolder(folder: string): string[] {
  const names = readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
  return names.filter((name) => name.endsWith(".md") && !name.includes("node_modules")).sort();
}

const pages = ["README.md", "CHANGELOG.md", ...listFolder("docs"), ...listFolder("bench"), ...listFolder("rules")];
const texts = new Map(pages.map((page) => [page, read(page)]));

/** A block of code by the name behind its language: a file name, or a word for what it shows. */
function blocksOf(page: string): Map<string, string> {
  const blocks = (texts.get(page) ?? "").matchAll(/^```\w+ ([^\n]+)\n(.*?)^```$/gms);
  return new Map(Array.from(blocks, ([, name = "", text = ""]) => [name, text]));
}

function blockOf(page: string, name: string): string {
  const block = blocksOf(page).get(name);
  if (block === undefined) throw new Error(`${page} has no block "${name}".`);
  return block;
}

/** A fresh repository with Guard in its node_modules and the named blocks of a page as files. */
function open(page: string, ...names: readonly string[]): Guarded {
  const sandbox = createSandbox();
  onTestFinished(sandbox.cleanup);
  link(sandbox);
  sandbox.commit({
    ".gitignore": "node_modules/\n.env\n.env.*\n!.env.example\n*_credentials.json\n*.pem\n*.key\n",
    "package.json": '{\n  "name": "sample",\n  "private": true,\n  "type": "module"\n}\n',
  });
  for (const name of names) sandbox.write(name, blockOf(page, name));
  return withGuard(sandbox);
}

test("pages that are made out of the code are up to date (npm run docs)", async () => {
  const made = await listPages();
  for (const [path, text] of made) expect(read(`docs/${path}`), `docs/${path}`).toBe(text);
  expect(readdirSync(new URL("docs/rules", root)).sort()).toEqual([...made.keys()].flatMap((path) => path.match(/^rules\/(.*)$/)?.[1] ?? []).sort());
});

test("links lead to files that are there, and to headings that are there", () => {
  const lost = [...texts].flatMap(([page, text]) =>
    Array.from(text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)).flatMap(([, path = "", anchor]) => {
      const target = path === "" ? page : posix.join(posix.dirname(page), path);
      if (!existsSync(new URL(target, root))) return [`${page}: ${target}`];
      return anchor === undefined || anchorsOf(target).has(anchor) ? [] : [`${page}: ${target}#${anchor}`];
    }),
  );
  expect(lost).toEqual([]);
});

/** As GitHub makes them of headings. */
function anchorsOf(page: string): Set<string> {
  const headings = read(page).matchAll(/^#{1,6} (.+)$/gm);
  return new Set(
    Array.from(headings, ([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^a-z0-9 _-]/g, "")
        .replaceAll(" ", "-"),
    ),
  );
}

test("files and folders that the pages name are there", () => {
  // Measurements name files of other repositories
  const named = [...texts].flatMap(([page, text]) =>
    Array.from(text.matchAll(/`((?:src|hooks|test|docs|bench)\/[\w./-]*\w)(?:\/)?`/g), ([, path = ""]) => [page, path] as const),
  );
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter(([page, path]) => !page.startsWith("docs/measurements/") && !existsSync(new URL(path, root))).map((pair) => pair.join(": "))).toEqual([]);
});

test("every decision has a number of its own and is in their list", () => {
  const index = read("docs/decisions/README.md");
  const decisions = pages.filter((page) => /^docs\/decisions\/\d/.test(page));
  expect(new Set(decisions.map((page) => posix.basename(page).slice(0, 4))).size).toBe(decisions.length);
  const expected = decisions.map((page) => `- [${/^# (.+)$/m.exec(read(page))?.[1]}](${posix.basename(page)})`);
  expect(index.match(/^- .*$/gm)).toEqual(expected);
});

describe("commands", () => {
  /** `docs/cli.md` shows what may stand where; the others show what can be typed. */
  const typed = [...texts].filter(([page]) => page !== "docs/cli.md" && !/^(?:docs\/)?rules\//.test(page));
  const commands = typed.flatMap(([page, text]) =>
    Array.from(text.matchAll(/npx --no guard( [^`\n]*)?/g), ([line]) => ({ page, words: wordsOf(line.slice(guardCommand.length).split(/ {2,}/)[0] ?? "") })),
  );

  test("can be typed as they stand there", () => {
    const wrong = commands.filter(({ words }) => !isUnderstood(words)).map(({ page, words }) => `${page}: ${words.join(" ")}`);
    expect(wrong).toEqual([]);
    expect(commands.length).toBeGreaterThan(10);
  });

  test("never begin with a bare npx guard", () => {
    expect(typed.filter(([, text]) => /npx guard/.test(text)).map(([page]) => page)).toEqual([]);
  });

  function wordsOf(line: string): string[] {
    return Array.from(line.matchAll(/"([^"]*)"|'([^']*)'|([^\s"']+)/g), ([, double, single, bare]) => double ?? single ?? bare ?? "");
  }

  /** A command that is only named (`npx --no guard` alone) is understood too. */
  function isUnderstood(words: readonly string[]): boolean {
    try {
      return words.length === 0 || parseArguments(words, 80) !== undefined;
    } catch {
      return false;
    }
  }
});

describe("the README", () => {
  test("shows what init prints, and the first block", () => {
    const guarded = open("README.md");
    guarded.write("package-lock.json", '{ "packages": { "node_modules/better-sqlite3": { "version": "13.2.0" } } }\n');
    expect(guarded.guard("init", "--yes").stdout).toBe(blockOf("README.md", "init"));
    guarded.write("deploy.pem", guarded.run("openssl", "genrsa", "2048").stdout);
    guarded.git("add", "--force", "deploy.pem");
    const { code, stderr } = guarded.tryGit("commit", "-m", "Deploy");
    expect([code, withoutTimes(stderr)]).toEqual([1, withoutTimes(blockOf("README.md", "block"))]);
  });

  test("has a rule that blocks a commit, and a program that asks", () => {
    const guarded = open("README.md", "guard-rules/focused-test.ts", "guard.config.json", "ask.ts");
    guarded.guard("install");
    // In two parts, because this very file is looked through for focused tests.
    guarded.write("src/pay.test.ts", `test${'.only("pays", () => {});'}\n`);
    guarded.git("add", "src/pay.test.ts", "guard.config.json", "guard-rules");
    const { code, stderr } = guarded.tryGit("commit", "-m", "Pay");
    expect([code, stderr]).toEqual([1, expect.stringContaining("src/pay.test.ts:1:1  block  ours/focused-test")]);
    expect(guarded.run(process.execPath, "ask.ts")).toEqual({ code: 1, stdout: "blocking ours/focused-test src/pay.test.ts:1\n", stderr: "" });
  });

  test("has a configuration that is accepted", () => {
    const guarded = open("README.md", "example.json");
    expect(guarded.guard("config", "--config", "example.json")).toMatchObject({ code: 0, stderr: "" });
  });

  function withoutTimes(text: string): string {
    return text.replace(/[\d.]+ K?B, (\d+ rules), [\d.]+ s/, "SIZE, $1, TIME");
  }
});

describe("adding a rule", () => {
  const page = "docs/adding-a-rule.md";
  const files = ["guard-rules/internal-host.ts", "guard-rules/internal-host.examples.ts", "guard-rules/internal-host.test.ts", "guard.config.json"];

  test("gives a rule whose examples hold, and that a check knows with its options", () => {
    const guarded = open(page, ...files);
    const tests = guarded.run(process.execPath, "--test", "--test-reporter=tap", "guard-rules/internal-host.test.ts");
    expect([tests.code, tests.stdout]).toEqual([0, expect.stringMatching(/^# pass 6$/m)]);
    guarded.write("src/a.ts", 'fetch("https://docs.corp.example");\nfetch("https://build.corp.example");\n');
    const report = JSON.parse(guarded.guard("check", "src", "--format", "json").stdout);
    expect(report.findings).toMatchObject([{ ruleId: "ours/internal-host", preview: "build.corp.example", location: { line: 2, column: 16 } }]);
  });
});

test("code in the documents has no type errors", () => {
  const guarded = open("README.md", "guard-rules/focused-test.ts", "ask.ts");
  for (const page of ["docs/adding-a-rule.md", "docs/configuration.md"])
    for (const [name, text] of blocksOf(page)) if (name.endsWith(".ts")) guarded.write(name, text);
  const options = { strict: true, module: "nodenext", target: "es2023", noEmit: true, skipLibCheck: true, allowImportingTsExtensions: true, types: ["node"] };
  guarded.write("tsconfig.json", JSON.stringify({ compilerOptions: { ...options, typeRoots: [`${project}node_modules/@types`] }, include: ["**/*.ts"] }));
  expect(guarded.run(process.execPath, `${project}node_modules/typescript/bin/tsc`, "-p", ".")).toEqual({ code: 0, stdout: "", stderr: "" });
});

test("the configurations are accepted, in JSON and as code", () => {
  const guarded = open("docs/configuration.md", "guard.config.json", "guard.config.ts");
  guarded.write("guard-rules/focused-test.ts", blockOf("README.md", "guard-rules/focused-test.ts"));
  guarded.write("team.json", "{}");
  expect(guarded.guard("config")).toMatchObject({ code: 0, stderr: "" });
  expect(guarded.guard("config", "--config", "guard.config.ts")).toMatchObject({ code: 0, stderr: "" });
});

test("the report has the keys that its page shows", () => {
  const guarded = open("docs/configuration.md");
  guarded.write("src/a.ts", "// guard-ignore secrets/private-key\n");
  guarded.git("add", "src/a.ts");
  const shown = JSON.parse(blockOf("docs/report.md", "report"));
  expect(keysOf(JSON.parse(guarded.guard("check", "--format", "json").stdout))).toEqual(keysOf(shown));
});

/** Keys at any depth, in order: `findings.location.path`. */
function keysOf(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return value.slice(0, 1).flatMap((item) => keysOf(item, path));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [`${path}${key}`, ...keysOf(inner, `${path}${key}.`)]);
}
