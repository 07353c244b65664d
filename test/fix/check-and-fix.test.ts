import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { checkAndFix } from "../../src/check-and-fix.ts";
import type { Report } from "../../src/core/model.ts";
import { fingerprintOf } from "../e2e/guarded.ts";
import { createSandbox, type Sandbox } from "../support/git-sandbox.ts";

const IGNORED = ".env\n.env.*\n!.env.example\n!.env.sample\n!.env.template\n!.env.schema\n";
const KEYS = "*_credentials.json\n*.pem\n*.key\n";
const CONFIGURATION = '{ "storage": { "roots": ["D:/databases"] } }\n';
const FAULTY = "export const dbPath = 'D:\\databases\\trading.db';\n";
const MENDED = "export const dbPath = 'D:/databases/trading.db';\n";

/** A repository whose `.gitignore` is complete, with a policy for paths. */
function createRepository(...init: string[]): Sandbox {
  const sandbox = createSandbox();
  onTestFinished(sandbox.cleanup);
  if (init.length > 0) {
    rmSync(join(sandbox.dir, ".git"), { recursive: true });
    sandbox.git("init", "--quiet", ...init);
  }
  sandbox.commit({ ".gitignore": `dist\n${IGNORED}${KEYS}`, "guard.config.json": CONFIGURATION });
  return sandbox;
}

function stage(sandbox: Sandbox, path: string, content: string | Uint8Array, mode?: number): void {
  sandbox.write(path, content, mode);
  sandbox.git("add", "--force", "--", path);
}

function fix({ dir, env }: Sandbox, options: { all?: boolean } = {}): Promise<Report> {
  return checkAndFix({ source: { kind: options.all ? "all" : "staged" }, cwd: dir, env, machine: false });
}

/** As the index holds it, byte for byte. */
const inIndex = (sandbox: Sandbox, path: string): string => sandbox.run("git", "cat-file", "blob", `:${path}`).stdout;
const isTracked = (sandbox: Sandbox, path: string): boolean => sandbox.git("ls-files", "--", path) !== "";
const outcomes = ({ fixes }: Report): string[] => (fixes ?? []).map(({ ruleId, refused }) => `${ruleId}: ${refused ?? "fixed"}`);

describe("an environment file", () => {
  test("leaves the index and stays on disk, and .gitignore is made", async () => {
    const sandbox = createSandbox();
    onTestFinished(sandbox.cleanup);
    stage(sandbox, ".env", "PORT=1\n");
    const report = await fix(sandbox);
    expect([isTracked(sandbox, ".env"), sandbox.read(".env")]).toEqual([false, "PORT=1\n"]);
    expect([inIndex(sandbox, ".gitignore"), sandbox.read(".gitignore")]).toEqual([IGNORED + KEYS, IGNORED + KEYS]);
    expect([report.exitCode, report.findings]).toEqual([0, []]);
    expect(report.fixes).toContainEqual({
      ruleId: "environment/tracked-file",
      path: ".env",
      changes: [
        { path: ".gitignore", done: "created", before: null, leftOnDisk: null },
        { path: ".env", done: "untracked", before: expect.stringMatching(/^[0-9a-f]{40}$/), leftOnDisk: null },
      ],
      refused: null,
    });
    expect(sandbox.git("status", "--porcelain")).toBe("A  .gitignore");
  });

  test("that was tracked leaves the index too, whatever lies on disk by now", async () => {
    const sandbox = createRepository();
    stage(sandbox, "app/.env", "PORT=1\n");
    sandbox.commit();
    sandbox.write("app/.env", "PORT=2\n");
    sandbox.write("guard.config.json", '{ "extends": ["strict"] }\n');
    const report = await fix(sandbox, { all: true });
    expect([outcomes(report), isTracked(sandbox, "app/.env"), sandbox.read("app/.env")]).toEqual([["environment/tracked-file: fixed"], false, "PORT=2\n"]);
  });

  test("whose staged content lies nowhere else is not taken out", async () => {
    const sandbox = createRepository();
    stage(sandbox, ".env", "PORT=1\n");
    sandbox.write(".env", "PORT=2\n");
    const before = fingerprintOf(sandbox);
    const report = await fix(sandbox);
    expect(outcomes(report)).toEqual([expect.stringContaining("what is staged of .env lies nowhere else")]);
    expect([report.exitCode, fingerprintOf(sandbox)]).toEqual([1, before]);
  });

  test("is not taken out where .gitignore cannot be made: all or nothing", async () => {
    const sandbox = createSandbox();
    onTestFinished(sandbox.cleanup);
    sandbox.write(".gitignore", "mine\n");
    stage(sandbox, ".env", "PORT=1\n");
    const report = await fix(sandbox);
    expect(outcomes(report)).toContain("environment/tracked-file: .gitignore is there and not staged; stage it first");
    expect([isTracked(sandbox, ".env"), sandbox.read(".gitignore")]).toEqual([true, "mine\n"]);
  });
});

describe("a path with single backslashes", () => {
  test("is mended in the index and on disk, and judged again", async () => {
    const sandbox = createRepository();
    stage(sandbox, "src/db.ts", FAULTY);
    const report = await fix(sandbox);
    expect([inIndex(sandbox, "src/db.ts"), sandbox.read("src/db.ts")]).toEqual([MENDED, MENDED]);
    expect(outcomes(report)).toEqual(["storage/malformed-path: fixed"]);
    expect(report.findings.map(({ message }) => message)).toEqual([expect.stringContaining("hard-coded")]);
    expect(sandbox.git("diff", "--name-only")).toBe("");
  });

  test("is mended in the index alone where the file has other edits", async () => {
    const sandbox = createRepository();
    stage(sandbox, "src/db.ts", FAULTY);
    sandbox.write("src/db.ts", `${FAULTY}// more\n`);
    const report = await fix(sandbox);
    expect([inIndex(sandbox, "src/db.ts"), sandbox.read("src/db.ts")]).toEqual([MENDED, `${FAULTY}// more\n`]);
    expect(report.fixes?.[0]?.changes).toEqual([{ path: "src/db.ts", done: "edited", before: expect.anything(), leftOnDisk: "it is not what is staged" }]);
  });

  test("is mended in the index alone where the file is gone from the disk", async () => {
    const sandbox = createRepository();
    stage(sandbox, "src/db.ts", FAULTY);
    rmSync(join(sandbox.dir, "src/db.ts"));
    const report = await fix(sandbox);
    expect([inIndex(sandbox, "src/db.ts"), existsSync(join(sandbox.dir, "src/db.ts"))]).toEqual([MENDED, false]);
    expect(report.fixes?.[0]?.changes[0]?.leftOnDisk).toBe("it is not there");
  });

  test.each([
    ["true", FAULTY.replaceAll("\n", "\r\n"), MENDED],
    ["false", FAULTY.replaceAll("\n", "\r\n"), MENDED.replaceAll("\n", "\r\n")],
  ])("keeps the CRLF of the file with core.autocrlf=%s", async (autocrlf, written, staged) => {
    const sandbox = createRepository();
    sandbox.git("config", "core.autocrlf", autocrlf);
    sandbox.git("config", "core.safecrlf", "false");
    stage(sandbox, "src/db.ts", written);
    await fix(sandbox);
    expect([inIndex(sandbox, "src/db.ts"), sandbox.read("src/db.ts")]).toEqual([staged, MENDED.replaceAll("\n", "\r\n")]);
    expect(sandbox.git("status", "--porcelain")).toBe("A  src/db.ts");
  });

  test("keeps executable bits, and a byte order mark", async () => {
    const sandbox = createRepository();
    stage(sandbox, "src/db.ts", `\ufeff${FAULTY}`, 0o755);
    await fix(sandbox);
    expect([inIndex(sandbox, "src/db.ts"), sandbox.git("ls-files", "--stage", "src").slice(0, 6)]).toEqual([`\ufeff${MENDED}`, "100755"]);
    expect(statSync(join(sandbox.dir, "src/db.ts")).mode & 0o777).toBe(0o755);
  });

  test("is left to people in a file that is not UTF-8", async () => {
    const sandbox = createRepository();
    stage(sandbox, "src/db.ts", Buffer.from(`\ufeff${FAULTY}`, "utf16le"));
    const before = fingerprintOf(sandbox);
    expect(outcomes(await fix(sandbox))).toEqual(["storage/malformed-path: src/db.ts cannot be changed: it is written in UTF-16LE"]);
    expect(fingerprintOf(sandbox)).toBe(before);
  });

  test("is mended twice in a file, in several files", async () => {
    const sandbox = createRepository();
    stage(sandbox, "src/a.ts", FAULTY + FAULTY.replace("dbPath", "otherDbPath"));
    stage(sandbox, "src/sub/b.ts", FAULTY);
    await fix(sandbox);
    expect([inIndex(sandbox, "src/a.ts"), inIndex(sandbox, "src/sub/b.ts")]).toEqual([MENDED + MENDED.replace("dbPath", "otherDbPath"), MENDED]);
  });

  test.each<[string, (sandbox: Sandbox) => void, string]>([
    [
      "behind a link to a folder",
      (sandbox) => {
        renameSync(join(sandbox.dir, "src"), join(sandbox.dir, "../elsewhere"));
        symlinkSync("../elsewhere", join(sandbox.dir, "src"));
      },
      "a folder on the way to it is a link",
    ],
    [
      "a link",
      (sandbox) => {
        renameSync(join(sandbox.dir, "src/db.ts"), join(sandbox.dir, "../elsewhere"));
        symlinkSync("../../elsewhere", join(sandbox.dir, "src/db.ts"));
      },
      "it is no plain file",
    ],
    [
      "a folder",
      (sandbox) => {
        rmSync(join(sandbox.dir, "src/db.ts"));
        mkdirSync(join(sandbox.dir, "src/db.ts"));
      },
      "it is no plain file",
    ],
  ])("is mended in the index alone where there is on disk %s", async (_, arrange, why) => {
    const sandbox = createRepository();
    stage(sandbox, "src/db.ts", FAULTY);
    arrange(sandbox);
    const report = await fix(sandbox);
    expect([inIndex(sandbox, "src/db.ts"), report.fixes?.[0]?.changes[0]?.leftOnDisk]).toEqual([MENDED, why]);
  });

  test("is left where git was told to leave the file on disk alone", async () => {
    const sandbox = createRepository();
    stage(sandbox, "src/db.ts", FAULTY);
    sandbox.git("update-index", "--skip-worktree", "src/db.ts");
    expect(outcomes(await fix(sandbox))).toEqual([expect.stringContaining("git was told to leave src/db.ts on disk alone")]);
    expect(sandbox.git("ls-files", "-v", "src")).toBe("S src/db.ts");
  });

  test("is left where it is older, or suppressed with a reason", async () => {
    const sandbox = createRepository();
    sandbox.commit({ "src/old.ts": FAULTY });
    stage(sandbox, "src/old.ts", `${FAULTY}// more\n`);
    stage(sandbox, "src/new.ts", FAULTY.replace("\n", " // guard-ignore storage/* -- a sample\n"));
    const before = fingerprintOf(sandbox);
    expect((await fix(sandbox)).fixes).toEqual([]);
    expect(fingerprintOf(sandbox)).toBe(before);
  });
});

describe("the index", () => {
  test("that another git holds: nothing is changed, and it is said", async () => {
    const sandbox = createRepository();
    stage(sandbox, "src/db.ts", FAULTY);
    sandbox.write(".git/index.lock", "");
    expect(outcomes(await fix(sandbox))).toEqual([expect.stringMatching(/git update-index failed.*index\.lock/)]);
    expect([inIndex(sandbox, "src/db.ts"), sandbox.read("src/db.ts"), sandbox.read(".git/index.lock")]).toEqual([FAULTY, FAULTY, ""]);
  });

  test.each<[string, () => Sandbox]>([
    ["of a repository without a commit", () => createSandbox()],
    ["of a repository with SHA-256", () => createRepository("--object-format=sha256")],
    [
      "of a linked worktree",
      () => {
        const main = createRepository();
        main.git("worktree", "add", "--quiet", "-b", "linked", "../linked tree");
        return main.at("../linked tree");
      },
    ],
    [
      "that a variable names",
      () => {
        const main = createRepository();
        main.run("cp", ".git/index", ".git/other-index");
        return main.at(".", { GIT_INDEX_FILE: ".git/other-index" });
      },
    ],
    [
      "that is split",
      () => {
        const main = createRepository();
        main.git("update-index", "--split-index");
        return main;
      },
    ],
  ])("%s", async (_, create) => {
    const sandbox = create();
    onTestFinished(sandbox.cleanup);
    stage(sandbox, ".env", "PORT=1\n");
    await fix(sandbox);
    expect([isTracked(sandbox, ".env"), isTracked(sandbox, ".gitignore"), sandbox.read(".env")]).toEqual([false, true, "PORT=1\n"]);
    expect(sandbox.tryGit("fsck", "--strict").code).toBe(0);
  });

  test("is written without running a program of the repository", async () => {
    const sandbox = createRepository();
    const marker = join(sandbox.dir, "../ran");
    const program = sandbox.write("../program", `#!/bin/sh\necho "$0 $*" >>"${marker}"\ncat\n`, 0o755);
    for (const event of ["post-index-change", "pre-commit", "reference-transaction"]) sandbox.write(`.git/hooks/${event}`, `#!/bin/sh\n${program}\n`, 0o755);
    stage(sandbox, "src/db.ts", FAULTY);
    stage(sandbox, ".env", "PORT=1\n");
    sandbox.write(".gitattributes", "* filter=evil diff=evil\n");
    for (const [key, value] of [
      ["core.fsmonitor", program],
      ["filter.evil.clean", program],
      ["filter.evil.smudge", program],
      ["diff.evil.textconv", program],
      ["diff.external", program],
    ] as const)
      sandbox.git("config", key, value);
    rmSync(marker, { force: true });
    expect((await fix(sandbox)).fixes).toHaveLength(2);
    expect(existsSync(marker) ? sandbox.read(marker) : "").toBe("");
  });
});

test("nothing that can be mended: nothing is written", async () => {
  const sandbox = createRepository();
  stage(sandbox, "src/a.ts", "export const a = 1;\n");
  chmodSync(join(sandbox.dir, "src/a.ts"), 0o444);
  const before = fingerprintOf(sandbox);
  expect(await fix(sandbox)).toMatchObject({ exitCode: 0, fixes: [] });
  expect(fingerprintOf(sandbox)).toBe(before);
});
