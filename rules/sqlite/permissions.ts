import type { AccessEntry, PosixPermissions, WindowsPermissions } from "../../src/core/facts/sqlite.ts";
import type { MachineMatch } from "../../src/core/rule.ts";
import { defineRule } from "../../src/core/rule.ts";
import { judgeEach, type Options as Shared } from "./each-database.ts";

interface Options extends Shared {
  readonly allowAdministrators: boolean;
}

export const permissions = defineRule({
  id: "sqlite/permissions",
  inspects: "machine",
  probes: ["databasePermissions"],
  meta: {
    summary: "Others than its owner may read or change a database.",
    why: "Every account and every service on the machine can then read the trades or the records of people, or write to them.",
    fix: "POSIX: chmod 600 on the file, chmod 700 on its folder. Windows: icacls FILE /inheritance:r /grant:r NAME:F, then remove the others.",
    severity: "warn",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:301-324",
    needs: "databases",
  },
  check(facts, { allowAdministrators }: Options) {
    return judgeEach(facts.databasePermissions, (value, { name }) => {
      if (value.kind === "posix") return judgePosix(name, value);
      return value.kind === "windows" ? judgeWindows(name, value, allowAdministrators) : [];
    });
  },
});

function judgePosix(subject: string, { mode, folderMode, own }: PosixPermissions): MachineMatch[] {
  const faults = [
    (mode & 0o022) !== 0 && "others may change it",
    (mode & 0o022) === 0 && (mode & 0o055) !== 0 && "others may read it",
    // In a folder with the sticky bit, such as /tmp, only the owner can put another file in its place
    (folderMode & 0o022) !== 0 && (folderMode & 0o1000) === 0 && "others may put another file in its place",
    !own && "it belongs to another user",
  ].filter((fault) => fault !== false);
  if (faults.length === 0) return [];
  const modes = `mode ${toOctal(mode)}, folder ${toOctal(folderMode)}`;
  return [{ subject, message: `${capitalize(faults.join(", "))} (${modes}).`, facts: { mode: toOctal(mode), folderMode: toOctal(folderMode), own } }];
}

/** Groups that hold everybody, or everybody who is logged on. */
const CROWDS: Readonly<Record<string, string>> = {
  "S-1-1-0": "Everyone",
  "S-1-5-2": "Network",
  "S-1-5-4": "Interactive",
  "S-1-5-7": "Anonymous",
  "S-1-5-11": "Authenticated Users",
  "S-1-5-32-545": "Users",
  "S-1-5-32-546": "Guests",
};
/** The system and the administrators. */
const ADMINISTRATORS = new Set(["S-1-5-18", "S-1-5-32-544"]);
/** Placeholders for the owner. */
const OWNER = new Set(["S-1-3-0", "S-1-3-4"]);

function judgeWindows(subject: string, { me, isolated, entries }: WindowsPermissions, allowAdministrators: boolean): MachineMatch[] {
  const others = entries.filter(({ sid, allows }) => allows && sid !== me && !OWNER.has(sid) && !(allowAdministrators && ADMINISTRATORS.has(sid)));
  if (others.length === 0 && isolated) return [];
  const names = [...new Set(others.map(({ sid }) => nameOf(sid)))];
  const writers = [...new Set(others.filter(({ writes }) => writes).map(({ sid }) => nameOf(sid)))];
  const faults = [
    names.length > 0 && `${names.join(", ")} may read it${writers.length > 0 ? `, ${writers.join(", ")} may change it` : ""}`,
    !isolated && "it takes over what its folder allows",
  ].filter((fault) => fault !== false);
  return [{ subject, message: `${capitalize(faults.join("; "))}.`, facts: { others: names.length, writers: writers.length, isolated } }];
}

function nameOf(sid: AccessEntry["sid"]): string {
  const crowd = CROWDS[sid];
  return crowd ? `${crowd} (${sid})` : sid;
}

function toOctal(mode: number): string {
  return mode.toString(8).padStart(3, "0");
}

function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
