import { existsSync, rmSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createSandbox, type Sandbox } from "../support/git-sandbox.ts";
import { addedLines, contents, listed, staged } from "./read-source.ts";

function sandboxOf(files: Readonly<Record<string, string>> | null): Sandbox {
  const sandbox = createSandbox();
  onTestFinished(sandbox.cleanup);
  if (files) sandbox.commit(files);
  return sandbox;
}

const poem = "one\ntwo\nthree\nfour\nfive\nsix\n";

describe("hostile configuration", () => {
  const mark = (sandbox: Sandbox): string => join(sandbox.home, "ran");
  function withProgram(files: Readonly<Record<string, string>>): Sandbox {
    const sandbox = sandboxOf(files);
    sandbox.write(join(sandbox.home, "program"), `#!/bin/sh\ntouch '${mark(sandbox)}'\ncat "$@"\n`, 0o755);
    return sandbox;
  }

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ["diff.noprefix", { "diff.noprefix": "true" }, ""],
    ["diff.mnemonicPrefix", { "diff.mnemonicPrefix": "true" }, ""],
    ["diff.renames", { "diff.renames": "false", "diff.renameLimit": "1" }, ""],
    ["diff.relative", { "diff.relative": "true" }, ""],
    ["diff.context", { "diff.context": "9", "diff.interHunkContext": "9" }, ""],
    ["color", { "color.ui": "always", "color.diff": "always", "diff.colorMoved": "zebra" }, ""],
    ["diff.wordRegex, diff.algorithm", { "diff.wordRegex": ".", "diff.algorithm": "patience", "diff.suppressBlankEmpty": "true" }, ""],
    ["core.bigFileThreshold", { "core.bigFileThreshold": "1", "core.packedGitLimit": "1" }, ""],
    ["diff.submodule, orderFile", { "diff.submodule": "log", "diff.orderFile": "order" }, ""],
    ["diff.ignoreSubmodules", { "diff.ignoreSubmodules": "all", "status.showUntrackedFiles": "no" }, ""],
    ["core.quotePath", { "core.quotePath": "false", "core.abbrev": "7" }, ""],
    ["diff.external", { "diff.external": "PROGRAM" }, ""],
    ["core.fsmonitor", { "core.fsmonitor": "PROGRAM" }, ""],
    ["core.pager", { "core.pager": "PROGRAM", "pager.diff-index": "PROGRAM" }, ""],
    ["an alias", { "alias.diff-index": "!PROGRAM", "alias.cat-file": "!PROGRAM" }, ""],
    ["textconv", { "diff.any.textconv": "PROGRAM", "diff.any.cachetextconv": "true" }, "* diff=any\n"],
    ["a diff driver", { "diff.any.command": "PROGRAM" }, "* diff=any\n"],
    [
      "a filter",
      { "filter.any.clean": "PROGRAM", "filter.any.smudge": "PROGRAM", "filter.any.process": "PROGRAM", "filter.any.required": "true" },
      "* filter=any\n",
    ],
    ["-diff", {}, "* -diff\n"],
    ["binary", {}, "* binary\n"],
    ["working-tree-encoding, eol", {}, "* text eol=crlf working-tree-encoding=UTF-16\n"],
  ])("%s changes nothing, and runs nothing", async (_, settings, attributes) => {
    const sandbox = withProgram({ "a.ts": poem, "old.ts": `old\n${poem}` });
    sandbox.write("a.ts", `${poem}seven\n`.replace("two", "2"));
    sandbox.git("mv", "old.ts", "new.ts");
    sandbox.write("new.ts", `old\n${poem}last\n`);
    sandbox.git("add", "--all");
    sandbox.write(".git/hooks/post-index-change", `#!/bin/sh\ntouch '${mark(sandbox)}'\n`, 0o755);
    for (const [key, value] of Object.entries(settings)) sandbox.git("config", key, value.replace("PROGRAM", join(sandbox.home, "program")));
    if (attributes) for (const file of [".gitattributes", ".git/info/attributes"]) sandbox.write(file, attributes);
    rmSync(mark(sandbox), { force: true });
    const source = await staged(sandbox);
    expect(listed(source)).toEqual(["modified a.ts", "added new.ts", "deleted old.ts"]);
    expect(await contents(source)).toEqual({ "a.ts": `${poem}seven\n`.replace("two", "2"), "new.ts": `old\n${poem}last\n` });
    expect(await addedLines(source)).toEqual({ "a.ts": "2 7", "new.ts": "8" });
    expect((await source.listRepository?.())?.entries.length).toBe(2);
    await source.close();
    expect(existsSync(mark(sandbox))).toBe(false);
  });

  test.each<[string, Record<string, string>]>([
    ["GIT_EXTERNAL_DIFF", { GIT_EXTERNAL_DIFF: "PROGRAM" }],
    ["GIT_DIFF_OPTS", { GIT_DIFF_OPTS: "--unified=9" }],
    ["GIT_CONFIG_COUNT", { GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "core.fsmonitor", GIT_CONFIG_VALUE_0: "PROGRAM" }],
    ["GIT_CONFIG_PARAMETERS", { GIT_CONFIG_PARAMETERS: "'core.fsmonitor'='PROGRAM'" }],
    ["GIT_TRACE", { GIT_TRACE: "MARK", GIT_TRACE2: "MARK", GIT_TRACE_SETUP: "MARK" }],
    ["GIT_EXEC_PATH", { GIT_EXEC_PATH: "/nowhere" }],
    ["GIT_LITERAL_PATHSPECS", { GIT_LITERAL_PATHSPECS: "0", GIT_ICASE_PATHSPECS: "1", GIT_NOGLOB_PATHSPECS: "1" }],
    ["GIT_PAGER, GIT_EDITOR", { GIT_PAGER: "PROGRAM", PAGER: "PROGRAM", GIT_EDITOR: "PROGRAM", GIT_SSH_COMMAND: "PROGRAM" }],
    ["GIT_NAMESPACE, GIT_PREFIX", { GIT_NAMESPACE: "x", GIT_PREFIX: "sub/", GIT_REPLACE_REF_BASE: "refs/x/" }],
  ])("%s in the environment changes nothing, and runs nothing", async (_, variables) => {
    const sandbox = withProgram({ "a.ts": poem });
    sandbox.write("a.ts", `${poem}seven\n`);
    sandbox.git("add", "--all");
    const real = Object.fromEntries(
      Object.entries(variables).map(([key, value]) => [key, value.replace("PROGRAM", join(sandbox.home, "program")).replace("MARK", mark(sandbox))]),
    );
    const source = await staged(sandbox, real);
    expect([listed(source), await addedLines(source)]).toEqual([["modified a.ts"], { "a.ts": "7" }]);
    await source.close();
    expect(existsSync(mark(sandbox))).toBe(false);
  });

  test("replaced objects are not believed", async () => {
    const sandbox = sandboxOf({ a: "one\n" });
    sandbox.write("b", "the real one\n");
    sandbox.git("add", "b");
    const harmless = sandbox.git("hash-object", "-w", sandbox.write("c", "harmless\n"));
    sandbox.git("replace", sandbox.git("rev-parse", ":b"), harmless);
    expect(await contents(await staged(sandbox))).toEqual({ b: "the real one\n" });
  });

  test("a git that lies in the repository is not run", async () => {
    const sandbox = withProgram({ a: "one\n", "sub/b": "two\n" });
    sandbox.write("node_modules/.bin/git", `#!/bin/sh\ntouch '${mark(sandbox)}'\n`, 0o755);
    const PATH = `node_modules/.bin:${sandbox.dir}/node_modules/.bin:${sandbox.env.PATH}`;
    for (const folder of [sandbox, sandbox.at("sub")]) await (await staged(folder, { PATH })).close();
    expect(existsSync(mark(sandbox))).toBe(false);
  });

  test("a missing object is not fetched from wherever the repository says", async () => {
    const sandbox = withProgram({ a: "one\n" });
    sandbox.write("b", "gone\n");
    sandbox.git("add", "b");
    const oid = sandbox.git("rev-parse", ":b");
    unlinkSync(join(sandbox.dir, ".git/objects", oid.slice(0, 2), oid.slice(2)));
    for (const [key, value] of Object.entries({
      "extensions.partialClone": "origin",
      "remote.origin.promisor": "true",
      "remote.origin.url": sandbox.dir,
      "remote.origin.uploadpack": join(sandbox.home, "program"),
      "core.repositoryFormatVersion": "1",
    }))
      sandbox.git("config", key, value);
    const source = await staged(sandbox);
    await contents(source).catch(() => undefined);
    expect(existsSync(mark(sandbox))).toBe(false);
  });
});
