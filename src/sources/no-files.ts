import type { Message } from "../core/message.ts";
import type { SourceKind } from "../core/model.ts";
import type { Source } from "./source.ts";

/** No files at all: only the rules that look at the machine, or at messages, have something to judge. */
export function openNoFiles(kind: SourceKind, messages: readonly Message[] = []): Source {
  return {
    kind,
    entries: [],
    messages,
    named: new Set(),
    readContents: async () => undefined,
    listRepository: null,
    readBefore: async () => new Map(),
    addedByCommit: null,
    close: async () => undefined,
    abandon: () => undefined,
  };
}
