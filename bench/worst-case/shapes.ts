import { BASE32, BASE62, BASE64, drawText } from "../../rules/secrets/sample.ts";

/** Text made to be slow: `write` gives at least so many bytes of it. */
export type Shape = (bytes: number) => string;

/** Parts of what no scanner should find in this file. */
const ARMOUR = ["-----BEGIN ", "PRIVATE ", "KEY-----"].join("");

function repeated(...pieces: readonly string[]): Shape {
  const unit = pieces.join("");
  return (bytes) => unit.repeat(Math.ceil(bytes / unit.length)).slice(0, bytes);
}

/** Each piece another: nothing that remembers what it has seen gets away with less. */
function numbered(write: (index: number) => string): Shape {
  return (bytes) => {
    const pieces: string[] = [];
    for (let index = 0, length = 0; length < bytes; index++) {
      const piece = write(index);
      pieces.push(piece);
      length += piece.length;
    }
    return pieces.join("");
  };
}

/** Encoded over and over: as deep as fits. */
function nested(depth: number): Shape {
  return (bytes) => {
    let text = numbered((index) => `password = "${drawText(BASE62, 24, index)}"\n`)(Math.floor(bytes * 0.75 ** depth));
    for (let level = 0; level < depth; level++) text = Buffer.from(text).toString("base64");
    return text;
  };
}

/** `triggers`: the literals that rules look for. */
export function listShapes(triggers: readonly string[]): Readonly<Record<string, Shape>> {
  return {
    "one letter": repeated("a"),
    blanks: repeated(" "),
    "line ends": repeated("\n"),
    "carriage returns": repeated("\r"),
    quotes: repeated("\"'`"),
    backslashes: repeated("\\"),
    "words of triggers": repeated(`${triggers.join(" ")} `),
    "words of triggers on a line each": repeated(triggers.map((trigger) => `${trigger}\n`).join("")),
    "one trigger": repeated("password"),
    "one trigger, assigned": repeated("password="),
    "assignments without values": repeated("a="),
    "assignments, all on one line": repeated("secret_key: abc, "),
    candidates: numbered((index) => `api_secret_${index} = "${drawText(BASE62, 32, index)}"\n`),
    "candidates on one line": numbered((index) => `password${index}="${drawText(BASE62, 16, index)}" `),
    "candidates in one place": numbered((index) => `token="${drawText(BASE62, 8, index)}`),
    tokens: numbered((index) => `ghp_${drawText(BASE62, 36, index)} AKIA${drawText(BASE32, 16, index)} `),
    "base 64": numbered((index) => drawText(BASE64, 4096, index)),
    "base 64 of base 64": nested(5),
    "codes of lines": numbered((index) => `${Buffer.from(`password = "${drawText(BASE62, 24, index)}"`).toString("base64")}\n`),
    "hexadecimal digits": numbered((index) => Buffer.from(`secret=${drawText(BASE62, 24, index)};`).toString("hex")),
    "percent signs": repeated("%70%61%73%73%77%6f%72%64%3d"),
    "lone percent signs": repeated("%"),
    "unicode escapes": repeated("\\u0070\\u0061\\u0073\\u0073\\u0077\\u006f\\u0072\\u0064\\u003d"),
    "armour that never ends": repeated(ARMOUR, "\n"),
    "armour on one line": repeated(ARMOUR, "MIIE"),
    "armour with a long body": (bytes) => `${ARMOUR}\n${numbered((index) => `${drawText(BASE64, 64, index)}\n`)(bytes)}`,
    URLs: repeated("postgres://a:b@c "),
    "URLs without an end": repeated("postgres://user:"),
    "beginnings of JWT": repeated("eyJhbGciOiJIUzI1NiJ9."),
    "minified JavaScript": numbered((index) => `function f${index}(a,b){return a.secret?b["k${index}"]:{token:"${drawText(BASE62, 20, index)}",x:a==b}};`),
    "open brackets": repeated("([{"),
    "open braces with keys": repeated('{"key":'),
    "open tags": repeated('<add key="password" value="'),
    "open templates": repeated("`${"),
    "open comments": repeated("/* password = "),
    "open here-documents": repeated("<<EOF password=\n"),
    "open expansions": repeated("${SECRET_KEY:-"),
    "folders of data": repeated("D:\\\\data\\\\trading.db "),
    "folders without an end": repeated("D:\\\\data\\\\"),
    "joined folders": repeated('path.join("D:\\\\data", '),
    "variables of the environment": numbered((index) => `process.env.SECRET_${index} `),
    "limits of trading": repeated("MAX_POSITION_USD=1\nmax_total_exposure: 5\n"),
    confirmations: repeated('confirm = input("live? ") if live else y\n'),
    suppressions: numbered((index) => `x // guard-ignore secrets/jwt -- ${index}\n`),
    "suppressions on one line": repeated("guard-ignore "),
    "indented more and more": (bytes) => {
      const lines: string[] = [];
      for (let depth = 0, length = 0; length < bytes; depth++) {
        const line = `${" ".repeat(depth % 2000)}k:\n`;
        lines.push(line);
        length += line.length;
      }
      return lines.join("");
    },
    "comments of a line": repeated("# password\n"),
    "names and entries": numbered((index) => `NAME_${index}\nKEY_${index}=1\n`),
    "schemas side by side": numbered((index) => `A${index}: z.string(),`),
    "schemas in schemas": repeated("A: z.object({ "),
    "enumerations in enumerations": repeated("A: z.enum(["),
    "reads of the environment": repeated('os.environ.get("SECRET_KEY", '),
    destructured: repeated("const { A, "),
    decorators: repeated("# @required\nA=1\n"),
    "keys of JOSE": numbered((index) => `"kty":"RSA","n":"${drawText(BASE62, 60, index)}",`),
    answers: repeated("echo YES | live # \n"),
    comparisons: repeated('!= "YES" '),
  };
}

/** What a line may be full of without any end that a pattern waits for. */
const FILLERS = [" ", "\t", " #", "=", "a", "a ", "a.", "-", ",", "(", "$", "${", "'", '"', "\\", "/", "%", "{", "\r ", "0", "a:", "<"];
const BEGINNINGS = { "a line": "", "a value": "A=", "a comment": "# ", "a call": 'password = f("', "a mapping": "  - name: " };

/** One line as long as the file, in which nothing ends, and a sign at last that no `.` matches. */
export function listLongLines(): Readonly<Record<string, Shape>> {
  const all = Object.entries(BEGINNINGS).flatMap(([name, beginning]) =>
    FILLERS.map((filler): [string, Shape] => [`${name} of ${JSON.stringify(filler)}`, (bytes) => `${beginning}${repeated(filler)(bytes)}\rx\nB=1\n`]),
  );
  return Object.fromEntries(all);
}

/** One of each kind of file that rules tell apart. */
export const PATHS = [
  "src/app.ts",
  "src/app.py",
  "run.sh",
  "run.ps1",
  "run.bat",
  "schema.sql",
  "settings.json",
  "docker-compose.yml",
  ".env",
  ".env.example",
  "web.config",
  "app.ini",
  "app.toml",
  "Dockerfile",
  "README.md",
  ".gitignore",
  "env.ts",
  "env.schema.json",
  ".env.schema",
  "trading_config.json",
  "package.json",
  "main.go",
  "app.vue",
] as const;
