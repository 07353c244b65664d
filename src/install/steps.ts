import type { FileState } from "../disk/file-state.ts";

/**
 * What a written file is, which says how it is undone once somebody has edited it: a hook loses Guard's lines, package.json the `prepare` part
 * or the line in `allowScripts`, a shim goes, a configuration stays, and so does the copy of another tool's file. `state` lies in Guard's own folder and is never on record.
 */
export type FileRole = "hook" | "shim" | "copy" | "config" | "package" | "allow-scripts" | "state";

/** One change to the repository, planned whole before the first one is made. Paths are absolute. */
export type Step =
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "move"; readonly from: string; readonly to: string; readonly note: string }
  | {
      readonly kind: "write";
      readonly role: FileRole;
      readonly path: string;
      readonly before: FileState | null;
      readonly after: FileState;
      readonly note: string;
    }
  | { readonly kind: "hooks-path"; readonly scope: "local" | "worktree"; readonly value: string; readonly before: string | null; readonly note: string };

export interface Plan {
  readonly steps: readonly Step[];
  /** Why git would not call the hooks even so; `null`: it will. */
  readonly obstacle: { readonly message: string; readonly fix: string } | null;
}
