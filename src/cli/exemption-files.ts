import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Exemption, type ExemptionKind, type ExemptionList, formatList, LIST_FILES, LIST_KINDS, parseList } from "../core/exemptions/list.ts";
import { GuardError } from "../core/model.ts";
import { isLinked, readTexts } from "../read-exemption-lists.ts";
import { writeWhole } from "./write-whole.ts";

/** The lists of a work tree, and the salt for what is added to them: the one that they have, else a new one. */
export function openLists(root: string): Readonly<Record<ExemptionKind, ExemptionList>> & { readonly salt: string } {
  const texts = readTexts(root);
  const [allow, baseline] = LIST_KINDS.map((kind) => parseList(kind, texts[kind])) as [ExemptionList, ExemptionList];
  return { allow, baseline, salt: allow.salt || baseline.salt || randomBytes(16).toString("hex") };
}

/** Throws `GuardError` (2) for a list that was edited by hand into something that would be lost by writing it anew. */
export function assertSound({ kind, faults }: ExemptionList): void {
  const [fault] = faults;
  if (fault) throw new GuardError(2, "list", `${LIST_FILES[kind]}:${fault.line}: ${fault.message}`, "Mend it, or delete the file; nothing was written.");
}

/** Writes a list into the work tree, whole or not at all. Throws `GuardError` (3) where it cannot be written. */
export async function writeList(root: string, kind: ExemptionKind, salt: string, entries: readonly Exemption[]): Promise<void> {
  assertOwn(root, kind);
  try {
    await mkdir(dirname(join(root, LIST_FILES[kind])), { recursive: true });
    await writeWhole(LIST_FILES[kind], formatList(kind, salt, entries), root);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    throw new GuardError(3, "not-written", `${LIST_FILES[kind]} could not be written (${code}).`, "Look at its permissions.", { cause: error });
  }
}

/** Throws `GuardError` (3) where a list, or its folder, is a link: whoever made it would choose what is written over. */
export function assertOwn(root: string, kind: ExemptionKind): void {
  if (!isLinked(root, kind)) return;
  throw new GuardError(3, "not-written", `${LIST_FILES[kind]} is a link or lies behind one, so it is not written.`, "Put a folder and a file in its place.");
}
