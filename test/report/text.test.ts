import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Verdict } from "../../src/core/model.ts";
import { formatText } from "../../src/report/text.ts";
import { fullReport, sampleCoverage, sampleFinding, sampleReport } from "./sample-report.ts";

const waysOut = ["mend it", "end the line with a comment: guard-ignore RULE -- reason"];
const piped = { color: false, waysOut };
const terminal = { ...piped, width: 80 };

describe("the text report", () => {
  it("of a clean run is one line", () => {
    expect(formatText(sampleReport(), terminal)).toBe("guard: checked 14 of 14 entries, 182 KB, 24 rules, 0.09 s\n");
  });

  it("says so when nothing is staged", () => {
    const coverage = sampleCoverage({ entries: 0, entriesChecked: 0, bytes: 0, seconds: 0.02 });
    expect(formatText(sampleReport({ coverage }), terminal)).toBe("guard: nothing is staged, so there was nothing to check, 24 rules, 0.02 s\n");
  });

  it("of a refusal reads well on a terminal", async () => {
    await expect(formatText(fullReport(), terminal)).toMatchFileSnapshot("snapshots/full-report-80-columns.txt");
  });

  it("of a refusal keeps each statement on its line in a pipe", async () => {
    await expect(formatText(fullReport(), piped)).toMatchFileSnapshot("snapshots/full-report-piped.txt");
  });

  it("of one finding fits into the window of a graphical git client, reason first, way out last", () => {
    const lines = formatText(sampleReport({ exitCode: 1, findings: [sampleFinding()] }), terminal)
      .trimEnd()
      .split("\n");
    expect(lines.length).toBeLessThanOrEqual(12);
    expect(lines[0]).toBe("guard: blocked by 1 finding");
    expect(lines.join(" ")).toMatch(/Way out: mend it; or end the line with a comment: guard-ignore RULE -- reason$/);
  });

  it("says what was mended, what was left on disk, and what was not mended", () => {
    const before = "3f2a91c";
    const fixes = [
      { ruleId: "storage/malformed-path", path: "a.ts", changes: [], refused: "a.ts is no plain file" },
      {
        ruleId: "environment/tracked-file",
        path: ".env",
        changes: [
          { path: ".gitignore", done: "created", before: null, leftOnDisk: null },
          { path: "b.ts", done: "edited", before, leftOnDisk: "it is not what is staged" },
          { path: ".env", done: "untracked", before, leftOnDisk: null },
        ],
        refused: null,
      },
    ] as const;
    expect(formatText(sampleReport({ fixes }), piped).split("\n").slice(0, 3)).toEqual([
      "fixed  environment/tracked-file  .gitignore created, in the index and on disk; b.ts edited, in the index only: on disk it is not what is staged; .env out of the index, the file itself stays",
      "not fixed  storage/malformed-path  a.ts is no plain file",
      "",
    ]);
  });

  it("names the rule on every line about a finding", () => {
    const report = sampleReport({ exitCode: 1, findings: [sampleFinding(), sampleFinding({ outcome: "advisory", severity: "warn" })] });
    const lines = formatText(report, piped).split("\n");
    const about = lines.filter((line) => /pay\.ts|token|Revoke/.test(line));
    expect(about).toHaveLength(3);
    for (const line of about) expect(line).toContain("secrets/github-pat-classic");
  });

  it("shows the first 50 of 200 findings and counts the rest", () => {
    const findings = Array.from({ length: 200 }, (_, index) =>
      sampleFinding({ location: { path: `src/${index}.ts`, line: 1, column: 1, endLine: 1, endColumn: 2 }, fix: null }),
    );
    const text = formatText(sampleReport({ exitCode: 1, findings }), piped);
    expect(text.match(/^src\//gm)).toHaveLength(50);
    expect(text).toContain("150 more findings not shown; npx --no guard check --format json lists all of them.");
    expect(text).toContain("guard: blocked by 200 findings in 200 files");
  });

  it("puts what blocks before what does not, however the paths sort", () => {
    const advisory = sampleFinding({ outcome: "advisory", severity: "warn", location: { path: "a.ts", line: 1, column: 1, endLine: 1, endColumn: 2 } });
    const text = formatText(sampleReport({ exitCode: 1, findings: [advisory, sampleFinding()] }), piped);
    expect(text.indexOf("src/pay.ts:14:9")).toBeLessThan(text.indexOf("a.ts:1:1"));
  });

  it("of a wrong configuration says what and what to do, and no summary of work that was not done", () => {
    const error = { code: "config", message: 'guard.config.json, rules: expected an object, got "off".', fix: "Write an object of rule ids." };
    expect(formatText(sampleReport({ exitCode: 2, complete: false, error }), piped)).toBe(
      'guard: guard.config.json, rules: expected an object, got "off". Write an object of rule ids.\n',
    );
  });

  it("of a configuration with several mistakes has a line for each", () => {
    const error = { code: "config", message: "guard.config.json:2:3: first.\nguard.config.json:9:1: second.", fix: "Mend the configuration." };
    const report = sampleReport({ exitCode: 2, complete: false, error });
    expect(formatText(report, piped)).toBe("guard: guard.config.json:2:3: first.\n       guard.config.json:9:1: second.\n       Mend the configuration.\n");
  });

  it("counts more unknowns than anybody would read", () => {
    const unknown = Array.from({ length: 60 }, (_, index) => ({ ruleId: "secrets/jwt", subject: `${index}.ts`, reason: "object missing", blocks: true }));
    const text = formatText(sampleReport({ exitCode: 3, complete: false, unknown }), piped);
    expect(text.match(/^unknown /gm)).toHaveLength(50);
    expect(text).toContain("10 more unknowns not shown;");
  });

  it("tells in one line what many rules of one pack could not see, where it does not block", () => {
    const of = (ruleId: string, subject: string, blocks = false) => ({ ruleId, subject, reason: "does not exist", blocks });
    const many = ["integrity", "wal-size", "freelist"].flatMap((rule) => [of(`sqlite/${rule}`, "a.db"), of(`sqlite/${rule}`, "b.db")]);
    const unknown = [...many, of("trading/failed-orders", "a.db"), of("trading/halted", "a.db"), of("sqlite/integrity", "c.db", true)];
    const text = formatText(sampleReport({ exitCode: 3, complete: false, unknown }), piped);
    expect(text.split("\n").filter((line) => line.startsWith("unknown"))).toEqual([
      "unknown  sqlite/integrity  c.db: does not exist (this blocks)",
      "unknown  3 rules of sqlite  a.db: does not exist; 1 more reason (this does not block; npx --no guard status names them all)",
      "unknown  trading/failed-orders  a.db: does not exist (this does not block)",
      "unknown  trading/halted  a.db: does not exist (this does not block)",
    ]);
    expect(text).toContain("9 unknown");
    expect(text).toMatch(/or, where they are known: npx --no guard ack sqlite\/integrity --for 2h --reason WHY\.\n$/);
  });

  it("of a run that could not judge names each reason and still shows the findings", () => {
    const unknown = [{ ruleId: "secrets/jwt", subject: "b.ts", reason: "object 3f2a91c is missing", blocks: true }];
    const text = formatText(sampleReport({ exitCode: 3, complete: false, unknown, findings: [sampleFinding({ outcome: "advisory", age: "older" })] }), piped);
    expect(text.split("\n")[0]).toBe("guard: secrets/jwt could not judge b.ts: object 3f2a91c is missing.");
    expect(text).toContain("unknown  secrets/jwt  b.ts: object 3f2a91c is missing (this blocks)");
    expect(text).toContain("src/pay.ts:14:9  block (older)");
    expect(text).toMatch(/Not everything was judged, so this does not pass\. Mend the reasons .*\n$/);
  });

  it("of a report that could not be put where it belongs does not say that something was not judged", () => {
    const error = { code: "output", message: "The report could not be written to a.txt: ENOENT.", fix: "Name another." };
    expect(formatText(sampleReport({ exitCode: 3, complete: true, error }), piped)).toMatch(/\nThis does not pass\. Name another\.\n$/);
  });

  it("says that it was interrupted", () => {
    expect(formatText(sampleReport({ exitCode: 130, complete: false }), piped)).toMatch(/^guard: interrupted/);
  });

  it("is the same with colour but for the colour", () => {
    const coloured = formatText(fullReport(), { ...terminal, color: true });
    expect(coloured).toContain("\x1b[31m");
    expect(stripVTControlCharacters(coloured)).toBe(formatText(fullReport(), terminal));
  });

  it("is ASCII but for the names it quotes", () => {
    for (const options of [piped, terminal]) expect(formatText(fullReport(), options)).toMatch(/^[\n\x20-\x7e]*$/);
  });

  it("breaks no path or command in two at any width", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (width) => {
        const words = new Set(formatText(fullReport(), { ...piped, width }).split(/\s+/));
        for (const word of ["src/bytes-%ff.ts:2:1", "secrets/github-pat-classic", "src/pay.ts"]) expect(words).toContain(word);
      }),
    );
  });
});

/** Text as an attacker would stage it: any bytes, mixed with what terminals and CI logs obey. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("\x1b]0;owned\x07", "\r", "\n", "\x9b2J", "\u202e", "\u2028", "::set-output name=a::b", "##vso[task]", " ::error::", "##[group]"),
    ),
  )
  .map((parts) => parts.join(""));

const hostileFinding: fc.Arbitrary<Verdict> = fc
  .record({ path: hostile, message: hostile, preview: hostile, fix: hostile, ruleId: hostile, subject: hostile, reason: hostile, located: fc.boolean() })
  .map(({ path, located, reason, ...texts }) =>
    sampleFinding({
      ...texts,
      location: located ? { path, line: 1, column: 1, endLine: 1, endColumn: 2 } : null,
      suppression: { kind: "ack", reason, owner: reason, until: null },
    }),
  );

describe("text from files", () => {
  it("never reaches the terminal as something it would obey, nor a CI log as a command", () => {
    fc.assert(
      fc.property(
        fc.array(hostileFinding, { minLength: 1, maxLength: 3 }),
        hostile,
        fc.option(fc.integer({ min: 20, max: 120 }), { nil: undefined }),
        (findings, text, width) => {
          const report = sampleReport({
            exitCode: 3,
            findings,
            unknown: [{ ruleId: text, subject: text, reason: text, blocks: true }],
            coverage: sampleCoverage({ skipped: [text] }),
            error: { code: text, message: text, fix: text },
          });
          const lines = formatText(report, width === undefined ? piped : { ...piped, width }).split("\n");
          for (const line of lines) {
            expect(line).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
            expect(line).not.toMatch(/^\s*::[a-z]|##\[|##vso\[/i);
          }
        },
      ),
    );
  });

  it("cannot fill the screen", () => {
    const path = `${"deep/".repeat(800)}a.ts`;
    const finding = sampleFinding({ location: { path, line: 1, column: 1, endLine: 1, endColumn: 2 }, preview: "x".repeat(5000), message: "m".repeat(5000) });
    expect(formatText(sampleReport({ exitCode: 1, findings: [finding] }), piped).length).toBeLessThan(2000);
  });
});
