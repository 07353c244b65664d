// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts under test hold variables
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatWindowsPath, isInside, parseWindowsPath, type WindowsPath } from "../../src/core/windows-path.ts";

const raw = String.raw;

function parsed(text: string): WindowsPath {
  const path = parseWindowsPath(text);
  if (!path) throw new Error(`${text} is no path`);
  return path;
}

/** `kind path`, `+stream` behind it where there is a stream, `?` where it has variables. */
function shown(text: string): string | null {
  const path = parseWindowsPath(text);
  if (!path) return null;
  const bare = formatWindowsPath({ ...path, stream: null });
  return `${path.kind} ${bare}${path.stream === null ? "" : ` +${path.stream}`}${path.hasVariables ? " ?" : ""}`;
}

describe("parseWindowsPath", () => {
  test.each([
    // Slashes, case, empty and dotted names
    [raw`D:\databases\x.db`, raw`absolute D:\databases\x.db`],
    ["D:/databases/x.db", raw`absolute D:\databases\x.db`],
    [raw`d:\DATABASES\X.db`, raw`absolute D:\DATABASES\X.db`],
    [raw`D:\databases/mixed\x.db`, raw`absolute D:\databases\mixed\x.db`],
    [raw`D:\\databases\\\x.db`, raw`absolute D:\databases\x.db`],
    [raw`D:\.\databases\.\x.db`, raw`absolute D:\databases\x.db`],
    [raw`D:\databases\..\dev\x.db`, raw`absolute D:\dev\x.db`],
    [raw`D:\databases\..\..\..\x.db`, raw`absolute D:\x.db`],
    ["D:/databases/", raw`absolute D:\databases`],
    [raw`D:\ `.trim(), "absolute D:\\"],
    [raw`C:\dev\databases\x.db`, raw`absolute C:\dev\databases\x.db`],
    ["  D:/x.db\n", raw`absolute D:\x.db`],
    // Namespaces and shares
    [raw`\\?\D:\databases\x.db`, raw`absolute D:\databases\x.db`],
    [raw`\\?\d:\databases\..\x.db`, raw`absolute D:\x.db`],
    ["//?/D:/databases/x.db", raw`absolute D:\databases\x.db`],
    [raw`\\.\D:\databases\x.db`, raw`absolute D:\databases\x.db`],
    [raw`\??\D:\databases\x.db`, raw`absolute D:\databases\x.db`],
    [raw`\\.\D:`, raw`device \\.\D +`],
    [raw`\\.\pipe\guard`, raw`device \\.\pipe\guard`],
    [raw`\\.\PhysicalDrive0`, raw`device \\.\PhysicalDrive0`],
    [raw`\\?\GLOBALROOT\Device\x`, raw`device \\.\GLOBALROOT\Device\x`],
    [raw`\\server\share\x.db`, raw`unc \\server\share\x.db`],
    [raw`\\server\share\..\..\..\x.db`, raw`unc \\server\share\x.db`],
    [raw`\\?\UNC\server\share\x.db`, raw`unc \\server\share\x.db`],
    ["//server/share/x.db", raw`unc \\server\share\x.db`],
    [raw`\\server\D$\x.db`, raw`unc \\server\D$\x.db`],
    [raw`\\localhost\D$\databases\x.db`, raw`absolute D:\databases\x.db`],
    [raw`\\LOCALHOST\d$\databases\x.db`, raw`absolute D:\databases\x.db`],
    [raw`\\127.0.0.1\D$\x.db`, raw`absolute D:\x.db`],
    [raw`\\?\UNC\localhost\D$\x.db`, raw`absolute D:\x.db`],
    [raw`\\localhost\share\x.db`, raw`unc \\localhost\share\x.db`],
    [raw`\\localhost\D$`, "absolute D:\\"],
    // Other shells
    ["/mnt/d/databases/x.db", raw`absolute D:\databases\x.db`],
    ["/mnt/D/databases/x.db", raw`absolute D:\databases\x.db`],
    ["/d/databases/x.db", raw`absolute D:\databases\x.db`],
    ["/D/databases", raw`absolute D:\databases`],
    ["/cygdrive/c/x.db", raw`absolute C:\x.db`],
    ["/mnt/d", "absolute D:\\"],
    ["/mnt/data/x.db", raw`absolute \mnt\data\x.db`],
    ["/data/x.db", raw`absolute \data\x.db`],
    [raw`\d\x.db`, raw`absolute \d\x.db`],
    ["/var/lib/../x.db", raw`absolute \var\x.db`],
    ["/", "absolute \\"],
    // URLs
    ["file:///D:/databases/x.db", raw`absolute D:\databases\x.db`],
    ["file:D:/databases/x.db", raw`absolute D:\databases\x.db`],
    [raw`file:D:\databases\x.db`, raw`absolute D:\databases\x.db`],
    ["file://localhost/D:/x.db", raw`absolute D:\x.db`],
    ["FILE:/D:/x.db", raw`absolute D:\x.db`],
    ["file://server/share/x.db", raw`unc \\server\share\x.db`],
    ["file:////server/share/x.db", raw`unc \\server\share\x.db`],
    ["file:./dev.db", "relative dev.db"],
    ["file:dev.db?connection_limit=1", "relative dev.db"],
    ["file:../data/dev.db", raw`relative ..\data\dev.db`],
    ["file:///var/x.db", raw`absolute \var\x.db`],
    ["file:///D:/a%20b/x.db", raw`absolute D:\a b\x.db`],
    ["file:///D:/databases/%2e%2e/x.db", raw`absolute D:\x.db`],
    ["file:///mnt/d/x.db", raw`absolute D:\x.db`],
    ["sqlite:///D:/databases/x.db", raw`absolute D:\databases\x.db`],
    ["sqlite:///x.db", "relative x.db"],
    ["sqlite:///./data/x.db", raw`relative data\x.db`],
    ["sqlite:////var/x.db", raw`absolute \var\x.db`],
    ["sqlite:////mnt/d/x.db", raw`absolute D:\x.db`],
    ["sqlite://x.db", "relative x.db"],
    ["sqlite:x.db", "relative x.db"],
    ["sqlite+aiosqlite:///D:/x.db", raw`absolute D:\x.db`],
    ["jdbc:sqlite:D:/x.db", raw`absolute D:\x.db`],
    ["sqlite3:///C:/dev/x.db", raw`absolute C:\dev\x.db`],
    // Streams
    [raw`D:\databases\x.db:stream`, raw`absolute D:\databases\x.db +stream`],
    [raw`D:\databases\x.db::$DATA`, raw`absolute D:\databases\x.db +:$DATA`],
    ["x.db:stream", "relative x.db +stream"],
    [raw`D:\databases::$INDEX_ALLOCATION\x.db`, raw`absolute D:\databases\x.db +:$INDEX_ALLOCATION`],
    [raw`D:\x\C:\y`, raw`absolute D:\x\C\y +`],
    // Relative to something
    [raw`D:databases\x.db`, raw`drive-relative D:databases\x.db`],
    ["D:x.db", "drive-relative D:x.db"],
    ["D:", "drive-relative D:"],
    [raw`D:..\x.db`, raw`drive-relative D:..\x.db`],
    ["x.db", "relative x.db"],
    ["./data/x.db", raw`relative data\x.db`],
    ["../../x.db", raw`relative ..\..\x.db`],
    ["data/../../x.db", raw`relative ..\x.db`],
    [".", "relative "],
    // Dots and spaces at the end
    [raw`D:\databases\x.db.`, raw`absolute D:\databases\x.db`],
    [raw`D:\databases\x.db . .`, raw`absolute D:\databases\x.db`],
    [raw`D:\databases.\x.db`, raw`absolute D:\databases\x.db`],
    [raw`D:\databases \x.db`, raw`absolute D:\databases \x.db`],
    [raw`D:\databases\.. \x.db`, raw`absolute D:\x.db`],
    [raw`D:\...\x.db`, raw`absolute D:\...\x.db`],
    [raw`D:\databases\ . `, raw`absolute D:\databases`],
    // Variables
    [raw`%APPDATA%\guard\x.db`, raw`relative %APPDATA%\guard\x.db ?`],
    [raw`D:\%NAME%\x.db`, raw`absolute D:\%NAME%\x.db ?`],
    [raw`%ProgramFiles(x86)%\x.db`, raw`relative %ProgramFiles(x86)%\x.db ?`],
    [raw`D:\databases\%DATE:~0,4%.db`, raw`absolute D:\databases\%DATE:~0,4%.db ?`],
    ["${DATA_DIR}/x.db", "relative ${DATA_DIR}\\x.db ?"],
    ['D:/databases/${a.join("/", ":")}.db', 'absolute D:\\databases\\${a.join("/", ":")}.db ?'],
    ["$HOME/x.db", raw`relative $HOME\x.db ?`],
    ["$env:APPDATA/x.db", raw`relative $env:APPDATA\x.db ?`],
    ["D:/databases/{name}.db", raw`absolute D:\databases\{name}.db ?`],
    ["{{ dir }}/x.db", raw`relative {{ dir }}\x.db ?`],
    ["$(pwd)/x.db", raw`relative $(pwd)\x.db ?`],
    ["~/x.db", raw`relative ~\x.db ?`],
    ["%X%/../x.db", raw`relative %X%\..\x.db ?`],
    ["D:/%X%/../databases/x.db", raw`absolute D:\%X%\..\databases\x.db ?`],
    ["sqlite:///${DIR}/x.db", "relative ${DIR}\\x.db ?"],
    // Reserved names
    ["NUL", "device NUL"],
    [raw`D:\databases\con.db`, raw`device D:\databases\con.db`],
    [raw`D:\logs\COM1 .log`, raw`device D:\logs\COM1 .log`],
    ["aux", "device aux"],
    ["console.db", "relative console.db"],
    [raw`D:\con\x.db`, raw`absolute D:\con\x.db`],
  ])("%j is %j", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test.each([
    "",
    "  ",
    ":memory:",
    "file::memory:?cache=shared",
    "sqlite:///:memory:",
    "sqlite://",
    "postgres://u@h/db",
    "https://x.example/y.db",
    "mysql+pymysql://h/d",
    "D:\\a\0b",
  ])("%j names no file", (text) => {
    expect(parseWindowsPath(text)).toBeNull();
  });

  test("a name of blanks in front of the last slash is the last name", () => {
    expect(parseWindowsPath("D:\\ /")).toEqual(parseWindowsPath("D:\\"));
  });

  test("no text makes it throw, and what it shows reads the same again", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "D:",
        "C:",
        "\\",
        "/",
        "..",
        ".",
        " ",
        "?",
        "%",
        "$",
        "{",
        "}",
        "~",
        ":",
        "file:",
        "sqlite:///",
        "\\\\",
        "localhost",
        "D$",
        "mnt",
        "d",
        "NUL",
        "x.db",
      ),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const path = parseWindowsPath(pieces.join(""));
        if (!path) return;
        for (const segment of path.segments) expect(segment).not.toBe("");
        if (path.kind !== "absolute" || path.drive === null || path.hasVariables || path.stream !== null) return;
        expect(parseWindowsPath(formatWindowsPath(path))).toEqual(path);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("isInside", () => {
  const inside: [string, string][] = [
    [raw`D:\databases\x.db`, "D:/databases"],
    ["D:/databases/x.db", "D:/databases"],
    [raw`d:\DATABASES\sub\x.db`, raw`D:\databases`],
    ["D:/databases", "D:/databases/"],
    [raw`\\?\D:\databases\x.db`, "D:/databases"],
    [raw`\\.\D:\databases\x.db`, "D:/databases"],
    [raw`\\localhost\D$\databases\x.db`, "D:/databases"],
    ["/mnt/d/databases/x.db", "D:/databases"],
    ["/d/databases/x.db", "D:/databases"],
    ["file:///D:/databases/x.db", "D:/databases"],
    ["file:D:/databases/x.db", "D:/databases"],
    ["sqlite:///D:/databases/x.db", "D:/databases"],
    [raw`D:\logs\..\databases\x.db`, "D:/databases"],
    [raw`D:\databases.\x.db`, "D:/databases"],
    [raw`D:\databases\x.db. `, "D:/databases"],
    ["D:/databases/${name}.db", "D:/databases"],
    ["D:/anything", "D:/"],
    ["/srv/data/x.db", "/srv/data"],
    [raw`\\server\share\x.db`, raw`\\SERVER\share`],
  ];
  test.each(inside)("%j lies in %j", (path, root) => {
    expect(isInside(parsed(path), parsed(root))).toBe(true);
  });

  const outside: [string, string][] = [
    [raw`D:\databases\..\..\dev\x.db`, "D:/databases"],
    [raw`D:\databases\..\x.db`, "D:/databases"],
    [raw`D:\databases\.. \x.db`, "D:/databases"],
    [raw`\\?\D:\databases\..\x.db`, "D:/databases"],
    [raw`D:\databases-old\x.db`, "D:/databases"],
    [raw`D:\data`, "D:/databases"],
    [raw`D:\databases \x.db`, "D:/databases"],
    [raw`D:\databases\x.db:stream`, "D:/databases"],
    [raw`D:\databases\x.db::$DATA`, "D:/databases"],
    [raw`D:databases\x.db`, "D:/databases"],
    [raw`C:\databases\x.db`, "D:/databases"],
    [raw`\databases\x.db`, "D:/databases"],
    ["databases/x.db", "D:/databases"],
    [raw`\\server\D$\databases\x.db`, "D:/databases"],
    [raw`\\.\D:`, "D:/"],
    [raw`D:\databases\NUL`, "D:/databases"],
    [raw`D:\DATABA~1\x.db`, "D:/databases"],
    ["D:/%X%/../databases/x.db", "D:/databases"],
    ["%X%/databases/x.db", "D:/databases"],
    ["/mnt/data/databases/x.db", "D:/databases"],
    ["file:///C:/databases/x.db", "D:/databases"],
    ["file:///D:/databases/%2e%2e/x.db", "D:/databases"],
    ["D:", "D:/"],
    ["/srv/database", "/srv/data"],
  ];
  test.each(outside)("%j does not lie in %j", (path, root) => {
    expect(isInside(parsed(path), parsed(root))).toBe(false);
  });
});
