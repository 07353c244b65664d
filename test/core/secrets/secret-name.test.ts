import { describe, expect, test } from "vitest";
import { judgeName } from "../../../src/core/secrets/secret-name.ts";

describe("names that say plainly what they hold", () => {
  test.each([
    ["apiKey", "key"],
    ["API_KEY", "key"],
    ["x-api-key", "key"],
    ["STRIPE_SECRET_KEY", "key"],
    ["clientSecret", "secret"],
    ["SecretAccessKey", "key"],
    ["JWT_SECRET", "secret"],
    ["dbPassword", "password"],
    ["DB_PASSWD", "password"],
    ["githubToken", "token"],
    ["ACCESS_TOKEN_2", "token"],
    ["aws.credentials", "credential"],
    ["VITE_LITEAPI_KEY", "key"],
    ["openAIApiKey", "key"],
  ])("%s", (name, kind) => {
    expect(judgeName(name)).toEqual({ strength: "strong", kind });
  });
});

test.each(["STRIPE_KEY", "storeKey", "authorization", "salt"])("%s may hold one", (name) => {
  expect(judgeName(name)?.strength).toBe("weak");
});

test.each([
  "passphrase",
  "dbPwd",
  "passcode",
  "mail_pw",
  "creds",
  "bearer",
  "githubPat",
  "jwt",
  "auth",
  "otp",
  "totp",
  "salt",
  "pepper",
  "seed",
  "mnemonic",
  "hmac",
  "signature",
  "cookie",
])("%s says something", (name) => {
  expect(judgeName(name)).not.toBeNull();
});

describe("names of something else", () => {
  test.each([
    "tokenType",
    "secretName",
    "apiKeyId",
    "passwordHash",
    "tokenExpiresAt",
    "keyPath",
    "publicKey",
    "publishableKey",
    "NEXT_PUBLIC_TOKEN",
    "cacheKey",
    "primaryKey",
    "csrfToken",
    "nextPageToken",
    "maxTokens",
    "tokenizer",
    "keyboard",
    "monkey",
    "secretary",
    "author",
    "passenger",
    "AWS::IAM::AccessKey",
    "secrets/token",
    "x".repeat(200),
  ])("%s", (name) => {
    expect(judgeName(name)).toBeNull();
  });
});
