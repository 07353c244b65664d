import type { Examples } from "../../src/core/rule.ts";
import { BASE62, BASE64, drawText, HEX } from "./sample.ts";

const value = drawText(BASE62, 32, 3);
const long = drawText(BASE62, 48, 9);
const _short = drawText(BASE62, 12, 4);
const _letters = drawText(BASE62.replace(/\d/g, ""), 14, 6);
const _signs = `${drawText(BASE62, 6, 5)}^${drawText(BASE62, 7, 8)}`;
const slashed = `/${drawText(BASE62, 20, 3)}/${drawText(BASE62, 21, 5)}=`;
const hex = drawText(HEX, 32, 2);
const uuid = [8, 4, 4, 4, 12].map((length) => drawText(HEX, length, length)).join("-");

export const examples: Examples = {
  flags: [
    { name: "TypeScript", path: "src/pay.ts", content: `const apiKey = "${value}";\n`, spans: [value], severity: "block", confidence: "likely" },
    { name: "a member of an object", path: "src/pay.js", content: `export default { clientSecret: '${value}' };\n`, spans: [value] },
    { name: "Python", path: "settings.py", content: `SECRET_KEY = "${value}"\n`, spans: [value], severity: "block" },
    {
      name: "an environment file",
      path: ".env",
      content: `KRAKEN_API_SECRET=${drawText(BASE64, 86)}==\n`,
      spans: [`${drawText(BASE64, 86)}==`],
      severity: "block",
    },
    { name: "JSON", path: "config.json", content: `{ "accessToken": "${value}" }\n`, spans: [value] },
    { name: "YAML without quotes", path: "app.yml", content: `auth_token: ${value}\n`, spans: [value] },
    { name: "PowerShell", path: "deploy.ps1", content: `$env:API_TOKEN = "${value}"\n`, spans: [value] },
    { name: "a shell script", path: "deploy.sh", content: `export STRIPE_SECRET=${value}\n`, spans: [value] },
    { name: "a default beside the environment", path: "src/pay.ts", content: `const secret = process.env.APP_SECRET ?? "${value}";\n`, spans: [value] },
    { name: "a default of getenv", path: "pay.py", content: `key = os.getenv("API_KEY", "${value}")\n`, spans: [value] },
    { name: "the value on the next line", path: "src/pay.ts", content: `const longLivedAccessToken =\n  "${value}";\n`, spans: [value] },
    { name: "commented out", path: ".env", content: `# API_KEY=${value}\n`, spans: [value] },
    { name: "a bearer", path: "src/call.ts", content: `headers = { authorization: "Bearer ${value}" };\n`, spans: [value] },
    { name: "hexadecimal", path: "src/sign.go", content: `signingKey := "${hex}"\n`, spans: [hex], severity: "block" },
    {
      name: "a UUID as a key, in an environment file",
      path: ".env.production",
      content: `LITE_API_KEY=${uuid}\n`,
      spans: [uuid],
      severity: "warn",
      confidence: "possible",
    },
    {
      name: "in a test",
      path: "test/pay.test.ts",
      content: `const apiKey = "${value}";\n`,
      spans: [value],
    },
    {
      name: "in documentation",
      path: "README.md",
      content: `    API_KEY=${value}\n`,
      spans: [value],
    },
    {
      name: "in a sample of an environment file, where placeholders belong",
      path: ".env.example",
      content: `API_KEY=${value}\n`,
      spans: [value],
      severity: "block",
    },
    {
      name: "a secret key of a provider, even in a test",
      path: "test_call.py",
      content: `h = {"Authorization": "Bearer sk-${long}"}\n`,
      spans: [`sk-${long}`],
      severity: "block",
    },
    {
      name: "a secret key of a provider without a name",
      path: "src/chat.ts",
      content: `const chat = new Chat("sk-${long}");\n`,
      spans: [`sk-${long}`],
      severity: "block",
    },
    { name: "properties", path: "application.properties", content: `app.signing.key=${value}\n`, spans: [value], severity: "block" },
    { name: "a setting of XML", path: "Web.config", content: `<add key="signingKey" value="${value}" />\n`, spans: [value], severity: "block" },
    { name: "base64 that begins like a path", path: "a.py", content: `api_secret = "${slashed}"\n`, spans: [slashed], severity: "block" },
    {
      name: "far in on a long line, behind a string that is cut off by the window",
      path: "config.json",
      content: `{"a":"${"x y ".repeat(300)}","note":"all of it","signingSecret":"${value}","z":"${"w ".repeat(500)}"}\n`,
      spans: [value],
    },
    {
      name: "behind a name in prose on a long line",
      path: "app.min.js",
      content: `${"var a=1;".repeat(60)}f("the token isn't here",{apiSecret:"${value}"});${"b();".repeat(300)}\n`,
      spans: [value],
    },
    {
      name: "a default of a call, far in on a long line",
      path: "a.py",
      content: `x = [${'"a b", '.repeat(60)}os.getenv("API_KEY", "${value}"), ${'"c d", '.repeat(200)}]\n`,
      spans: [value],
    },
    {
      name: "an attribute far in on a long line",
      path: "Web.config",
      content: `<a>${'<b c="d e" />'.repeat(60)}<add key="signingKey" value="${value}" />${'<b c="d e" />'.repeat(100)}</a>\n`,
      spans: [value],
    },
    { name: "compared with", path: "a.ts", content: `if (token === "${value}") return;\n`, spans: [value] },
    { name: "an argument of a call", path: "A.java", content: `config.setJwtSecret("${value}");\n`, spans: [value] },
    { name: "a query of a URL", path: "a.md", content: `    curl https://git.shop.net/api/v4/projects?private_token=${hex}&ref=main\n`, spans: [hex] },
    { name: "JSON inside a string", path: "a.go", content: `body := "{\\"accessToken\\": \\"${value}\\"}"\n`, spans: [value] },
    { name: "a bearer in a command line", path: "a.sh", content: `curl -H "Authorization: Bearer ${value}" https://shop.net\n`, spans: [value] },
    {
      name: "a hunk of a difference",
      path: "fix.patch",
      content: `@@ -1,2 +1,2 @@\n-  clientSecret: process.env.SECRET,\n+  clientSecret: "${value}",\n`,
      spans: [value],
    },
    {
      name: "a command that goes on in the next line",
      path: "a.toml",
      content: `Example = ${"'".repeat(3)}\nEXO_API_SECRET=${value} \\\nlego run\n`,
      spans: [value],
    },
    { name: "a weak name", path: "src/cache.ts", content: `const key = 1;\nconst storeKey = "${value}";\n`, spans: [value], severity: "warn" },
  ],
  leaves: [
    {
      name: "read from the environment",
      path: "src/pay.ts",
      content: "const apiKey = process.env.STRIPE_API_KEY;\nconst secret = config.get('payments.secret.key');\n",
    },
    {
      name: "words",
      path: ".env.example",
      content: `API_KEY=your-api-key-here\nSECRET_KEY=change-me-in-production\nTOKEN=<token>\nAUTH_TOKEN=\${AUTH_TOKEN}\n`,
    },
    {
      name: "words in code",
      path: "src/a.ts",
      content: 'const passwordPlaceholder = "Enter your password";\nconst token = "access_token";\nconst apiKey = "test-api-key";\n',
    },
    {
      name: "identifiers",
      path: "src/a.ts",
      content: 'const tokenProvider = "AzureActiveDirectoryTokenProvider";\nconst secretKey = "kubernetesSecretNamespaceSelector";\n',
    },
    { name: "a type", path: "src/a.ts", content: "interface A { apiKey: StripePublishableKey2; token: Base64EncodedString }\n" },
    { name: "a UUID", path: "src/a.ts", content: `const apiKey = "${uuid}";\n` },
    { name: "a hash that says so", path: "a.json", content: `{ "token": "sha256-${drawText(BASE64, 43)}=" }\n` },
    { name: "a hashed password", path: "users.sql", content: `password = '$2b$10$${drawText(BASE62, 53)}'\n` },
    { name: "something about a secret", path: "app.yml", content: `secretName: ${value}\ntokenId: ${value}\nkeyPath: ${value}\npublicKey: ${value}\n` },
    { name: "a key that opens nothing", path: "a.ts", content: `const cacheKey = "${value}";\nconst csrfToken = "${value}";\nconst nextToken = "${value}";\n` },
    { name: "a path and a URL", path: "app.yml", content: "token_file: /var/run/secrets/x9f2/token\ntoken: https://login.shop.net/oauth2/v2.0/token\n" },
    { name: "a key of React", path: "a.tsx", content: `<Row key="${value}" />\n` },
    { name: "base64 of words", path: "a.py", content: `api_secret = "${Buffer.from("this is a test secret").toString("base64")}"\n` },
    { name: "counted up", path: "a.py", content: 'api_key = "a1b2c3d4e5f6g7h8i9j0k1l2"\nsecret = "0123456789abcdef0123456789abcdef"\n' },
    { name: "typed to look random", path: "a.md", content: "JWT_SECRET=k8Jm4Tq7Xz2Pw9Rb3Nc6Hs5Yd\n" },
    { name: "a publishable key", path: "a.ts", content: `const stripeKey = "${["pk", "live", value].join("_")}";\n` },
    { name: "no secret's name", path: "a.ts", content: `const commit = "${drawText(HEX, 40)}";\nconst nonce = "${value}";\n` },
    {
      name: "the pattern of a password",
      path: "a.ts",
      content: 'const password = "^(?=.*[A-Z])(?=.*\\\\d)[A-Za-z0-9$]{8,32}$";\nconst pwd = "[A-Za-z0-9#%]{8,}";\n',
    },
    { name: "class names of a style sheet", path: "a.html", content: '<i class="sk-loading-indicator-inner-wrapper-of-the-page"></i>\n' },
    { name: "digits", path: "a.ts", content: 'const token = "4929118855601733";\n' },
  ],
};
