import type { Examples } from "../../src/core/rule.ts";
import { BASE32, BASE64, drawText, HEX } from "./sample.ts";

const id = `AKIA${drawText(BASE32, 16, 3)}`;
const odd = `AKIA${drawText(BASE32, 10, 3)}9${drawText(BASE32, 5, 4)}`;
const secret = drawText(BASE64, 40, 2);
const other = drawText(BASE64, 40, 5);

export const examples: Examples = {
  flags: [
    {
      name: "a profile of the AWS tools",
      path: "deploy/aws.ini",
      content: `[default]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`,
      spans: [secret],
      confidence: "certain",
      severity: "block",
    },
    { name: "arguments of a client", path: "src/s3.ts", content: `new S3({ accessKeyId: "${id}", secretAccessKey: "${secret}" });\n`, spans: [secret] },
    { name: "a row of a table, without a name", path: "keys.csv", content: `user,id,secret\ndeploy,${id},${secret}\n`, spans: [secret], confidence: "likely" },
    { name: "the secret first", path: "run.sh", content: `export AWS_SECRET_ACCESS_KEY=${secret}\nexport AWS_ACCESS_KEY_ID=${id}\n`, spans: [secret] },
    {
      name: "an id with a digit that AWS gives to none: less sure",
      path: "aws.ini",
      content: `aws_access_key_id = ${odd}\naws_secret_access_key = ${secret}\n`,
      spans: [secret],
      confidence: "likely",
      severity: "block",
    },
    { name: "the same without a name", path: "keys.csv", content: `deploy,${odd},${secret}\n`, spans: [secret], confidence: "possible", severity: "warn" },
    {
      name: "the named one of two",
      path: "app.yml",
      content: `accessKeyId: ${id}\netag: ${other}\nsecretAccessKey: ${secret}\n`,
      spans: [secret],
    },
  ],
  leaves: [
    { name: "an id alone", path: "main.tf", content: `access_key = "${id}"\n` },
    { name: "a git object beside the id", path: "ci.yml", content: `id: ${id}\ncommit: ${drawText(HEX, 40)}\n` },
    {
      name: "the sample of the manual",
      path: "README.md",
      content: `aws_access_key_id = ${["AKIAIOSFODNN7", "EXAMPLE"].join("")}\naws_secret_access_key = ${["wJalrXUtnFEMI/K7MDENG", "/bPxRfiCYEXAMPLEKEY"].join("")}\n`,
    },
    { name: "a template for the secret", path: "app.yml", content: `accessKeyId: ${id}\nsecretAccessKey: \${AWS_SECRET_ACCESS_KEY}\n` },
    { name: "a long path beside the id", path: "app.yml", content: `accessKeyId: ${id}\nclass: com/amazonaws/services/simpleworkflow/Client\n` },
  ],
};
