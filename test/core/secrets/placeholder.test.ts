import { describe, expect, test } from "vitest";
import { BASE62, BASE64, drawText, HEX } from "../../../rules/secrets/sample.ts";
import { isPlaceholder, isTemplate } from "../../../src/core/secrets/placeholder.ts";

describe("placeholders", () => {
  test.each([
    "changeme",
    "CHANGE_ME",
    "change-me",
    "password",
    "your-api-key-here",
    "YOUR_SECRET_KEY",
    "<your token>",
    "insert_key",
    "replace_with_real_value",
    "sk-example-0a1b2c",
    "xxxxxxxxxxxx",
    "****************",
    "sk-...",
    "0000000000000000",
    "1234567890",
    "abcdefgh12345678",
    "deadbeefcafebabe",
    "test_key_7f3a",
    "dummy-9f3kd83j2",
    "n/a",
    "TODO",
    "qwertyuiop",
  ])("%s", (value) => {
    expect(isPlaceholder(value)).toBe(true);
  });

  test("hardly any drawn value", () => {
    for (const [alphabet, length] of [[HEX, 32] as const, [BASE62, 40] as const, [BASE64, 88] as const]) {
      const drawn = Array.from({ length: 2000 }, (_, seed) => drawText(alphabet, length, seed + 1));
      expect(drawn.filter(isPlaceholder).length).toBeLessThan(6);
    }
  });
});

describe("templates and references", () => {
  test.each([
    `\${API_KEY}`,
    `pre-\${API_KEY}-post`,
    `\${{ secrets.API_KEY }}`,
    "{{ api_key }}",
    "<%= key %>",
    "#{key}",
    "$(cat key)",
    "%(key)s",
    "<API_KEY>",
    "[your key]",
    "{0}",
    "$API_KEY",
    "$env:API_KEY",
    "%API_KEY%",
    "@key@",
    "__API_KEY__",
    ":password",
    "%s",
    "op://vault/item/field",
    "vault:secret/data/app#key",
    "arn:aws:secretsmanager:eu-west-1:1:secret:x",
    "ENC[AES256_GCM,data:x]",
    "{cipher}0a1b",
    "@Microsoft.KeyVault(SecretUri=x)",
    "!Ref ApiKey",
    "projects/shop/secrets/key",
  ])("%s", (value) => {
    expect(isTemplate(value)).toBe(true);
  });

  test.each(["hunter2", "a$b%c", "pa{ss", "plain"])("not %s", (value) => {
    expect(isTemplate(value)).toBe(false);
  });
});
