import type { MadeUp } from "./made-up-secrets.ts";

/** How people write an assignment down. `lines`: the secret may hold line ends; then the notation escapes or indents them. */
export interface Notation {
  readonly file: string;
  write(secret: MadeUp): string;
}

/** `stripeSecretKey` as `STRIPE_SECRET_KEY`, `stripe.secret.key`. */
function words(name: string, joint: string, upper = false): string {
  const joined = name.replace(/([a-z])([A-Z])/g, `$1${joint}$2`).toLowerCase();
  return upper ? joined.toUpperCase() : joined;
}

function each({ pairs }: MadeUp, line: (name: string, value: string) => string): string {
  return pairs.map(([name, value]) => line(name, value)).join("\n");
}

const escaped = (value: string): string => JSON.stringify(value);
const indented = (value: string): string => value.replaceAll("\n", "\n  ");
const constant = (name: string, value: string): string => `const ${name} = ${escaped(value)};`;

export const notations: Readonly<Record<string, Notation>> = {
  ts: { file: "src/client.ts", write: (secret) => `import { connect } from "./connect";\n\n${each(secret, constant)}\n\nconnect();\n` },
  json: {
    file: "settings.json",
    write: (secret) => `{\n  "port": 8080,\n${each(secret, (name, value) => `  "${name}": ${escaped(value)},`)}\n  "debug": false\n}\n`,
  },
  yaml: {
    file: "app.yml",
    write: (secret) =>
      `server:\n  port: 8080\n${each(secret, (name, value) => `  ${words(name, "_")}: ${value.includes("\n") ? `|\n    ${value.replaceAll("\n", "\n    ")}` : value}`)}\n`,
  },
  env: {
    file: ".env",
    write: (secret) => `PORT=8080\n${each(secret, (name, value) => `${words(name, "_", true)}=${value.includes("\n") ? escaped(value) : value}`)}\n`,
  },
  python: {
    file: "app/config.py",
    write: (secret) =>
      `import os\n\n${each(secret, (name, value) => `${words(name, "_", true)} = ${value.includes("\n") ? `"""${value}"""` : `'${value}'`}`)}\n\nDEBUG = False\n`,
  },
  shell: {
    file: "deploy.sh",
    write: (secret) => `#!/bin/sh\nset -eu\n${each(secret, (name, value) => `export ${words(name, "_", true)}="${value}"`)}\n./run\n`,
  },
  properties: {
    file: "application.properties",
    write: (secret) => `server.port=8080\n${each(secret, (name, value) => `app.${words(name, ".")}=${value.replaceAll("\n", "\\n")}`)}\n`,
  },
  comment: { file: "src/start.ts", write: (secret) => `// old:\n${each(secret, (name, value) => `// ${constant(name, value)}`)}\nstart();\n` },
  powershell: {
    file: "start.ps1",
    write: (secret) => `$ErrorActionPreference = "Stop"\n${each(secret, (name, value) => `$env:${words(name, "_", true)} = '${value}'`)}\n`,
  },
  go: { file: "main.go", write: (secret) => `package main\n\nfunc main() {\n${each(secret, (name, value) => `\t${name} := ${escaped(value)}`)}\n}\n` },
  xml: {
    file: "Web.config",
    write: (secret) =>
      `<appSettings>\n${each(secret, (name, value) => `  <add key="${name}" value="${indented(value).replaceAll("&", "&amp;")}" />`)}\n</appSettings>\n`,
  },
  dockerfile: {
    file: "Dockerfile",
    write: (secret) => `FROM node:24\n${each(secret, (name, value) => `ENV ${words(name, "_", true)}=${value.replaceAll("\n", "\\n")}`)}\n`,
  },
  terraform: { file: "main.tf", write: (secret) => `provider "x" {\n${each(secret, (name, value) => `  ${words(name, "_")} = ${escaped(value)}`)}\n}\n` },
  csharp: {
    file: "Client.cs",
    write: (secret) => `class Client {\n${each(secret, (name, value) => `    private const string ${name} = ${escaped(value)};`)}\n}\n`,
  },
  java: {
    file: "Client.java",
    write: (secret) => `class Client {\n${each(secret, (name, value) => `    static final String ${words(name, "_", true)} = ${escaped(value)};`)}\n}\n`,
  },
  php: { file: "config.php", write: (secret) => `<?php\nreturn [\n${each(secret, (name, value) => `    '${words(name, "_")}' => ${escaped(value)},`)}\n];\n` },
  ruby: {
    file: "config.rb",
    write: (secret) => `setup do |config|\n${each(secret, (name, value) => `  config.${words(name, "_")} = ${escaped(value)}`)}\nend\n`,
  },
  toml: { file: "settings.toml", write: (secret) => `[service]\n${each(secret, (name, value) => `${words(name, "-")} = ${escaped(value)}`)}\n` },
  ini: { file: "settings.ini", write: (secret) => `[service]\n${each(secret, (name, value) => `${words(name, "_")}=${value.replaceAll("\n", "\\n")}`)}\n` },
  argument: {
    file: "src/open.py",
    write: (secret) => `client = Client(${each(secret, (name, value) => `${words(name, "_")}=${escaped(value)}`).replaceAll("\n", ", ")})\n`,
  },
};
