import type { ContentSubject, Hit, Match, Trigger } from "../../../src/core/rule.ts";
import { isPlaceholder, isTemplate } from "../../../src/core/secrets/placeholder.ts";
import { TRIVIAL } from "../connection-password.ts";
import { isMadeUpPlace } from "../made-up-place.ts";

/** `"auth": "..."` of `.docker/config.json`, `_auth=...` of `.npmrc`, `.dockerconfigjson: ...` of Kubernetes, which is such a file encoded once more. */
export const loginTriggers: readonly Trigger[] = [
  { literal: "auth", assignedWithin: 6, holdsWithin: { set: "A-Za-z0-9+/", min: 12, within: 12 } },
  ...["dockerconfigjson", "dockercfg"].map((literal) => ({ literal, assignedWithin: 4, holdsWithin: { set: "A-Za-z0-9+/", min: 40, within: 12 } })),
];

const LOGIN = /auth["'\\]{0,2}\s{0,4}[:=]\s{0,4}["'\\]{0,2}([A-Za-z0-9+/]{12,400}={0,2})(?![A-Za-z0-9+/=])/iy;
const FILE = /docker(?:configjson|cfg)["'\\]{0,2}\s{0,4}[:=]\s{0,4}["'\\]{0,2}([A-Za-z0-9+/]{40,8000}={0,2})(?![A-Za-z0-9+/=])/iy;
const IN_FILE = /"auth"\s{0,4}:\s{0,4}"([A-Za-z0-9+/]{12,400}={0,2})"/;
const REACH = 8100;
/** No colon in the name of the user; a password of four characters or more. */
const USER_AND_PASSWORD = /^[^:\s]{1,100}:([\x20-\x7e]{4,200})$/;

/** Logins in base 64. What they decode to proves them, so that no model is asked. */
export function listEncodedLogins(subject: ContentSubject, hits: readonly Hit[]): Match[] {
  return hits.flatMap((hit): Match[] => {
    const text = subject.slice(hit.start, hit.end + REACH);
    const login = valueAt(LOGIN, text);
    const file = login === null ? valueAt(FILE, text) : null;
    const inFile = file === null ? null : (IN_FILE.exec(decode(file) ?? "")?.[1] ?? null);
    const found = login ?? inFile;
    const value = login ?? file;
    if (found === null || value === null || !holdsPassword(found)) return [];
    const start = hit.start + text.indexOf(value);
    const message = "A login is written down here, user and password in base 64, which hides nothing. Whoever can read the repository can use it.";
    return [{ start, end: start + value.length, message, ...(isMadeUpPlace(subject.path) ? { severity: "warn", confidence: "possible" } : {}) }];
  });
}

function valueAt(pattern: RegExp, text: string): string | null {
  pattern.lastIndex = 0;
  return pattern.exec(text)?.[1] ?? null;
}

function holdsPassword(value: string): boolean {
  const password = USER_AND_PASSWORD.exec(decode(value) ?? "")?.[1];
  return password !== undefined && !isPlaceholder(password) && !isTemplate(password) && !TRIVIAL.test(password);
}

/** `null` for what an encoder would have written otherwise. */
function decode(value: string): string | null {
  const bytes = Buffer.from(value, "base64");
  return bytes.toString("base64").replace(/=+$/, "") === value.replace(/=+$/, "") ? bytes.toString("latin1") : null;
}
