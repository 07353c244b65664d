import type { Examples } from "../../src/core/rule.ts";
import { BASE32, BASE64, drawText, HEX } from "./sample.ts";

const id = `AKIA${drawText(BASE32, 16, 3)}`;
const odd = `AKIA${drawText(BASE32, 10, 3)}8${drawText(BASE32, 5, 4)}`;
const temporary = `ASIA${drawText(BASE32, 16, 4)}`;
const secret = drawText(BASE64, 40, 2);

export const examples: Examples = {
  flags: [
    { name: "an id without its secret", path: "infra/main.tf", content: `access_key = "${id}"\n`, spans: [id], severity: "warn", confidence: "possible" },
    { name: "an id of temporary credentials", path: "notes.md", content: `used ${temporary} yesterday\n`, spans: [temporary] },
    { name: "beside a git object, which is no secret", path: "ci.yml", content: `id: ${id}\ncommit: ${drawText(HEX, 40)}\n`, spans: [id] },
    {
      name: "a digit that AWS gives to none",
      path: "main.tf",
      content: `access_key = "${odd}"\n`,
      spans: [odd],
      severity: "warn",
      confidence: "possible",
    },
    {
      name: "the secret stands far away",
      path: "config.ini",
      content: `id = ${id}\n${"# a remark\n".repeat(20)}aws_secret_access_key = ${secret}\n`,
      spans: [id],
    },
  ],
  leaves: [
    {
      name: "beside its secret: the pair is reported there",
      path: ".aws/credentials",
      content: `aws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`,
    },
    { name: "the sample of the manual", path: "README.md", content: `aws_access_key_id = ${["AKIAIOSFODNN7", "EXAMPLE"].join("")}\n` },
    { name: "a row of X", path: "README.md", content: `aws_access_key_id = AKIA${"X".repeat(16)}\n` },
    { name: "counted up", path: "README.md", content: "aws_access_key_id = AKIAABCDEFGHIJKLMNOP\n" },
    { name: "inside a longer run of capitals", path: "data.txt", content: `XX${id}\n` },
    { name: "more characters than an id has", path: "data.txt", content: `${id}QQ\n` },
    { name: "the pattern of a scanner", path: "scan.ts", content: "const pattern = /AKIA[A-Z2-7]{16}/;\n" },
  ],
};
