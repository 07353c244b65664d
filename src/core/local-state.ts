import type { LocalFile } from "./facts/local-files.ts";
import type { Ruleset } from "./ruleset.ts";

/** What this machine keeps in files that git does not track. In memory only. */
export interface LocalState {
  readonly files: readonly LocalFile[];
  /** Files that should have been looked at. */
  readonly unread: readonly { readonly path: string; readonly reason: string }[];
  /** The rule that looks for their values; `null`: there are none. */
  readonly ruleset: Ruleset | null;
}

export const NOTHING_LOCAL: LocalState = { files: [], unread: [], ruleset: null };
