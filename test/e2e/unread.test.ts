import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openJournal } from "../../src/state/journal.ts";
import { createGuarded, type Guarded, secretLines } from "./guarded.ts";

const RUN = fileURLToPath(new URL("../support/faulty-run.ts", import.meta.url));

interface Point {
  /** `null`: the last run, in which nothing failed. */
  readonly fault: string | null;
  readonly exitCode: number;
}

function runWithFaults(guarded: Guarded, ...args: string[]): readonly Point[] {
  const { code, stdout, stderr } = guarded.run(process.execPath, RUN, ...args);
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Point[];
}

/** Never 0; 2 where it was the configuration that could not be read. */
function expectStopped(points: readonly Point[], atLeast: number): void {
  expect(points.filter(({ fault, exitCode }) => !(fault?.includes("guard.config.") ? [1, 2, 3] : [1, 3]).includes(exitCode))).toEqual([]);
  expect(points.at(-1)).toEqual({ fault: null, exitCode: 1 });
  expect(points.length - 1).toBeGreaterThanOrEqual(atLeast);
}

test("a file that cannot be read or written lets no staged secret through, whichever it is", () => {
  const guarded = createGuarded();
  guarded.write("src/app.ts", secretLines());
  guarded.git("add", "src/app.ts");
  expectStopped(runWithFaults(guarded, "pre-commit"), 30);
  expect(openJournal(`${guarded.dir}/.git`, `${guarded.dir}/.git`).verify().chain).toBe("intact");
});

test("a store that cannot be read or written makes no unchecked commit pass a push, and loses no row", () => {
  const guarded = createGuarded();
  for (const name of ["a", "b"]) {
    guarded.write(`src/${name}.ts`, "export {};\n");
    guarded.git("add", ".");
    expect(guarded.tryGit("commit", "--quiet", "-m", name).code).toBe(0);
    guarded.guard("audit");
  }
  guarded.write("src/secret.ts", secretLines());
  guarded.git("add", ".");
  guarded.git("commit", "--quiet", "--no-verify", "-m", "Past the checks");
  const head = guarded.git("rev-parse", "HEAD");
  expectStopped(runWithFaults(guarded, "pre-push", `refs/heads/main ${head} refs/heads/main ${"0".repeat(40)}\n`), 20);
  const { chain, records } = openJournal(`${guarded.dir}/.git`, `${guarded.dir}/.git`).verify();
  expect([chain, records.length > 2]).toEqual(["intact", true]);
});
