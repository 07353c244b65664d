import { expect, test } from "vitest";
import { drawGithubToken } from "../../../rules/secrets/github-tokens.examples.ts";
import { BASE32, BASE62, BASE64, BASE64URL, drawText, HEX } from "../../../rules/secrets/sample.ts";
import { scanText } from "./scan.ts";

const classic = drawGithubToken("ghp_");
const anthropic = `sk-ant-api03-${drawText(BASE64URL, 93)}AA`;
const id = `AKIA${drawText(BASE32, 16, 3)}`;
const secret = drawText(BASE64, 40, 2);
const hex = drawText(HEX, 32, 2);
const password = drawText(BASE62, 20, 6);

test.each([
  ["a token under a telling name", "src/a.ts", `const githubToken = "${classic}";\n`, ["secrets/github-pat-classic"]],
  ["a token as the password of a URL", "a.sh", `git clone https://x-access-token:${classic}@github.com/o/r.git\n`, ["secrets/github-pat-classic"]],
  ["a key in an environment file", ".env", `ANTHROPIC_API_KEY=${anthropic}\n`, ["secrets/anthropic-api-key"]],
  ["a key with hexadecimal digits", ".env", `DEEPSEEK_API_KEY=sk-${drawText(HEX, 32)}\n`, ["secrets/deepseek-api-key"]],
  ["a pair", "a.ini", `aws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`, ["secrets/aws-key-pair"]],
  ["a secret alone", ".env", `AWS_SECRET_ACCESS_KEY=${secret}\n`, ["secrets/aws-secret-access-key"]],
  [
    "id and secret far apart",
    "a.ini",
    `id = ${id}\n${"\n".repeat(20)}aws_secret_access_key = ${secret}\n`,
    ["secrets/aws-access-key-id", "secrets/aws-secret-access-key"],
  ],
  ["a URL under a telling name", ".env", `SECRET_URL=postgres://app:${password}@db.shop.net/shop\n`, ["secrets/connection-string"]],
  ["a password in ADO.NET", "a.json", `{ "x": "Server=db.shop.net;User Id=app;Password=${password};" }\n`, ["secrets/connection-string"]],
  ["a word that is no provider's", "a.json", `{ "auth_token": "${hex}" }\n`, ["secrets/generic-secret"]],
  ["a header that is no provider's", "a.sh", `curl -H "X-Api-Key: ${hex}" https://shop.net\n`, ["secrets/generic-secret"]],
  ["a provider's own word that says what it is", "a.ts", `const h = { "xi-api-key": "${hex}" };\n`, ["secrets/elevenlabs-api-key-legacy"]],
  ["a guess at a provider where a named secret blocks", ".env", `SLACK_SIGNING_SECRET=${hex}\n`, ["secrets/generic-secret"]],
  ["a secret of no known kind", ".env", `SHOP_SECRET=${password}\n`, ["secrets/generic-secret"]],
])("%s", async (_, path, text, ids) => {
  expect((await scanText(path, text)).map(({ ruleId }) => ruleId)).toEqual(ids);
});
