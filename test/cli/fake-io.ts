import type { Delivery, TerminalIo } from "../../src/cli/io.ts";

export interface FakeIo extends TerminalIo {
  /** What was printed so far. */
  readonly printed: { stdout: string; stderr: string };
}

/** A world without a terminal, with nothing in the environment; `changes` say what is different. */
export function createFakeIo(changes: Partial<TerminalIo> & { readonly delivery?: Delivery } = {}): FakeIo {
  const printed = { stdout: "", stderr: "" };
  return {
    cwd: "/nowhere",
    env: {},
    columns: null,
    progressStream: null,
    signal: new AbortController().signal,
    stdout: (text) => {
      printed.stdout += text;
    },
    stderr: (text) => {
      printed.stderr += text;
    },
    readStdin: async () => new Uint8Array(),
    settle: async () => changes.delivery ?? { kind: "delivered" },
    printed,
    ...changes,
  };
}
