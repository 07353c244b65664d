import type { Judgement } from "./judgement.ts";

/** A JSON object in base 64, or `null`. */
function readPart(part: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** Claims by which tokens are known that are meant to be seen, or that somebody made up. */
const PUBLIC_ROLES = ["anon", "public"];
const SAMPLE_SUBJECT = "1234567890";

/** Claims of tokens that somebody made to show one. */
const DUMMY = ["some", "foo", "hello", "test", "a", "payload", "data", "key", "message", "name", "admin"];

const DOUBTED = { confidence: "possible", severity: "warn" } as const;

/** A rule has no clock. What ended before this one was written (2026-11-01, in seconds) has expired whatever the time is. */
const ENDED_BEFORE = 1_793_491_200;

/** `null` for a token that everybody may see, or that a manual prints. */
export function judgeJwt(token: string): Judgement | null {
  const [first = "", second = ""] = token.split(".");
  const header = readPart(first);
  const claims = readPart(second);
  if (!header || !claims || typeof header.alg !== "string") return { ...DOUBTED, doubt: "its header or payload is no JSON." };
  if (typeof claims.role === "string" && PUBLIC_ROLES.includes(claims.role)) return null;
  if (claims.iss === "supabase-demo" || (claims.sub === SAMPLE_SUBJECT && claims.name === "John Doe")) return null;
  if (header.alg.toLowerCase() === "none") return { ...DOUBTED, doubt: "it is not signed." };
  const facts = { algorithm: header.alg.slice(0, 12), issuer: issuerOf(claims.iss) };
  if (typeof claims.exp === "number" && claims.exp < ENDED_BEFORE) return { ...DOUBTED, doubt: "it has expired.", facts };
  if (claims.role === "service_role") return { confidence: "certain", facts };
  const told = Object.keys(claims).filter((name) => name !== "iat");
  if (told.every((name) => DUMMY.includes(name))) return { ...DOUBTED, doubt: "its claims say nothing.", facts };
  return { confidence: "likely", facts };
}

/** The host of an issuer says whom it concerns; anything else could be private. */
function issuerOf(issuer: unknown): string | null {
  return typeof issuer === "string" ? (/^https:\/\/([a-z0-9.-]{3,80})/.exec(issuer)?.[1] ?? null) : null;
}

/** A made-up token with a header and claims that can be read. */
export function sealJwt(token: string): string {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const [, second = "", signature = ""] = token.split(".");
  return [encode({ alg: "HS256", typ: "JWT" }), encode({ jti: second.slice(3, 40), iat: 1_700_000_000 }), signature.padEnd(43, "x").slice(0, 43)].join(".");
}
