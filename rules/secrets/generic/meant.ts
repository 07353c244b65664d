import { isOrdinary, isUuid } from "../../../src/core/secrets/ordinary-value.ts";
import { isPlaceholder, isTemplate } from "../../../src/core/secrets/placeholder.ts";
import { measureRandomness } from "../../../src/core/secrets/randomness.ts";
import { judgeName } from "../../../src/core/secrets/secret-name.ts";
import { TRIVIAL } from "../connection-password.ts";
import type { Sighting } from "./candidate.ts";

const SHORTEST_PASSWORD = 4;
const SHORTEST_SECRET = 6;
/** A password that is typed once more. Where it is a word, it is there to differ; where it is real, it stands beside it too. */
const TYPED_AGAIN = /confirm|repeat|retype/i;

/** Whether a value is called a password and could be one. What it looks like is for the model to judge; this keeps off what is none for sure. */
export function couldBePassword({ name, value, form }: Sighting): boolean {
  if (value.length < SHORTEST_PASSWORD || judgeName(name)?.kind !== "password" || cannotBeSecret(value) || TRIVIAL.test(value)) return false;
  if (TYPED_AGAIN.test(name) && /^[a-z]+$/i.test(value)) return false;
  return form === "scheme" ? isBasicLogin(value) : /^\d+$/.test(value) || !isOrdinary(value);
}

/** `user:password` in base64 with a password that is no word for one, or what is padded as base64 is: a word behind `basic` is neither. */
function isBasicLogin(value: string): boolean {
  const password = /^[^:]+:(.*)$/.exec(Buffer.from(value, "base64").toString("latin1"))?.[1];
  return password === undefined ? value.endsWith("=") : !isPlaceholder(password) && !TRIVIAL.test(password);
}

/** Whether a value is called a key, token or secret and could be one: drawn at random rather than written. */
export function couldBeSecret({ name, value, form }: Sighting): boolean {
  if (value.length < SHORTEST_SECRET || (form === "scheme" && !/bearer/.test(name))) return false;
  if (measureRandomness(value) < 0) return false;
  const judged = judgeName(name);
  if (!judged || judged.kind === "password" || cannotBeSecret(value) || isUuid(value) || JWT.test(value)) return false;
  if (PUBLIC_ADDRESS.test(value) || ALGORITHM.test(value) || UNIQUE_NAME.test(value) || isParameter(value) || COMMIT.test(value) || PUBLIC_POINT.test(value))
    return false;
  return PRIVATE_KEY.test(value) || !isOrdinary(value);
}

/** Why a value is neither, in words that hold nothing of it. */
export function describeUnmeant({ name, value }: Sighting): string {
  if (value.length < SHORTEST_PASSWORD) return "the value is too short for a secret";
  if (isTemplate(value)) return "the value is a template, to be filled in elsewhere";
  if (isPlaceholder(value) || TRIVIAL.test(value)) return "the value is a placeholder, or a word that everybody takes for one";
  if (cannotBeSecret(value)) return "the value is code or text";
  const judged = judgeName(name);
  if (!judged) return "the value has not the name of a secret";
  if (judged.kind !== "password" && measureRandomness(value) < 0) return "the value reads like words, not like something drawn at random";
  if (isOrdinary(value)) return "the value is an ordinary one: a path, an address, a number, a word or the like";
  return "the value has the name of another kind of secret than this rule looks for";
}

export function couldBeUuidKey({ name, value }: Sighting): boolean {
  const judged = judgeName(name);
  return isUuid(value) && judged?.strength === "strong" && judged.kind !== "token" && judged.kind !== "password" && !isPlaceholder(value);
}

/** A JSON Web Token, for which there is a rule. */
const JWT = /^eyJ[\w-]+\./;

/** How PKCS #1 and #8 begin in base64. */
const PRIVATE_KEY = /^MII[B-J][A-Za-z0-9+/]{3}(?:BA|AA|gEA)/;

/** Words of other languages, byte by byte: what a page says. */
const FOREIGN_WORDS = /^[^\d]*[\x80-\xff][^\d]*$/;
/** Bytes of a program, not of a text. */
const CONTROL = /[\x00-\x08\x0e-\x1f\x7f]/;
/** Regular expressions, calls, arrows, commands with a part to fill in: code about secrets. */
const CODE = /\(\?[=!:<]|\[[^\]]{1,40}\][{+*]|\\[dwsDWS][+*{]|=>|\(\)|^\s?\+\s|^[`)][\s).,;]|\s<[a-z][\w -]{0,30}>/;
/** Where a contract or an account of Ethereum stands, as in the lists of tokens that are traded there; its private key is longer. */
const PUBLIC_ADDRESS = /^0x[0-9A-Fa-f]{40}$/;
/** What something costs: `$0.30/MTok`. */
const PRICE = /^[$~]{0,2}\d+[.,]\d{1,2}(?:\/\w+)?$/;
/** Names of algorithms and curves: `AES_256`, `RSA_OAEP_SHA_256`, `x25519`, `prime256v1`. */
const ALGORITHM =
  /^(?:(?:aes|rsa|rsassa|ecdsa|ecdh|dsa|dh|ec|ed|x|sha|md|hmac|hs|rs|es|ps|oaep|pkcs|pss|mgf|secp|prime|curve|chacha|poly|gcm|cbc|ctr|ecb|kw|nist|p)[-_/]?(?:\d{1,5}(?:[krv]\d?)?)?[-_/]?){1,6}$/i;
/** A name that a build has made unique, as CSS modules do: `Label___2zyeV`. */
const UNIQUE_NAME = /^[A-Za-z][A-Za-z0-9-]*_{2,3}[\w-]{5}$/;
/** The name of a parameter with nothing behind its sign (`p256ecdsa=`); padding makes a multiple of four. */
function isParameter(value: string): boolean {
  return /^[A-Za-z][\w-]*=$/.test(value) && value.length % 4 !== 0;
}

/** The number of a commit, cut off. */
const COMMIT = /^[0-9a-f]{6,10}$/;
/** 65 bytes that begin with 4 are a point of P-256: the public half of a key pair. */
const PUBLIC_POINT = /^B[A-D][\w-]{85}$/;

function cannotBeSecret(value: string): boolean {
  return (
    CONTROL.test(value) ||
    !/[A-Za-z0-9]/.test(value) ||
    value.includes("-----BEGIN") ||
    CODE.test(value) ||
    PRICE.test(value) ||
    FOREIGN_WORDS.test(value) ||
    isTemplate(value) ||
    isPlaceholder(value)
  );
}
