import { readFileSync } from "node:fs";
import { type Known, known, unknown } from "../core/facts/known.ts";
import type { AccessEntry, WindowsPermissions } from "../core/facts/sqlite.ts";
import type { FoundFile } from "./find-file.ts";
import type { RunProgram } from "./run-program.ts";

/**
 * The access list of a file by SID, because account names are translated: `icacls FILE /save LIST` writes it as SDDL into `listFile`, `whoami /user`
 * says who asks.
 */
export async function readWindowsPermissions({ name, path }: FoundFile, listFile: string, run: RunProgram): Promise<Known<WindowsPermissions>> {
  try {
    const [, whoami] = await Promise.all([run("icacls.exe", [path, "/save", listFile, "/q"]), run("whoami.exe", ["/user", "/fo", "csv", "/nh"])]);
    const me = /S-1-[\d-]+/.exec(whoami)?.[0];
    const list = parseSavedList(readFileSync(listFile));
    return me && list ? known({ kind: "windows", me, ...list }) : unknown(name, "its permissions cannot be read (icacls or whoami answered something else)");
  } catch {
    return unknown(name, "its permissions cannot be read (icacls did not answer)");
  }
}

/**
 * What `icacls /save` wrote, UTF-16LE: the name of the file, and on the next line its list, such as `D:PAI(A;;FA;;;S-1-5-21-1-2-3-1001)(A;ID;0x1200a9;;;BU)`.
 * `null` where it is no such list.
 */
export function parseSavedList(bytes: Buffer): Pick<WindowsPermissions, "isolated" | "entries"> | null {
  const text = bytes.includes(0) ? bytes.toString("utf16le") : bytes.toString("latin1");
  const list = /^D:(\w*)((?:\([^()]*\))*)/m.exec(text);
  if (!list) return null;
  const [, flags = "", entries = ""] = list;
  // No list at all means that everybody may do everything
  if (flags === "NO_ACCESS_CONTROL") return { isolated: true, entries: [{ sid: "S-1-1-0", allows: true, inherited: false, writes: true }] };
  return { isolated: flags.includes("P"), entries: [...entries.matchAll(/\(([^()]*)\)/g)].map((match) => parseEntry(match[1] ?? "")) };
}

/** Access control entries: type ; flags ; rights ; object ; inherited object ; account. Types that begin with `A` or `XA` allow. */
function parseEntry(entry: string): AccessEntry {
  const [type = "", flags = "", rights = "", , , account = ""] = entry.split(";");
  return {
    sid: WELL_KNOWN[account] ?? account,
    allows: /^(A|OA|XA|ZA)$/.test(type),
    inherited: pairs(flags).includes("ID"),
    writes: (toMask(rights) & WRITING) !== 0,
  };
}

/** Write data, append, delete, change the list, take ownership, all, write (generic). */
const WRITING = 0x2 | 0x4 | 0x1_0000 | 0x4_0000 | 0x8_0000 | 0x1000_0000 | 0x4000_0000;

function toMask(rights: string): number {
  if (/^0x/i.test(rights)) return Number(rights) | 0;
  return pairs(rights).reduce((mask, right) => mask | (RIGHTS[right] ?? 0), 0);
}

function pairs(text: string): string[] {
  return text.match(/../g) ?? [];
}

const RIGHTS: Readonly<Record<string, number>> = {
  CC: 0x1,
  DC: 0x2,
  LC: 0x4,
  SW: 0x8,
  RP: 0x10,
  WP: 0x20,
  DT: 0x40,
  LO: 0x80,
  CR: 0x100,
  SD: 0x1_0000,
  RC: 0x2_0000,
  WD: 0x4_0000,
  WO: 0x8_0000,
  GA: 0x1000_0000,
  GX: 0x2000_0000,
  GW: 0x4000_0000,
  FA: 0x1f_01ff,
  FR: 0x12_0089,
  FW: 0x12_0116,
  FX: 0x12_00a0,
};

/** Accounts that SDDL abbreviates. */
const WELL_KNOWN: Readonly<Record<string, string>> = {
  WD: "S-1-1-0",
  AN: "S-1-5-7",
  AU: "S-1-5-11",
  IU: "S-1-5-4",
  NU: "S-1-5-2",
  SY: "S-1-5-18",
  LS: "S-1-5-19",
  NS: "S-1-5-20",
  BA: "S-1-5-32-544",
  BU: "S-1-5-32-545",
  BG: "S-1-5-32-546",
  PU: "S-1-5-32-547",
  CO: "S-1-3-0",
  OW: "S-1-3-4",
  AC: "S-1-15-2-1",
};
