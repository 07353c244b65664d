import type { Examples } from "../../src/core/rule.ts";
import { BASE62, BASE64, drawText } from "./sample.ts";

const password = drawText(BASE62, 16, 3);
const chosen = ["Blue", "Harbor", "77"].join("-");
const accountKey = `${drawText(BASE64, 86)}==`;
const host = "db.shop.internal.net";

/** A URL with a login, put together so that none stands in this file. */
const url = (scheme: string, user: string, secret: string, at: string): string => [scheme, "://", user, ":", secret, "@", at].join("");

export const examples: Examples = {
  flags: [
    {
      name: "PostgreSQL on a host",
      path: ".env",
      content: `DATABASE_URL=${url("postgresql", "app", password, host)}/shop\n`,
      spans: [password],
      severity: "block",
      confidence: "certain",
    },
    {
      name: "MongoDB, several hosts",
      path: "db.ts",
      content: `connect("${url("mongodb+srv", "app", password, "c0.ab1cd.mongodb.net")}/shop");\n`,
      spans: [password],
      severity: "block",
    },
    { name: "MySQL with its driver", path: "settings.py", content: `URL = "${url("mysql+pymysql", "app", password, host)}:3306/shop"\n`, spans: [password] },
    {
      name: "Redis without a user",
      path: ".env",
      content: `REDIS_URL=${url("rediss", "", password, "cache.shop.net:6380")}\n`,
      spans: [password],
      severity: "block",
    },
    { name: "AMQP", path: "app.yml", content: `broker: ${url("amqps", "app", password, "mq.shop.net")}/%2f\n`, spans: [password] },
    {
      name: "basic authorization in a URL",
      path: "mirror.sh",
      content: `curl ${url("https", "mirror", password, "files.shop.net")}/x\n`,
      spans: [password],
      severity: "block",
    },
    { name: "FTP", path: "up.sh", content: `lftp ${url("ftp", "www", password, "ftp.shop.net")}\n`, spans: [password] },
    {
      name: "an unescaped @ in the password",
      path: ".env",
      content: `DATABASE_URL=${url("postgres", "app", `${password}@9x`, host)}/shop\n`,
      spans: [`${password}@9x`],
    },
    {
      name: "a password that a person chose",
      path: ".env",
      content: `DATABASE_URL=${url("postgres", "app", chosen, host)}/shop\n`,
      spans: [chosen],
      severity: "block",
      confidence: "likely",
    },
    {
      name: "a host of a compose file",
      path: "compose.yml",
      content: `URL: ${url("postgres", "app", password, "db:5432")}/shop\n`,
      spans: [password],
      severity: "block",
      confidence: "likely",
    },
    {
      name: "a random password for the own machine",
      path: ".env",
      content: `URL=${url("postgres", "app", password, "localhost:5432")}/shop\n`,
      spans: [password],
      severity: "warn",
      confidence: "likely",
    },
    {
      name: "a word for a password, but a real host",
      path: ".env",
      content: `URL=${url("postgres", "app", "password", host)}/shop\n`,
      severity: "warn",
      confidence: "possible",
    },
    {
      name: "a random password for the host of an example",
      path: "a.md",
      content: `${url("postgres", "app", password, "db.example.com")}/shop\n`,
      severity: "warn",
      confidence: "possible",
    },
    {
      name: "a token where the user stands",
      path: "ci.sh",
      content: `git clone ${url("https", drawText(BASE62, 40, 5), "x-oauth-basic", "github.com")}/o/r.git\n`,
      spans: [drawText(BASE62, 40, 5)],
    },
    {
      name: "ADO.NET",
      path: "appsettings.json",
      content: `"Default": "Server=tcp:${host},1433;Initial Catalog=shop;User ID=app;Password=${password};Encrypt=True;"\n`,
      spans: [password],
      severity: "block",
      confidence: "certain",
    },
    { name: "ODBC, the password first", path: "a.ini", content: `dsn = Pwd=${password};Uid=app;Server=${host}\n`, spans: [password] },
    {
      name: "JDBC",
      path: "application.properties",
      content: `spring.datasource.url=jdbc:postgresql://${host}/shop?user=app&password=${password}&ssl=true\n`,
      spans: [password],
    },
    { name: "libpq", path: "backup.sh", content: `pg_dump "host=${host} dbname=shop user=app password=${password}"\n`, spans: [password] },
    {
      name: "Azure storage",
      path: "local.settings.json",
      content: `"Storage": "DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${accountKey};EndpointSuffix=core.windows.net"\n`,
      spans: [accountKey],
      severity: "block",
    },
  ],
  leaves: [
    { name: "filled in by a template", path: "db.ts", content: `connect(\`postgres://\${user}:\${password}@\${host}/shop\`);\n` },
    { name: "filled in by an f-string", path: "db.py", content: 'url = f"postgresql://{user}:{password}@{host}:{port}/{name}"\n' },
    { name: "filled in by the shell", path: "run.sh", content: 'psql "postgres://app:$DB_PASSWORD@db.shop.net/shop"\n' },
    {
      name: "a key that only shows the form",
      path: "vault.js",
      content: `throw new Error("expected ${url("dotenv", "", "key_1234", "dotenv.org")}/vault");\n`,
    },
    { name: "a slot", path: ".env.example", content: "DATABASE_URL=mongodb+srv://app:<password>@c0.ab1cd.mongodb.net/shop\n" },
    { name: "words for user and password", path: ".env.example", content: `DATABASE_URL=${url("postgresql", "user", "password", "host:5432")}/database\n` },
    { name: "the login of a manual", path: "db.py", content: `create_engine("${url("oracle", "scott", "tiger", "db.shop.net:1521")}/xe")\n` },
    { name: "words for both, at some address", path: "parse.py", content: `urlsplit("${url("http", "user", "password", "www.shop.net:9000")}/a")\n` },
    {
      name: "the user's own name on the own machine",
      path: "compose.yml",
      content: `URL: ${url("postgres", "postgres", "postgres", "localhost:5432")}/test\n`,
    },
    { name: "the default login of a broker", path: "app.yml", content: `broker: ${url("amqp", "guest", "guest", "rabbitmq:5672")}\n` },
    { name: "masked", path: "log.txt", content: `connected to ${url("postgres", "app", "*****", host)}/shop\n` },
    { name: "the name of a constant", path: "README.md", content: `${url("postgres", "DB_USER", "DB_PASSWORD", "DB_HOST")}/shop\n` },
    { name: "a host with a port, a mail address behind it", path: "a.md", content: "http://localhost:3000/?mail=a@b.net https://shop.net:443&mail=a@b.net\n" },
    { name: "a user alone", path: ".gitmodules", content: "url = ssh://git@github.com/o/r.git\n" },
    { name: "no password", path: ".env", content: "DATABASE_URL=postgres://app@db.shop.net/shop\n" },
    { name: "a keyword argument", path: "db.py", content: `connect(host="db.shop.net", user="app", password=settings.password)\n` },
    { name: "keyword arguments on one line", path: "url.py", content: "login(host, user=baduser, password=badpassword, netloc=netloc)\n" },
    { name: "a query of the web", path: "a.ts", content: `fetch(\`/login?user=app&password=\${value}\`);\n` },
    { name: "ADO.NET with a slot", path: "appsettings.json", content: '"Default": "Server=.;Database=shop;User Id=sa;Password={your_password};"\n' },
    {
      name: "ADO.NET of the own machine",
      path: "appsettings.Development.json",
      content: `"Default": "Server=localhost;Database=shop;User Id=sa;${"Password="}${"sa"};"\n`,
    },
    {
      name: "the storage emulator",
      path: "a.json",
      content: `"AccountName=devstoreaccount1;AccountKey=${["Eby8vdM02xNO", "cqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq"].join("")}/=="\n`,
    },
    { name: "an option of a program", path: "run.sh", content: "mysql --user=app --password=\n" },
  ],
};
