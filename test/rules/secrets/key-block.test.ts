import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_BLOCK, readKeyBlock, readPuttyKey } from "../../../rules/secrets/key-block.ts";

const pem = (type: "pkcs1" | "pkcs8" | "sec1") => ({ type, format: "pem" }) as const;
const encrypted = { ...pem("pkcs8"), cipher: "aes-256-cbc", passphrase: "only for this test" } as const;

describe("keys made by Node", () => {
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  const ec = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  const ed25519 = generateKeyPairSync("ed25519").privateKey;

  test.each([
    ["RSA, PKCS#1", rsa.export(pem("pkcs1")), "RSA", "whole"],
    ["RSA, PKCS#8", rsa.export(pem("pkcs8")), "", "whole"],
    ["EC, SEC1", ec.export(pem("sec1")), "EC", "whole"],
    ["EC, PKCS#8", ec.export(pem("pkcs8")), "", "whole"],
    ["Ed25519", ed25519.export(pem("pkcs8")), "", "whole"],
    ["RSA, encrypted", rsa.export(encrypted), "ENCRYPTED", "encrypted"],
  ])("%s", (_, exported, label, state) => {
    const text = String(exported).trimEnd();
    expect(readKeyBlock(text)).toEqual({ length: text.length, label, state });
    expect(readKeyBlock(`${text}\nand more`)?.length).toBe(text.length);
    expect(readKeyBlock(text.replaceAll("\n", "\\n"))?.state).toBe(state);
  });

  test("every cut through a key is a key or none, and never an error", () => {
    const text = String(rsa.export(pem("pkcs1")));
    fc.assert(
      fc.property(fc.nat({ max: text.length }), fc.nat({ max: text.length }), (a, b) => {
        const block = readKeyBlock(text.slice(0, a) + text.slice(b));
        expect(block === null || block.length <= MAX_BLOCK).toBe(true);
      }),
    );
  });
});

const pieces = fc.constantFrom(
  "-----BEGIN ",
  "-----END ",
  "RSA ",
  ["PRIVATE", "KEY"].join(" "),
  " BLOCK",
  "-----",
  "\n",
  "\\n",
  '"',
  " + ",
  "#",
  "=",
  "MIIEowIBAAKCAQEA",
  "Q29ycmVjdEhvcnNlQmF0dGVyeVN0YXBsZTEyMzQ1Njc4OTAx",
  "Proc-Type: 4,ENCRYPTED",
  "Private-Lines: 3",
);

test("no arrangement of its pieces throws or reaches beyond the text", () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const text = ["-----BEGIN ", ...parts].join("");
      const putty = [["PuTTY-User-Key-File", "-2: ssh-rsa\n"].join(""), ...parts].join("");
      expect(readKeyBlock(text)?.length ?? 0).toBeLessThanOrEqual(text.length);
      expect(readPuttyKey(putty)?.length ?? 0).toBeLessThanOrEqual(putty.length);
    }),
  );
});
