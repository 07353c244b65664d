import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const project = fileURLToPath(new URL("../..", import.meta.url));

test("this repository passes its own check, whole", () => {
  const env = { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"))), CI: "1" };
  const { stdout, status } = spawnSync(process.execPath, ["hooks/guard.cjs", "check", "--all", "--format", "json"], { cwd: project, encoding: "utf8", env });
  const report = JSON.parse(stdout);
  expect(report.findings.filter(({ outcome }: { outcome: string }) => outcome === "blocking")).toEqual([]);
  expect([status, report.complete, report.coverage.entriesChecked]).toEqual([0, true, report.coverage.entries]);
});
