import { sha256 } from "../core/sha256.ts";
import type { Store } from "./store.ts";

/**
 * Which contents were found clean: what was judged once need not be read again, as long as rules, policy, path and bytes are the same. Only clean
 * ones are kept, and only of built-in rules, whose code the key stands for. Losing it costs time and nothing else.
 */
export interface Verdicts {
  /** Bytes of a content that is known to be clean at this path, else `null`. */
  knownSize(oid: string, path: string): number | null;
  remember(oid: string, path: string, size: number): void;
  /** Call after a run in which everything was judged. `hidden`: paths that hold a secret, which are not to be written down anywhere. */
  save(hidden: Pick<ReadonlyMap<string, unknown>, "has">): void;
}

const FILE = "verdicts";

/** `judgedBy`: everything besides path and content that a verdict hangs on. */
export function openVerdicts(store: Store, judgedBy: unknown): Verdicts {
  const key = sha256(JSON.stringify(judgedBy));
  const known = read(store, key);
  const seen = new Map<string, number>();
  return {
    knownSize(oid, path) {
      const size = known.get(`${oid} ${path}`);
      if (size !== undefined) seen.set(`${oid} ${path}`, size);
      return size ?? null;
    },
    remember: (oid, path, size) => void seen.set(`${oid} ${path}`, size),
    save(hidden) {
      const kept = [...seen].filter(([entry]) => !hidden.has(entry.slice(entry.indexOf(" ") + 1)));
      const same = kept.length === known.size && kept.every(([entry]) => known.has(entry));
      if (!same) store.write(FILE, [key, ...kept.map(([entry, size]) => `${size} ${entry}`)].join("\0"));
    },
  };
}

/** For one run alone: nothing is kept. */
export function createRunVerdicts(): Verdicts {
  const sizes = new Map<string, number>();
  return {
    knownSize: (oid, path) => sizes.get(`${oid} ${path}`) ?? null,
    remember: (oid, path, size) => void sizes.set(`${oid} ${path}`, size),
    save: () => undefined,
  };
}

/** `KEY NUL SIZE SP OID SP PATH NUL …`; paths hold no NUL. */
function read(store: Store, key: string): Map<string, number> {
  const [writtenFor, ...entries] = (store.read(FILE) ?? "").split("\0");
  if (writtenFor !== key) return new Map();
  return new Map(
    entries.map((entry) => {
      const blank = entry.indexOf(" ");
      return [entry.slice(blank + 1), Number(entry.slice(0, blank))];
    }),
  );
}
