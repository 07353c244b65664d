import { generateKeyPairSync } from "node:crypto";
import { drawGithubToken } from "../../rules/secrets/github-tokens.examples.ts";
import { BASE32, BASE62, BASE64, BASE64URL, drawText, HEX } from "../../rules/secrets/sample.ts";

/** A secret, mostly one name and value; of a key pair two. */
export interface MadeUp {
  readonly pairs: readonly (readonly [name: string, value: string])[];
}

const one = (name: string, value: string): MadeUp => ({ pairs: [[name, value]] });
const pick = <T>(list: readonly T[], seed: number): T => list[seed % list.length] as T; // never empty, so never undefined

const MARKER = ["T3Blbk", "FJ"].join("");
const openai = (kind: string) => (seed: number) => {
  const half = pick([58, 74, 20], seed);
  return one("openaiApiKey", `sk-${kind}-${drawText(BASE64URL, half, seed)}${MARKER}${drawText(BASE64URL, half, seed + 9999)}`);
};
const anthropic = (kind: string, length: number, end: string) => (seed: number) =>
  one("anthropicApiKey", `sk-ant-${kind}-${drawText(BASE64URL, length, seed)}${end}`);
const github = (prefix: string, length?: number) => (seed: number) => one("githubToken", drawGithubToken(prefix, length, seed));
const keyId = (seed: number): string => `AKIA${drawText(BASE32, 16, seed)}`;

const NAMES = [
  "apiKey",
  "clientSecret",
  "stripeSecretKey",
  "authToken",
  "accessToken",
  "jwtSecret",
  "sessionSecret",
  "encryptionKey",
  "privateKey",
  "webhookSecret",
  "refreshToken",
  "signingKey",
  "krakenApiSecret",
  "serviceRoleKey",
];
const generic = (draw: (seed: number) => string) => (seed: number) => one(pick(NAMES, seed), draw(seed));

const SCHEMES = ["postgres", "postgresql", "mysql", "mongodb+srv", "redis", "amqps", "mssql", "mariadb"];
const HOSTS = [
  "db.shop.net",
  "ep-cool-art-123456.eu-central-1.aws.neon.tech",
  "cluster0.ab1cd.mongodb.net",
  "10.2.0.15:5432",
  "shop.c9x.us-east-1.rds.amazonaws.com",
];
const url = (password: (seed: number) => string) => (seed: number) =>
  one("databaseUrl", `${pick(SCHEMES, seed)}://app_user:${password(seed)}@${pick(HOSTS, seed >> 3)}/shop`);
const SYMBOLS = "!@#%^*-_+.";

/** By the id of the rule that should speak, and a word on the variety. */
export const makers: Readonly<Record<string, (seed: number) => MadeUp>> = {
  "secrets/anthropic-admin-key": anthropic("admin01", 93, "AA"),
  "secrets/anthropic-api-key": anthropic("api03", 93, "AA"),
  "secrets/anthropic-oauth-access-token": anthropic("oat01", 95, ""),
  "secrets/anthropic-oauth-refresh-token": anthropic("ort01", 95, ""),
  "secrets/aws-access-key-id": (seed) => one("awsAccessKeyId", keyId(seed)),
  "secrets/aws-key-pair": (seed) => ({
    pairs: [
      ["awsAccessKeyId", keyId(seed)],
      ["awsSecretAccessKey", drawText(BASE64, 40, seed + 5000)],
    ],
  }),
  "secrets/aws-secret-access-key": (seed) => one("awsSecretAccessKey", drawText(BASE64, 40, seed)),
  "secrets/connection-string random": url((seed) => drawText(BASE62, 16, seed)),
  "secrets/connection-string with signs": url((seed) => encodeURIComponent(drawText(BASE62 + SYMBOLS, 14, seed))),
  "secrets/connection-string ADO.NET": (seed) =>
    one("connectionString", `Server=tcp:${pick(HOSTS, seed)};Database=shop;User Id=app;Password=${drawText(BASE62, 16, seed)};Encrypt=True`),
  "secrets/connection-string Azure": (seed) =>
    one("storageConnection", `DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${drawText(BASE64, 86, seed)}==;EndpointSuffix=core.windows.net`),
  "secrets/deepseek-api-key": (seed) => one("deepseekApiKey", `sk-${drawText(HEX, 32, seed)}`),
  "secrets/generic-secret hex 32": generic((seed) => drawText(HEX, 32, seed)),
  "secrets/generic-secret hex 64": generic((seed) => drawText(HEX, 64, seed)),
  "secrets/generic-secret base62 24": generic((seed) => drawText(BASE62, 24, seed)),
  "secrets/generic-secret base62 40": generic((seed) => drawText(BASE62, 40, seed)),
  "secrets/generic-secret base64 44": generic((seed) => `${drawText(BASE64, 43, seed)}=`),
  "secrets/generic-secret base64 88": generic((seed) => `${drawText(BASE64, 86, seed)}==`),
  "secrets/generic-secret base64url 43": generic((seed) => drawText(BASE64URL, 43, seed)),
  "secrets/generic-secret base32 32": generic((seed) => drawText(BASE32, 32, seed)),
  "secrets/generic-secret upper 20": generic((seed) => drawText("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 20, seed)),
  "secrets/generic-secret password 16": (seed) => one(pick(["dbPassword", "password", "smtpPassword", "adminPwd"], seed), drawText(BASE62 + SYMBOLS, 16, seed)),
  "secrets/generic-secret password 12": (seed) => one(pick(["dbPassword", "password", "smtpPassword", "adminPwd"], seed), drawText(BASE62 + SYMBOLS, 12, seed)),
  "secrets/generic-secret sk": (seed) => one("llmKey", `sk-${drawText(BASE62, 48, seed)}`),
  "secrets/github-app-installation-token": github("ghs_"),
  "secrets/github-app-installation-token-jwt": (seed) =>
    one(
      "githubToken",
      `ghs_${seed + 10000}_eyJ${drawText(BASE64URL, 30, seed)}.eyJ${drawText(BASE64URL, 120, seed + 1)}.${drawText(BASE64URL, 342, seed + 2)}`,
    ),
  "secrets/github-app-user-token": github("ghu_"),
  "secrets/github-oauth-access-token": github("gho_"),
  "secrets/github-pat-classic": github("ghp_"),
  "secrets/github-pat-fine-grained": (seed) => one("githubToken", `github_pat_${drawText(BASE62, 22, seed)}_${drawText(BASE62, 59, seed + 1)}`),
  "secrets/github-refresh-token": github("ghr_", 76),
  "secrets/openai-admin-key": openai("admin"),
  "secrets/openai-api-key-legacy": (seed) => one("openaiApiKey", `sk-${drawText(BASE62, 20, seed)}${MARKER}${drawText(BASE62, 20, seed + 1)}`),
  "secrets/openai-project-key": openai("proj"),
  "secrets/openai-service-account-key": openai("svcacct"),
  "secrets/private-key EC": () =>
    one("privateKey", generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "sec1", format: "pem" }).toString()),
  "secrets/private-key Ed25519": () => one("privateKey", generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString()),
};
