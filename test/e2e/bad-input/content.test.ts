import { closeSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createGuarded, fingerprintOf, type Guarded, project, secretLines } from "../guarded.ts";
import { expectJson } from "./refusal.ts";

/** The secret itself, which no output may hold. */
const secret = /secret_access_key = "([^"]+)"/.exec(secretLines())?.[1] ?? "";

/** Writes a file under a name of any bytes. */
function writeBytes(guarded: Guarded, name: Buffer, content: string | Uint8Array): void {
  writeFileSync(Buffer.concat([Buffer.from(`${guarded.dir}/`), name]), content);
}

/** Judges the index, in words and as JSON, and gives what stands where; neither holds the secret, nor anything that a terminal would obey. */
function judge(guarded: Guarded, ...args: string[]): string[] {
  const before = fingerprintOf(guarded);
  const { stdout, stderr } = guarded.guard("check", ...args);
  expect(stdout + stderr).not.toContain(secret);
  expect(stdout + stderr).not.toMatch(/[^\x20-\x7e\n]/u);
  const ended = guarded.guard("check", ...args, "--format", "json");
  expect(ended.stdout).not.toContain(secret);
  const { findings, coverage } = expectJson(ended, 1);
  expect(coverage.entriesChecked).toBe(coverage.entries);
  expect(fingerprintOf(guarded)).toBe(before);
  return findings.map(({ location }) => `${location?.path}:${location?.line}:${location?.column}-${location?.endColumn}${location?.pathEncoding ?? ""}`);
}

/** Where `secretLines` have their finding. */
const PLACE = "2:39-79";

/** What a repository full of secrets, each file of it a case of its own, was told; asked for once, by the test that comes first. */
function once<Told>(tell: () => Told): () => Told {
  const told: Told[] = [];
  return () => {
    if (told.length === 0) told.push(tell());
    return told[0] as Told;
  };
}

const names = [
  "new\nline.ts",
  "tab\there.ts",
  "return\rhere.ts",
  "bell\u0007.ts",
  "escape\u001b[31m.ts",
  "clipboard\u001b]52;c;AAAA\u0007.ts",
  "\u202egnp.ts",
  "zero\u200bwidth.ts",
  "quo\"te's`.ts",
  "back\\slash.ts",
  "--help",
  "-rf",
  "--output=x.ts",
  ":x",
  ":(exclude)x.ts",
  ":!x.ts",
  "[ab]*.ts",
  "$(touch pwned).ts",
  "; touch pwned;.ts",
  "a:1:2",
  "%41.ts",
  " spaces .ts ",
  "::set-output name=x::y",
  "##vso[task.setvariable].ts",
  "..ts",
  `${"long".repeat(60)}.ts`,
  "CON",
  "cafe\u0301.ts",
];

/** Under all of these names at once: in words, as JSON, at a commit, and each asked for by its own name, behind `--` since some look like flags. */
const toldOfNames = once(() => {
  const guarded = createGuarded();
  for (const name of names) guarded.write(`./${name}`, secretLines());
  guarded.git("add", "--all");
  const { findings } = expectJson(guarded.guard("check", "--format", "json"), 1);
  const { stdout } = guarded.guard("check");
  const commit = guarded.tryGit("commit", "-m", "Change");
  const status = guarded.git("status", "--short", "-z").split("\0");
  const byName = expectJson(guarded.guard("check", "--format", "json", "--", ...names), 1).findings;
  return { findings, stdout, commit, status, byName };
});

// Other systems do not have all of these names, or have them in another form.
describe.runIf(process.platform === "linux")("names", () => {
  test.each(names)("%j", (name) => {
    const { findings, stdout, commit, status, byName } = toldOfNames();
    const its = ({ location }: (typeof findings)[number]): boolean => location?.path === name;
    expect(findings.filter(its)).toMatchObject([{ outcome: "blocking", location: { line: 2 } }]);
    expect(byName.filter(its)).toMatchObject([{ location: { line: 2 } }]);
    expect(status).toContain(`A  ${name}`);
    for (const text of [stdout, commit.stderr]) {
      expect(text).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e]|^::|\s::[a-z]|##vso\[/m);
      expect(text.match(/:2:39 {2}block {2}secrets\/aws-key-pair/g)).toHaveLength(names.length);
    }
    expect([commit.code, findings.length, byName.length]).toEqual([1, names.length, names.length]);
  });

  test("bytes that are no UTF-8", () => {
    const guarded = createGuarded();
    writeBytes(guarded, Buffer.from([0xff, 0xfe, 0x2e, 0x74, 0x73]), secretLines());
    writeBytes(guarded, Buffer.from("caf\u00e9 100%.ts", "latin1"), secretLines());
    writeBytes(guarded, Buffer.from([0xed, 0xa0, 0x80]), secretLines());
    guarded.git("add", "--all");
    const places = ["%ED%A0%80", "%FF%FE.ts", "caf%E9%20100%25.ts"].map((path) => `${path}:${PLACE}percent`);
    expect(judge(guarded)).toEqual(places);
    expect(judge(guarded, "--all", "--only", "secrets")).toEqual(places);
    expect(judge(guarded, ".")).toEqual(places);
    expect(guarded.tryGit("commit", "-m", "Change").code).toBe(1);
  });
});

const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");
const bom = "\ufeff";
const encodings: readonly [name: string, content: Buffer, place: string][] = [
  ["UTF-16 little endian", utf16(bom + secretLines()), PLACE],
  ["UTF-16 big endian", utf16(bom + secretLines()).swap16(), PLACE],
  ["UTF-16 little endian without its mark", utf16(secretLines()), PLACE],
  ["UTF-16 big endian without its mark", utf16(secretLines()).swap16(), PLACE],
  ["UTF-16 with an odd byte at its end", Buffer.concat([utf16(bom + secretLines()), Buffer.from([0x61])]), PLACE],
  ["UTF-8 with its mark", Buffer.from(bom + secretLines()), PLACE],
  ["Latin-1", Buffer.from(`// caf\u00e9\n${secretLines()}`, "latin1"), "3:39-79"],
  ["broken UTF-8", Buffer.concat([Buffer.from([0xc3, 0x28, 0xff, 0x0a]), Buffer.from(secretLines())]), "3:39-79"],
  ["behind zeros", Buffer.concat([Buffer.alloc(5000), Buffer.from(`\n${secretLines()}`)]), "3:39-79"],
  ["line ends of Windows", Buffer.from(secretLines().replaceAll("\n", "\r\n")), PLACE],
  ["without a last line end", Buffer.from(secretLines().trimEnd()), PLACE],
];

const toldOfEncodings = once(() => {
  const guarded = createGuarded();
  for (const [name, content] of encodings) guarded.write(`${name}.txt`, content);
  guarded.git("add", "--all");
  return { places: judge(guarded), commit: guarded.tryGit("commit", "-m", "Change") };
});

describe("encodings", () => {
  test.each(encodings)("%s", (name, _content, place) => {
    const { places, commit } = toldOfEncodings();
    expect(places.filter((found) => found.startsWith(`${name}.txt:`))).toEqual([`${name}.txt:${place}`]);
    expect(places).toHaveLength(encodings.length);
    expect(commit.code).toBe(1);
    expect(commit.stderr).toContain(`\n${name}.txt:${place.replace(/-.*/, "")}  block  secrets/aws-key-pair`);
  });

  test("what attributes call binary is read all the same", () => {
    const guarded = createGuarded();
    guarded.write(".gitattributes", "* -diff -text binary\n*.txt working-tree-encoding=UTF-16LE-BOM\n");
    guarded.write("settings.txt", Buffer.from(`\ufeff${secretLines()}`, "utf16le"));
    guarded.git("add", ".gitattributes", "settings.txt");
    expect(guarded.git("show", ":settings.txt")).toBe(secretLines().trimEnd());
    expect(judge(guarded)).toEqual([`settings.txt:${PLACE}`]);
  });
});

/** Writes a blob past all filters. */
function hashOf(guarded: Guarded, content: string): string {
  const file = guarded.write("../content", content);
  return guarded.git("hash-object", "-w", "--no-filters", file);
}

test("a link is judged by where it points, and never followed", () => {
  const guarded = createGuarded();
  guarded.write("../outside.txt", secretLines());
  guarded.git("update-index", "--add", "--cacheinfo", `120000,${hashOf(guarded, "../outside.txt")},link`);
  expect(guarded.guard("check")).toMatchObject({ code: 0, stderr: "" });
});

describe("size", () => {
  /** Writes `megabytes` of ordinary lines and then a secret. */
  function writeLarge(guarded: Guarded, path: string, megabytes: number, line: string): void {
    const piece = Buffer.from(line.repeat(Math.ceil(2 ** 20 / line.length)));
    const file = openSync(join(guarded.dir, path), "w");
    for (let written = 0; written < megabytes * 2 ** 20; written += piece.length) writeSync(file, piece);
    writeSync(file, secretLines());
    closeSync(file);
    guarded.git("-c", "core.compression=1", "add", path);
  }

  /** Runs the check in a process that says how much memory it took at its height. */
  function checkMeasured(guarded: Guarded): { readonly code: number | null; readonly stdout: string; readonly megabytes: number } {
    const measuring = guarded.write("../measuring.cjs", 'process.on("exit", () => console.error("peak", process.resourceUsage().maxRSS));');
    const { code, stdout, stderr } = guarded.run(process.execPath, "--require", measuring, join(project, "hooks/guard.cjs"), "check");
    return { code, stdout, megabytes: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024 };
  }

  test("300 MB in one file are judged to their last line, in little memory", () => {
    const guarded = createGuarded();
    writeLarge(guarded, "large.ts", 300, "const total = price * quantity; // an ordinary line of an ordinary program\n");
    const { code, stdout, megabytes } = checkMeasured(guarded);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^large\.ts:\d{7}:39 {2}block {2}secrets\/aws-key-pair/m);
    expect(megabytes).toBeLessThan(400);
    expect(guarded.tryGit("commit", "-m", "Change").code).toBe(1);
  });

  test("40 MB on one line too", () => {
    const guarded = createGuarded();
    writeLarge(guarded, "minified.ts", 40, "function(a,b){return a+b};");
    expect(judge(guarded)).toEqual([expect.stringMatching(/^minified\.ts:2:39-79$/)]);
  });

  test("three thousand files", () => {
    const guarded = createGuarded();
    for (let i = 0; i < 3000; i++) guarded.write(`many/${i % 100}/${i}.ts`, `export const number = ${i};\n`);
    guarded.write("many/99/last.ts", secretLines());
    guarded.git("add", "many");
    expect(judge(guarded)).toEqual([`many/99/last.ts:${PLACE}`]);
    rmSync(join(guarded.dir, "many"), { recursive: true });
    expect(guarded.tryGit("commit", "-m", "Change").code).toBe(1);
  });
});
