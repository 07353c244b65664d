import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatJson, toJsonReport } from "../../src/report/json.ts";
import { fullReport, sampleFinding, sampleReport } from "./sample-report.ts";

describe("the JSON report", () => {
  it("stands to the letter of its contract", async () => {
    await expect(toJsonReport(fullReport())).toMatchFileSnapshot("snapshots/full-report.json.txt");
  });

  it("has an error beside the exit codes 2 and 3, and at no other", () => {
    const error = { code: "no-repository", message: "No git repository here.", fix: "Run git init." };
    const keysAt = (exitCode: 0 | 1 | 2 | 3 | 130) => Object.keys(JSON.parse(toJsonReport(sampleReport({ exitCode, error: exitCode === 2 ? error : null }))));
    expect(keysAt(2).slice(0, 5)).toEqual(["schema", "tool", "source", "exitCode", "error"]);
    expect(keysAt(3)).toContain("error");
    for (const exitCode of [0, 1, 130] as const) expect(keysAt(exitCode)).not.toContain("error");
  });

  it("names the first unknown that blocks where a 3 came without an error", () => {
    const unknown = [
      { ruleId: "trading/open-pnl", subject: "a.db", reason: "locked", blocks: false },
      { ruleId: "secrets/jwt", subject: "b.ts", reason: "object 3f2a91c is missing", blocks: true },
    ];
    expect(JSON.parse(toJsonReport(sampleReport({ exitCode: 3, complete: false, unknown }))).error).toEqual({
      code: "not-judged",
      message: "secrets/jwt could not judge b.ts: object 3f2a91c is missing.",
      fix: "Mend the reasons that are named, then run npx --no guard check again.",
    });
  });

  it("gives the same bytes in whatever order findings arrive", () => {
    const report = fullReport();
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...report.findings], { minLength: 7 }),
        fc.shuffledSubarray([...report.unknown], { minLength: 2 }),
        (findings, unknown) => {
          expect(toJsonReport({ ...report, findings, unknown })).toBe(toJsonReport(report));
        },
      ),
    );
  });

  it("shows no terminal anything to obey, and still means the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const location = { path: `src/\x9b2J\u202e${name}`, line: 1, column: 1, endLine: 1, endColumn: 2 };
        const text = toJsonReport(sampleReport({ findings: [sampleFinding({ location })] }));
        expect(text.replaceAll("\n", "")).toMatch(/^[^\p{C}\p{Zl}\p{Zp}]*$/u);
        expect(JSON.parse(text).findings[0].location.path).toBe(location.path);
      }),
    );
  });

  it("leaves out notes and anything else that a person was told beside it", () => {
    expect(toJsonReport(sampleReport({ notes: ["guard.config.json on disk differs"] }))).not.toContain("on disk");
  });

  it("ends with one line feed", () => {
    expect(formatJson({})).toBe("{}\n");
  });
});
