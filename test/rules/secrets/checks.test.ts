import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listWords } from "../../../rules/secrets/bip39-words.ts";
import { checks } from "../../../rules/secrets/catalog/checks.ts";
import {
  BITCOIN,
  crc16,
  fromBase32,
  isBase58Check,
  isBech32,
  marvin32,
  sealBech32,
  toBase32,
  toBase58Check,
} from "../../../rules/secrets/catalog/checksums.ts";
import { judgeJwt } from "../../../rules/secrets/catalog/jwt.ts";
import { sha256 } from "../../../src/core/sha256.ts";

/** Published samples, revoked or made for the purpose; in pieces, so that no scanner trips over them. */
const PUBLISHED: readonly (readonly [check: string, name: string, token: string])[] = [
  ["crc32-base62", "npm", ["npm_", "qkJaB6MffYVzZXWqmcoF49yrUxP3wf0LsakP"].join("")],
  ["crc32-base62", "GitHub", ["ghp_", "zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17"].join("")],
  ["cloudflare", "Cloudflare", ["cfk_", "ZE4CrcFhEIDXk9vL2sTLeARsFp2ZZYbydVDhhIUq8573bbfe"].join("")],
  ["grafana", "Grafana", ["glsa_", "iNValIdinValiDinvalidinvalidinva_5b582697"].join("")],
  ["azure", "Azure storage", ["a".repeat(76), "+ASt5mnCaw=="].join("")],
  ["entra", "Entra ID", ["zzz8Q~", "z".repeat(31), "blP"].join("")],
  ["azure-devops", "Azure DevOps", ["ntpi2ch67ci2vjzcohglog", "yygwo5fuyl365n2zdowwxhsys6jnoa"].join("")],
];

describe("a published token", () => {
  test.each(PUBLISHED)("proves itself to %s: %s", (check, _, token) => {
    expect(checks[check]?.judge(token)?.confidence).toBe("certain");
  });

  test.each(PUBLISHED)("with one character changed is refuted by %s: %s", (check, _, token) => {
    const at = 12;
    const changed = token.slice(0, at) + (token[at] === "b" ? "c" : "b") + token.slice(at + 1);
    expect(checks[check]?.judge(changed)).toMatchObject({ confidence: "possible", severity: "warn" });
  });
});

test("the words of BIP 39 are those of its list", () => {
  const list = [...listWords().keys()].map((word) => `${word}\n`).join("");
  expect(sha256(list)).toBe("2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda");
});

describe("checksums", () => {
  test("a common annotated key ends in its sum, in base 62 or base 64", () => {
    const open = `${"C".repeat(52)}JQQJ99AJACAAAAAAAAAAAAAZDO`.padEnd(80, "A");
    const sealed = checks["microsoft-annotated"]?.seal?.(`${open}0000`, () => new Uint8Array()) ?? "";
    expect(sealed.slice(0, 80)).toBe(open);
    expect(checks["microsoft-annotated"]?.judge(sealed)).toMatchObject({ confidence: "certain" });
    expect(checks["microsoft-annotated"]?.judge(`D${sealed.slice(1)}`)).toMatchObject({ confidence: "possible", severity: "warn" });
  });

  test("CRC-16 of the usual check value", () => {
    expect(crc16(Buffer.from("123456789"))).toBe(0x31c3);
  });

  test("Marvin32 differs by seed", () => {
    expect(marvin32(Buffer.from("abc"), "0000000000000001")).not.toBe(marvin32(Buffer.from("abc"), "0000000000000002"));
  });

  test("base 32 comes back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(Buffer.from(fromBase32(toBase32(bytes))).toString("hex")).toBe(Buffer.from(bytes).toString("hex"));
      }),
    );
  });

  test("Base58Check knows what carries its sum, and nothing that differs", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 40 }), fc.nat(), (payload, at) => {
        fc.pre(payload.some((byte) => byte !== 0));
        const text = toBase58Check(payload, BITCOIN);
        expect(isBase58Check(text, BITCOIN)).toBe(true);
        const index = at % text.length;
        const changed = text.slice(0, index) + (text[index] === "z" ? "y" : "z") + text.slice(index + 1);
        expect(isBase58Check(changed, BITCOIN)).toBe(false);
      }),
    );
  });

  test("Bech32 of its specification", () => {
    expect(isBech32("A12UEL5L")).toBe(true);
    expect(isBech32("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw")).toBe(true);
    expect(isBech32("A12UEL5M")).toBe(false);
    expect(isBech32(sealBech32("nsec1qqqqqqqqqqqqqqqq"))).toBe(true);
  });
});

describe("a JSON web token is judged by its claims", () => {
  const token = (header: object, claims: object): string =>
    [JSON.stringify(header), JSON.stringify(claims)]
      .map((part) => Buffer.from(part).toString("base64url"))
      .concat("c2lnbmF0dXJlc2lnbmF0dXJl")
      .join(".");
  const signed = { alg: "HS256", typ: "JWT" };

  test.each([
    ["issued to somebody", signed, { sub: "user-7", exp: 1_900_000_000 }, { confidence: "likely", facts: { algorithm: "HS256", issuer: null } }],
    ["by a host", signed, { iss: "https://login.example.net/tenant", sub: "7" }, { facts: { issuer: "login.example.net" } }],
    ["of a service role", signed, { role: "service_role", iss: "supabase" }, { confidence: "certain" }],
    ["without a signature", { alg: "none" }, { sub: "user-7" }, { confidence: "possible", severity: "warn" }],
    ["that has expired", signed, { sub: "user-7", exp: 1_700_000_000 }, { confidence: "possible", severity: "warn" }],
    ["that claims a name", signed, { name: "Ada", iat: 1_700_000_000 }, { confidence: "possible", severity: "warn" }],
    ["that claims nothing", signed, { some: "payload" }, { confidence: "possible", severity: "warn" }],
  ])("%s", (_, header, claims, judgement) => {
    expect(judgeJwt(token(header, claims))).toMatchObject(judgement);
  });

  test("one that everybody may see, or that a manual prints, is none", () => {
    expect(judgeJwt(token(signed, { role: "anon", iss: "supabase" }))).toBeNull();
    expect(judgeJwt(token(signed, { sub: "1234567890", name: "John Doe", iat: 1_516_239_022 }))).toBeNull();
  });

  test("what is no JSON is doubtful", () => {
    expect(judgeJwt("eyJhbGciOi.eyJzdWIi.c2ln")).toMatchObject({ confidence: "possible" });
  });
});
