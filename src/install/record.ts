import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { GuardError } from "../core/model.ts";
import { removeIfEmpty, replaceFile } from "../disk/file-state.ts";
import type { Edit } from "./edit.ts";
import type { Repository } from "./hooks-repository.ts";
import type { Place } from "./place.ts";
import type { FileRole } from "./steps.ts";

/** What was changed and how it was before, in the order it was done. Written before the changes, so that a crash between them can be undone too. */
export type RecordedChange =
  | { readonly kind: "folder"; readonly place: Place }
  | { readonly kind: "move"; readonly from: Place; readonly to: Place }
  | { readonly kind: "write"; readonly role: Exclude<FileRole, "state">; readonly place: Place; readonly edit: Edit }
  | {
      readonly kind: "hooks-path";
      readonly scope: "local" | "worktree";
      readonly value: string;
      readonly before: string | null;
      readonly file: Place;
      /** Of git's configuration file; `null` until git has changed it. */
      readonly edit: Edit | null;
    };

export type Recorded<Kind extends RecordedChange["kind"]> = RecordedChange & { kind: Kind };

const SCHEMA = "guard.install/1";

/** `<common git folder>/guard/install.json`; empty where there is none. Throws `GuardError` (2) where it cannot be understood. */
export function readRecord({ commonDir }: Repository): readonly RecordedChange[] {
  const path = join(commonDir, "guard", "install.json");
  if (!existsSync(path)) return [];
  const record = parseRecord(readFileSync(path, "utf8"));
  if (record === null)
    throw new GuardError(
      2,
      "install-record",
      `${path} is not what guard install writes.`,
      "Delete it: uninstall then takes out the lines that end in '# guard'.",
    );
  return record;
}

/** Replaces the record; without changes there is none, and no folder for it alone. */
export function writeRecord(repository: Repository, changes: readonly RecordedChange[]): void {
  const folder = openStateFolder(repository);
  const path = join(folder, "install.json");
  if (changes.length === 0) {
    rmSync(path, { force: true });
    removeIfEmpty(folder);
  } else replaceFile(path, { content: Buffer.from(`${JSON.stringify({ schema: SCHEMA, changes }, null, 2)}\n`), mode: 0o600 });
}

/** Guard's own folder, for its owner alone. */
export function openStateFolder({ commonDir }: Repository): string {
  const folder = join(commonDir, "guard");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  return folder;
}

function parseRecord(text: string): readonly RecordedChange[] | null {
  try {
    const record: unknown = JSON.parse(text);
    const isRecord = typeof record === "object" && record !== null && "schema" in record && record.schema === SCHEMA && "changes" in record;
    // Only Guard writes this file, whole or not at all, and the schema names its shape.
    return isRecord && Array.isArray(record.changes) ? (record.changes as readonly RecordedChange[]) : null;
  } catch {
    return null;
  }
}
