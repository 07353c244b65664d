import { describe, expect, it } from "vitest";
import { waysOut } from "../../src/cli/messages.ts";
import { sampleFinding, sampleReport } from "../report/sample-report.ts";

describe("the ways out of a refusal", () => {
  const waysOf = (...findings: ReturnType<typeof sampleFinding>[]) => waysOut(sampleReport({ exitCode: 1, findings }));

  it("name the rule where there is one", () => {
    expect(waysOf(sampleFinding(), sampleFinding({ ruleId: "storage/data-file", outcome: "advisory" }))).toEqual([
      "mend what is named above and stage it again",
      "where it is a false alarm, end its line with a comment: guard-ignore secrets/github-pat-classic -- reason",
      "where it may stand, decide that and commit the decision before it: npx --no guard allow 7d5f0c --reason WHY",
    ]);
  });

  it("leave the rule open where there are several", () => {
    const [, comment, decision] = waysOf(sampleFinding(), sampleFinding({ ruleId: "secrets/jwt", fingerprint: "beefed" }));
    expect([comment, decision]).toEqual([expect.stringMatching(/guard-ignore RULE -- reason$/), expect.stringMatching(/allow FINGERPRINT --reason WHY$/)]);
  });

  it("offer no comment where none would help: what has no line, and the rules about comments and policies", () => {
    expect(waysOf(sampleFinding({ location: null, subject: "D:/databases/trading.db" }))).toHaveLength(1);
    expect(waysOf(sampleFinding({ ruleId: "policy/bad-suppression" }))).toHaveLength(1);
  });

  it("offer no comment where the whole file is meant, which none could speak of", () => {
    const file = sampleFinding({ ruleId: "environment/tracked-file", location: { path: ".env", line: 1, column: 1, endLine: 1, endColumn: 1 } });
    expect(waysOf(file)).toEqual(["mend what is named above and stage it again", expect.stringContaining("npx --no guard allow 7d5f0c")]);
    expect(waysOf(file, sampleFinding())).toHaveLength(3);
  });

  it.each(["config/settings.json", "app/package.json.example", "data/users.csv", "a.ipynb"])("offer no comment where the language has none: %s", (path) => {
    const ways = waysOf(sampleFinding({ location: { path, line: 3, column: 1, endLine: 3, endColumn: 9 } }));
    expect(ways).toEqual(["mend what is named above and stage it again", expect.stringContaining("npx --no guard allow 7d5f0c")]);
  });

  it.each(["tsconfig.json", "packages/a/tsconfig.build.json", ".vscode/settings.json", "a.jsonc", "deploy.yaml", "notes.txt"])(
    "offer one where it has: %s",
    (path) => {
      const ways = waysOf(sampleFinding({ location: { path, line: 3, column: 1, endLine: 3, endColumn: 9 } }));
      expect(ways[1]).toContain("guard-ignore");
    },
  );

  it("offer to acknowledge what the machine is in, and say nothing of staging then", () => {
    const failing = sampleFinding({ ruleId: "trading/failed-orders", location: null, subject: "D:/databases/trading.db" });
    const command = "npx --no guard ack trading/failed-orders --for 2h --reason WHY";
    expect(waysOf(failing)).toEqual(["mend what is named above", `where it is known and this cannot wait: ${command}`]);
    expect(waysOf(failing, sampleFinding())).toHaveLength(4);
    expect(waysOf(sampleFinding({ ruleId: "trading/limits" }))[1]).toContain("guard-ignore trading/limits");
  });

  it("send back to the commit where a later one would not help", () => {
    const ways = waysOut(sampleReport({ source: "range", exitCode: 1, findings: [sampleFinding()] }));
    expect(ways).toEqual([
      expect.stringMatching(/in the commit that is named above/),
      expect.stringMatching(/commit the decision by itself: npx --no guard allow 7d5f0c/),
    ]);
  });

  it("do not speak of staging where nothing is staged", () => {
    expect(waysOut(sampleReport({ source: "files", exitCode: 1, findings: [sampleFinding()] }))[0]).toBe("mend what is named above");
  });
});
