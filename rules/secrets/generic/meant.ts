import { isOrdinary, isUuid } from "../../../src/core/secrets/ordinary-value.ts";
import { isPlaceholder, isTemplate } from "../../../src/core/secrets/placeholder.ts";
import { measureRandomness } from "../../../src/core/secrets/randomness.ts";
import { judgeName } from "../../../src/core/secrets/secret-name.ts";
import type { Sighting } from "./candidate.ts";

const SHORTEST_PASSWORD = 4;
const SHORTEST_SECRET = 6;

/** Whether a value is called a password and could be one. What it looks like is for the model to judge; this keeps off what is none for sure. */
export function couldBePassword({ name, value, form }: Sighting): boolean {
  if (value.length < SHORTEST_PASSWORD || judgeName(name)?.kind !== "password" || cannotBeSecret(value)) return false;
  return form === "scheme" || /^\d+$/.test(value) || !isOrdinary(value);
}

/** Whether a value is called a key, token or secret and could be one: drawn at random rather than written. */
export function couldBeSecret({ name, value, form }: Sighting): boolean {
  if (value.length < SHORTEST_SECRET || (form === "scheme" && !/bearer/.test(name))) return false;
  if (measureRandomness(value) < 0) return false;
  const judged = judgeName(name);
  if (!judged || judged.kind === "password" || cannotBeSecret(value) || isUuid(value)) return false;
  return PRIVATE_KEY.test(value) || !isOrdinary(value);
}

export function couldBeUuidKey({ name, value }: Sighting): boolean {
  const judged = judgeName(name);
  return isUuid(value) && judged?.strength === "strong" && judged.kind !== "token" && judged.kind !== "password" && !isPlaceholder(value);
}

/** How PKCS #1 and #8 begin in base64. */
const PRIVATE_KEY = /^MII[B-J][A-Za-z0-9+/]{3}(?:BA|AA|gEA)/;

/** Regular expressions, calls, arrows: code about secrets. */
const CODE = /\(\?[=!:<]|\[[^\]]{1,40}\][{+*]|\\[dwsDWS][+*{]|=>|\(\)/;

function cannotBeSecret(value: string): boolean {
  return !/[A-Za-z0-9]/.test(value) || value.includes("-----BEGIN") || CODE.test(value) || isTemplate(value) || isPlaceholder(value);
}
