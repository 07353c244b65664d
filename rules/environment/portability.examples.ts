// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the examples hold variables
import type { Examples } from "../../src/core/rule.ts";

const flag = (name: string, content: string, ...spans: readonly string[]) => ({
  name,
  path: ".env.example",
  content,
  ...(spans.length > 0 ? { spans } : {}),
  severity: "warn" as const,
});

export const examples: Examples = {
  flags: [
    {
      ...flag("a path between double quotes", 'DATABASE_PATH="D:\\databases\\trading.db"\n', '"D:\\databases\\trading.db"'),
      fixed: { ".env.example": "DATABASE_PATH=D:/databases/trading.db\n" },
    },
    flag("a path with a blank, which nobody can take out of its quotes", 'P="D:\\my data\\new.db"\n', '"D:\\my data\\new.db"'),
    flag("a quote that a backslash keeps open", 'P="D:\\backups\\"\n'),
    flag("a # inside a value", "PASSWORD=abc#def\n", "abc#def"),
    flag("a colon in place of =", "A: 1\n", "A"),
    flag("a name alone", "A\nB=1\n", "A"),
    flag("backticks", "A=`x y`\n", "`x y`"),
    flag("an escaped quote", 'A="a\\"b"\n', '"a\\"b"'),
    flag("more behind a quote", 'A="q" trailing\n'),
    flag("a doubled quote", "A='it''s'\n"),
    flag("a quote without an end", 'A="open\nB=2\n'),
    flag("a default", "A=${B:-x}\n", "${B:-x}"),
    flag("a $ inside a value", "A=pa$word\n", "pa$word"),
    flag("export", "export A=1\n", "A"),
    flag("a tab behind =", "A=\t1\n", "A"),
    flag("a blank before =", "A =1\n", "A"),
    flag("a name given twice", "A=1\nA=2\n", "A"),
    flag("a name that no shell takes", "A.B=1\n1A=2\n", "A.B", "1A"),
    flag("several lines", 'KEY="one\ntwo"\n'),
    flag("a lone carriage return", "A=1\rB=2\n", "\r"),
    flag("a byte order mark", "\ufeffA=1\n"),
    { ...flag("a comment at the very end", "A=1\n# B=2", "# B=2"), fixed: { ".env.example": "A=1\n# B=2\n" } },
  ],
  leaves: [
    { name: "plain values", path: ".env", content: "A=1\nB=two words\nC=\"three\"\nD='four # five'\nE=\nF=YWJj==\nG=1 # one\n" },
    {
      name: "paths without quotes, or between single ones",
      path: ".env",
      content: "A=D:\\data\\x.db\nB='D:\\data\\x.db'\nC=D:/data/x.db\nD=D:\\\\data\\\\x.db\n",
    },
    { name: "a line feed that all of them know", path: ".env", content: 'KEY="-----BEGIN X-----\\nabc\\n-----END X-----"\n' },
    { name: "the line ends of Windows", path: ".env", content: "A=1\r\nB=2\r\n" },
    { name: "a variable of its own", path: ".env", content: "A=1\nB=${A}/x\n" },
    { name: "a comment with a line end", path: ".env", content: "A=1\n# B=2\n" },
    { name: "an encrypted file", path: ".env.vault", content: "A=`x`\n" },
    { name: "a script of direnv", path: ".envrc", content: "export A=1\n" },
  ],
};
