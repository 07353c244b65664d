import { expect, onTestFinished, test } from "vitest";
import type { Report } from "../src/core/model.ts";
import { check, type SourceRequest } from "../src/guard.ts";
import { createSandbox, type Sandbox } from "./support/git-sandbox.ts";

/** What a check knows of the files that git does not track, in real repositories. */

const drawn = ["q7Rz", "0kVb", "N3xT", "w9Lm", "Yp2E", "sA6h"].join("");
const thoughtUp = ["Summer", "Rain", "2019!"].join("-");

function open(): Sandbox {
  const sandbox = createSandbox();
  onTestFinished(sandbox.cleanup);
  sandbox.commit({ ".gitignore": ".env\n.env.*\n!.env.example\n*.pem\n*.key\n*_credentials.json\n", "package.json": "{}\n" });
  sandbox.write(".env", `API_TOKEN=${drawn}\n`);
  return sandbox;
}

async function judge({ dir, env }: Sandbox, source: SourceRequest = { kind: "staged" }, only = ["environment"]): Promise<Report> {
  return check({ source, cwd: dir, env, only, machine: false });
}

function seen({ findings, error }: Report): string[] {
  expect(error).toBe(null);
  return findings.map(({ ruleId, location, subject, severity }) => `${severity} ${ruleId} ${location ? `${location.path}:${location.line}` : subject}`);
}

test("a value of an ignored file in staged content blocks, and no report holds it", async () => {
  const sandbox = open();
  sandbox.write("apps/shop/.env.local", `DB_PASSWORD=${thoughtUp}\n`);
  sandbox.write("apps/shop/src/a.ts", `login("${thoughtUp}");\nask("${drawn}");\n`);
  sandbox.git("add", "apps/shop/src");
  const report = await judge(sandbox);
  expect(seen(report)).toEqual(["block environment/value-leak apps/shop/src/a.ts:1", "block environment/value-leak apps/shop/src/a.ts:2"]);
  expect(report.exitCode).toBe(1);
  for (const value of [drawn, thoughtUp]) expect(JSON.stringify(report)).not.toContain(value);
});

test("a file below what is judged, or beside it, is not read", async () => {
  const sandbox = open();
  sandbox.write("apps/other/.env", `DB_PASSWORD=${thoughtUp}\n`);
  sandbox.write("apps/shop/a.ts", `login("${thoughtUp}");\n`);
  sandbox.git("add", "apps/shop");
  expect(seen(await judge(sandbox))).toEqual([]);
});

test("what git tracks is no secret of this machine", async () => {
  const sandbox = open();
  sandbox.git("add", "--force", ".env");
  sandbox.commit({ "a.ts": `ask("${drawn}");\n` });
  sandbox.write("b.ts", `ask("${drawn}");\n`);
  sandbox.git("add", "b.ts");
  expect(seen(await judge(sandbox, { kind: "staged" }, ["environment/value-leak"]))).toEqual([]);
});

test("the whole index is judged by what the local files hold now", async () => {
  const sandbox = open();
  sandbox.commit({ "a.ts": `ask("${thoughtUp}");\n` });
  expect(seen(await judge(sandbox, { kind: "all" }))).toEqual([]);
  sandbox.write(".env", `API_TOKEN=${drawn}\nDB_PASSWORD=${thoughtUp}\n`);
  expect(seen(await judge(sandbox, { kind: "all" }))).toEqual(["block environment/value-leak a.ts:1"]);
});

test("a file that cannot be judged is unknown and blocks nothing", async () => {
  const sandbox = open();
  sandbox.write(".env", "A=1\n".repeat(300_000));
  sandbox.write("a.ts", "export {};\n");
  sandbox.git("add", "a.ts");
  const { unknown, exitCode, complete } = await judge(sandbox);
  expect(unknown).toEqual([{ ruleId: "environment/value-leak", subject: ".env", reason: "it is larger than 1 MiB", blocks: false }]);
  expect([exitCode, complete]).toEqual([0, false]);
});

test("drift judges what a commit changes, and everything with --all", async () => {
  const sandbox = open();
  sandbox.commit({ ".env.example": "API_TOKEN=\n", "old.ts": "ask(process.env.OLD_KEY);\n" });
  sandbox.write("new.ts", "ask(process.env.NEW_KEY, process.env.API_TOKEN);\n");
  sandbox.git("add", "new.ts");
  const staged = await judge(sandbox, { kind: "staged" }, ["environment/drift"]);
  expect(staged.findings.map(({ message, age }) => [message, age])).toEqual([["new.ts reads NEW_KEY without a default, and no template names it.", "new"]]);
  const all = await judge(sandbox, { kind: "all" }, ["environment/drift"]);
  expect(all.findings.map(({ message }) => message)).toEqual([
    "new.ts reads NEW_KEY without a default, and no template names it.",
    "old.ts reads OLD_KEY without a default, and no template names it.",
  ]);
});
