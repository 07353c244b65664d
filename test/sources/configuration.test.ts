import { symlinkSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openLazyBatch } from "../../src/git/batch.ts";
import { createGit } from "../../src/git/run.ts";
import {
  type ConfigurationBlob,
  findConfiguration,
  findInGit,
  isSameConfiguration,
  readBlobText,
  readConfiguration,
  readOnDisk,
} from "../../src/sources/configuration.ts";
import { createSandbox, type Sandbox } from "../support/git-sandbox.ts";
import { failureOf, staged } from "./read-source.ts";

const json = "guard.config.json";
const code = "guard.config.ts";

function sandboxOf(files: Readonly<Record<string, string>> | null): Sandbox {
  const sandbox = createSandbox();
  onTestFinished(sandbox.cleanup);
  if (files) sandbox.commit(files);
  return sandbox;
}

/** The configuration in HEAD and in the index, as `name: text`. */
async function read(sandbox: Sandbox): Promise<[string | null, string | null]> {
  const batch = openLazyBatch(createGit(sandbox.dir, sandbox.env));
  const found = await findInGit(join(sandbox.dir, ".git/index"), batch, (await staged(sandbox)).entries, false);
  const show = async (blob: ConfigurationBlob | null): Promise<string | null> => blob && `${blob.name}: ${await readBlobText(batch, blob.oid)}`;
  const texts: [string | null, string | null] = [await show(found.committed), await show(found.staged)];
  await batch.close();
  return texts;
}

describe("the configuration in HEAD and in the index", () => {
  test.each<[string, Readonly<Record<string, string>> | null, (sandbox: Sandbox) => void, [string | null, string | null]]>([
    ["none at all", { a: "x" }, () => undefined, [null, null]],
    ["before the first commit", null, (sandbox) => sandbox.write(json, "{}"), [null, `${json}: {}`]],
    ["unchanged", { [json]: "{}" }, (sandbox) => sandbox.write("a", "x"), [`${json}: {}`, `${json}: {}`]],
    ["added", { a: "x" }, (sandbox) => sandbox.write(json, "{}"), [null, `${json}: {}`]],
    ["changed", { [json]: "{}" }, (sandbox) => sandbox.write(json, "[]"), [`${json}: {}`, `${json}: []`]],
    ["deleted", { [json]: "{}" }, (sandbox) => sandbox.git("rm", "--quiet", json), [`${json}: {}`, null]],
    ["one of two deleted", { [json]: "{}", [code]: "1" }, (sandbox) => sandbox.git("rm", "--quiet", json), [`${json}: {}`, `${code}: 1`]],
    ["a second one added", { [json]: "{}" }, (sandbox) => sandbox.write(code, "1"), [`${json}: {}`, `${json}: {}`]],
    ["a first one added", { [code]: "1" }, (sandbox) => sandbox.write(json, "{}"), [`${code}: 1`, `${json}: {}`]],
    ["renamed", { [code]: "1" }, (sandbox) => sandbox.git("mv", code, "guard.config.mjs"), [`${code}: 1`, "guard.config.mjs: 1"]],
    ["in a folder", { a: "x" }, (sandbox) => sandbox.write(`sub/${json}`, "{}"), [null, null]],
  ])("%s", async (_, committed, change, expected) => {
    const sandbox = sandboxOf(committed);
    change(sandbox);
    sandbox.git("add", "--all");
    expect(await read(sandbox)).toEqual(expected);
  });

  test("one that is staged and cannot be had has no text", async () => {
    const sandbox = sandboxOf({ a: "x" });
    sandbox.write(json, "{}");
    sandbox.git("add", json);
    const oid = sandbox.git("rev-parse", `:${json}`);
    unlinkSync(join(sandbox.dir, ".git/objects", oid.slice(0, 2), oid.slice(2)));
    expect(await read(sandbox)).toEqual([null, `${json}: null`]);
  });
});

describe("the configuration on disk", () => {
  test("is the first of its names", () => {
    const sandbox = sandboxOf({});
    expect(readOnDisk(sandbox.dir)).toBeNull();
    sandbox.write(code, "1");
    expect(readOnDisk(sandbox.dir)).toEqual({ name: code, text: "1" });
    sandbox.write(json, "{}");
    expect(readOnDisk(sandbox.dir)).toEqual({ name: json, text: "{}" });
  });

  test("that cannot be read is a failure, not a missing policy", async () => {
    const sandbox = sandboxOf({});
    symlinkSync(json, join(sandbox.dir, json));
    expect(await failureOf(Promise.resolve().then(() => readOnDisk(sandbox.dir)))).toEqual({ exitCode: 2, code: "config" });
  });

  test("is looked for upwards, as far as the root", () => {
    const sandbox = sandboxOf({ "a/b/c": "x", [`a/${json}`]: "{}", [code]: "1" });
    const from = join(sandbox.dir, "a/b");
    expect(findConfiguration(from, sandbox.dir)).toMatchObject({ name: json, folder: join(sandbox.dir, "a") });
    expect(findConfiguration(from, from)).toMatchObject({ name: null, folder: from });
    expect(findConfiguration(sandbox.dir, sandbox.dir)).toMatchObject({ name: code, folder: sandbox.dir });
  });

  test("that is named must be there", async () => {
    const sandbox = sandboxOf({ "my.json": "{}", "base.json": "[]" });
    const found = readConfiguration("my.json", sandbox.dir);
    expect([found.name, await found.readText(), await found.readExtended("base.json"), await found.readExtended("none.json")]).toEqual([
      "my.json",
      "{}",
      "[]",
      null,
    ]);
    expect(await failureOf(Promise.resolve().then(() => readConfiguration("none.json", sandbox.dir)))).toEqual({ exitCode: 2, code: "config" });
  });
});

test("configurations are the same whatever their line ends", () => {
  const at = (text: string, name: string = json) => ({ name, text });
  expect(isSameConfiguration(at("{\r\n}\r\n"), at("{\n}\n"))).toBe(true);
  expect(isSameConfiguration(at("{}"), at("{ }"))).toBe(false);
  expect(isSameConfiguration(at("{}"), at("{}", code))).toBe(false);
});
