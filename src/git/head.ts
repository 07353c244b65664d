import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Repository } from "./repository.ts";

/** The commit that HEAD leads to, without asking git; `null` where only git can tell: before the first commit, a packed ref, refs in tables. */
export function readHead({ gitDir, commonDir }: Pick<Repository, "gitDir" | "commonDir">): string | null {
  const head = readLine(join(gitDir, "HEAD"));
  const ref = /^ref: (refs\/.+)$/.exec(head ?? "")?.[1];
  const oid = ref === undefined ? head : readLine(join(commonDir, ref));
  return oid !== null && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(oid) ? oid : null;
}

function readLine(path: string): string | null {
  try {
    return readFileSync(path, "utf8").trimEnd();
  } catch {
    return null;
  }
}
