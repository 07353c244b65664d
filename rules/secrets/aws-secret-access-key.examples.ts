import type { Examples } from "../../src/core/rule.ts";
import { BASE64, drawText, HEX } from "./sample.ts";

const secret = drawText(BASE64, 40, 2);

export const examples: Examples = {
  flags: [
    { name: "in an environment file", path: ".env", content: `AWS_SECRET_ACCESS_KEY=${secret}\n`, spans: [secret], severity: "block", confidence: "likely" },
    { name: "in code", path: "src/s3.ts", content: `const secretAccessKey = "${secret}";\n`, spans: [secret] },
    { name: "in properties", path: "s3.properties", content: `aws.secret.access.key=${secret}\n`, spans: [secret] },
    { name: "in XML", path: "Web.config", content: `<add key="AWSSecretAccessKey" value="${secret}" />\n`, spans: [secret] },
    { name: "in JSON", path: "app.json", content: `{ "SecretAccessKey": "${secret}" }\n`, spans: [secret] },
  ],
  leaves: [
    { name: "read from the environment", path: "src/s3.ts", content: "const secretAccessKey = process.env.AWS_SECRET_ACCESS_KEY;\n" },
    { name: "forty hexadecimal digits", path: ".env", content: `AWS_SECRET_ACCESS_KEY=${drawText(HEX, 40)}\n` },
    { name: "the sample of the manual", path: "README.md", content: `AWS_SECRET_ACCESS_KEY=${["wJalrXUtnFEMI/K7MDENG", "/bPxRfiCYEXAMPLEKEY"].join("")}\n` },
    { name: "a row of x", path: ".env.example", content: `AWS_SECRET_ACCESS_KEY=${"x".repeat(40)}\n` },
    { name: "a secret reference of a workflow", path: ".github/workflows/ci.yml", content: `AWS_SECRET_ACCESS_KEY: \${{ secrets.AWS_SECRET_ACCESS_KEY }}\n` },
  ],
};
