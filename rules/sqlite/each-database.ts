import type { Known } from "../../src/core/facts/known.ts";
import type { DatabaseFile, OfDatabase } from "../../src/core/facts/sqlite.ts";
import type { MachineMatch } from "../../src/core/rule.ts";

/** An entry of `databases` in the configuration, as far as these rules need it. */
export interface DatabaseSettings {
  readonly path: string;
  readonly journalMode?: string | null;
  /** Its content is encrypted, so a header that is none is right. */
  readonly encrypted?: boolean;
}

export interface Options {
  readonly databases?: readonly DatabaseSettings[];
}

/** Judges each database of which something is known; of the others it says what kept it from being known. */
export function judgeEach<T>(
  part: readonly OfDatabase<T>[] | undefined,
  judge: (value: T, database: OfDatabase<T>) => readonly MachineMatch[],
): MachineMatch[] {
  return (part ?? []).flatMap((database) => {
    const { name, facts } = database;
    if (!facts.known) return [toUnknown(name, facts)];
    return judge(facts.value, database);
  });
}

/** `name`: the database. A missing part of it is named beside it. */
export function toUnknown(name: string, { subject, reason }: Extract<Known<unknown>, { known: false }>): MachineMatch {
  return { subject: name, unknown: subject === name || reason.includes(subject) ? reason : `${subject}: ${reason}` };
}

/** What the configuration says of it, or nothing. */
export function settingsOf({ databases }: Options, { name }: Pick<OfDatabase<unknown>, "name">): Partial<DatabaseSettings> {
  return databases?.find(({ path }) => path === name) ?? {};
}

/** How a finding names it: a link is not hidden. */
export function nameOf({ name }: Pick<OfDatabase<unknown>, "name">, { linked, path }: Pick<DatabaseFile, "linked" | "path">): string {
  return linked ? `${name} (a link to ${path})` : name;
}

/** What rules that need a readable header say of a file that has none. */
export function noHeader(subject: string): MachineMatch {
  return { subject, unknown: "it has no SQLite header; see sqlite/integrity" };
}
