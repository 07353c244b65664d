import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { createFakeIo, type FakeIo } from "./fake-io.ts";

/** A world in which something of Guard's own goes wrong, with a text that quotes what was being read. */
function createBrokenIo(env: Record<string, string> = {}): FakeIo {
  const io = createFakeIo({ env });
  Object.defineProperty(io, "columns", {
    get: () => {
      throw new SyntaxError('Unexpected token in "hunter2"');
    },
  });
  return io;
}

describe("main", () => {
  it("turns a bug into 3 and one line that quotes no data", async () => {
    const io = createBrokenIo();
    expect(await main(["check"], io)).toBe(3);
    expect(io.printed.stdout).toBe("");
    expect(io.printed.stderr).toBe(
      "guard: Guard itself failed (SyntaxError), so this does not pass. That is a bug in Guard or in a rule; with GUARD_DEBUG=1 it shows where.\n",
    );
  });

  it("shows where the bug is with GUARD_DEBUG, and still no data", async () => {
    const io = createBrokenIo({ GUARD_DEBUG: "1" });
    await main(["check"], io);
    expect(io.printed.stderr).toMatch(/^\s+at .*main\.test\.ts:/);
    expect(io.printed.stderr).not.toContain("hunter2");
  });

  it("reports a bug as JSON where JSON was asked for", async () => {
    const io = createBrokenIo();
    await main(["check", "--format", "json"], io);
    expect(JSON.parse(io.printed.stdout)).toMatchObject({ schema: "guard.report/1", exitCode: 3, complete: false, error: { code: "internal" } });
  });

  it.each([
    [["check", "--onyl", "--format", "json"], "guard.report/1"],
    [["check", "--format=json", "--onyl"], "guard.report/1"],
    [["chekc", "--format", "json"], "guard.report/1"],
    [["config", "--config", "missing.json", "--format", "json"], "guard.config/1"],
    [["rules", "--config", "missing.json", "--format", "json"], "guard.rules/1"],
  ])("reports wrong usage as JSON where JSON was asked for: %j", async (argv, schema) => {
    const io = createFakeIo();
    expect(await main(argv, io)).toBe(2);
    expect(JSON.parse(io.printed.stdout)).toMatchObject({ schema, exitCode: 2, error: { message: expect.any(String), fix: expect.any(String) } });
    expect(io.printed.stderr).toMatch(/^guard: .+\n$/);
  });

  it("takes a file name for what it is, not for a wish", async () => {
    const io = createFakeIo();
    await main(["chekc", "--", "--format", "json"], io);
    expect(io.printed.stdout).toBe("");
  });

  it.each([
    [{ kind: "delivered" }, 0],
    [{ kind: "reader-left" }, 0],
    [{ kind: "lost", code: "ENOSPC" }, 3],
  ] as const)("ends with the command's code unless the report is lost: %j", async (delivery, exitCode) => {
    const io = createFakeIo({ delivery });
    expect(await main(["--version"], io)).toBe(exitCode);
    expect(io.printed.stderr === "").toBe(exitCode === 0);
  });
});
