import type { Entry } from "../core/model.ts";
import type { Source } from "./source.ts";

/** One file whose content was handed in, under the path that says what it is. */
export function openStdin(path: string, content: Uint8Array): Source {
  const entry: Entry = { path: path.replaceAll("\\", "/").replace(/^\.\//, ""), kind: "regular", status: "present", oid: null, baseOid: null, baseKind: null };
  return {
    kind: "stdin",
    entries: [entry],
    named: new Set([entry.path]),
    async readContents(entries, sink) {
      if (entries.length === 0) return;
      const taker = sink.open(entry, content.length);
      await taker.push(content);
      await taker.end();
    },
    listRepository: null,
    readBefore: async (entries) => new Map(entries.map(({ path: name }) => [name, Buffer.from(content)])),
    baseline: null,
    close: async () => undefined,
    abandon: () => undefined,
  };
}
