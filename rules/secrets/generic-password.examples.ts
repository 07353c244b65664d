import type { Examples } from "../../src/core/rule.ts";
import { BASE62, drawText, HEX } from "./sample.ts";

const short = drawText(BASE62, 12, 4);
const long = drawText(BASE62, 20, 6);
const lower = drawText("bcdfghjklmnpqrstvwxz", 9, 5);
const letters = drawText(BASE62.replace(/\d/g, ""), 14, 6);
const signs = `${drawText(BASE62, 6, 5)}^${drawText(BASE62, 7, 8)}`;
const basic = Buffer.from(`anna:${long}`).toString("base64");
const dockerFile = Buffer.from(JSON.stringify({ auths: { "ghcr.io": { auth: basic } } })).toString("base64");
/** As people choose them: a word, a year, a sign. */
const chosen = ["Dragon", "1987", "!"].join("");

export const examples: Examples = {
  flags: [
    { name: "drawn at random", path: "src/db.ts", content: `const password = "${short}";\n`, spans: [short], severity: "block", confidence: "likely" },
    { name: "letters", path: "src/db.ts", content: `const dbPassword = "${letters}";\n`, spans: [letters] },
    { name: "a sign that patterns have", path: "src/db.ts", content: `const dbPassword = "${signs}";\n`, spans: [signs] },
    { name: "short", path: "src/db.ts", content: `const dbPassword = "${short.slice(0, 9)}";\n`, spans: [short.slice(0, 9)] },
    { name: "lower case without a word in it", path: "application.yml", content: `spring:\n  datasource:\n    password: ${lower}\n`, spans: [lower] },
    { name: "as people choose them", path: "settings.py", content: `DB_PASSWORD = "${chosen}"\n`, spans: [chosen] },
    { name: "one word: only a warning", path: "a.md", content: `- Password: ${["lets", "play"].join("")}\n`, severity: "warn", confidence: "possible" },
    { name: "an environment file", path: ".env", content: `MYSQL_ROOT_PASSWORD=${long}\n`, spans: [long], severity: "block" },
    { name: "properties, commented out", path: "app.properties", content: `# spring.datasource.password=${long}\n`, spans: [long] },
    { name: "JSON", path: "a.json", content: `{ "user": "anna", "passwd": "${long}" }\n`, spans: [long] },
    { name: "an element of XML", path: "settings.xml", content: `<server><username>anna</username><password>${long}</password></server>\n`, spans: [long] },
    { name: "an INI file", path: "a.ini", content: `[client]\npassword = ${long}\n`, spans: [long] },
    { name: "a Dockerfile", path: "Dockerfile", content: `ENV POSTGRES_PASSWORD=${long}\n`, spans: [long] },
    { name: "a setter", path: "A.java", content: `dataSource.setPassword("${long}");\n`, spans: [long] },
    { name: "compared with", path: "a.php", content: `if ($_POST['password'] === '${long}') { login(); }\n`, spans: [long] },
    { name: "a constant of PHP", path: "wp-config.php", content: `define('DB_PASSWORD', '${long}');\n`, spans: [long] },
    { name: "an option", path: "run.sh", content: `mongo --username anna --password ${long} shop\n`, spans: [long] },
    { name: "an option of PowerShell", path: "a.md", content: `    Connect-Shop -User anna -Password ${long}\n`, spans: [long] },
    { name: "a secure string of PowerShell", path: "a.ps1", content: `$pw = ConvertTo-SecureString '${long}' -AsPlainText -Force\n`, spans: [long] },
    { name: "the login of curl", path: "a.md", content: `    curl -u anna:${long} https://shop.net/api\n`, spans: [long] },
    { name: "the short option of MySQL", path: "dump.sh", content: `mysqldump -u root -p${long} shop > shop.sql\n`, spans: [long] },
    { name: "sshpass", path: "a.sh", content: `sshpass -p '${long}' ssh anna@shop.net\n`, spans: [long] },
    {
      name: "an option of docker run",
      path: "ci.yml",
      content: `script:\n  - docker run -e MYSQL_USER=shop -e MYSQL_PASSWORD=${long} mysql:8\n`,
      spans: [long],
    },
    { name: "a statement of SQL", path: "setup.sql", content: `CREATE USER 'shop'@'%' IDENTIFIED BY '${long}';\n`, spans: [long] },
    { name: "a statement of PostgreSQL", path: "setup.sql", content: `ALTER ROLE shop WITH LOGIN PASSWORD '${long}';\n`, spans: [long] },
    { name: "a statement on two lines", path: "a.sql", content: `CREATE USER shop\n  IDENTIFIED BY '${long}';\n`, spans: [long], severity: "block" },
    { name: "a variable of a Dockerfile without a sign", path: "Dockerfile", content: `ENV DB_PASSWORD ${long}\n`, spans: [long], severity: "block" },
    {
      name: "a variable of Kubernetes",
      path: "deployment.yaml",
      content: `env:\n  - name: DB_PASSWORD\n    value: ${long}\n`,
      spans: [long],
      severity: "block",
    },
    {
      name: "a variable of ECS",
      path: "task.json",
      content: `{ "environment": [{"name":"DB_PASSWORD","value":"${long}"}] }\n`,
      spans: [long],
      severity: "block",
    },
    {
      name: "the default of a variable of Terraform",
      path: "main.tf",
      content: `variable "db_password" {\n  type = string\n  default = "${long}"\n}\n`,
      spans: [long],
      severity: "block",
    },
    { name: "the login of Docker's command", path: "ci.sh", content: `docker login -u shop -p ${long} cr.shop.net\n`, spans: [long], severity: "block" },
    { name: "the shell of MongoDB", path: "a.sh", content: `mongosh -u shop -p '${long}' shop\n`, spans: [long], severity: "block" },
    { name: "the short option of Redis", path: "a.sh", content: `redis-cli -h db -a ${long} ping\n`, spans: [long], severity: "block" },
    { name: "user and password in a call", path: "a.go", content: `r.SetBasicAuth("shop", "${long}")\n`, spans: [long], severity: "block" },
    {
      name: "the value before its name",
      path: "task.json",
      content: `{ "environment": [{"value":"${long}","name":"DB_PASSWORD"}] }\n`,
      spans: [long],
    },
    { name: "user and password in a pair", path: "a.py", content: `requests.get(url, auth=("shop", "${long}"))\n`, spans: [long], severity: "block" },
    { name: "basic authorization", path: "a.ts", content: `headers.set("Authorization", "Basic ${basic}");\n`, spans: [basic] },
    {
      name: "a login of Docker",
      path: ".docker/config.json",
      content: `{ "auths": { "ghcr.io": { "auth": "${basic}" } } }\n`,
      spans: [basic],
      severity: "block",
    },
    { name: "a login of Docker in code", path: "a.ts", content: `const config = { auths: { "ghcr.io": { auth: '${basic}' } } };\n`, spans: [basic] },
    {
      name: "a login of Docker in a string",
      path: "a.sh",
      content: `echo "{\\"auths\\":{\\"ghcr.io\\":{\\"auth\\":\\"${basic}\\"}}}" > config.json\n`,
      spans: [basic],
    },
    { name: "a login of npm", path: ".npmrc", content: `//npm.shop.net/:_auth=${basic}\n`, spans: [basic], severity: "block" },
    { name: "a secret of Kubernetes for Docker", path: "pull.yml", content: `data:\n  .dockerconfigjson: ${dockerFile}\n`, spans: [dockerFile] },
    { name: "a login of Docker in a test: only a warning", path: "tests/config.json", content: `{ "auth": "${basic}" }\n`, spans: [basic], severity: "warn" },
    { name: "prose", path: "README.md", content: `- **user**: anna\n- **password**: ${long}\n`, spans: [long] },
    { name: "a login of netrc", path: "ci/netrc", content: `machine git.shop.net login anna password ${long}\n`, spans: [long] },
    { name: "a hunk of a difference", path: "fix.patch", content: `@@ -3,1 +3,1 @@\n+    password: "${long}"\n`, spans: [long] },
    { name: "a file that is cut off", path: "a.json", content: `{ "dbPassword": "${long}`, spans: [long] },
  ],
  leaves: [
    { name: "a sentence", path: "a.md", content: "* State of the copy operation identified by 'x-ms-copy-id', and of the file identified by `handle7`.\n" },
    { name: "a message", path: "a.ts", content: `throw new Error("No user identified by '${["Tr4vel", "Agent"].join("")}' was found");\n` },
    { name: "two words in a call", path: "test_smtp.py", content: "smtp.login('psu', 'doesnotexist')\n" },
    { name: "typed once more, to differ", path: "a.test.ts", content: 'submit({ confirmPassword: "different" });\n' },
    {
      name: "other options of the same letter",
      path: "a.sh",
      content: `docker login cr.shop.net && ssh -p 2222 shop.net\ndocker run -p 8080:80 shop\nmongodump -p "$DB_PASSWORD"\n`,
    },
    { name: "a command", path: "a.md", content: "- [ ] Tests pass: `pnpm nx test <project>`\n" },
    { name: "a digest of the word", path: "test_hash.py", content: `assert md5('password') == '${drawText(HEX, 32)}'\n` },
    {
      name: "one of two, one of many",
      path: "a.tsx",
      content: "<input type={shown ? 'password' : 'textual'} />;\nswitch (a) {\n  case 'pass': return ok;\n}\n",
    },
    { name: "an address to pass on to", path: "nginx.conf", content: "location /api {\n  proxy_pass http://shop-backend:9001;\n}\n" },
    { name: "a variable", path: "a.js", content: "this.password = arg2;\nconst passOn = ['suggest', 'format'];\n" },
    { name: "the type of what a function gives", path: "a.d.ts", content: 'submit(kind: "attribute" | "password"): SubmitResultV2;\n' },
    { name: "read from somewhere else", path: "a.ts", content: "const password = process.env.DB_PASSWORD;\nconst pwd = prompt('password');\n" },
    { name: "a placeholder", path: ".env.example", content: "DB_PASSWORD=changeme\nPASSWORD=<your password>\nADMIN_PASSWORD=$ADMIN_PASSWORD\nPASS=xxxxxxxx\n" },
    { name: "words for a password", path: "a.ts", content: 'login({ user: "user", password: "password" });\nconst pass = "secret";\n' },
    {
      name: "what the page says",
      path: "locales/en.json",
      content: '{ "password": "Password", "newPassword": "Choose a new password", "passwordTooShort": "Your password is too short." }\n',
    },
    {
      name: "what the page says in another language",
      path: "locales/de.json",
      content: '{ "newPassword": "Neues Passwort", "repeatPassword": "Passwort wiederholen" }\n',
    },
    { name: "a hashed password", path: "users.sql", content: `password = '$2b$10$${drawText(BASE62, 53)}'\n` },
    {
      name: "the pattern of a password",
      path: "a.ts",
      content: 'const password = "^(?=.*[A-Z])(?=.*\\\\d)[A-Za-z0-9$]{8,32}$";\nconst pwd = "[A-Za-z0-9#%]{8,}";\n',
    },
    {
      name: "a type, a field, a call",
      path: "a.ts",
      content: 'interface Login { password: string }\n<input type="password" name="password" />;\nhashPassword(user.password);\n',
    },
    {
      name: "something about a password",
      path: "a.yml",
      content: `passwordFile: /run/secrets/db\npasswordHash: ${drawText(HEX, 40)}\npasswordMinLength: 12\n`,
    },
    { name: "words that only begin so", path: "a.ts", content: `const passenger = "${long}";\nconst compass = "${long}";\nlet passed = "${long}";\n` },
    { name: "basic authorization with words", path: "a.ts", content: `auth = "Basic ${Buffer.from("user:password").toString("base64")}";\n` },
    {
      name: "a login of Docker with words for a password, and what decodes to none",
      path: "config.json",
      content: `{ "a": { "auth": "${Buffer.from("user:password").toString("base64")}" }, "b": { "auth": "authorizationHeader" }, "c": { "auth": "${drawText(BASE62, 24)}" } }\n`,
    },
    { name: "code of Go and Python", path: "a.go", content: 'config.Password = values[EnvPassword]\npassword := os.Getenv("DB_PASSWORD")\n' },
  ],
};
