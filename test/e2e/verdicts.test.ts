import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createGuarded, type Guarded, secretLines } from "./guarded.ts";

function report(guarded: Guarded, ...args: string[]): { text: string; exitCode: number; coverage: { bytes: number; entriesChecked: number } } {
  const { stdout } = guarded
    .at(".", { CI: "" })
    .run(process.execPath, "node_modules/@vibetech/guard/hooks/guard.cjs", "check", "--all", "--format", "json", ...args);
  const { exitCode, coverage } = JSON.parse(stdout);
  return { text: stdout.replace(/"seconds": ?[0-9.]+/, '"seconds":0'), exitCode, coverage };
}

const kept = (guarded: Guarded): string => join(guarded.dir, ".git/guard/cache/verdicts");

function createTree(): Guarded {
  const guarded = createGuarded();
  guarded.commit(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`src/file-${i}.ts`, `export const value${i} = ${i};\n`])));
  guarded.commit({ "src/leak.ts": secretLines(), "src/state.bin": "SQLite format 3\0\x10\0" });
  return guarded;
}

test("what is known to be clean changes nothing in the report", () => {
  const guarded = createTree();
  const first = report(guarded);
  expect(first.exitCode).toBe(1);
  expect(readFileSync(kept(guarded), "utf8")).toContain("src/file-7.ts");
  expect(readFileSync(kept(guarded), "utf8")).not.toContain("leak");
  expect(first.text).toContain("storage/data-file");
  expect(readFileSync(kept(guarded), "utf8")).not.toContain("state.bin");
  expect(report(guarded).text).toBe(first.text);
});

test("other bytes, another path, another policy and another question are judged anew", () => {
  const guarded = createTree();
  report(guarded);
  guarded.commit({ "src/file-3.ts": secretLines() });
  expect(report(guarded).text).toContain("src/file-3.ts");
  // Clean as a source file; as an environment file its name alone is a finding.
  guarded.write("apps/web/.env.production", readFileSync(join(guarded.dir, "src/file-5.ts")));
  guarded.git("add", "--force", "apps/web/.env.production");
  guarded.commit();
  expect(report(guarded).text).toContain("environment/tracked-file");
  guarded.commit({ "guard.config.json": '{ "rules": { "secrets/*": "off", "environment/*": "off" } }\n' });
  expect(report(guarded).exitCode).toBe(0);
  guarded.commit({ "guard.config.json": "{}\n" });
  expect(report(guarded).exitCode).toBe(1);
  expect(report(guarded, "--only", "storage").exitCode).toBe(0);
  expect(report(guarded).exitCode).toBe(1);
});

test("a store that was tampered with or cut is none", () => {
  const guarded = createTree();
  const first = report(guarded);
  const text = readFileSync(kept(guarded), "utf8");
  const leak = guarded.git("rev-parse", "HEAD:src/leak.ts");
  for (const broken of [text.slice(0, text.length / 2), `${text}\0${160} ${leak} src/leak.ts`, "", "\0\0\0"]) {
    writeFileSync(kept(guarded), broken);
    expect(report(guarded).text).toBe(first.text);
  }
});
