import type { Examples } from "../../src/core/rule.ts";

const raw = String.raw;

export const examples: Examples = {
  flags: [
    {
      name: "a tab in JavaScript",
      path: "src/a.js",
      content: raw`const p = 'D:\databases\trading.db';`,
      spans: [raw`D:\databases\trading.db`],
      severity: "warn",
    },
    { name: "an argument", path: "src/a.test.ts", content: raw`expect(isValid("C:\dev\test.db")).toBe(false);`, spans: [raw`C:\dev\test.db`] },
    { name: "a template", path: "src/a.ts", content: raw`const p = ${"`"}D:\logs\${name}.log${"`"};`, spans: [raw`D:\logs\${name}.log`] },
    {
      name: "one that is right and one that is not",
      path: "src/a.ts",
      content: raw`open('D:\\logs\\new.log', 'D:\logs\new.log');`,
      spans: [raw`D:\logs\new.log`],
    },
    { name: "only one backslash too few", path: "src/a.ts", content: raw`const p = 'D:\\databases\trading.db';`, spans: [raw`D:\\databases\trading.db`] },
    { name: "a folder", path: "src/a.ts", content: raw`const dir = 'D:\logs';`, spans: [raw`D:\logs`] },
    {
      name: "behind a scheme",
      path: "src/A.java",
      content: raw`String u = "jdbc:sqlite:D:\databases\trading.db";`,
      spans: [raw`jdbc:sqlite:D:\databases\trading.db`],
    },
    {
      name: "letters beyond ASCII behind it",
      path: "src/a.ts",
      content: raw`const dbPath = 'D:\databases\trading.db'; // Prüfung`,
      fixed: { "src/a.ts": "const dbPath = 'D:/databases/trading.db'; // Prüfung" },
    },
    { name: "a tab in Python", path: "a.py", content: raw`DB = 'D:\databases\trading.db'`, spans: [raw`D:\databases\trading.db`] },
    { name: "JSON that holds a tab", path: "a.json", content: raw`{ "db": "D:\temp\base.db" }`, spans: [raw`D:\temp\base.db`] },
    { name: "double quotes in YAML", path: "a.yml", content: raw`db: "D:\new\trading.db"`, spans: [raw`D:\new\trading.db`] },
    { name: "a basic string of TOML", path: "a.toml", content: raw`db = "D:\databases\trading.db"`, spans: [raw`D:\databases\trading.db`] },
    { name: "double quotes in an environment file", path: ".env", content: raw`DB_PATH="D:\new\trading.db"`, spans: [raw`D:\new\trading.db`] },
    { name: "a properties file", path: "a.properties", content: raw`db=D:\databases\trading.db`, spans: [raw`D:\databases\trading.db`] },
    { name: "an unquoted word of a shell", path: "a.sh", content: raw`export DB_PATH=D:\databases\trading.db`, spans: [raw`D:\databases\trading.db`] },
  ],
  leaves: [
    { name: "doubled backslashes", path: "src/a.ts", content: raw`const p = 'D:\\databases\\trading.db';` },
    { name: "forward slashes", path: "src/a.ts", content: "const p = 'D:/databases/trading.db';" },
    { name: "String.raw", path: "src/a.ts", content: raw`const p = String.raw${"`"}D:\databases\trading.db${"`"};` },
    { name: "raw strings of Python, Rust, C# and Go", path: "a.py", content: raw`p = r'D:\databases\trading.db'` },
    { name: "a raw string of Rust", path: "a.rs", content: raw`let p = r"D:\databases\trading.db";` },
    { name: "a verbatim string of C#", path: "A.cs", content: raw`var p = @"D:\databases\trading.db";` },
    { name: "a raw string of Go", path: "a.go", content: raw`p := ${"`"}D:\databases\trading.db${"`"}` },
    { name: "single quotes in PHP", path: "a.php", content: raw`$p = 'D:\databases\trading.db';` },
    { name: "Python keeps an unknown escape", path: "a.py", content: raw`p = 'D:\databases\Orders.db'` },
    { name: "comments", path: "src/a.ts", content: raw`// lies in D:\databases\trading.db` },
    { name: "a regular expression", path: "src/a.ts", content: raw`const p = /^D:\\databases\\/;` },
    { name: "a pattern in a string", path: "src/a.ts", content: raw`const p = new RegExp('^[a-z]:\d+');` },
    { name: "an answer behind a letter", path: "src/a.ts", content: raw`const text = 'A:\nYes';` },
    { name: "a message that goes on in the next line", path: "src/a.ts", content: raw`const text = 'Drive D:\n';` },
    { name: "plain and single-quoted YAML", path: "a.yml", content: raw`a: D:\new\x.db${"\n"}b: 'D:\new\x.db'` },
    { name: "a literal string of TOML", path: "a.toml", content: raw`db = 'D:\databases\trading.db'` },
    { name: "an unquoted value of an environment file", path: ".env", content: raw`DB_PATH=D:\databases\trading.db` },
    { name: "double quotes of a shell", path: "a.sh", content: raw`DB_PATH="D:\databases\trading.db"` },
  ],
};
