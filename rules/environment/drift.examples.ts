import type { Examples } from "../../src/core/rule.ts";

const others = { ".env.example": "# settings\nSMTP_HOST=\nPORT=3000\n" };

export const examples: Examples = {
  flags: [
    {
      name: "a name that the template has not, put next to its neighbour",
      path: "src/mail.ts",
      content: "send(process.env.SMTP_PASSWORD);\n",
      others,
      severity: "warn",
      fixed: { ".env.example": "# settings\nSMTP_HOST=\nSMTP_PASSWORD=\nPORT=3000\n" },
    },
    {
      name: "two names, one of them without neighbours, with the line ends of Windows",
      path: "bot.py",
      content: 'key = os.environ["KRAKEN_KEY"]\nport = os.getenv("PORT_HTTPS")\n',
      others: { ".env.example": "PORT=3000\r\nMODE=" },
      fixed: { ".env.example": "PORT=3000\r\nPORT_HTTPS=\r\nMODE=\r\nKRAKEN_KEY=\r\n" },
    },
    { name: "destructured", path: "src/a.ts", content: "const { MAIL_FROM, PORT } = process.env;\n", others },
    {
      name: "Rust, PowerShell, Vite",
      path: "src/main.rs",
      content: 'std::env::var("NOVA_KEY").unwrap()\n',
      others: { ...others, "a.ps1": "x $env:NOVA_URL\n" },
    },
    {
      name: "the template of the application, not that of another",
      path: "apps/a/src/x.ts",
      content: "process.env.A_KEY\n",
      others: { "apps/a/.env.example": "B=\n", "apps/b/.env.example": "A_KEY=\n" },
    },
    { name: "set on this machine, and not in the template", path: ".env.example", content: "A=\n", local: { ".env": "A=1\nB=2\n" } },
    { name: "asked for by the template, and not set", path: ".env.example", content: "A=\nB=\n", local: { ".env": "A=1\n" } },
  ],
  leaves: [
    { name: "named", path: "src/a.ts", content: "process.env.SMTP_HOST\n", others },
    { name: "named in a comment", path: "src/a.ts", content: "process.env.DEBUG_LEVEL\n", others: { ".env.example": "# DEBUG_LEVEL=\n" } },
    { name: "named by the template above", path: "apps/a/x.ts", content: "process.env.SMTP_HOST\n", others: { ...others, "apps/a/.env.example": "A=\n" } },
    {
      name: "with a default in the code",
      path: "src/a.ts",
      content: "process.env.A_KEY ?? 'x'; process.env.B_KEY || 1; const { C_KEY = 2 } = process.env;\n",
      others,
    },
    { name: "with a default in Python", path: "a.py", content: 'os.getenv("A_KEY", "1"); os.environ.get("B_KEY") or 2\n', others },
    {
      name: "only asked whether it is there",
      path: "src/a.ts",
      content: "if (process.env.A_KEY) {}\nprocess.env.B_KEY === '1'; !process.env.C_KEY;\n",
      others,
    },
    { name: "given a value", path: "src/a.ts", content: "process.env.A_KEY = '1';\ndelete process.env.B_KEY;\n", others },
    { name: "set by the platform", path: "src/a.ts", content: "process.env.NODE_ENV; process.env.VERCEL_URL; import.meta.env.MODE;\n", others },
    { name: "a test", path: "src/a.test.ts", content: "process.env.A_KEY\n", others },
    { name: "no template", path: "src/a.ts", content: "process.env.A_KEY\n" },
    { name: "a template that gives a value, left out on this machine", path: ".env.example", content: "A=\nPORT=3000\n# B=\n", local: { ".env": "A=1\n" } },
  ],
};
