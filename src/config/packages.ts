import { readFileSync } from "node:fs";
import { createRequire, findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** The main file of an installed package as seen from a folder, or `null` where there is none. */
export function findPackageFile(name: string, folder: string): string | null {
  const from = join(folder, "guard.config.json");
  try {
    return createRequire(from).resolve(name);
  } catch {
    return findImportOnly(name, from);
  }
}

/** Packages that export nothing but `import` are invisible to `require`. */
function findImportOnly(name: string, from: string): string | null {
  try {
    const manifest = findPackageJSON(name, pathToFileURL(from));
    if (manifest === undefined) return null;
    const { exports } = JSON.parse(readFileSync(manifest, "utf8")) as { readonly exports?: unknown };
    const target = targetOf(exports);
    return target === null ? null : join(dirname(manifest), target);
  } catch {
    return null;
  }
}

/** `"./a.js"`, `{ "import": "./a.js" }` or `{ ".": { "import": { "default": "./a.js" } } }`. */
function targetOf(exports: unknown): string | null {
  if (typeof exports === "string") return exports;
  if (typeof exports !== "object" || exports === null) return null;
  for (const condition of [".", "node", "import", "default"]) {
    const target = targetOf(Reflect.get(exports, condition));
    if (target !== null) return target;
  }
  return null;
}
