import { readFileSync } from "node:fs";

/** `null` where there is nothing that can be read. */
export function readTextOrNull(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
