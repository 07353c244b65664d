import { appendFileSync, chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { drawGithubToken } from "../../rules/secrets/github-tokens.examples.ts";
import type { Ended } from "../support/git-sandbox.ts";
import { createGuarded, type Guarded, secretLines } from "./guarded.ts";

/** A repository with a remote that has all of it. */
function createPushed(): Guarded {
  const guarded = createGuarded();
  guarded.git("init", "--quiet", "--bare", "../remote.git");
  guarded.git("remote", "add", "origin", "../remote.git");
  guarded.git("push", "--quiet", "--no-verify", "origin", "main");
  return guarded;
}

const noHooks = ["-c", "core.hooksPath=/dev/null"];

/** A commit with a secret that no hook has seen. */
function commitSecret(guarded: Guarded, path = "src/secret.ts"): string {
  guarded.write(path, secretLines());
  guarded.git("add", path);
  guarded.git(...noHooks, "commit", "--quiet", "-m", "Secret");
  return guarded.git("rev-parse", "HEAD");
}

function commitChecked(guarded: Guarded, text: string, message = "Change"): Ended {
  guarded.write("src/app.ts", text);
  return guarded.tryGit("commit", "--quiet", "-a", "-m", message);
}

function refsOf(guarded: Guarded): string {
  return guarded.git("ls-remote", "origin");
}

describe("a push", () => {
  test("of what was checked passes without a word, also where nothing is left to push", () => {
    const guarded = createPushed();
    for (const number of [1, 2, 3]) expect(commitChecked(guarded, `export const name = "app ${number}";\n`)).toMatchObject({ code: 0, stderr: "" });
    expect(guarded.tryGit("push", "--quiet", "origin", "main")).toMatchObject({ code: 0, stderr: "" });
    expect(guarded.tryGit("push", "origin", "main").code).toBe(0);
  });

  test("looks at every ref, at tags and forced ones too, and moves none where one is refused", () => {
    const guarded = createPushed();
    guarded.git("switch", "--quiet", "-c", "clean");
    commitChecked(guarded, "export const name = 'clean';\n");
    guarded.git("switch", "--quiet", "-c", "dirty", "main");
    commitSecret(guarded);
    guarded.git("tag", "-a", "v1", "-m", "Version 1");
    guarded.git("branch", "--quiet", "elsewhere");
    guarded.git("switch", "--quiet", "main");
    const before = refsOf(guarded);
    for (const refs of [["clean", "dirty"], ["v1"], ["+dirty:main"], ["elsewhere:refs/notes/x"], ["--all"], ["--mirror"]])
      expect([refs, guarded.tryGit("push", "origin", ...refs).code === 0]).toEqual([refs, false]);
    expect(refsOf(guarded)).toBe(before);
    expect(guarded.tryGit("push", "--quiet", "origin", "clean")).toMatchObject({ code: 0, stderr: "" });
  });

  test("that deletes a branch has nothing to judge", () => {
    const guarded = createPushed();
    guarded.git("push", "--quiet", "origin", "main:old");
    commitSecret(guarded);
    expect(guarded.tryGit("push", "--quiet", "origin", ":old")).toMatchObject({ code: 0, stderr: "" });
  });

  test("of a commit that was taken back in a later one is refused: it stays in the history", () => {
    const guarded = createPushed();
    const secret = commitSecret(guarded);
    guarded.git("rm", "--quiet", "src/secret.ts");
    expect(guarded.tryGit("commit", "--quiet", "-m", "Take it away").code).toBe(0);
    const { code, stderr } = guarded.tryGit("push", "origin", "main");
    expect([code === 0, stderr]).toEqual([false, expect.stringContaining(`(commit ${secret.slice(0, 10)})`)]);
    expect(stderr).toMatch(/git rebase -i/);
  });

  test("of what a remote has already passes", () => {
    const guarded = createPushed();
    commitSecret(guarded);
    guarded.git("push", "--quiet", "--no-verify", "origin", "main");
    expect(guarded.tryGit("push", "--quiet", "origin", "main:again")).toMatchObject({ code: 0, stderr: "" });
  });

  test("judges messages, of checked commits too, and the names of new branches", () => {
    const guarded = createPushed();
    const token = drawGithubToken("ghp_");
    commitChecked(guarded, "export const name = 'said';\n", `Deploy with ${token}`);
    const said = guarded.tryGit("push", "origin", "main");
    expect([said.code === 0, said.stderr]).toEqual([false, expect.stringContaining("secrets/in-message")]);
    expect(said.stderr).not.toContain(token);
    guarded.git("reset", "--quiet", "--hard", "origin/main");
    commitChecked(guarded, "export const name = 'named';\n");
    const named = guarded.tryGit("push", "origin", `main:try/${token}`);
    expect([named.code === 0, named.stderr]).toEqual([false, expect.stringContaining("the name of the branch")]);
    expect(guarded.tryGit("push", "--quiet", "origin", "main")).toMatchObject({ code: 0, stderr: "" });
  });

  test("judges annotated tags, of tags too, and the names of tags and other refs", () => {
    const guarded = createPushed();
    const token = drawGithubToken("ghp_");
    guarded.git("tag", "-a", "inner", "-m", `Built with ${token}`);
    guarded.git("tag", "-a", "outer", "-m", "Version 2", "inner");
    guarded.git("tag", "-a", "fine", "-m", "Version 1");
    guarded.git("tag", token);
    for (const [ref, about] of [
      ["inner", "the message of the tag"],
      ["outer", "the message of the tag"],
      [token, "the name of the tag or ref"],
      [`main:refs/notes/${token}`, "the name of the tag or ref"],
    ] as const) {
      const { code, stderr } = guarded.tryGit("push", "origin", ref);
      expect([about, code === 0, stderr]).toEqual([about, false, expect.stringContaining(about)]);
      expect(stderr.split("error: failed")[0]).not.toContain(token);
    }
    expect(guarded.tryGit("push", "--quiet", "origin", "fine")).toMatchObject({ code: 0, stderr: "" });
  });

  test("of what another remote has is judged: by name and by address", () => {
    const guarded = createPushed();
    commitSecret(guarded);
    guarded.git("init", "--quiet", "--bare", "../mine.git");
    guarded.git("remote", "add", "mine", "../mine.git");
    guarded.git("push", "--quiet", "--no-verify", "mine", "main");
    expect(guarded.tryGit("push", "origin", "main").code).not.toBe(0);
    expect(guarded.tryGit("push", "../remote.git", "main").code).not.toBe(0);
    expect(guarded.tryGit("push", "--quiet", "mine", "main:again")).toMatchObject({ code: 0, stderr: "" });
  });

  test("with an older hook that reads which refs go where tells both", () => {
    const guarded = createGuarded();
    guarded.guard("uninstall", "--yes");
    guarded.write(".git/hooks/pre-push", '#!/bin/sh\ncat >"$HOME/refs"\n', 0o755);
    expect(guarded.guard("install").code).toBe(0);
    guarded.git("init", "--quiet", "--bare", "../remote.git");
    guarded.git("remote", "add", "origin", "../remote.git");
    const secret = commitSecret(guarded);
    const spoofed = guarded.at(".", { guard_refs: "" });
    expect(spoofed.tryGit("push", "origin", "main").code).not.toBe(0);
    expect(readFileSync(join(guarded.home, "refs"), "utf8")).toContain(`refs/heads/main ${secret} refs/heads/main `);
    expect(refsOf(guarded)).toBe("");
  });

  test("with an older hook in another language tells both", () => {
    const guarded = createGuarded();
    guarded.guard("uninstall", "--yes");
    const script = `#!${process.execPath}\nconst fs = require("node:fs"); fs.writeFileSync(process.env.HOME + "/refs", fs.readFileSync(0));\n`;
    guarded.write(".git/hooks/pre-push", script, 0o755);
    expect(guarded.guard("install").code).toBe(0);
    guarded.git("init", "--quiet", "--bare", "../remote.git");
    guarded.git("remote", "add", "origin", "../remote.git");
    const secret = commitSecret(guarded);
    expect(guarded.tryGit("push", "origin", "main").code).not.toBe(0);
    expect(readFileSync(join(guarded.home, "refs"), "utf8")).toContain(secret);
  });
});

describe("GUARD_SKIP", () => {
  const skipping = (guarded: Guarded, variables: Readonly<Record<string, string>>): Ended => {
    guarded.write("src/secret.ts", secretLines());
    guarded.git("add", "src/secret.ts");
    return guarded.at(".", variables).tryGit("commit", "--quiet", "-m", "Skip");
  };

  test("with a reason lets one commit through, shows what it skipped, is on record, and the commit passes the push", () => {
    const guarded = createPushed();
    const { code, stderr } = skipping(guarded, { GUARD_SKIP: "secrets/aws-key-pair,secrets/aws-access-key-id", GUARD_REASON: "of the test account" });
    expect([code, stderr]).toEqual([0, expect.stringMatching(/skipped by Ada Example.*secrets\/aws-key-pair.*Reason given: of the test account/)]);
    const { stdout } = guarded.guard("audit", "--format", "json");
    const { rows } = JSON.parse(stdout) as { rows: { kind: string; outcome: string | null; reason: string | null; commit: string | null }[] };
    expect(rows.filter(({ kind }) => kind === "skip")).toMatchObject([{ reason: "of the test account", who: "Ada Example <ada@example.com>" }]);
    expect(rows.find(({ commit }) => commit === guarded.git("rev-parse", "HEAD"))).toMatchObject({ kind: "check", outcome: "skipped" });
    expect(guarded.tryGit("push", "--quiet", "origin", "main")).toMatchObject({ code: 0 });
  });

  test("without a reason, of a rule that is none, and of another rule is refused", () => {
    const guarded = createPushed();
    const refused = (variables: Readonly<Record<string, string>>): string => {
      const { code, stderr } = skipping(guarded, variables);
      expect(code).not.toBe(0);
      return stderr;
    };
    expect(refused({ GUARD_SKIP: "secrets" })).toMatch(/GUARD_SKIP needs a reason/);
    expect(refused({ GUARD_SKIP: "secrets", GUARD_REASON: "  " })).toMatch(/GUARD_SKIP needs a reason/);
    expect(refused({ GUARD_SKIP: "secrets/aws-key-piar", GUARD_REASON: "why" })).toMatch(/No rule is called "secrets\/aws-key-piar"/);
    expect(refused({ GUARD_SKIP: "secrets/jwt-none", GUARD_REASON: "why" })).toMatch(/No rule is called/);
    expect(refused({ GUARD_SKIP: "storage", GUARD_REASON: "why" })).toMatch(/secrets\/aws-key-pair/);
  });

  test("that cannot be written down is none", () => {
    const guarded = createPushed();
    guarded.write(".git/guard/journal.jsonl/in-the-way", "");
    const { code, stderr } = skipping(guarded, { GUARD_SKIP: "secrets", GUARD_REASON: "why" });
    expect([code === 0, stderr]).toEqual([false, expect.stringMatching(/cannot be written.*on record only/)]);
  });

  test("lets a push through too", () => {
    const guarded = createPushed();
    commitSecret(guarded);
    expect(guarded.tryGit("push", "origin", "main").code).not.toBe(0);
    const { code, stderr } = guarded.at(".", { GUARD_SKIP: "secrets", GUARD_REASON: "revoked already" }).tryGit("push", "origin", "main");
    expect([code, stderr]).toEqual([0, expect.stringContaining("revoked already")]);
  });
});

describe("commit-msg, where somebody asked for it", () => {
  const token = drawGithubToken("ghp_");
  function createJudged(): Guarded {
    const guarded = createPushed();
    expect(guarded.guard("install", "--commit-msg").code).toBe(0);
    return guarded;
  }

  test("judges the message before there is a commit, and leaves comments and patches out that git takes out", () => {
    const guarded = createJudged();
    const head = guarded.git("rev-parse", "HEAD");
    for (const message of [`Use ${token}`, `Fine\n\n# no comment: git keeps ${token}`]) {
      const { code, stderr } = commitChecked(guarded, "export const name = 'x';\n", message);
      expect([code === 0, stderr]).toEqual([false, expect.stringMatching(/secrets\/in-message[\s\S]*guard: checked the message/)]);
      expect(stderr).not.toContain(token);
    }
    const { rows } = JSON.parse(guarded.guard("audit", "--format", "json").stdout) as { rows: { outcome: string; rules: string[] }[] };
    expect(rows.filter(({ outcome }) => outcome === "blocked").map(({ rules }) => rules)).toEqual([["secrets/in-message"], ["secrets/in-message"]]);
    expect(guarded.git("rev-parse", "HEAD")).toBe(head);
    const editor = guarded.at(".", { GIT_EDITOR: `printf 'Fine\\n\\n# a comment with ${token}\\n' >` });
    for (const kept of [
      ["-c", "core.commentChar=;"],
      ["-c", "commit.cleanup=whitespace"],
    ])
      expect([kept, editor.tryGit(...kept, "commit", "--quiet", "-a").code]).toEqual([kept, 1]);
    guarded.git("config", "commit.cleanup", "scissors");
    expect(editor.tryGit("commit", "--quiet", "-a").code).toBe(1);
    guarded.git("config", "commit.cleanup", "strip");
    expect(editor.tryGit("commit", "--quiet", "-a", "-v").code).toBe(0);
  });

  test("goes by the policy of HEAD and by the one that is being committed, as a push will", () => {
    const guarded = createJudged();
    const off = '{ "rules": { "secrets/in-message": "off" } }\n';
    guarded.write("guard.config.json", off);
    guarded.git("add", "guard.config.json");
    const loosening = guarded.tryGit("commit", "--quiet", "-m", `Use ${token}`);
    expect([loosening.code === 0, loosening.stderr]).toEqual([false, expect.stringContaining("policy/weakened")]);
    guarded.commit({ "guard.config.json": off });
    expect(commitChecked(guarded, "export const name = 'x';\n", `Use ${token}`)).toMatchObject({ code: 0, stderr: "" });
  });
});

test("behind a commit no Node is started", () => {
  const guarded = createPushed();
  const log = join(guarded.home, "started");
  const recorded = readFileSync(join(guarded.dir, ".git/guard/node"), "utf8").trim();
  writeFileSync(join(guarded.home, "node"), `#!/bin/sh\necho "$2" >>"${log}"\nexec "${recorded}" "$@"\n`);
  chmodSync(join(guarded.home, "node"), 0o755);
  writeFileSync(join(guarded.dir, ".git/guard/node"), `${join(guarded.home, "node")}\n`);
  appendFileSync(log, "");
  expect(commitChecked(guarded, "export const name = 'x';\n").code).toBe(0);
  guarded.git("commit", "--quiet", "-n", "--allow-empty", "-m", "Empty");
  expect(readFileSync(log, "utf8")).toBe("pre-commit\n");
});

describe("a store that cannot be written", () => {
  test("lets a clean commit through and says so; the commit is judged at push", () => {
    const guarded = createPushed();
    guarded.write(".git/guard/last-ok/in-the-way", "");
    const { code, stderr } = commitChecked(guarded, "export const name = 'x';\n");
    expect([code, stderr]).toEqual([0, expect.stringMatching(/could not be written down \(E[A-Z]+\), so the commit will be judged again/)]);
    expect(guarded.tryGit("push", "--quiet", "origin", "main").code).toBe(0);
  });

  test("makes no push pass: what is not on record is judged", () => {
    const guarded = createPushed();
    commitSecret(guarded);
    guarded.run("rm", "-f", ".git/guard/journal.jsonl");
    guarded.write(".git/guard/journal.jsonl/in-the-way", "");
    expect(guarded.tryGit("push", "origin", "main").code).not.toBe(0);
    expect(guarded.guard("audit")).toMatchObject({ code: 3 });
  });
});

test("audit verify says where the chain breaks, and what it cannot say", () => {
  const guarded = createPushed();
  for (const number of [1, 2, 3]) commitChecked(guarded, `export const name = "app ${number}";\n`);
  expect(guarded.guard("audit", "verify")).toMatchObject({ code: 0, stdout: expect.stringMatching(/the chain is intact\n.*\nIt cannot say/) });
  const path = join(guarded.dir, ".git/guard/journal.jsonl");
  writeFileSync(path, readFileSync(path, "utf8").replace('"clean"', '"cleam"'));
  expect(guarded.guard("audit", "verify")).toMatchObject({ code: 1, stdout: expect.stringMatching(/the chain is broken at 2/) });
  expect(guarded.guard("audit")).toMatchObject({ code: 0, stdout: expect.stringContaining("broken at 2") });
  expect(guarded.guard("audit", "verfy")).toMatchObject({ code: 2, stderr: expect.stringContaining("Did you mean audit verify?") });
});
