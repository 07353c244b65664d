import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createGuarded, fingerprintOf, type Guarded, secretLines } from "../guarded.ts";
import { expectJson } from "./refusal.ts";

interface Kept {
  readonly guarded: Guarded;
  /** The folder of the cache, and the compiled policy in it. */
  readonly cache: string;
  readonly policy: string;
}

/** A secret is staged and was blocked once, so that the compiled configuration is in the store. */
function createKept(): Kept {
  const guarded = createGuarded();
  guarded.commit({ "guard.config.json": '{ "rules": { "storage/data-file": "block" } }\n' });
  guarded.write("src/pay.ts", secretLines());
  guarded.write("data.db", "SQLite format 3\0");
  guarded.git("add", "src/pay.ts", "data.db");
  const cache = join(guarded.dir, ".git/guard/cache");
  expectVerdict(guarded);
  return { guarded, cache, policy: join(cache, "policy.json") };
}

/** What holds with the store or without it: both files block, and nothing else changes. */
function expectVerdict(guarded: Guarded): void {
  const before = fingerprintOf(guarded);
  const ended = guarded.guard("check", "--format", "json");
  expect(ended.stderr).toBe("");
  const { findings } = expectJson(ended, 1);
  expect(findings.map(({ ruleId, outcome }) => `${ruleId} ${outcome}`)).toEqual(["storage/data-file blocking", "secrets/aws-key-pair blocking"]);
  expect(fingerprintOf(guarded)).toBe(before);
}

test("the compiled configuration is kept, and the verdict is the same with it", () => {
  const { guarded, policy } = createKept();
  expect(readFileSync(policy, "utf8")).toContain("storage/data-file");
  expectVerdict(guarded);
});

describe("a kept configuration that is broken", () => {
  test.each<[string, (whole: string) => string]>([
    ["empty", () => ""],
    ["no JSON", () => "no JSON"],
    ["null", () => "null"],
    ["an empty object", () => "{}"],
    ["cut off", (whole) => whole.slice(0, whole.length >> 1)],
    ["filled up with zeros", (whole) => whole.slice(0, 300).padEnd(whole.length, "\0")],
    ["one letter off", (whole) => whole.replace("storage/data-file", "storage/data-file_")],
    ["a severity off", (whole) => whole.replaceAll('"block"', '"off"')],
    ["a policy without its rules", (whole) => whole.replace(/"policy":\{"rules":/, '"policy":{"rulez":')],
    ["no policy", (whole) => whole.replace(/"policy":\{/, '"policies":{')],
    ["with a byte order mark", (whole) => `\ufeff${whole}`],
  ])("%s: it is made anew", (_how, damage) => {
    const { guarded, policy } = createKept();
    const whole = readFileSync(policy, "utf8");
    writeFileSync(policy, damage(whole));
    expect(readFileSync(policy, "utf8")).not.toBe(whole);
    expectVerdict(guarded);
    expect(readFileSync(policy, "utf8")).toBe(whole);
  });

  test("bytes of another kind", () => {
    const { guarded, policy } = createKept();
    writeFileSync(policy, Buffer.from([0xff, 0xfe, 0, 0x7b]));
    expectVerdict(guarded);
  });

  test("cut off anywhere", () => {
    const { guarded, policy } = createKept();
    const whole = readFileSync(policy, "utf8");
    for (let at = 1; at < whole.length; at += Math.ceil(whole.length / 12)) {
      writeFileSync(policy, whole.slice(0, at));
      expectVerdict(guarded);
    }
  });
});

describe("a store that cannot be written", () => {
  test("a file in the place of the cache", () => {
    const { guarded, cache } = createKept();
    rmSync(cache, { recursive: true });
    writeFileSync(cache, "no folder");
    expectVerdict(guarded);
    expect(readFileSync(cache, "utf8")).toBe("no folder");
  });

  test("a folder in the place of the kept configuration", () => {
    const { guarded, cache, policy } = createKept();
    rmSync(policy);
    mkdirSync(policy);
    expectVerdict(guarded);
    expect(readdirSync(cache).sort()).toEqual(["code", "policy.json"]);
  });

  test("folders without a right to write; for root, who has every right, a link to nowhere", () => {
    const { guarded, cache } = createKept();
    rmSync(cache, { recursive: true });
    if (process.getuid?.() === 0) symlinkSync("/proc/nowhere", cache);
    else chmodSync(join(guarded.dir, ".git/guard"), 0o500);
    expectVerdict(guarded);
    const { code, stderr } = guarded.tryGit("commit", "-m", "Change");
    chmodSync(join(guarded.dir, ".git/guard"), 0o700);
    expect(code, stderr).toBe(1);
    expect(stderr).toContain("secrets/aws-key-pair");
    expect(stderr).not.toContain("no verdict");
  });

  test("no store at all", () => {
    const { guarded, cache } = createKept();
    rmSync(cache, { recursive: true });
    expectVerdict(guarded);
    expect(readdirSync(cache)).toEqual(["policy.json"]);
  });
});
