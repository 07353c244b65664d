import { defineConfig } from "vitest/config";

const report = process.env.GUARD_TEST_REPORT;

export default defineConfig({
  test: {
    // .ci/run reads the numbers out of the JSON.
    reporters: report ? ["default", ["json", { outputFile: report }]] : ["default"],
    // Most of the time goes by in git and Node that tests have started: all cores, where vitest would leave one out.
    maxWorkers: "100%",
    // Hook tests start git and Node many times over; the two cores of a small machine make single tests slow, not wrong.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: "test/support/run-folder.ts",
    projects: [
      { extends: true, test: { name: "unit", include: ["test/**/*.test.ts"], exclude: ["test/e2e/**", "test/install/**", "test/git/**"] } },
      { extends: true, test: { name: "git", include: ["test/git/**/*.test.ts", "test/install/**/*.test.ts"] } },
      { extends: true, test: { name: "e2e", include: ["test/e2e/**/*.test.ts"], testTimeout: 240_000 } },
    ],
  },
});
