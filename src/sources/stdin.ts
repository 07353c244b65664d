import { resolve } from "node:path";
import type { Entry } from "../core/model.ts";
import { toReportPath } from "./files.ts";
import type { Source } from "./source.ts";

/** One file whose content was handed in, under the path that says what it is. It counts from `cwd`, the one in the report from `base`, as those of files do. */
export function openStdin(path: string, content: Uint8Array, cwd: string, base: string): Source {
  const place = toReportPath(base, resolve(cwd, path.replaceAll("\\", "/")));
  const entry: Entry = { ...place, kind: "regular", status: "present", oid: null, baseOid: null, baseKind: null };
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
    addedByCommit: null,
    close: async () => undefined,
    abandon: () => undefined,
  };
}
