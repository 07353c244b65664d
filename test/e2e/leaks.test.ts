import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makers } from "../../bench/recall/made-up-secrets.ts";
import { drawFormatSample } from "../../rules/secrets/catalog/format-samples.ts";
import { formats } from "../../rules/secrets/catalog/formats.ts";
import { drawGithubToken } from "../../rules/secrets/github-tokens.examples.ts";
import { BASE62, drawText } from "../../rules/secrets/sample.ts";
import type { Ended } from "../support/git-sandbox.ts";
import { createGuarded, type Guarded } from "./guarded.ts";

/** Nothing that Guard prints or keeps holds a piece of a secret, however it was written down, and whatever went wrong. */

const PIECE = 8;
const ROWS = 20;

/** One in each notation: a prefix and a run, whose middle is never shown. */
const secrets: readonly string[] = [
  ...Object.entries(makers).flatMap(([id, make]) => (id.includes("connection") ? [] : make(7).pairs.map(([, value]) => value))),
  ...[...formats.values()]
    .flatMap(([first]) => (first && /^"[^"]+" \[[^\]]+\]\{[3-9]\d\}$/.test(first.notation) ? [drawFormatSample(first, 7).text] : []))
    .slice(0, ROWS),
  drawText(BASE62, 24, 70),
];

const encodings: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text.replaceAll("\n", "\\n"),
  base64: (text) => Buffer.from(text).toString("base64"),
  hex: (text) => Buffer.from(text).toString("hex"),
  percent: (text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""),
  escapes: (text) => Array.from(text, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
};

/** One that stands in the path of a folder: nothing but git may say what it is called. */
const inPath = drawGithubToken("ghp_", 36, 71);

/** The middle of each in every form, cut into pieces: what a preview may show is at either end. */
function listPieces(): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (const secret of [...secrets, inPath]) {
    const hidden = secret.slice(Math.max(4, Math.floor(secret.length / 3)), -4);
    const step = 6 * PIECE;
    const forms = [hidden, [...hidden].reverse().join(""), encodings.hex?.(hidden) ?? "", encodings.percent?.(hidden) ?? "", encodings.escapes?.(hidden) ?? ""];
    // Where in a code of three bytes the middle begins depends on what stands before it.
    for (let shift = 0; shift < 3; shift++) forms.push(Buffer.from(hidden.slice(shift)).toString("base64").replace(/=+$/, ""));
    for (const form of forms)
      for (let at = 0; at + step <= form.length || at === 0; at++)
        if (form.length >= 2 * PIECE) pieces.add(form.slice(at, at + (form.includes("%") || form.includes("\\u") ? step : PIECE)));
  }
  return pieces;
}

/** Stands in every key of OpenAI and in Guard's own code, so that it tells nothing. */
const PUBLIC = ["T3Blbk", "FJ"].join("");
/** By how they begin: every place of a text is looked at once, not once for each piece. */
const pieces = Map.groupBy(
  [...listPieces()].filter((piece) => !PUBLIC.includes(piece)),
  (piece) => piece.slice(0, PIECE),
);

function expectNoLeak(place: string, text: string): void {
  const found: string[] = [];
  for (let at = 0; at < text.length; at++) found.push(...(pieces.get(text.slice(at, at + PIECE)) ?? []).filter((piece) => text.startsWith(piece, at)));
  expect(found.map((piece) => `${place} holds ${piece.length} signs of a secret`)).toEqual([]);
}

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) yield* filesIn(join(folder, entry.name));
    else if (entry.isFile()) yield join(folder, entry.name);
  }
}

function plant(guarded: Guarded): void {
  for (const [name, encode] of Object.entries(encodings)) {
    guarded.write(`src/${name}.ts`, secrets.map((secret, index) => `export const apiSecret${index} = "${encode(secret)}";\n`).join(""));
  }
  const settings = secrets.map((secret, index) => `API_SECRET_${index}=${encodings.plain?.(secret)}\n`).join("");
  guarded.write(".env", settings);
  guarded.write(".env.example", settings);
  // Parsers like to quote what they could not read.
  guarded.write("env.schema.json", `{ "properties": { "A": ${secrets.join("\n")} `);
  guarded.write("broken.json", `{ "rules": { "${secrets[0]}": "${secrets[1]}" }, ${secrets[2]}\n`);
  guarded.write("unknown.json", JSON.stringify({ rules: { "secrets/jwt": "block" }, ignores: [secrets[3]], [secrets[4] ?? ""]: true }));
  const crash = `export const crash = { id: "own/crash", inspects: "content", triggers: ["export"], meta: { summary: "A rule.", why: "It fails.", fix: "Mend it.", severity: "block", confidence: "certain", since: "1.0.0" },
  check(subject) { throw new Error(subject.slice(0, 100000)); } };\n`;
  guarded.write("own/crash.mjs", crash);
  guarded.write(
    "own/slow.mjs",
    crash
      .replaceAll("crash", "slow")
      .replace(
        "throw new Error(subject.slice(0, 100000))",
        'return new RegExp("(" + subject.slice(30, 34) + "|[^]+)+#$").test(subject.slice(0, 200)) ? [] : []',
      ),
  );
  // Found by its name, taken out by a fix, and refused to be mended: three that speak of a path.
  guarded.write(`${inPath}/.env`, "A=1\n");
  guarded.write(`${inPath}/id_rsa`, "A key.\n");
  guarded.write(`${inPath}/a.ts`, `export const apiSecret = "${secrets[0]?.replaceAll("\n", "\\n")}";\n`);
  guarded.write("paths.json", JSON.stringify({ rules: { "secrets/in-message": "off" } }));
  guarded.write("own.json", JSON.stringify({ packs: ["./own"] }));
}

test("forty kinds of secrets in five encodings leave no piece of themselves behind", () => {
  expect(new Set(secrets).size).toBeGreaterThanOrEqual(40);
  const guarded = createGuarded();
  // What is kept here is to be of runs that have seen the secrets
  rmSync(join(guarded.dir, ".git/guard/cache"), { recursive: true });
  plant(guarded);
  guarded.git("add", "--all", "--force", "src", ".env.example", "env.schema.json", inPath);
  const debug = guarded.at(".", { GUARD_DEBUG: "1" });
  const guard = join(guarded.dir, "node_modules/@vibetech/guard/hooks/guard.cjs");
  const commands: readonly (readonly string[])[] = [
    ["check", "--format", "json"],
    ["check", "--all", "--format", "json", "--output", "report.json"],
    ["check", "--config", "own.json"],
    ["check", "--config", "paths.json"],
    ["check", `${inPath}/missing.ts`, "--format", "json"],
    ["check", "--config", "broken.json"],
    ["check", "--config", "unknown.json", "--format", "json"],
    ["check", ".", "--no-machine"],
    ["explain", "src/plain.ts:1"],
    ["explain", "src/base64.ts:2"],
    ["explain", `${inPath}/a.ts:1`],
    ["explain", `${inPath}/a.ts:99`],
    ["env"],
    ["env", "--format", "json"],
    ["env", "init"],
    ["status"],
    ["doctor"],
  ];
  let found = 0;
  const run = (...command: readonly string[]): Ended => {
    const ended = debug.run(process.execPath, guard, ...command);
    found += ended.stdout.split("secrets/").length - 1;
    const shown = command.join(" ").replace(inPath, "PATH");
    for (const [stream, text] of Object.entries({ stdout: ended.stdout, stderr: ended.stderr })) expectNoLeak(`${stream} of ${shown}`, text);
    return ended;
  };
  for (const command of commands) run(...command);
  expect(found).toBeGreaterThan(200);
  const refused = guarded.tryGit("commit", "-m", `Add ${secrets[0]}`);
  expect(refused.code).not.toBe(0);
  expectNoLeak("a refused commit", refused.stdout + refused.stderr);
  guarded.git("commit", "--no-verify", "-m", "Add");
  run("check", "--range", "HEAD~1..HEAD", "--format", "json");
  const remote = join(guarded.home, "../remote.git");
  guarded.git("init", "--quiet", "--bare", remote);
  const pushed = guarded.tryGit("push", remote, "HEAD");
  expect(pushed.code).not.toBe(0);
  expectNoLeak("a refused push", pushed.stdout + pushed.stderr);
  const stdin = debug.run("sh", "-c", '"$0" "$1" check --stdin --path src/plain.ts <src/plain.ts', process.execPath, guard);
  expect(stdin.stdout).toContain("secrets/");
  expectNoLeak("a check of standard input", stdin.stdout + stdin.stderr);
  // What was committed once more, so that there is something to mend.
  guarded.git("rm", "--quiet", "-r", "--cached", inPath);
  guarded.git("commit", "--quiet", "--no-verify", "--message", "Remove");
  guarded.git("add", "--force", inPath);
  expect(run("check", "--fix").stdout).toContain("out of the index");
  const { findings } = JSON.parse(guarded.read("report.json")) as {
    readonly findings: readonly { readonly fingerprint: string; readonly location: { readonly path: string } }[];
  };
  const one = findings.find(({ location }) => location.path === "src/plain.ts");
  expect(run("allow", one?.fingerprint ?? "", "--reason", "Made up").stderr).toBe("");
  expect(run("baseline").code).toBe(0);
  run("audit");
  run("audit", "--format", "json");
  const kept = [join(guarded.dir, ".git/guard"), join(guarded.dir, ".guard"), guarded.home].flatMap((folder) => [...filesIn(folder)]);
  kept.push(join(guarded.dir, "report.json"));
  for (const file of ["allow.json", "baseline.json"]) expect(kept).toContain(join(guarded.dir, ".guard", file));
  for (const file of kept) expectNoLeak(file, readFileSync(file, "latin1"));
});
