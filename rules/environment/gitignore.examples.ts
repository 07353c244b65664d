import type { Examples } from "../../src/core/rule.ts";

const whole = ".env\n.env.*\n!.env.example\n*_credentials.json\n*.pem\n*.key\n";

export const examples: Examples = {
  flags: [
    {
      name: "only what a template of a tool brings",
      path: ".gitignore",
      content: "node_modules\ndist\n",
      fixed: { ".gitignore": `node_modules\ndist\n${whole.replace("!.env.example\n", "!.env.example\n!.env.sample\n!.env.template\n!.env.schema\n")}` },
    },
    {
      name: "a file with CRLF and without a last line end",
      path: ".gitignore",
      content: "node_modules\r\n*.pem\r\n.env",
      fixed: {
        ".gitignore":
          "node_modules\r\n*.pem\r\n.env\r\n.env.*\r\n!.env.example\r\n!.env.sample\r\n!.env.template\r\n!.env.schema\r\n*_credentials.json\r\n*.key\r\n",
      },
    },
    {
      name: "one environment file of several",
      path: ".gitignore",
      content: `${whole.replace(".env.*\n", "")}.env.local\n`,
      severity: "block",
      confidence: "certain",
    },
    { name: "environment files, and no keys", path: ".gitignore", content: ".env*\n", severity: "warn", confidence: "likely" },
    { name: "some keys", path: ".gitignore", content: whole.replace("*.pem\n", ""), severity: "warn" },
    {
      name: "a template without any .gitignore",
      path: "app/.env.example",
      content: "A=\n",
      fixed: { ".gitignore": whole.replace("!.env.example\n", "!.env.example\n!.env.sample\n!.env.template\n!.env.schema\n") },
    },
    { name: "all, in comments", path: ".gitignore", content: whole.replace(/^/gm, "#") },
    { name: "ignored and taken back", path: ".gitignore", content: `${whole}!.env.production\n`, severity: "block", fixed: {} },
    {
      name: "at the root alone",
      path: ".gitignore",
      content: `/.env\n/.env.*\n*_credentials.json\n*.pem\n*.key\n`,
      others: { "apps/shop/package.json": "{}" },
      severity: "block",
    },
    {
      name: "taken back below",
      path: "apps/shop/.gitignore",
      content: "!.env\n",
      others: { ".gitignore": whole, "apps/shop/package.json": "{}" },
      severity: "block",
    },
    {
      name: "the template as well",
      path: ".gitignore",
      content: ".env*\n*_credentials.json\n*.pem\n*.key\n",
      others: { ".env.example": "A=\n" },
      severity: "warn",
    },
    { name: "a folder of that name", path: ".gitignore", content: whole.replace(".env\n", ".env/\n"), severity: "block" },
    { name: "in another folder", path: "apps/shop/.gitignore", content: whole },
    { name: "a name of one's own", path: ".gitignore", content: whole, options: { environmentFiles: ["settings.local"] }, severity: "block" },
  ],
  leaves: [
    { name: "the five of the policy", path: ".gitignore", content: ".env\n.env.*\n*_credentials.json\n*.pem\n*.key\n" },
    { name: "the same with the template taken back", path: ".gitignore", content: whole },
    { name: "with the line ends of Windows", path: ".gitignore", content: whole.replaceAll("\n", "\r\n") },
    { name: "with a BOM", path: ".gitignore", content: `\ufeff${whole}` },
    { name: "in fewer words", path: ".gitignore", content: "**/.env*\n!.env.example\n*.{pem,key}\n*.pem\n*.key\n*credentials*\n" },
    { name: "in folders below too", path: ".gitignore", content: whole, others: { "apps/shop/package.json": "{}", "apps/shop/.env.example": "A=\n" } },
    {
      name: "a whole folder, by the .gitignore in it",
      path: ".gitignore",
      content: whole,
      others: { "apps/.gitignore": "*\n", "apps/shop/package.json": "{}" },
    },
    { name: "everything", path: ".gitignore", content: "*\n!*.ts\n" },
  ],
};
