/** `npm run docs`: writes the pages that are made out of the code; a test holds that they are up to date. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { listPages } from "./pages.ts";

const folder = new URL("./", import.meta.url);
const pages = await listPages();

mkdirSync(new URL("rules/", folder), { recursive: true });
for (const name of readdirSync(new URL("rules/", folder))) if (!pages.has(`rules/${name}`)) rmSync(new URL(`rules/${name}`, folder));
for (const [path, text] of pages) writeFileSync(new URL(path, folder), text);
console.log(`${pages.size} pages written to docs/.`);
