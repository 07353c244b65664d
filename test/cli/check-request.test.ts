import { describe, expect, it } from "vitest";
import { parseArguments } from "../../src/cli/arguments.ts";
import { toCheckRequest } from "../../src/cli/check-request.ts";
import { createFakeIo, type FakeIo } from "./fake-io.ts";

async function request(line: string, io: FakeIo = createFakeIo()) {
  const parsed = parseArguments(line.split(" "), 80);
  if (parsed.kind === "text") throw new Error("expected a command");
  const { cwd: _cwd, env: _env, ...rest } = await toCheckRequest(parsed.input, io);
  return rest;
}

const usual = { source: { kind: "staged" }, machine: true, untrusted: false };

describe("what check is asked to judge", () => {
  it.each([
    ["check", usual],
    ["check --staged", usual],
    ["check --all", { ...usual, source: { kind: "all" } }],
    ["check --machine", { ...usual, source: { kind: "machine" } }],
    ["check src a.ts", { ...usual, source: { kind: "files", paths: ["src", "a.ts"] } }],
    ["check -- --all", { ...usual, source: { kind: "files", paths: ["--all"] } }],
    ["check --only secrets,trading/limits storage", { ...usual, only: ["secrets", "trading/limits", "storage"] }],
    ["check --skip secrets/*", { ...usual, skip: ["secrets/*"] }],
    ["check --no-machine --untrusted --config x.json", { ...usual, machine: false, untrusted: true, configPath: "x.json" }],
  ])("%s", async (line, expected) => {
    expect(await request(line)).toEqual(expected);
  });

  it("reads standard input only where that is the source", async () => {
    const content = Buffer.from("text");
    const io = createFakeIo({ readStdin: async () => content });
    expect(await request("check --stdin --path src/a.ts", io)).toEqual({ ...usual, source: { kind: "stdin", path: "src/a.ts", content } });
    const silent = createFakeIo({ readStdin: () => Promise.reject(new Error("must not be read")) });
    expect(await request("check", silent)).toEqual(usual);
  });

  it.each([
    [
      "check --fix src",
      `--fix mends what is in the index, and that is not what was asked about. Stage it and run npx --no guard check --fix, or npx --no guard check --all --fix.`,
    ],
    [
      "check --fix --machine",
      "--fix mends what is in the index, and that is not what was asked about. Stage it and run npx --no guard check --fix, or npx --no guard check --all --fix.",
    ],
    ["check --staged --all", "--staged and --all are different things to judge. Write one of them."],
    ["check --all --machine", "--all and --machine are different things to judge. Write one of them."],
    ["check --machine --no-machine", "--machine and --no-machine contradict each other. Write one of them."],
    ["check --all src", "--all and paths are different things to judge. Write one of them."],
    ["check src --stdin --path a.ts", "--stdin and paths are different things to judge. Write one of them."],
    ["check --stdin", "--stdin needs --path: which rules apply depends on where the content would stand."],
    ["check --path a.ts", "--path names content on standard input, and --stdin is not there."],
    ["check --only ,", "--only names no rule."],
    ["check --skip secrets,", "--skip names no rule."],
  ])("refuses %s", async (line, complaint) => {
    await expect(request(line)).rejects.toMatchObject({ exitCode: 2, code: "usage" });
    await expect(request(line)).rejects.toThrow(complaint.split(". ")[0]);
  });

  it("says that standard input could not be read, without what the system said of it", async () => {
    const io = createFakeIo({ readStdin: () => Promise.reject(new Error("EISDIR: secret-name")) });
    await expect(request("check --stdin --path a.ts", io)).rejects.toMatchObject({
      exitCode: 3,
      message: "Standard input could not be read, so nothing was judged.",
    });
  });
});
