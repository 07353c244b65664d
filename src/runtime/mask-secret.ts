import { redact } from "../core/redact.ts";

/** A secret as a log may show it: its last four characters, and nothing of one shorter than 20. `publicPrefix`: leading characters that anyone may see. */
export function maskSecret(secret: string, publicPrefix = 0): string {
  return redact(secret, publicPrefix).replace("\u2026", "...");
}
