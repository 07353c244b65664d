import type { Source } from "./source.ts";

/** No files at all: only the rules that look at the machine have something to judge. */
export function openMachine(): Source {
  return {
    kind: "machine",
    entries: [],
    named: new Set(),
    readContents: async () => undefined,
    listRepository: null,
    readBefore: async () => new Map(),
    baseline: null,
    close: async () => undefined,
    abandon: () => undefined,
  };
}
