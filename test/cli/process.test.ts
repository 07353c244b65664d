import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { createFakeIo } from "./fake-io.ts";

const mainUrl = new URL("../../src/cli/main.ts", import.meta.url).href;
/** As the bin does it, from the sources: 3 until there is a better answer. */
const start = `process.exitCode = 3; const { main } = await import(${JSON.stringify(mainUrl)}); process.exitCode = await main(process.argv.slice(1));`;

/** A suppression without a reason: one finding that blocks and needs no secret. In parts, since this repository is guarded too. */
const blockedText = ["a = 1; // guard", "ignore secrets\n"].join("-");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "guard-process-"));
  writeFileSync(join(folder, "blocked.ts"), blockedText);
  writeFileSync(join(folder, "--help"), blockedText);
  writeFileSync(join(folder, "fine.ts"), "a = 1;\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

function nodeArguments(...argv: string[]): string[] {
  return ["--input-type=module", "--eval", start, "--", ...argv];
}

const env = { PATH: process.env.PATH ?? "", SystemRoot: process.env.SystemRoot ?? "" };

function guard(argv: string[], stdin = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, nodeArguments(...argv), { cwd: folder, env, input: stdin, encoding: "utf8" });
  return { status, stdout, stderr };
}

describe("the command line as a process", () => {
  it.each([
    [["check", "fine.ts"], 0],
    [["check", "--", "--help"], 1],
    [["check", "fine.ts", "--only", "secrts"], 2],
  ])("%j ends with %i", (argv, exitCode) => {
    const { status, stdout, stderr } = guard(argv);
    expect([status, stdout === "", stderr === ""]).toEqual([exitCode, exitCode === 2, exitCode !== 2]);
  });

  it("names commands as they work here", () => {
    mkdirSync(join(folder, "pnpm"));
    writeFileSync(join(folder, "pnpm/package.json"), '{ "devEngines": { "packageManager": { "name": "pnpm" } } }');
    const { stderr } = spawnSync(process.execPath, nodeArguments("frobnicate"), { cwd: join(folder, "pnpm"), env, encoding: "utf8" });
    expect(stderr).not.toContain("npx");
    expect(stderr).toContain("pnpm exec guard");
  });

  it("reads content from standard input, whatever its bytes", () => {
    expect(guard(["check", "--stdin", "--path", "src/a.ts"], blockedText)).toMatchObject({ status: 1 });
    expect(guard(["check", "--stdin", "--path", "src/a.ts"], "\0\x7f")).toMatchObject({ status: 0 });
  });

  it("writes the report to a file and nothing to standard output", () => {
    const { status, stdout } = guard(["check", "blocked.ts", "--format", "json", "--output", "report.json"]);
    expect([status, stdout]).toEqual([1, ""]);
    expect(JSON.parse(readFileSync(join(folder, "report.json"), "utf8")).exitCode).toBe(1);
  });

  it("keeps the verdict's code where the reader has left", async () => {
    const child = spawn(process.execPath, nodeArguments("check", "blocked.ts", "--format", "json"), { cwd: folder, env, stdio: ["ignore", "pipe", "ignore"] });
    child.stdout.destroy();
    expect(await new Promise((resolve) => child.on("exit", resolve))).toBe(1);
  });

  it.runIf(process.platform === "linux").each([["check", "fine.ts"], ["check", "fine.ts", "--output", "/dev/full"], ["--help"]])(
    "ends with 3 where the report is lost: %s %s %s %s",
    (...argv) => {
      const { status, stderr } = spawnSync("sh", ["-c", '"$0" "$@" > /dev/full', process.execPath, ...nodeArguments(...argv)], {
        cwd: folder,
        env,
        encoding: "utf8",
      });
      expect(status).toBe(3);
      expect(stderr).toContain("ENOSPC");
    },
  );

  it.skipIf(process.platform === "win32")("answers an interrupt with 130, in JSON too", async () => {
    const child = spawn(process.execPath, nodeArguments("check", "--stdin", "--path", "a.ts", "--format", "json"), { cwd: folder, env });
    let stdout = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    // More than a pipe holds: once it is gone, the process is up and reads.
    await new Promise((resolve) => child.stdin.write("x".repeat(2 ** 20), resolve));
    child.kill("SIGINT");
    const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => child.on("exit", (...end) => resolve(end)));
    expect(JSON.parse(stdout)).toMatchObject({ exitCode: 130, complete: false });
    expect(code === 130 || signal === "SIGINT").toBe(true);
  });
});

/** The same without a process of its own. */
async function runHere(argv: readonly string[]) {
  const io = createFakeIo({ cwd: folder, env });
  return { code: await main(argv, io), ...io.printed };
}

describe("the exit code", () => {
  it.each([
    [["check", "blocked.ts"], 1],
    [["check", "blocked.ts", "--skip", "policy/bad-suppression"], 0],
    [["check", "missing.ts"], 2],
    [["check", "blocked.ts", "--only", "secrets", "fine.ts"], 2],
    [["check", "--staged"], 2],
    [["frobnicate"], 2],
    [[], 2],
    [["--help"], 0],
    [["rules"], 0],
    [["explain", "policy/weakened"], 0],
    [["explain", "policy/weakend"], 2],
    [["config"], 0],
    [["config", "--config", "missing.json"], 2],
  ])("%j ends with %i", async (argv, exitCode) => {
    const { code, stdout, stderr } = await runHere(argv);
    expect(code).toBe(exitCode);
    if (exitCode === 2) {
      expect(stdout).toBe("");
      expect(stderr).toMatch(/^guard: .+\n$/);
    } else {
      expect(stdout).not.toBe("");
    }
  });

  it("is that of the JSON", async () => {
    for (const argv of [["check", "fine.ts"], ["check", "blocked.ts"], ["check", "missing.ts"], ["check", "--onyl", "x"], ["chekc"]]) {
      const { code, stdout } = await runHere([...argv, "--format", "json"]);
      expect(JSON.parse(stdout)).toMatchObject({ schema: "guard.report/1", exitCode: code });
    }
  });

  it("comes with what to do where --only took a file for a rule", async () => {
    expect((await runHere(["check", "blocked.ts", "--only", "secrets", "fine.ts"])).stderr).toBe(
      'guard: No rule is called "fine.ts". It is there as a file: write paths before --only and --skip, or after --.\n',
    );
  });
});

describe("what help loads", () => {
  it.each([["--help"], ["check", "--help"], ["--version"]])("is nothing heavy: %s %s", (...argv) => {
    const listing = `
      import { registerHooks } from "node:module";
      const loaded = [];
      registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
      const { main } = await import(${JSON.stringify(mainUrl)});
      await main(process.argv.slice(1));
      console.error(JSON.stringify(loaded));`;
    const { stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", listing, "--", ...argv], { cwd: folder, env, encoding: "utf8" });
    const loaded: string[] = JSON.parse(stderr);
    const packages = new Set(loaded.flatMap((url) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? []));
    expect([...packages].sort()).toEqual(["commander", "fastest-levenshtein"]);
    expect(loaded.filter((url) => /\/(?:rules|src\/(?:config|git|machine|state|sources|guard))\b/.test(url))).toEqual([]);
  });
});
