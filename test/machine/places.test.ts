import { describe, expect, test } from "vitest";
import { pairRoots, toLocalPath } from "../../src/machine/places.ts";

describe("on POSIX", () => {
  const places = { baseDir: "/home/ada/repo", roots: { "D:/databases": "/srv/databases/" }, platform: "linux" as const };
  test.each([
    ["/var/lib/x.db", "/var/lib/x.db"],
    ["data/x.db", "/home/ada/repo/data/x.db"],
    ["data\\x.db", "/home/ada/repo/data/x.db"],
    ["../x.db", "/home/ada/x.db"],
    ["D:/databases/x.db", "/srv/databases/x.db"],
    ["d:\\DATABASES\\sub\\x.db", "/srv/databases/sub/x.db"],
    ["\\\\?\\D:\\databases\\x.db", "/srv/databases/x.db"],
    ["D:/databases/backups/*.db", "/srv/databases/backups/*.db"],
    ["D:/databases/../x.db", null],
    ["D:/databases-old/x.db", null],
    ["D:/other/x.db", null],
    ["D:x.db", null],
    ["C:\\x.db", null],
    ["\\\\server\\share\\x.db", null],
  ])("%s", (configured, local) => {
    expect(toLocalPath(configured, places)).toBe(local);
  });
});

describe("on Windows", () => {
  const places = { baseDir: "C:\\Users\\ada\\repo", roots: {}, platform: "win32" as const };
  test.each([
    ["D:/databases/x.db", "D:/databases/x.db"],
    ["D:\\databases\\.\\x.db", "D:/databases/x.db"],
    ["\\\\?\\D:\\databases\\x.db", "D:/databases/x.db"],
    ["data\\x.db", "C:/Users/ada/repo/data/x.db"],
    ["data/x.db", "C:/Users/ada/repo/data/x.db"],
    ["\\\\server\\share\\x.db", "//server/share/x.db"],
    ["D:x.db", null],
  ])("%s", (configured, local) => {
    expect(toLocalPath(configured, places)).toBe(local);
  });
});

test("roots and the folders that stand for them are paired by their last names", () => {
  expect(pairRoots(["D:/databases", "D:\\logs", "D:/data"], ["/srv/Databases", "/var/logs/"])).toEqual({
    "D:/databases": "/srv/Databases",
    "D:\\logs": "/var/logs/",
  });
});
