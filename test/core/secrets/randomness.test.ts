import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { BASE32, BASE62, BASE64, BASE64URL, drawText, HEX } from "../../../rules/secrets/sample.ts";
import { isPatterned, isRandom } from "../../../src/core/secrets/randomness.ts";

const LOWER_AND_DIGITS = BASE62.replace(/[A-Z]/g, "");

function shareKept(values: readonly string[]): number {
  return values.filter(isRandom).length / values.length;
}

function drawMany(alphabet: string, length: number): string[] {
  return Array.from({ length: 1000 }, (_, seed) => drawText(alphabet, length, seed + 1));
}

describe("drawn characters", () => {
  test.each([
    ["hexadecimal", HEX, 12, 0.98],
    ["hexadecimal", HEX, 32, 0.99],
    ["lower case and digits", LOWER_AND_DIGITS, 12, 0.95],
    ["letters and digits", BASE62, 10, 0.93],
    ["letters and digits", BASE62, 12, 0.97],
    ["letters and digits", BASE62, 20, 0.99],
    ["letters and digits", BASE62, 40, 0.99],
    ["base 32", BASE32, 16, 0.99],
    ["base 64", BASE64, 40, 0.99],
    ["base 64 for URLs", BASE64URL, 43, 0.99],
  ])("%s, %i of them", (_, alphabet, length, least) => {
    expect(shareKept(drawMany(alphabet, length))).toBeGreaterThanOrEqual(least);
  });
});

describe("written characters", () => {
  test("the names in this repository's own sources", () => {
    const root = new URL("../../../src/", import.meta.url);
    const sources = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts") && !/(?:-wasm|\.as)\.ts$/.test(name));
    const text = sources.map((name) => readFileSync(new URL(name.replaceAll("\\", "/"), root), "utf8")).join("\n");
    const names = [...new Set(text.match(/[A-Za-z][A-Za-z0-9_./-]{8,}/g))];
    expect(names.length).toBeGreaterThan(500);
    expect(shareKept(names)).toBeLessThan(0.01);
  });

  test.each([
    "correct-horse-battery-staple",
    "AzureActiveDirectoryTokenProvider",
    "NEXT_PUBLIC_SUPABASE_ANON_KEY",
    "kubernetes.io/service-account.name",
    "node_modules/@types/react-dom/index.d.ts",
    "com.example.security.PasswordEncoder",
    "access_token_expires_in_seconds",
    "Bitte Passwort eingeben",
    "application/x-www-form-urlencoded",
    "v2.14.3-beta.1",
  ])("%s", (value) => {
    expect(isRandom(value)).toBe(false);
  });
});

describe("patterned", () => {
  test.each([
    "aaaaaaaaaaaa",
    "xxxx-xxxx-xxxx",
    "0123456789abcdef",
    "abcdefghijklmnop",
    "ZYXWVUTSRQ",
    "a1b2c3d4e5f6g7h8",
    "k8Jm4Tq7Xz2Pw9Rb3Nc6",
    "abcabcabcabcabcabcabcabc",
    "00000000-0000-0000-0000-000000000000",
  ])("%s", (value) => {
    expect(isPatterned(value)).toBe(true);
  });

  test("hardly any drawn value", () => {
    for (const alphabet of [HEX, BASE32, BASE62, BASE64URL]) expect(drawMany(alphabet, 32).filter(isPatterned).length).toBeLessThan(3);
  });
});
