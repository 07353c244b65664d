import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Exemption, type ExemptionKind, formatList, LIST_FILES } from "../core/exemptions/list.ts";
import { GuardError } from "../core/model.ts";
import { writeWhole } from "./write-whole.ts";

/** Writes a list into the work tree, whole or not at all. Throws `GuardError` (3) where it cannot be written. */
export async function writeList(root: string, kind: ExemptionKind, salt: string, entries: readonly Exemption[]): Promise<void> {
  try {
    await mkdir(dirname(join(root, LIST_FILES[kind])), { recursive: true });
    await writeWhole(LIST_FILES[kind], formatList(kind, salt, entries), root);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    throw new GuardError(3, "not-written", `${LIST_FILES[kind]} could not be written (${code}).`, "Look at its permissions.", { cause: error });
  }
}
