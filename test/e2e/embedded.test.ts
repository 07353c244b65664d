import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { createSandbox, type Ended, type Sandbox } from "../support/git-sandbox.ts";
import { openTestDatabase } from "../support/sqlite.ts";
import { fingerprintOf, project, secretLines } from "./guarded.ts";

interface PackedFile {
  readonly path: string;
  readonly size: number;
}

/** The tarball as npm would publish it: made once, of the build that is there. */
let tarball = "";
let files: readonly PackedFile[] = [];

beforeAll(() => {
  const sandbox = createSandbox();
  try {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "guard-packed-")));
    // Its scripts build, or set up husky; here neither is wanted.
    const packed = must(npm({ ...sandbox, run: sandbox.at(project).run }, "pack", "--json", "--ignore-scripts", "--pack-destination", folder)).stdout;
    const [found]: { filename: string; size: number; unpackedSize: number; files: PackedFile[] }[] = JSON.parse(packed);
    tarball = join(folder, found?.filename ?? "");
    files = found?.files ?? [];
    console.log(`packed: ${found?.size} bytes, unpacked: ${found?.unpackedSize} bytes in ${files.length} files`);
  } finally {
    sandbox.cleanup();
  }
});

afterAll(() => {
  if (tarball !== "") rmSync(dirname(tarball), { recursive: true });
});

/** npm itself, as it runs these tests; its cache is shared, so that little is fetched. */
function npm(sandbox: Pick<Sandbox, "run">, ...args: string[]): Ended {
  const { npm_execpath: cli, npm_config_cache: cache } = process.env;
  if (cli === undefined) throw new Error("These tests need npm: run them by npm test, or by npx vitest.");
  const cached = cache === undefined ? [] : ["--cache", cache, "--prefer-offline"];
  const [command = "", ...rest] = args;
  return sandbox.run(process.execPath, cli, command, ...cached, ...rest);
}

/** `npx` beside that npm. */
function npx(sandbox: Sandbox, ...args: string[]): Ended {
  return sandbox.run(process.execPath, join(dirname(process.env.npm_execpath ?? ""), "npx-cli.js"), ...args);
}

/** What `npx` starts once it has found it: the same for half of the time. */
function guard(host: Sandbox, ...args: string[]): Ended {
  return host.run(process.execPath, "node_modules/@vibetech/guard/hooks/guard.cjs", ...args);
}

function must(ended: Ended): Ended {
  if (ended.code !== 0) throw new Error(`${ended.code}\n${ended.stdout}${ended.stderr}`);
  return ended;
}

const managers = {
  npm: (sandbox: Sandbox): Ended => npm(sandbox, "install", "--save-dev", "--no-audit", "--no-fund", tarball),
  // A native program since 12; it comes by npm's own means.
  pnpm: (sandbox: Sandbox): Ended => npm(sandbox, "exec", "--yes", "--package", "pnpm@12", "--", "pnpm", "add", "--save-dev", tarball),
} as const;

interface Host {
  readonly host: Sandbox;
  readonly installed: Ended;
}

type Manager = keyof typeof managers;

/** Another repository, with one commit and Guard installed as a development package. Nothing has been set up yet. */
function createHost(manager: Manager = "npm"): Host {
  const template = templates.get(manager) ?? createTemplate(manager);
  templates.set(manager, template);
  const host = template.host.copy();
  onTestFinished(host.cleanup);
  return { ...template, host };
}

/** Installed once by each: that takes longer than all that follows. */
const templates = new Map<Manager, Host>();
afterAll(() => {
  for (const { host } of templates.values()) host.cleanup();
});

function createTemplate(manager: Manager): Host {
  const host = createSandbox("host");
  host.write(".gitignore", "node_modules/\n.env*\n!.env.example\n*_credentials.json\n*.pem\n*.key\n");
  host.write("package.json", '{\n  "name": "host",\n  "private": true,\n  "type": "module"\n}\n');
  host.write("src/app.js", "export const name = 'app';\n");
  const installed = must(managers[manager](host));
  host.commit();
  return { host, installed };
}

const RULE = `import { defineRule } from "@vibetech/guard";

export const shouting = defineRule({
  id: "house/shouting",
  meta: {
    summary: "A message shouts.",
    why: "Nobody reads on where they are shouted at.",
    fix: "Write it in small letters.",
    severity: "block",
    confidence: "certain",
    since: "1.0.0",
  },
  inspects: "content",
  files: ["src/**"],
  triggers: ["!!!"],
  check: (subject) => subject.hits.map(({ start, end }) => ({ start, end, message: "This shouts.", reveal: "all" })),
});
`;

const RULE_TEST = `import { test } from "node:test";
import { RuleTester } from "@vibetech/guard/testing";
import { shouting } from "./shouting.js";

const examples = {
  flags: [{ name: "three marks", path: "src/a.js", content: "stop!!!\\n", spans: ["!!!"], severity: "block" }],
  leaves: [{ name: "one mark", path: "src/a.js", content: "stop!\\n" }, { name: "elsewhere", path: "docs/a.md", content: "stop!!!\\n" }],
};
for (const { name, run } of new RuleTester(shouting).tests(examples)) test(name, run);
`;

/** A commit of something that only the repository's own rule minds, then of a secret, then of what nothing is wrong with. */
function expectGuarded(host: Sandbox): void {
  const tryCommit = (content: string): Ended => {
    host.write("src/app.js", content);
    host.git("add", "src/app.js");
    return host.tryGit("commit", "-m", "Change");
  };
  const own = tryCommit("export const name = 'app!!!';\n");
  expect(own.code, own.stderr).toBe(1);
  expect(own.stderr).toMatch(/^src\/app\.js:1:25 {2}block {2}house\/shouting {2}This shouts\. Seen: !!! Fingerprint: [0-9a-f]{12}$/m);
  expect(own.stderr).toContain("fix house/shouting: Write it in small letters.");
  const builtIn = tryCommit(secretLines());
  expect(builtIn.code, builtIn.stderr).toBe(1);
  expect(builtIn.stderr).toContain("secrets/aws-key-pair");
  expect(tryCommit("export const name = 'the app';\n")).toMatchObject({ code: 0, stderr: "" });
}

/** A clone installs from the lockfile without building anything, is guarded, and says what it cannot see without the driver, which is optional. */
function expectClone(host: Sandbox): void {
  must(npx(host, "--no", "guard", "init", "--yes"));
  expect(JSON.parse(host.read("package.json")).allowScripts).toEqual({ "better-sqlite3": false });
  host.write("guard.config.json", '{ "extends": ["recommended"], "databases": [{ "path": "app.db" }] }\n');
  const database = openTestDatabase(join(host.dir, "app.db"));
  database.exec("create table orders (id integer primary key)");
  database.close();
  host.commit();
  host.git("clone", "--quiet", ".", "../clone");
  const clone = host.at("../clone");
  const installed = npm(clone, "ci", "--no-audit", "--no-fund");
  expect([installed.code, installed.stderr]).toEqual([0, ""]);
  expect(existsSync(join(clone.dir, "node_modules/better-sqlite3/build"))).toBe(false);
  expect(existsSync(join(clone.dir, ".git/hooks/pre-commit"))).toBe(true);
  rmSync(join(clone.dir, "node_modules/better-sqlite3"), { recursive: true });
  const { stdout } = npx(clone, "--no", "guard", "check", "--machine", "--only", "sqlite/foreign-keys");
  expect(stdout).toMatch(/^unknown {2}sqlite\/foreign-keys {2}app\.db: better-sqlite3 is not installed; npm pkg set .*\(this does not block\)$/m);
}

describe("the tarball", () => {
  test("holds what is needed to run, to read and to complete, and nothing else", () => {
    const paths = files.map(({ path }) => path);
    for (const path of ["hooks/guard.cjs", "hooks/hook.cjs", "hooks/child.cjs", "hooks/guard.sh", "hooks/forward.sh", "schema.json", "LICENSE", "SECURITY.md"])
      expect(paths).toContain(path);
    const pages = readdirSync(join(project, "rules"), { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md"));
    expect(pages.length).toBeGreaterThan(40);
    expect(pages.map((path) => `rules/${path.replaceAll("\\", "/")}`).filter((path) => !paths.includes(path))).toEqual([]);
    expect(paths.filter((path) => !/^(?:dist|hooks)\/[\w.-]+$|^rules\/[\w/-]+\.md$|^(?:schema|package)\.json$|^[A-Z]+(?:\.md)?$/.test(path))).toEqual([]);
    expect(paths.filter((path) => /\.map$|\.test\.|\.examples\.|\.env|\.log$|(?<!\.d)\.ts$/.test(path))).toEqual([]);
  });

  test("is small", () => {
    // A thousand token formats, for the hook and for the command line, and the weights of the model are more than half of it
    expect(statSync(tarball).size).toBeLessThan(2 ** 20);
    expect(files.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(4 * 2 ** 20);
  });

  test("installs without a script, from a lockfile too, and holds no secret as Guard itself sees it", () => {
    const { host, installed } = createHost();
    expect(installed.stderr).not.toMatch(/script|deprecated/i);
    const own = realpathSync(join(host.dir, "node_modules/@vibetech/guard"));
    if (process.platform !== "win32") expect(statSync(join(own, "hooks/guard.cjs")).mode & 0o111).toBe(0o111);
    // Elsewhere, since nothing in a folder called node_modules is judged.
    cpSync(own, join(host.dir, "copy"), { recursive: true });
    const { code, stdout } = npx(host, "--no", "guard", "check", "copy", "--only", "secrets", "--format", "json");
    expect(code, stdout).toBe(0);
    expect(JSON.parse(stdout).coverage).toMatchObject({ entries: files.length, entriesChecked: files.length, ignored: 0 });
    rmSync(join(host.dir, "copy"), { recursive: true });
    expectClone(host);
  });
});

describe.each(["npm", "pnpm"] as const)("installed by %s", (manager) => {
  test("in, guarded by a rule from a folder, and out", () => {
    const { host } = createHost(manager);
    const first = npx(host, "--no", "guard", "init", "--yes");
    expect(first.code, first.stderr).toBe(0);
    expect(first.stdout).toContain("guard.config.json");
    expect(host.git("status", "--porcelain")).toBe(" M package.json\n?? guard.config.json");
    expect(JSON.parse(host.read("package.json")).scripts).toEqual({ prepare: "guard install --quiet || exit 0" });
    const after = fingerprintOf(host);
    expect(guard(host, "init", "--yes").code).toBe(0);
    expect(fingerprintOf(host)).toBe(after);
    const untouched = host.read("guard.config.json");

    host.write("guard.config.json", `${JSON.stringify({ ...JSON.parse(untouched), packs: ["./guard-rules"] }, null, 2)}\n`);
    host.write("guard-rules/shouting.js", RULE);
    host.write("guard-rules/shouting.test.js", RULE_TEST);
    const tested = host.run(process.execPath, "--test", "guard-rules/shouting.test.js");
    expect(tested.code, tested.stdout).toBe(0);
    expect(tested.stdout).toMatch(/\bpass 3$/m);

    host.git("add", "--all");
    const committed = host.tryGit("commit", "-m", "Guard");
    expect(committed.code, committed.stderr).toBe(0);
    expectGuarded(host);

    // What was edited since stays: the configuration, which names the rules. Guard's own lines go.
    const { code, stderr } = guard(host, "uninstall", "--yes");
    expect(code, stderr).toBe(0);
    expect(host.git("status", "--porcelain")).toBe(" M package.json");
    expect(JSON.parse(host.read("package.json"))).not.toHaveProperty("scripts");
    expect(readdirSync(join(host.dir, ".git/hooks")).filter((name) => !name.endsWith(".sample"))).toEqual([]);
    host.write("src/app.js", secretLines());
    expect(host.tryGit("commit", "-a", "-m", "Nobody looks").code).toBe(0);
  });

  test("out again at once, byte for byte as before", () => {
    const { host } = createHost(manager);
    const before = fingerprintOf(host);
    expect(npx(host, "--no", "guard", "init", "--yes", "--preset", "strict").code).toBe(0);
    expect(fingerprintOf(host)).not.toBe(before);
    const { code, stderr } = npx(host, "--no", "guard", "uninstall", "--yes");
    expect(code, stderr).toBe(0);
    expect(fingerprintOf(host)).toBe(before);
  });

  test("guarded by a rule in a configuration that is TypeScript", () => {
    const { host } = createHost(manager);
    must(guard(host, "install"));
    const rule = RULE.replace("export const shouting", "const shouting").replace('import { defineRule } from "@vibetech/guard";', "");
    host.write(
      "guard.config.ts",
      `import { defineConfig, defineRule } from "@vibetech/guard";
${rule}
export default defineConfig({ extends: ["recommended"], packs: [{ name: "house", rules: [shouting] }], rules: { "house/shouting": "block" } });
`,
    );
    host.git("add", "--all");
    const { code, stderr } = host.tryGit("commit", "-m", "Guard");
    expect([code, stderr]).toEqual([0, ""]);
    expectGuarded(host);
  });
});

describe("as a library", () => {
  const SCRIPT = `import { check, toJsonReport } from "@vibetech/guard";
const report = await check({ source: { kind: process.argv[2] } });
process.stdout.write(toJsonReport(report));
`;

  test("a program gets the report, and ends by itself", () => {
    const { host } = createHost();
    host.write("check.js", SCRIPT);
    host.write("src/pay.js", secretLines());
    host.git("add", "--all");
    const before = fingerprintOf(host);
    for (const source of ["staged", "all"]) {
      const { code, stdout, stderr } = host.run(process.execPath, "check.js", source);
      expect([code, stderr]).toEqual([0, ""]);
      expect(JSON.parse(stdout)).toMatchObject({ source, exitCode: 1, findings: [{ ruleId: "secrets/aws-key-pair", location: { path: "src/pay.js" } }] });
    }
    expect(fingerprintOf(host)).toBe(before);
  });

  test("trouble that was foreseen is in the report, and nothing is left running", () => {
    const { host } = createHost();
    host.write("check.js", SCRIPT);
    host.write("guard.config.json", '{ "rulez": {} }');
    host.git("add", "--all");
    const { code, stdout, stderr } = host.run(process.execPath, "check.js", "staged");
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({ exitCode: 2, complete: false, error: { code: "config" } });
  });

  test("what applications use needs no package", () => {
    const { host } = createHost();
    host.write("main.js", 'import { maskSecret } from "@vibetech/guard/runtime";\nconsole.log(maskSecret("x".repeat(30) + "1234"));\n');
    const own = realpathSync(join(host.dir, "node_modules/@vibetech/guard"));
    for (const name of readdirSync(join(host.dir, "node_modules")))
      if (!name.startsWith("@vibetech")) rmSync(join(host.dir, "node_modules", name), { recursive: true });
    expect(existsSync(own)).toBe(true);
    expect(host.run(process.execPath, "main.js")).toMatchObject({ code: 0, stdout: expect.stringMatching(/1234\n$/), stderr: "" });
  });
});

describe("types", () => {
  const FILE = `import { check, defineConfig, defineRule, type Finding, type Report } from "@vibetech/guard";
import { awsKeyPair } from "./rules.js";
import { type RuleTest, RuleTester } from "@vibetech/guard/testing";
import { requireEnv } from "@vibetech/guard/runtime";

const report: Report = await check({ source: { kind: "files", paths: ["src"] } });
export const first: Finding | undefined = report.findings[0];
export const config = defineConfig({ extends: ["strict"], rules: { secrets: ["block", {}] } });
export const rule = defineRule({
  id: "house/long-name",
  meta: { summary: "A name is long.", why: "It does not fit.", fix: "Shorten it.", severity: "warn", confidence: "certain", since: "1.0.0" },
  inspects: "entry",
  check: ({ path }) => (path.length > 200 ? [{ message: "Too long." }] : []),
});
export const tests: RuleTest[] = new RuleTester(rule).tests({ flags: [], leaves: [{ name: "short", path: "a.ts" }] });
export const environment: Record<string, string> = requireEnv("HOME", "PATH");
export const builtIn = awsKeyPair;
`;

  test.each([
    ["nodenext", "nodenext"],
    ["bundler", "preserve"],
  ])("resolve with moduleResolution %s", (moduleResolution, module) => {
    const { host } = createHost();
    host.write("src/main.ts", FILE);
    host.write("src/rules.ts", 'export { builtInRules as awsKeyPair } from "@vibetech/guard/rules";\n');
    const compilerOptions = { strict: true, noEmit: true, target: "es2022", module, moduleResolution, types: [], skipLibCheck: false };
    host.write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["src"] }));
    const { code, stdout } = host.run(process.execPath, join(project, "node_modules/typescript/bin/tsc"), "-p", ".");
    expect(code, stdout).toBe(0);
  });

  test("a mistake in a configuration is one for the compiler too", () => {
    const { host } = createHost();
    host.write("guard.config.ts", 'import { defineConfig } from "@vibetech/guard";\nexport default defineConfig({ rulez: {} });\n');
    host.write(
      "tsconfig.json",
      JSON.stringify({ compilerOptions: { strict: true, noEmit: true, module: "nodenext", skipLibCheck: true }, files: ["guard.config.ts"] }),
    );
    const { code, stdout } = host.run(process.execPath, join(project, "node_modules/typescript/bin/tsc"), "-p", ".");
    expect(code).not.toBe(0);
    expect(stdout).toContain("rulez");
  });
});

test("the schema that editors complete with is the one in the package", () => {
  const { host } = createHost();
  must(guard(host, "init", "--yes"));
  const { $schema } = JSON.parse(host.read("guard.config.json"));
  expect(basename($schema)).toBe("schema.json");
  expect(readFileSync(join(host.dir, $schema), "utf8")).toBe(readFileSync(join(project, "schema.json"), "utf8"));
});
