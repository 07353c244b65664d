import { PassThrough } from "node:stream";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openProgress } from "../../src/cli/progress.ts";

function createTerminal() {
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  return { stream, read: () => String(stream.read() ?? "") };
}

describe("the progress bar", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it("appears on a terminal when a check takes long, and is taken away at its end", async () => {
    vi.useFakeTimers({ toFake: ["performance", "Date"] });
    const { stream, read } = createTerminal();
    const progress = await openProgress({ progressStream: stream, env: {} }, false);
    progress.update(10, 7000);
    expect(read()).toBe("");
    vi.advanceTimersByTime(600);
    progress.update(3500, 7000);
    expect(read()).toContain("guard: checking [###############---------------] 3500 of 7000 entries");
    progress.close();
    expect(read()).toMatch(/\x1b\[1G\x1b\[2K$/);
  });

  it("of a short check is never seen", async () => {
    const { stream, read } = createTerminal();
    const progress = await openProgress({ progressStream: stream, env: {} }, false);
    progress.update(1, 2);
    progress.close();
    expect(read()).toBe("");
  });

  it.each([
    ["in CI", { CI: "true" }, false],
    ["with NO_COLOR", { NO_COLOR: "1" }, false],
    ["on a dumb terminal", { TERM: "dumb" }, false],
    ["with --quiet", {}, true],
  ])("is off %s", async (_name, env, isQuiet) => {
    vi.useFakeTimers({ toFake: ["performance", "Date"] });
    const { stream, read } = createTerminal();
    const progress = await openProgress({ progressStream: stream, env }, isQuiet);
    vi.advanceTimersByTime(600);
    progress.update(1, 2);
    progress.close();
    expect(read()).toBe("");
  });
});
