import type { MachineExamples } from "../../src/core/facts/examples.ts";
import type { MachineFacts } from "../../src/core/facts/machine.ts";
import type { AccessEntry, PosixPermissions } from "../../src/core/facts/sqlite.ts";
import { missing, now, of } from "./sample-facts.ts";

const me = "S-1-5-21-1111111111-2222222222-3333333333-1001";

function posix(parts: Partial<PosixPermissions>): MachineFacts {
  return { now, databasePermissions: of({ kind: "posix" as const, mode: 0o600, folderMode: 0o700, own: true, ...parts }) };
}

function windows(isolated: boolean, ...entries: readonly Partial<AccessEntry>[]): MachineFacts {
  const list = entries.map((entry) => ({ sid: me, allows: true, inherited: !isolated, writes: true, ...entry }));
  return { now, databasePermissions: of({ kind: "windows" as const, me, isolated, entries: list }) };
}

export const examples: MachineExamples = {
  flags: [
    { name: "the world may read", facts: posix({ mode: 0o644 }), severities: ["warn"], numbers: { mode: "644" } },
    { name: "the group may write", facts: posix({ mode: 0o660 }), severities: ["warn"] },
    {
      name: "a folder in which anybody may put another file in its place",
      facts: posix({ folderMode: 0o777 }),
      severities: ["warn"],
      numbers: { folderMode: "777" },
    },
    { name: "a file of somebody else", facts: posix({ own: false }), severities: ["warn"] },
    {
      name: "users of this computer may read",
      facts: windows(true, {}, { sid: "S-1-5-32-545", writes: false }),
      severities: ["warn"],
      numbers: { others: 1, writers: 0 },
    },
    { name: "everyone may do everything", facts: windows(true, { sid: "S-1-1-0" }), severities: ["warn"], numbers: { writers: 1 } },
    { name: "only one's own entry, but inherited", facts: windows(false, {}), severities: ["warn"], numbers: { others: 0, isolated: false } },
    { name: "another account", facts: windows(true, {}, { sid: "S-1-5-21-1111111111-2222222222-3333333333-1002" }), severities: ["warn"] },
    {
      name: "administrators, where they are not allowed",
      facts: windows(true, {}, { sid: "S-1-5-32-544" }),
      options: { allowAdministrators: false },
      severities: ["warn"],
    },
  ],
  leaves: [
    { name: "0600 in 0700", facts: posix({}) },
    { name: "a folder that the world may list", facts: posix({ folderMode: 0o755 }) },
    { name: "a folder with the sticky bit", facts: posix({ folderMode: 0o1777 }) },
    { name: "only oneself", facts: windows(true, {}) },
    { name: "oneself, the system and the administrators", facts: windows(true, {}, { sid: "S-1-5-18" }, { sid: "S-1-5-32-544" }) },
    { name: "others, who are denied", facts: windows(true, {}, { sid: "S-1-5-32-545", allows: false }) },
    { name: "a commit on Windows, which does not ask", facts: { now, databasePermissions: of({ kind: "unasked" as const }) } },
  ],
  unknowns: [{ name: "the database is missing", facts: { now, databasePermissions: missing() } }],
};
