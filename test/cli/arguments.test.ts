import { describe, expect, it } from "vitest";
import { parseArguments } from "../../src/cli/arguments.ts";
import { commands } from "../../src/cli/commands.ts";
import { GuardError } from "../../src/core/model.ts";

/** `check src --all` gives `{ command: "check", operands: ["src"], flags: { "--all": [] } }`. */
function understand(line: string) {
  const parsed = parseArguments(toWords(line), 80);
  if (parsed.kind === "text") throw new Error(`expected a command, got a text: ${parsed.text}`);
  return { command: parsed.command.name, operands: parsed.input.operands, flags: Object.fromEntries(parsed.input.flags) };
}

function complain(line: string): string {
  try {
    parseArguments(toWords(line), 80);
  } catch (error) {
    if (!(error instanceof GuardError)) throw error;
    expect([error.exitCode, error.code]).toEqual([2, "usage"]);
    return `${error.message} ${error.fix}`;
  }
  throw new Error(`expected a complaint about: ${line}`);
}

function toWords(line: string): string[] {
  return line === "" ? [] : line.split(" ");
}

describe("what a command line means", () => {
  it.each([
    ["check", "check", [], {}],
    ["check --staged", "check", [], { "--staged": [] }],
    ["check --all --no-machine --untrusted", "check", [], { "--all": [], "--no-machine": [], "--untrusted": [] }],
    ["check --machine", "check", [], { "--machine": [] }],
    ["check --no-machine --machine", "check", [], { "--machine": [], "--no-machine": [] }],
    ["check src lib/a.ts", "check", ["src", "lib/a.ts"], {}],
    ["check --stdin --path src/a.ts", "check", [], { "--stdin": [], "--path": ["src/a.ts"] }],
    ["check --only secrets trading", "check", [], { "--only": ["secrets", "trading"] }],
    ["check --only secrets --only trading", "check", [], { "--only": ["secrets", "trading"] }],
    ["check --only secrets,trading", "check", [], { "--only": ["secrets,trading"] }],
    ["check src --only secrets --skip secrets/jwt", "check", ["src"], { "--only": ["secrets"], "--skip": ["secrets/jwt"] }],
    ["check --only secrets -- src", "check", ["src"], { "--only": ["secrets"] }],
    ["check -- --help", "check", ["--help"], {}],
    ["check -- --only", "check", ["--only"], {}],
    ["check --format json --output out.json", "check", [], { "--format": ["json"], "--output": ["out.json"] }],
    ["check --format=json", "check", [], { "--format": ["json"] }],
    ["check --format text --format json", "check", [], { "--format": ["json"] }],
    ["--quiet check --no-color", "check", [], { "--quiet": [], "--no-color": [] }],
    ["init --preset strict --yes", "init", [], { "--preset": ["strict"], "--yes": [] }],
    ["install --quiet", "install", [], { "--quiet": [] }],
    ["uninstall --yes --purge", "uninstall", [], { "--yes": [], "--purge": [] }],
    ["rules --format json", "rules", [], { "--format": ["json"] }],
    ["explain secrets/jwt", "explain", ["secrets/jwt"], {}],
    ["config --config other.json", "config", [], { "--config": ["other.json"] }],
  ])("%s", (line, command, operands, flags) => {
    expect(understand(line)).toEqual({ command, operands, flags });
  });
});

describe("what is wrong with a command line", () => {
  it.each([
    ["", "No command was given. To judge what is staged, run npx --no guard check; npx --no guard help lists what there is."],
    ["chekc", 'There is no command "chekc". Did you mean check?'],
    ["frobnicate", 'There is no command "frobnicate". npx --no guard help lists what there is.'],
    ["check --onyl secrets", 'check has no flag "--onyl". Did you mean --only?'],
    ["check --history=A..B", 'check has no flag "--history". npx --no guard check --help lists what there is.'],
    ["check --it's", 'check has no flag "--it\'s". npx --no guard check --help lists what there is.'],
    ["check -x", 'check has no flag "-x". npx --no guard check --help lists what there is.'],
    ["--quite check", 'guard has no flag "--quite". Did you mean --quiet?'],
    ["--staged", 'The flag "--staged" needs its command before it. Write npx --no guard check --staged.'],
    ["check --only", "--only needs a value. npx --no guard check --help lists what there is."],
    ["check --path", "--path needs a value. npx --no guard check --help lists what there is."],
    ["check --format xml", '--format takes text or json, not "xml". Write --format text.'],
    ["check --format it's", '--format takes text or json, not "it\'s". Write --format text.'],
    ["init --preset strct", '--preset takes recommended or strict or vibetech, not "strct". Write --preset recommended.'],
    ["explain", "explain needs a rule or path:line. npx --no guard explain --help lists what there is."],
    ["explain a b", "explain takes one argument. npx --no guard explain --help lists what there is."],
    ["rules extra", "rules takes nothing but flags. npx --no guard rules --help lists what there is."],
    ["check --staged=yes", "--staged takes no value. Write --staged alone."],
  ])("%j", (line, complaint) => {
    expect(complain(line)).toBe(complaint);
  });
});

describe("help", () => {
  const helpOf = (line: string): string => {
    const parsed = parseArguments(toWords(line), 80);
    return parsed.kind === "text" ? parsed.text : "";
  };

  it("lists every command with its summary", async () => {
    await expect(helpOf("--help")).toMatchFileSnapshot("snapshots/help.txt");
    for (const { name } of commands) expect(helpOf("--help")).toMatch(new RegExp(`^  ${name} `, "m"));
  });

  it.each(commands.map(({ name }) => name))("of %s is what is shown by help, --help, and --help beside other words", async (name) => {
    await expect(helpOf(`${name} --help`)).toMatchFileSnapshot(`snapshots/help-${name}.txt`);
    expect(helpOf(`help ${name}`)).toBe(helpOf(`${name} --help`));
    expect(helpOf(`${name} --quiet --help`)).toBe(helpOf(`${name} --help`));
  });

  it("fits into 80 columns, in ASCII", () => {
    for (const line of ["--help", ...commands.map(({ name }) => `${name} --help`)]) expect(helpOf(line)).toMatch(/^([\x20-\x7e]{0,80}\n)+$/);
  });

  it("is not shown for a file of that name", () => {
    expect(understand("check -- --help").operands).toEqual(["--help"]);
  });

  it("knows the version", () => {
    expect(helpOf("--version")).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
