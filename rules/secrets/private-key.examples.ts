import type { Examples } from "../../src/core/rule.ts";
import { BASE64URL, drawText, HEX } from "./sample.ts";

const drawBytes = (length: number, seed = 1): Buffer => Buffer.from(drawText(HEX, 2 * length, seed), "hex");

/** A DER sequence of so many made-up bytes: the form of an RSA, EC, DSA or PKCS#8 key, and no key. */
function toDer(length: number): Buffer {
  const head = length < 128 ? [0x30, length] : [0x30, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), drawBytes(length)]);
}

function toLines(bytes: Buffer): string[] {
  return bytes.toString("base64").match(/.{1,64}/g) ?? [];
}

/** A block in armour, its label taken apart, so that this file holds no header. */
function toBlock(label: string, bytes: Buffer, headers: readonly string[] = []): string[] {
  const name = ["PRIVATE", `KEY${label === "PGP" ? " BLOCK" : ""}`].join(" ");
  const title = label ? `${label} ${name}` : name;
  return [`-----BEGIN ${title}-----`, ...headers, ...toLines(bytes), `-----END ${title}-----`];
}

const openssh = (cipher: string): Buffer =>
  Buffer.concat([Buffer.from(`openssh-key-v1\0\0\0\0${String.fromCharCode(cipher.length)}${cipher}`), drawBytes(300)]);
const rsa = toBlock("RSA", toDer(1190));
const pkcs8 = toBlock("", toDer(46));
const header = rsa[0] ?? "";
const footer = rsa.at(-1) ?? "";
const joined = rsa.join("\n");
const escaped = rsa.join("\\n");
const putty = [
  ["PuTTY-User-Key-File", "-2: ssh-rsa"].join(""),
  "Encryption: none",
  "Comment: deploy",
  "Public-Lines: 1",
  drawBytes(40).toString("base64"),
  "Private-Lines: 4",
  ...toLines(drawBytes(190)),
  `Private-MAC: ${drawText(HEX, 40)}`,
].join("\n");
const encoded = Buffer.from(joined).toString("base64");

/** The private part of a JSON Web Key on P-256. */
const member = drawText(BASE64URL, 43, 3);

export const examples: Examples = {
  flags: [
    {
      name: "a key that an installed package brings along, which everybody has",
      path: "node_modules/.pnpm/server@1.0.0/node_modules/server/lib/certificate.js",
      content: `module.exports = \`${joined}\`;\n`,
      spans: [joined],
      severity: "warn",
    },
    {
      name: "a key that a tool made beside the packages",
      path: "node_modules/.cache/server/server.pem",
      content: `${joined}\n`,
      spans: [joined],
      severity: "block",
    },
    { name: "a key of one's own tests", path: "packages/node/test/fixtures/server.pem", content: `${joined}\n`, spans: [joined], severity: "block" },
    {
      name: "a JSON Web Key",
      path: "keys.json",
      content: `{ "kty": "EC", "crv": "P-256", "x": "${drawText(BASE64URL, 43)}", "d": "${member}" }\n`,
      spans: [member],
    },
    { name: "a JSON Web Key in a template of JavaScript", path: "sign.js", content: `const key = { kty: \`OKP\`, d: \`${member}\` };\n`, spans: [member] },
    { name: "a JSON Web Key in a string", path: "sign.js", content: `const key = "{\\"kty\\":\\"EC\\",\\"d\\":\\"${member}\\"}";\n`, spans: [member] },
    { name: "a symmetric JSON Web Key without blanks", path: "sign.js", content: `const key={kty:"oct",k:"${member}"};\n`, spans: [member] },
    { name: "a JSON Web Key in YAML", path: "keys.yml", content: `kty: OKP\ncrv: Ed25519\nd: ${member}\n`, spans: [member] },
    { name: "a JSON Web Key, its kind last", path: "sign.js", content: `const key = { d: '${member}', kty: 'EC' };\n`, spans: [member] },
    { name: "a WireGuard key", path: "wg0.conf", content: `[Interface]\nPrivateKey = ${drawText(HEX, 42)}A=\n`, confidence: "certain" },
    { name: "RSA", path: "deploy/server.pem", content: `${joined}\n`, spans: [joined], confidence: "certain", severity: "block" },
    { name: "Windows line ends", path: "server.pem", content: `${rsa.join("\r\n")}\r\n`, spans: [rsa.join("\r\n")], confidence: "certain" },
    { name: "PKCS#8 of Ed25519, the shortest there is", path: "key.txt", content: pkcs8.join("\n"), spans: [pkcs8.join("\n")], confidence: "certain" },
    { name: "EC", path: "key.txt", content: toBlock("EC", toDer(118)).join("\n"), confidence: "certain" },
    { name: "DSA", path: "key.txt", content: toBlock("DSA", toDer(440)).join("\n"), confidence: "certain" },
    { name: "OpenSSH without a passphrase", path: "id", content: toBlock("OPENSSH", openssh("none")).join("\n"), confidence: "certain", severity: "block" },
    {
      name: "PGP",
      path: "release.asc",
      content: toBlock("PGP", Buffer.concat([Buffer.from([0x95]), drawBytes(600)]), ["Version: GnuPG v2", ""]).join("\n"),
      confidence: "certain",
    },
    { name: "PuTTY", path: "deploy.txt", content: `${putty}\n`, spans: [putty], confidence: "certain", severity: "block" },
    {
      name: "one line with escaped line ends, in JSON",
      path: "account.json",
      content: `{ "private_key": "${escaped}\\n" }\n`,
      spans: [escaped],
      confidence: "certain",
    },
    { name: "escaped twice", path: "notes.json", content: `{ "log": "{\\"key\\": \\"${rsa.join("\\\\n")}\\"}" }\n`, confidence: "certain" },
    {
      name: "indented in YAML",
      path: "secret.yaml",
      content: `tls:\n  key: |\n${rsa.map((line) => `    ${line}\n`).join("")}  port: 443\n`,
      spans: [rsa.join("\n    ")],
    },
    {
      name: "put together out of strings",
      path: "Key.java",
      content: `String key = ${rsa.map((line) => `"${line}\\n"`).join(" +\n    ")};\n`,
      confidence: "certain",
    },
    { name: "in a comment", path: "a.py", content: `${rsa.map((line) => `# ${line}`).join("\n")}\n`, confidence: "certain" },
    { name: "encoded once more, as in a kubeconfig", path: "config", content: `client-key-data: ${encoded}\n`, spans: [encoded], confidence: "certain" },
    {
      name: "without its footer",
      path: "key.txt",
      content: `${rsa.slice(0, -1).join("\n")}\nThe end.\n`,
      spans: [rsa.slice(0, -1).join("\n")],
      severity: "block",
    },
    { name: "two of them", path: "keys.txt", content: `${joined}\n${pkcs8.join("\n")}\n`, spans: [joined, pkcs8.join("\n")] },
    {
      name: "a long body that is no DER",
      path: "key.txt",
      content: toBlock("RSA", Buffer.concat([Buffer.from([1]), drawBytes(600)])).join("\n"),
      confidence: "likely",
      severity: "block",
    },
    { name: "encrypted, PKCS#8", path: "key.txt", content: toBlock("ENCRYPTED", toDer(1190)).join("\n"), confidence: "possible", severity: "warn" },
    {
      name: "encrypted, by its headers",
      path: "key.txt",
      content: toBlock("RSA", drawBytes(1190), ["Proc-Type: 4,ENCRYPTED", "DEK-Info: AES-128-CBC,00", ""]).join("\n"),
      confidence: "possible",
      severity: "warn",
    },
    { name: "OpenSSH with a passphrase", path: "id", content: toBlock("OPENSSH", openssh("aes256-ctr")).join("\n"), confidence: "possible", severity: "warn" },
    { name: "cut off in the middle", path: "key.txt", content: [...rsa.slice(0, 5), footer].join("\n"), confidence: "possible", severity: "warn" },
  ],
  leaves: [
    { name: "a key of the tests of an installed package", path: "app/node_modules/@acme/ssh/test/fixtures/id", content: `${joined}\n` },
    { name: "the public half of a JSON Web Key", path: "keys.json", content: `{ "kty": "EC", "x": "${drawText(BASE64URL, 43)}", "y": "${member}" }\n` },
    { name: "a header alone", path: "src/parse.ts", content: `if (text.startsWith("${header}")) return parse(text);\n` },
    { name: "header and footer in a program", path: "src/wrap.ts", content: `const pem = "${header}\\n" + body + "\\n${footer}";\n` },
    { name: "header and footer as constants", path: "src/pem.ts", content: `const begin = "${header}";\nconst end = "${footer}";\n` },
    { name: "an elided body", path: "README.md", content: `${header}\n${rsa[1]}\n...\n${footer}\n` },
    { name: "a placeholder for a body", path: ".env.example", content: `KEY="${header}\\nYOUR_PRIVATE_KEY_GOES_HERE\\n${footer}"\n` },
    { name: "a body of one letter", path: "test/key.test.ts", content: `${header}\n${"A".repeat(64)}\n${"A".repeat(64)}\n${footer}\n` },
    { name: "a template", path: "chart.yaml", content: `key: |\n  ${header}\n  {{ .Values.key }}\n  ${footer}\n` },
    { name: "a public key", path: "key.pub", content: joined.replaceAll("RSA PRIVATE", "PUBLIC") },
    { name: "a certificate", path: "cert.pem", content: joined.replaceAll("RSA PRIVATE KEY", "CERTIFICATE") },
    {
      name: "a certificate encoded once more",
      path: "config",
      content: `data: ${Buffer.from(joined.replaceAll("RSA PRIVATE KEY", "CERTIFICATE")).toString("base64")}\n`,
    },
    { name: "a header above a certificate", path: "a.txt", content: `${header}\n${joined.replaceAll("RSA PRIVATE KEY", "CERTIFICATE")}\n` },
    {
      name: "the pattern of a scanner",
      path: "src/scan.ts",
      content: `const pattern = /-----BEGIN (RSA |EC )?${["PRIVATE", "KEY"].join(" ")}-----[^-]+-----END/;\n`,
    },
    { name: "the head of a PuTTY key", path: "src/putty.ts", content: `const magic = "${["PuTTY-User-Key-File", "-2: ssh-rsa"].join("")}";\n` },
  ],
};
