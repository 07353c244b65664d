import type { ContentSubject, Hit, Span, Trigger } from "../../src/core/rule.ts";
import { isPlaceholder } from "../../src/core/secrets/placeholder.ts";
import { isRandom } from "../../src/core/secrets/randomness.ts";
import { continuesWord } from "./word-edge.ts";

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const ID_LENGTH = 20;
const PREFIX_LENGTH = 4;
/** A secret belongs to the id where it stands within so many bytes and lines of it. */
const NEAR_BYTES = 600;
const NEAR_LINES = 6;
/** So far before a value its name may stand. */
const NAME_BYTES = 60;

/** AKIA, ASIA, ABIA or ACCA and 16 characters, of base 32 in all that AWS gives out. */
export const idTriggers: readonly Trigger[] = ["AKIA", "ASIA", "ABIA", "ACCA"].map((literal) => ({
  literal,
  exact: true,
  followedBy: { set: "A-Z0-9", min: ID_LENGTH - PREFIX_LENGTH },
}));

/** `isOdd`: it holds a 0, 1, 8 or 9, which base 32 has not: mistyped, or made up. */
export interface KeyId extends Span {
  readonly id: string;
  readonly isOdd: boolean;
}

/** An access key id at a hit, or `null` where it is part of something longer, a published sample or a dummy. */
export function readKeyId(subject: ContentSubject, hit: Hit): KeyId | null {
  const end = hit.start + ID_LENGTH;
  const id = subject.slice(hit.start, end);
  if (continuesWord(subject.slice(hit.start - 3, hit.start)) || /^\w/.test(subject.slice(end, end + 1))) return null;
  const body = id.slice(PREFIX_LENGTH);
  return isPlaceholder(body) || !isRandom(body) ? null : { start: hit.start, end, id, isOdd: /[0189]/.test(body) };
}

/**
 * The twelve digits of the account that an id belongs to: bits 1 to 40 of its base-32 part. `null` for ids from before 2019, which do not hold it
 * (their fifth character comes before Q), and for what is no base 32.
 */
export function toAccountId(id: string): string | null {
  const body = id.slice(PREFIX_LENGTH);
  if (/[0189]/.test(body) || BASE32.indexOf(body.charAt(0)) < BASE32.indexOf("Q")) return null;
  const bits = [...body].reduce((sum, character) => (sum << 5n) | BigInt(BASE32.indexOf(character)), 0n);
  const first48 = bits >> 32n;
  return String((first48 & 0x7fff_ffff_ff80n) >> 7n).padStart(12, "0");
}

/** A secret access key: 40 characters of base 64. */
export interface AwsSecret extends Span {
  /** Its name says what it is. */
  readonly named: boolean;
}

const SECRET = /(?<![A-Za-z0-9+/_.-])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=_-])/g;
/** In code, settings and XML (`<add key="awsSecretAccessKey" value="..." />`). */
const SECRET_NAME = /(?:secret|aws)[\w.-]{0,30}["'\]]{0,2}\s*(?:value\s?)?(?:[:=>,]|:=)[^\n]{0,20}$/i;

/** Gives the secret that belongs to an id of this file: the named one first, then the nearest behind it. `null` where none stands near. */
export function createSecretFinder(subject: ContentSubject): (id: Span) => AwsSecret | null {
  // Read once, in one piece where ids stand close together, and not once for each id.
  const secrets = listStretches(subject).flatMap(({ start, end }) => listSecrets(subject.slice(start, end), start));
  return (id) => {
    const { start, end } = linesAround(subject, id);
    const near: AwsSecret[] = [];
    for (let i = firstFrom(secrets, start); i < secrets.length; i++) {
      const secret = secrets[i];
      if (!secret || secret.end > end) break;
      near.push(secret);
    }
    const distance = (secret: AwsSecret): number => (secret.start >= id.end ? secret.start - id.end : 2 * (id.start - secret.end));
    return near.sort((a, b) => Number(b.named) - Number(a.named) || distance(a) - distance(b))[0] ?? null;
  };
}

/** What stands near the hits, overlapping pieces joined. */
function listStretches({ hits, length }: ContentSubject): Span[] {
  const stretches: { start: number; end: number }[] = [];
  for (const hit of hits) {
    const start = Math.max(0, hit.start - NEAR_BYTES);
    const end = Math.min(length, hit.start + ID_LENGTH + NEAR_BYTES);
    const last = stretches.at(-1);
    if (last && start <= last.end) last.end = end;
    else stretches.push({ start, end });
  }
  return stretches;
}

/** Index of the first of the secrets, which are in order, that begins at `offset` or behind it. */
function firstFrom(secrets: readonly AwsSecret[], offset: number): number {
  let low = 0;
  let high = secrets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((secrets[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The id with as many bytes and lines to either side as still count as near. */
function linesAround(subject: ContentSubject, id: Span): Span {
  const before = subject.slice(id.start - NEAR_BYTES, id.start);
  const behind = subject.slice(id.end, id.end + NEAR_BYTES);
  let start = before.length;
  for (let lines = 0; lines <= NEAR_LINES && start >= 0; lines++) start = start > 0 ? before.lastIndexOf("\n", start - 1) : -1;
  let end = -1;
  for (let lines = 0; lines <= NEAR_LINES && (lines === 0 || end >= 0); lines++) end = behind.indexOf("\n", end + 1);
  return { start: id.start - before.length + start + 1, end: id.end + (end < 0 ? behind.length : end) };
}

/** Every secret access key in a piece of text that begins at byte `from`. */
export function listSecrets(text: string, from: number): AwsSecret[] {
  return [...text.matchAll(SECRET)].flatMap((match) => {
    const value = match[0];
    if (!looksLikeSecret(value)) return [];
    const start = from + match.index;
    return [{ start, end: start + value.length, named: SECRET_NAME.test(text.slice(Math.max(0, match.index - NAME_BYTES), match.index)) }];
  });
}

/** Forty hexadecimal characters are a git object; all three kinds of characters are missing in 1 of 2,000 real ones. */
function looksLikeSecret(value: string): boolean {
  return /[a-z]/.test(value) && /[A-Z]/.test(value) && /[0-9]/.test(value) && isRandom(value) && !isPlaceholder(value);
}
