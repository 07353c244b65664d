import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Files of the sample repository, shaped like the monorepo that Guard was made for. */
export type Files = Readonly<Record<string, string>>;

export const start: Files = {
  "package.json": '{ "name": "sample-monorepo", "private": true, "scripts": { "build": "nx run-many -t build" } }\n',
  ".gitignore": "node_modules/\n.env\n.env.*\n!.env.example\n*_credentials.json\n*.pem\n*.key\n*.db\n*.log\nnonce_state*.json\n",
  "apps/web/src/main.ts": 'export const title = "Sample";\n',
  "apps/web/.env.example": "NODE_ENV=development\nDEEPSEEK_API_KEY=\nDATABASE_URL=\n",
  "apps/desktop/src/database.ts": 'export const path = process.env.DATABASE_PATH ?? "D:/databases/database.db";\n',
  "projects/crypto-enhanced/README.md": "# Trading bot\n",
  "projects/crypto-enhanced/config.py": 'LOG_LEVEL = "INFO"\n',
};

/** What people stage by mistake. The credentials are made up anew in each run. */
export const mistakes: Files = {
  "apps/web/src/upload.ts": `const bucket = "reports";
export const client = connect({
  accessKeyId: "${made("AKIA", 16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")}",
  secretAccessKey: "${made("", 40, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")}",
  bucket,
});
`,
  "deploy/server.ts": `export const key = \`${privateKey()}\`;\n`,
  "apps/web/.env.production": "NODE_ENV=production\nDATABASE_URL=D:\\databases\\dev_database.db\nCORS_ORIGIN=http://localhost:5173\n",
  "apps/desktop/src/database.ts": 'import Database from "better-sqlite3";\n\nexport const db = new Database("C:/dev/apps/desktop/data/app.db");\n',
};

/** The same changes as they should be. */
export const mended: Files = {
  "apps/web/src/upload.ts": `const bucket = "reports";
export const client = connect({
  accessKeyId: process.env.AWS_ACCESS_KEY_ID,
  secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY,
  bucket,
});
`,
  "deploy/server.ts": 'import { readFileSync } from "node:fs";\n\nexport const key = readFileSync(process.env.SERVER_KEY_FILE ?? "", "utf8");\n',
  "apps/desktop/src/database.ts":
    'import Database from "better-sqlite3";\n\nexport const db = new Database(process.env.DATABASE_PATH ?? "D:/databases/database.db");\n',
};

export function write(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function made(prefix: string, length: number, alphabet: string): string {
  return prefix + Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join("");
}

function privateKey(): string {
  return generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  }).privateKey;
}
