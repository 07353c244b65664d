// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts under test are templates
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Language, languageOf, listAssignments, tokenize } from "../../src/core/lexer.ts";

const languages: readonly Language[] = ["c-like", "python", "shell", "powershell", "sql", "json", "yaml", "ini", "xml", "plain"];

describe("languageOf", () => {
  test.each([
    ["src/app.ts", "c-like"],
    ["src/App.TSX", "c-like"],
    ["lib/index.cjs", "c-like"],
    ["main.rs", "c-like"],
    ["Program.cs", "c-like"],
    ["App.vue", "c-like"],
    ["bot/main.py", "python"],
    ["config/database.rb", "python"],
    ["deploy.sh", "shell"],
    ["Dockerfile", "shell"],
    ["docker/Dockerfile.prod", "shell"],
    [".bashrc", "shell"],
    ["backup.ps1", "powershell"],
    ["schema.sql", "sql"],
    ["package.json", "json"],
    ["docker-compose.yml", "yaml"],
    ["values.yaml.example", "yaml"],
    [".env", "ini"],
    [".env.local", "ini"],
    [".env.production.example", "ini"],
    ["apps/web/prod.env", "ini"],
    ["env.example", "ini"],
    ["src/config/env.ts", "c-like"],
    ["Cargo.toml", "ini"],
    ["schema.prisma", "ini"],
    ["gradle.properties", "ini"],
    [".npmrc", "ini"],
    ["web.config", "xml"],
    ["index.html", "xml"],
    ["README.md", "plain"],
    ["LICENSE", "plain"],
    ["folder.ts/constructor", "plain"],
    ["D:\\work\\app.ts", "c-like"],
  ] satisfies [string, Language][])("%s is %s", (path, language) => {
    expect(languageOf(path)).toBe(language);
  });
});

/** Value, opening quote and prefix of each string; `~` marks one that is not closed, `$` one that is interpolated. */
function strings(text: string, language: Language): string[] {
  return tokenize(text, language)
    .filter((token) => token.kind === "string")
    .map((token) => `${token.prefix}${token.quote}|${token.value}${token.closed ? "" : "~"}${token.interpolated ? "$" : ""}`);
}

describe("strings", () => {
  test.each<[string, Language, string, string[]]>([
    ["escapes", "c-like", String.raw`'a\'b' "\n\t\x41B\u{43}\101\d\\"`, ["'|a'b", '"|\n\tABCAd\\']],
    ["a template with templates inside", "c-like", "`a ${b(`c ${'}'}`)} d`; 'x'", ["`|a ${b(`c ${'}'}`)} d$", "'|x"]],
    ["a quote in a regular expression inside a template", "c-like", "`a ${b.replace(/\"/g, '\\\\\"')} c`; 'x'", ["`|a ${b.replace(/\"/g, '\\\"')} c$", "'|x"]],
    ["a template over lines", "c-like", "`a\nb`", ["`|a\nb"]],
    ["a string that is not closed", "c-like", "'abc\n'd'", ["'|abc~", "'|d"]],
    ["a template that is not closed", "c-like", "`abc\n'd'", ["`|abc~", "'|d"]],
    ["comments", "c-like", "// 'a'\n/* 'b'\n'c' */ 'd'", ["'|d"]],
    ["a comment that is not closed", "c-like", "/* 'a'\n'b'", ["'|b"]],
    ["a fragment that begins inside a comment", "c-like", "it ends */ 'b'", ["'|b"]],
    ["C# verbatim and interpolated", "c-like", '@"C:\\a""b" $"x{y}" $@"\\{z}" $"plain"', ['@"|C:\\a"b', '$"|x{y}$', '$@"|\\{z}$', '$"|plain']],
    ["Rust raw", "c-like", 'r"\\d" r#"a"b"# br##"c"#d"## b"e"', ['r"|\\d', 'r#"|a"b', 'br##"|c"#d', 'b"|e']],
    ["Rust lifetimes", "c-like", "fn f<'a>(x: &'a str, y: &'static str) -> char { 'x' }", ["'|x"]],
    ["C++ raw", "c-like", 'R"x(a)"b)x" R"(c)"', ['R"x(|a)"b', 'R"(|c']],
    ["triple quotes", "c-like", '"""a "b"\nc""" ""', ['"""|a "b"\nc', '"|']],
    ["Go raw", "c-like", "`D:\\\\x`", ["`|D:\\x"]],
    ["regular expressions", "c-like", `a = /['"]/g; b = x / y / 'z'; return /[/']/`, ["'|z"]],
    ["apostrophes in text", "c-like", "<p>don't say 'no'</p>; return'a'", ["'|no", "'|a"]],
    ["prefixes", "python", String.raw`r'\d' rb"\x" u'a' B'\x41' '\d\t'`, ["r'|\\d", 'rb"|\\x', "u'|a", "B'|A", "'|\\d\t"]],
    ["f-strings", "python", "f'{a}' f'b' t\"{c}\"", ["f'|{a}$", "f'|b", 't"|{c}$']],
    ["triple quotes", "python", "'''a'b\nc''' # 'd'\n\"\"\"e", ["'''|a'b\nc", '"""|e~']],
    ["a raw string that escapes its quote", "python", String.raw`r'a\'b' 'c'`, [String.raw`r'|a\'b`, "'|c"]],
    ["quotes of a shell", "shell", String.raw`a 'b\' "c\"d\e" $'\x41'`, ["'|b\\", '"|c"d\\e', "$'|A"]],
    ["expansions", "shell", 'a "$b" "${c}" "$(d "e" f)" "\\$g" "h"', ['"|$b$', '"|${c}$', '"|$(d "e" f)$', '"|$g', '"|h']],
    ["comments only where a word starts", "shell", "a#'b' c # 'd'", ["'|b"]],
    ["a here-document with apostrophes", "shell", "cat <<EOF\ndon't\nEOF\na 'b\nc'", ["'|t~", "'|b\nc"]],
    ["a string in a string", "powershell", '"a$(b "c")d""e" "\\" "f"', ['"|a$(b "c")d"e$', '"|\\', '"|f']],
    ["quotes and backticks", "powershell", "'it''s' \"a`nb`\"c\"\"d\" \"$e\" # 'f'\n<# 'g' #>", ["'|it's", '"|a\nb"c"d', '"|$e$']],
    ["here-strings", "powershell", '@"\na "b" $c\n"@\n@\'\r\nd\'e\r\n\'@', ['@"\n|a "b" $c$', "@'\r\n|d'e\r"]],
    ["doubled quotes", "sql", "'it''s' -- 'a'\n/* 'b' */ '' \"c\"", ["'|it's", "'|", '"|c']],
    ["escapes", "json", String.raw`{"a\/b": "A\\"} // "c"`, ['"|a/b', '"|A\\']],
    ["quoted and plain scalars", "yaml", `a: b c # d\n"e": 'f''g'\nh: "i\\n"\n- j`, ["|b c", '"|e', "'|f'g", '"|i\n']],
    ["values", "ini", "A=b # c\nB='d # e' # f\nC=\"g\\n\\q\"\nD=h#i\n;J=k\n#L=m", ["|b", "'|d # e", '"|g\n\\q', "|h#i"]],
    ["a quoted PEM block over lines", "ini", 'K="-----BEGIN X\nabc"\nL="m\nN=o', ['"|-----BEGIN X\nabc', '"|m~', "|o"]],
    ["attributes, text, comments", "xml", `<a b="c&quot;&#65;&#x42;" d='e'>f &amp; g</a><!-- <h i="j"> -->`, ['"|c"AB', "'|e", "|f & g"]],
    ["a script", "xml", "<p>it's</p><script>x = 'y' // 'z'</script>", ["|it's", "'|y"]],
    ["fences", "plain", "```bash\n'a'\n```\n`b`", ["'|a", "`|b"]],
    ["quotes but no apostrophes", "plain", `don't "a 'b'" 'c' 5' "d`, [`"|a 'b'`, "'|c", '"|d~']],
  ])("%s (%s)", (_, language, text, expected) => {
    expect(strings(text, language)).toEqual(expected);
  });

  test("know where their content stands", () => {
    const text = "x = rb'abc' # c";
    const token = tokenize(text, "python").find(({ kind }) => kind === "string");
    expect(token).toMatchObject({ start: 4, end: 11, innerStart: 7, innerEnd: 10, prefix: "rb", quote: "'", text: "rb'abc'" });
  });

  test("kinds of tokens", () => {
    const kinds = tokenize("a.b1 !== 0x1F; // c\n", "c-like").map(({ kind, text }) => [kind, text]);
    expect(kinds).toEqual([
      ["name", "a"],
      ["punctuation", "."],
      ["name", "b1"],
      ["operator", "!=="],
      ["number", "0x1F"],
      ["punctuation", ";"],
      ["comment", "// c"],
      ["newline", "\n"],
    ]);
  });
});

/** `name operator value`, the value in quotes where it was quoted, in parentheses where it is an expression. */
function assignments(text: string, language: Language): string[] {
  return listAssignments(text, language).map(({ name, operator, value }) => {
    const shown = value.quoted ? `"${value.text}"` : value.kind === "expression" ? `(${value.text})` : value.text;
    return `${name} ${operator} ${shown}`;
  });
}

describe("listAssignments", () => {
  test.each<[string, Language, string, string[]]>([
    [
      "declarations",
      "c-like",
      'const a = "b"; let c: string | null = \'d\'; var e string = "f"; g := "h"; char i[] = "j"; const string k = "l"; const val m = "n"',
      ['a = "b"', 'c = "d"', 'e = "f"', 'g := "h"', 'i = "j"', 'k = "l"', 'm = "n"'],
    ],
    ["members", "c-like", `({ apiKey: "a", 'b-c': \`d\`, n: 5, f: g(1, 2) })`, ['apiKey : "a"', 'b-c : "d"', "n : 5", "f : (g(1, 2))"]],
    ["subscripts and chains", "c-like", `a.b["apiKey"] = "c"; this.d.e = 'f'`, ['apiKey = "c"', 'e = "f"']],
    [
      "defaults of the environment",
      "c-like",
      `a = process.env.DB || "x"; process.env["K"] ?? 'y'; env("L", "z"); getenv("M") ?: "w"`,
      ['a = (process.env.DB || "x")', 'DB || "x"', 'K ?? "y"', 'L , "z"', 'M : "w"'],
    ],
    [
      "optional members and parameters",
      "c-like",
      `class A { key?: string = "a"; constructor(private b: B<C> = "d", e = "f") {} }`,
      ['key = "a"', 'b = "d"', 'e = "f"'],
    ],
    ["a string on the next line", "c-like", `const a =\n  // why\n  "b";`, ['a = "b"']],
    ["a macro", "c-like", '#define API_KEY "a"', ['API_KEY   "a"']],
    ["pairs of PHP and JSX attributes", "c-like", `['key' => "a"]; <A token="b" />`, ['key => "a"', 'token = "b"']],
    [
      "no comparisons, no conditions, no cases",
      "c-like",
      `a == "b"; c === "d"; e !== "f"; g >= "h"; i ? "j" : "k"; l ? m : "n"; switch (o) { case "p": "q" }`,
      [],
    ],
    ["calls that take no pair", "c-like", `replace("a", "b"); log("c", "d")`, []],
    [
      "annotations and defaults",
      "python",
      `a: str = "b"\nc: Optional[str] = os.getenv("D", 'e')\ndef f(g="h", i: str = 'j'): pass`,
      ['a = "b"', "c = (os.getenv(\"D\", 'e'))", 'D , "e"', 'g = "h"', 'i = "j"'],
    ],
    [
      "keyword arguments and dictionaries",
      "python",
      `connect(password="a", db = 'b')\nd = dict(x=1)\n{"k": "v"}`,
      ['password = "a"', 'db = "b"', "d = (dict(x=1))", "x = 1", 'k : "v"'],
    ],
    [
      "or, and a value in parentheses",
      "python",
      `a = os.environ.get("B") or "c"\nd = ("e"\n "f")`,
      ['a = (os.environ.get("B") or "c")', 'B or "c"', 'd = "e"'],
    ],
    ["blocks are no values", "python", `class A:\n  "doc"\nif a == "b":\n  c = "d"\nif e: f = "g"`, ['c = "d"', 'f = "g"']],
    [
      "words of a shell",
      "shell",
      `export A=b C="d e" F='g'\nH=i"j k"l; cmd --token=m --n o # P=q\nR+=s`,
      ["A = b", 'C = "d e"', 'F = "g"', "H = ij kl", "token = m", "R += s"],
    ],
    ["a here-document", "shell", "cat > .env <<EOF\nA=b\nEOF\nENV C=d", ["A = b", "C = d"]],
    [
      "variables and parameters",
      "powershell",
      `$env:A = "b"; [string]$c = 'd'; Connect -Password "e"; @{ F = 'g' }; if ($h -eq "i") {}`,
      ['A = "b"', 'c = "d"', 'Password   "e"', 'F = "g"'],
    ],
    ["statements", "sql", "SET x = 'a'; UPDATE t SET p = 'b', q := 5", ['x = "a"', 'p = "b"', "q := 5"]],
    ["pairs", "json", `{ "a": "b", "c": [1], "d": null, "e": -1.5 }`, ['a : "b"', "c : ([1])", "d : (null)", "e : (-1.5)"]],
    [
      "mappings",
      "yaml",
      `a: b # c\n"d e": 'f'\n- g: h\nurl: http://x/y\ni: &j !!str "k"\nl:\n  m: |\n    export N=o`,
      ["a : b", 'd e : "f"', "g : h", "url : http://x/y", 'i : "k"', "N = o"],
    ],
    [
      "lists of variables",
      "yaml",
      `environment:\n  - A=b c\n  - "D=e"\n  - 'F=g # h' # i\nflow: { j: "k" }`,
      ["A = b c", 'D = "e"', 'F = "g # h"', 'flow : ({ j: "k" })', 'j : "k"'],
    ],
    [
      "keys of every kind",
      "ini",
      `a=b\nc.d = "e" # f\nexport G='h'\n[i]\nj: k ; l\n"m n" = 5\n  o=\np = env("Q")`,
      ["a = b", 'c.d = "e"', 'G = "h"', "j : k", "m n = 5", 'p = (env("Q"))'],
    ],
    ["the token of a registry", "ini", "//registry.example.org/:_authToken=abc", ["_authToken = abc"]],
    ["values with signs", "ini", 'URL=postgres://u@h/db?a=b#c\nJ={"a":"b"}\nE=a=b', ["URL = postgres://u@h/db?a=b#c", 'J = ({"a":"b"})', 'a : "b"', "E = a=b"]],
    [
      "attributes and elements",
      "xml",
      `<a b="c"><password>d</password><add key="E" value="f"/><string name="g">h</string></a>`,
      ['b = "c"', "password > d", 'key = "E"', 'E = "f"', 'name = "g"', "g > h"],
    ],
    ["a property list", "xml", "<key>A</key>\n  <string>b</string>", ["key > A", "A > b"]],
    ["a fragment that begins in a tag", "xml", `value="a"/>`, ['value = "a"']],
    ["prose", "plain", `Set API_KEY=abc.d-e, then token: "f". a == b`, ["API_KEY = abc.d-e", 'token : "f"']],
  ])("%s (%s)", (_, language, text, expected) => {
    expect(assignments(text, language)).toEqual(expected);
  });

  test("names and values span exactly their text", () => {
    const text = `cfg["db-path"] = 'D:\\\\x'; $y = 1`;
    const found = listAssignments(text, "c-like").map(({ nameStart, nameEnd, value }) => [
      text.slice(nameStart, nameEnd),
      text.slice(value.start, value.end),
      value.text,
    ]);
    expect(found).toEqual([
      ["db-path", "D:\\\\x", "D:\\x"],
      ["y", "1", "1"],
    ]);
  });
});

/** Text that looks enough like code to get into every corner. */
const codeLike = fc.array(
  fc.oneof(
    fc.constantFrom(..."'\"`\\/*#-=:,;$(){}[]<>|&@?!\n\r\t %.".split("")),
    fc.constantFrom(
      "//",
      "/*",
      "*/",
      '"""',
      "'''",
      "${",
      "$(",
      '@"\n',
      '"@',
      "<#",
      'r#"',
      'R"(',
      "<!--",
      "-->",
      "<<EOF\n",
      "EOF\n",
      "||",
      "??",
      "key: ",
      "a",
      "export ",
      "-----BEGIN",
    ),
    fc.string({ maxLength: 4, unit: "binary" }),
  ),
  { maxLength: 60 },
);

describe("any text", () => {
  test.each(languages)("tokens of %s are in order, inside the text, and hold what stands there", (language) => {
    fc.assert(
      fc.property(codeLike, (pieces) => {
        const text = pieces.join("");
        let end = 0;
        for (const token of tokenize(text, language)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.innerStart).toBeGreaterThanOrEqual(token.start);
          expect(token.innerEnd).toBeGreaterThanOrEqual(token.innerStart);
          expect(token.innerEnd).toBeLessThanOrEqual(token.end);
          expect(token.text).toBe(text.slice(token.start, token.end));
          expect(text.slice(end, token.start)).toMatch(/^[ \t\v\f\ufeff]*$/);
          end = token.end;
        }
        expect(text.slice(end)).toMatch(/^[ \t\v\f\ufeff]*$/);
      }),
      { numRuns: 500 },
    );
  });

  test.each(languages)("assignments of %s lie inside the text", (language) => {
    fc.assert(
      fc.property(codeLike, (pieces) => {
        const text = pieces.join("");
        for (const { name, nameStart, nameEnd, value } of listAssignments(text, language)) {
          expect(nameEnd - nameStart).toBeGreaterThanOrEqual(0);
          expect(nameEnd).toBeLessThanOrEqual(text.length);
          expect(value.start).toBeLessThanOrEqual(value.end);
          expect(value.end).toBeLessThanOrEqual(text.length);
          if (value.kind === "expression") expect(value.text).toBe(text.slice(value.start, value.end));
          expect(typeof name).toBe("string");
        }
      }),
      { numRuns: 500 },
    );
  });

  // Quadratic work on so many characters takes minutes; the bound is far above what a slow machine needs.
  test.each([
    "`${\n",
    '"""\n',
    "/*\n",
    "'",
    "\\'",
    '"$(',
    "=/[",
    "a=",
    "${",
    "key: ",
    "<a b=",
    "//a:",
    'r#"\n',
    "f('a',",
    "a||",
    "- ",
    "<<A\n",
    "-----BEGIN",
    '"-----BEGIN\n',
    "(",
  ])("time is linear in %j", (piece) => {
    const text = piece.repeat(100_000 / piece.length);
    const started = performance.now();
    for (const language of languages) listAssignments(text, language);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
