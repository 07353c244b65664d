import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { readSchemaFile } from "../../src/core/environment/schema-file.ts";
import { createFakeIo } from "./fake-io.ts";

const drawn = ["q7Rz", "0kVb", "N3xT", "w9Lm", "Yp2E", "sA6h"].join("");

describe("guard env", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "guard-env-"));
    write("src/api.ts", 'ask(process.env.DEEPSEEK_API_KEY, process.env.PORT ?? "3000");\nlog(process.env.NODE_ENV);\n');
    write("bot.py", 'path = os.environ["DATABASE_PATH"]\n');
    write("src/api.test.ts", "process.env.ONLY_IN_TESTS\n");
    write(".env.example", "# settings\nDEEPSEEK_API_KEY=\n# OLD_FLAG=1\n");
    write(".env", `DEEPSEEK_API_KEY=${drawn}\nPORT=\n`);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  async function guard(...argv: string[]): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
    const io = createFakeIo({ cwd: folder, env: { PATH: process.env.PATH, HOME: folder, GIT_CEILING_DIRECTORIES: tmpdir() } });
    const code = await main(argv, io);
    return { code, ...io.printed };
  }

  it("shows what code reads, the template names and the file sets, values masked", async () => {
    const { code, stdout, stderr } = await guard("env");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(`variable          code                         template  files
DATABASE_PATH     bot.py:1                     -         -      not set
DEEPSEEK_API_KEY  src/api.ts:1                 named     \u2026sA6h
OLD_FLAG          -                            named     -      not read
PORT              src/api.ts:1, has a default  -         blank

4 variables; 1 not set, 0 not in a template, 1 not read. templates: .env.example; files: .env.
`);
  });

  it("as JSON, with no value in it", async () => {
    const { stdout } = await guard("env", "--format", "json");
    const { schema, variables } = JSON.parse(stdout);
    expect(schema).toBe("guard.env/1");
    expect(stdout).not.toContain(drawn);
    expect(variables[1]).toEqual({
      name: "DEEPSEEK_API_KEY",
      code: { place: "src/api.ts:1", reads: 1, isOptional: false },
      templates: [".env.example"],
      files: [{ path: ".env", value: "\u2026sA6h" }],
      trouble: null,
    });
  });

  it("init writes a schema that Guard reads, once", async () => {
    expect((await guard("env", "init")).stdout).toMatch(/^wrote \.env\.schema: /);
    const written = readFileSync(join(folder, ".env.schema"), "utf8");
    expect(readSchemaFile(written)).toEqual({ DATABASE_PATH: {}, DEEPSEEK_API_KEY: { type: "secret" }, PORT: { type: "port", optional: true } });
    expect(written).not.toContain(drawn);
    write(".env.schema", "# mine\n");
    expect((await guard("env", "init")).stdout).toBe(".env.schema is there already; nothing was written.\n");
    expect(readFileSync(join(folder, ".env.schema"), "utf8")).toBe("# mine\n");
  });

  it("init writes nothing where no code reads anything", async () => {
    rmSync(join(folder, "src"), { recursive: true });
    rmSync(join(folder, "bot.py"));
    expect((await guard("env", "init")).stdout).toMatch(/^No code here reads/);
  });

  it("knows no other action", async () => {
    expect((await guard("env", "inti")).stderr).toContain('env has no "inti". Did you mean env init?');
    expect((await guard("env", "init", "now")).code).toBe(2);
  });
});
