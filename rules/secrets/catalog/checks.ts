import { BASE62, crc32, toBase62Checksum, toDigits } from "../checksum.ts";
import {
  BITCOIN,
  crc16,
  fromBase32,
  isBase58Check,
  isBech32,
  marvin32,
  RIPPLE,
  sealBech32,
  toBase32,
  toBase58Check,
  toHex,
  toLittleEndian,
  toSwappedHex,
} from "./checksums.ts";
import { type Judgement, PROVED, REFUTED } from "./judgement.ts";
import { judgeJwt, sealJwt } from "./jwt.ts";
import { judgeMacaroon, sealMacaroon } from "./macaroon.ts";
import { judgeOpenai, sealOpenai } from "./openai.ts";

/** What a token proves of itself. */
export interface Check {
  /** What is proved, in words, for the rule's page. */
  readonly about: string;
  /** `undefined`: it says nothing of this token; `null`: it is none. */
  judge(token: string): Judgement | null | undefined;
  /** A made-up token made right, for samples. Absent where any may be. */
  seal?(token: string, draw: (length: number) => Uint8Array): string;
}

/** A token whose last characters are computed from what stands before them. */
function trailer(about: string, length: number, compute: (before: string) => string): Check {
  return {
    about,
    judge: (token) => (compute(token.slice(0, -length)) === token.slice(-length) ? PROVED : REFUTED),
    seal: (token) => token.slice(0, -length) + compute(token.slice(0, -length)),
  };
}

const afterPrefix = (token: string): string => token.slice(token.indexOf("_") + 1);
const CRC = "The last characters are a checksum (CRC-32) of those before them.";

/** Seeds of Marvin32 by the kind of key: storage, Cosmos DB, functions, registry, batch, machine learning, IoT, Redis, search, messaging. */
const AZURE_SEEDS = `44656661756c7430 4d61737452573030 4d617374524f3030 46756e6374693030 53797374656d3030 4d61737465723030 41435244666c7430 4162416363743030
  436c617373696330 496f544875623030 4465766963653030 4470734b65793030 4163636573733030 5175657279303030 5041646d696e3030 53656e6430303030 4c697374656e3030
  4d616e6167653030`.split(/\s+/);
const [DEFAULT_SEED = ""] = AZURE_SEEDS;

/** `strict`: every seed of this kind of key is known, so another sum is a wrong one. */
function azure(strict: boolean): Check {
  const judged: Check = {
    about: "The last four bytes are a keyed hash (Marvin32) of those before them.",
    judge(token) {
      const bytes = Buffer.from(token, "base64");
      const sum = bytes.readUInt32LE(bytes.length - 4);
      const isRight = AZURE_SEEDS.some((seed) => marvin32(bytes.subarray(0, -4), seed) === sum);
      return isRight ? PROVED : strict ? REFUTED : undefined;
    },
  };
  if (!strict) return judged;
  return {
    ...judged,
    seal(token) {
      const bytes = Buffer.from(token, "base64");
      bytes.writeUInt32LE(marvin32(bytes.subarray(0, -4), DEFAULT_SEED), bytes.length - 4);
      const sealed = bytes.toString(token.includes("AzFu") ? "base64url" : "base64");
      return sealed + "=".repeat(Math.max(0, token.length - sealed.length));
    },
  };
}

/** A common annotated key is 60 bytes and behind them, from here on, the first characters of their sum. */
const ANNOTATED = 80;
const ANNOTATED_SUM = 4;
/** What the sum is written with: its bytes as a number in base 62, or (keys of the first year) in base 64. */
function annotatedSums(token: string): string[] {
  const bytes = toLittleEndian(marvin32(Buffer.from(token.slice(0, ANNOTATED), "base64"), DEFAULT_SEED));
  const number = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  const base62 =
    "0".repeat(
      Math.max(
        0,
        bytes.findIndex((byte) => byte !== 0),
      ),
    ) + toDigits(number, BASE62);
  return [base62.padEnd(ANNOTATED_SUM, "0"), Buffer.from(bytes).toString("base64")].map((text) => text.slice(0, ANNOTATED_SUM));
}

/** Client secrets of Entra ID with this mark, 40 characters long, end in the first three of six characters of their sum. */
const ENTRA_MARK = "8Q~";
const ENTRA_LENGTH = 40;
const ENTRA_SUM = 3;
const ENTRA_SEED = "4161645077643030";
const ENTRA_ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~";
/** Whether a short sum is filled up is not known: both ways count. */
function entraSums(token: string): string[] {
  const sum = toDigits(marvin32(Buffer.from(token.slice(0, -ENTRA_SUM)), ENTRA_SEED), ENTRA_ALPHABET);
  return [sum, sum.padStart(6, ENTRA_ALPHABET.charAt(0))].map((text) => text.slice(0, ENTRA_SUM));
}

/** Where the checksum of a personal access token of Azure DevOps stands among its 32 bytes, lowest first. */
const DEVOPS_PLACES = [22, 8, 7, 2];
const DEVOPS_MASKS = [0xe0b9692d, 0x1019f92e];

/** By the name that rows of the catalogue call them. */
export const checks: Readonly<Record<string, Check>> = {
  "crc32-base62": trailer(CRC, 6, (before) => toBase62Checksum(afterPrefix(before))),
  vercel: {
    about: CRC,
    judge: (token) => (token.length !== 60 ? undefined : toBase62Checksum(token.slice(4, -6)) === token.slice(-6) ? PROVED : REFUTED),
  },
  zuplo: trailer(CRC, 8, (before) => toHex(crc32(before.slice("zpka_".length, -1)))),
  atlassian: trailer(CRC, 8, (before) => toHex(crc32(before)).toUpperCase()),
  cloudflare: trailer(CRC, 8, (before) => toHex(crc32(afterPrefix(before)))),
  packagist: trailer(CRC, 8, (before) => toHex(crc32(before))),
  grafana: trailer(CRC, 8, (before) => toSwappedHex(crc32(before.slice(0, -1)))),
  gitlab: trailer(CRC, 7, (before) => crc32(before).toString(36).padStart(7, "0")),
  azure: azure(true),
  "azure-open": azure(false),
  "microsoft-annotated": {
    about: "Its last four characters are a keyed hash (Marvin32) of those before them.",
    judge: (token) => (annotatedSums(token).includes(token.slice(ANNOTATED, ANNOTATED + ANNOTATED_SUM)) ? PROVED : REFUTED),
    seal: (token) => token.slice(0, ANNOTATED) + (annotatedSums(token)[0] ?? "") + token.slice(ANNOTATED + ANNOTATED_SUM),
  },
  entra: {
    about: "With `8Q~` in it, its last three characters are a keyed hash (Marvin32) of those before them.",
    judge(token) {
      if (token.length !== ENTRA_LENGTH || token.slice(3, 6) !== ENTRA_MARK) return undefined;
      return entraSums(token).includes(token.slice(-ENTRA_SUM)) ? PROVED : REFUTED;
    },
    seal(token) {
      const open = token.slice(0, 3) + ENTRA_MARK + token.slice(6, ENTRA_LENGTH - ENTRA_SUM);
      return open + (entraSums(`${open}...`)[0] ?? "");
    },
  },
  "azure-devops": {
    about: "Four of its bytes are a checksum (CRC-32) of the others.",
    judge(token) {
      const bytes = fromBase32(token);
      const others = String.fromCharCode(...bytes.filter((_, at) => !DEVOPS_PLACES.includes(at)));
      const sum = DEVOPS_PLACES.reduce((word, place, i) => word + (bytes[place] ?? 0) * 256 ** i, 0);
      return DEVOPS_MASKS.some((mask) => (crc32(others) ^ mask) >>> 0 === sum) ? PROVED : REFUTED;
    },
    seal(token) {
      const bytes = fromBase32(token);
      const others = String.fromCharCode(...bytes.filter((_, at) => !DEVOPS_PLACES.includes(at)));
      DEVOPS_PLACES.forEach((place, i) => {
        bytes[place] = ((crc32(others) ^ (DEVOPS_MASKS[0] ?? 0)) >>> (8 * i)) & 255;
      });
      return toBase32(bytes).toLowerCase();
    },
  },
  base58: {
    about: "Its last four bytes are a checksum (SHA-256, twice).",
    judge: (token) => (isBase58Check(token, BITCOIN) ? PROVED : REFUTED),
    seal: (token, draw) => {
      const payload = BASE58_PAYLOADS.find(({ begins }) => begins.test(token));
      return payload ? toBase58Check(Uint8Array.from([...payload.head, ...draw(payload.length), ...payload.tail]), BITCOIN) : token;
    },
  },
  "base58-ripple": {
    about: "Its last four bytes are a checksum (SHA-256, twice).",
    judge: (token) => (isBase58Check(token, RIPPLE) ? PROVED : REFUTED),
    seal: (_token, draw) => toBase58Check(Uint8Array.from([0x21, ...draw(16)]), RIPPLE),
  },
  bech32: { about: "Its last six characters are a checksum (Bech32).", judge: (token) => (isBech32(token) ? PROVED : REFUTED), seal: sealBech32 },
  crc16: {
    about: "Its last two bytes are a checksum (CRC-16).",
    judge(token) {
      const bytes = fromBase32(token);
      return crc16(bytes.subarray(0, -2)) === (bytes.at(-2) ?? 0) + (bytes.at(-1) ?? 0) * 256 ? PROVED : REFUTED;
    },
    seal(token) {
      const payload = fromBase32(token).subarray(0, -2);
      const sum = crc16(payload);
      return toBase32(Uint8Array.from([...payload, sum & 0xff, sum >> 8]));
    },
  },
  discord: {
    about: "Its first part is the number of the bot, in base 64.",
    judge: (token) => (/^\d{17,20}$/.test(Buffer.from(token.slice(0, token.indexOf(".")), "base64").toString("latin1")) ? PROVED : REFUTED),
    seal: (token, draw) => {
      const number = Array.from(draw(18), (byte) => 1 + (byte % 9)).join("");
      return Buffer.from(number).toString("base64url") + token.slice(token.indexOf("."));
    },
  },
  jwt: { about: "Header and payload are decoded, and judged by what they claim.", judge: judgeJwt, seal: sealJwt },
  pypi: { about: "It is a macaroon: fields with their lengths, and a signature at the end.", judge: judgeMacaroon, seal: sealMacaroon },
  openai: { about: 'The marker in its middle ("OpenAI" in base 64) has equally many characters on both sides.', judge: judgeOpenai, seal: sealOpenai },
};

/** What the known keys hold before and behind what is drawn. */
const BASE58_PAYLOADS = [
  { begins: /^xprv/, head: [0x04, 0x88, 0xad, 0xe4], length: 74, tail: [] },
  { begins: /^tprv/, head: [0x04, 0x35, 0x83, 0x94], length: 74, tail: [] },
  { begins: /^yprv/, head: [0x04, 0x9d, 0x78, 0x78], length: 74, tail: [] },
  { begins: /^zprv/, head: [0x04, 0xb2, 0x43, 0x0c], length: 74, tail: [] },
  { begins: /^5/, head: [0x80], length: 32, tail: [] },
  { begins: /^[KL]/, head: [0x80], length: 32, tail: [1] },
  { begins: /^6P/, head: [0x01, 0x42, 0xc0], length: 36, tail: [] },
  { begins: /^edsk/, head: [0x0d, 0x0f, 0x3a, 0x07], length: 32, tail: [] },
  { begins: /^spsk/, head: [0x11, 0xa2, 0xe0, 0xc9], length: 32, tail: [] },
  { begins: /^p2sk/, head: [0x10, 0x51, 0xee, 0xbd], length: 32, tail: [] },
] as const;
