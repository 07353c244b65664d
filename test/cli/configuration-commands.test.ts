import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { createFakeIo } from "./fake-io.ts";

const configuration = `{
  "extends": ["recommended"],
  "ignores": ["dist/**"],
  "rules": {
    "policy/*": "warn",
    "policy/weakened": "off"
  },
  "trading": {
    "limits": { "maxPositionUsd": 5 }
  }
}
`;

describe("commands that show the configuration", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "guard-config-"));
    writeFileSync(join(folder, "guard.config.json"), configuration);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function guard(...argv: string[]): Promise<string> {
    const io = createFakeIo({ cwd: folder, env: { PATH: process.env.PATH, HOME: folder, GIT_CEILING_DIRECTORIES: tmpdir() } });
    expect(await main(argv, io)).toBe(0);
    expect(io.printed.stderr).toBe("");
    return io.printed.stdout;
  }

  it("rules says what each does here", async () => {
    const lines = (await guard("rules")).split("\n");
    expect(lines).toContainEqual(expect.stringMatching(/^warn {3}policy\/bad-suppression +A guard-ignore comment/));
    expect(lines).toContainEqual(expect.stringMatching(/^off {4}policy\/weakened +The staged configuration/));
    expect(lines).toContainEqual(expect.stringMatching(/^block {2}secrets\/private-key +/));
  });

  it("rules as JSON names where each was set", async () => {
    const { schema, exitCode, rules } = JSON.parse(await guard("rules", "--format", "json"));
    expect([schema, exitCode]).toEqual(["guard.rules/1", 0]);
    expect(rules.find(({ id }: { id: string }) => id === "policy/weakened")).toEqual({
      id: "policy/weakened",
      severity: "off",
      summary: expect.any(String),
      from: { kind: "file", name: "guard.config.json", place: "guard.config.json:6:5", selector: "policy/weakened" },
      needs: null,
    });
  });

  it("explain shows what holds here, who said so, and the rule's page", async () => {
    const text = await guard("explain", "policy/bad-suppression");
    expect(text).toMatch(/^policy\/bad-suppression {2}warn\n {2}Set by: guard\.config\.json:5:5, as policy\/\*\n/);
    expect(text).toContain("Why it blocks. A silenced finding that nobody explained");
    expect(text).toContain("\n    const key = load(); // ");
  });

  it("config shows each value with its place, from the nearest configuration upwards", async () => {
    const text = await guard("config");
    expect(text).toMatch(/^Put together from .*\n {2}preset recommended\n {2}file guard\.config\.json\n/);
    expect(text).toContain('  ignores = ["dist/**"]  (guard.config.json:3:3)\n');
    expect(text).toContain("  trading.limits.maxPositionUsd = 5  (guard.config.json:9:17)\n");
    expect(text).toContain("  warn   policy/bad-suppression  (guard.config.json:5:5, as policy/*)\n");
    expect(text).toContain("  block  secrets/private-key  (preset recommended");
  });

  it("config as JSON has the same", async () => {
    const { schema, layers, settings } = JSON.parse(await guard("config", "--format", "json"));
    expect(schema).toBe("guard.config/1");
    expect(layers).toEqual([
      { kind: "preset", name: "recommended" },
      { kind: "file", name: "guard.config.json" },
    ]);
    expect(settings).toContainEqual({ key: "trading.limits.maxPositionUsd", value: 5, place: "guard.config.json:9:17" });
  });

  it("a configuration named on the command line takes its place", async () => {
    writeFileSync(join(folder, "other.json"), '{ "rules": { "policy": "off" } }');
    expect(await guard("config", "--config", "other.json")).toContain("  off    policy/weakened  (other.json:1:14, as policy)\n");
  });
});
