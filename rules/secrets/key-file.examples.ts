import type { Example, Examples, FlaggedExample } from "../../src/core/rule.ts";

const blocks = (name: string, path: string): FlaggedExample => ({ name, path, severity: "block", confidence: "likely" });
const warns = (name: string, path: string): FlaggedExample => ({ name, path, severity: "warn", confidence: "possible" });
const leaves = (name: string, path: string): Example => ({ name, path });

export const examples: Examples = {
  flags: [
    warns("a key store that an installed package brings along", "node_modules/tls/lib/server.p12"),
    blocks("an SSH key", "deploy/id_rsa"),
    blocks("an SSH key of the newer kind", ".ssh/id_ed25519"),
    blocks("an SSH key with a name before its kind", "ops/deploy_rsa"),
    blocks("a PuTTY key", "deploy.ppk"),
    blocks("a PKCS#12 store", "certs/client.p12"),
    blocks("a Java key store, in capitals", "android/RELEASE.JKS"),
    blocks("a password store", "team.kdbx"),
    blocks("a login file of curl and git", ".netrc"),
    blocks("a login file of git", "home/.git-credentials"),
    blocks("logins of PostgreSQL", ".pgpass"),
    blocks("a profile of the AWS tools", "docker/.aws/credentials"),
    blocks("a download of the AWS console", "deploy_accessKeys.csv"),
    blocks("a service account", "config/service-account.json"),
    blocks("a service account of Firebase", "shop-firebase-adminsdk-x1y2z.json"),
    blocks("credentials by the policy's own glob", "kraken_credentials.json"),
    blocks("the state of Terraform", "infra/terraform.tfstate"),
    blocks("what was typed", ".bash_history"),
    blocks("the master key of Rails", "config/master.key"),
    warns("a PEM file, which may be public", "server.pem"),
    warns("a key file by its extension", "tls/server.key"),
    warns("a key store among fixtures", "test/fixtures/client.p12"),
    warns("recorded requests", "debug/session.har"),
  ],
  leaves: [
    leaves("a key store in the tests of an installed package", "node_modules/@acme/tls/test/fixtures/server.p12"),
    leaves("the public half", "deploy/id_rsa.pub"),
    leaves("a certificate", "cert.pem"),
    leaves("the certificate of an authority", "certs/ca.pem"),
    leaves("a chain", "fullchain.pem"),
    leaves("a certificate with its name before", "server-cert.pem"),
    leaves("a public key", "jwt_public.pem"),
    leaves("parameters", "dhparam.pem"),
    leaves("a PEM file among fixtures: its text is read all the same", "test/fixtures/server.pem"),
    leaves("the debug key store of Android", "android/app/debug.keystore"),
    leaves("a sample", "credentials.example.json"),
    leaves("a schema", "credentials.schema.json"),
    leaves("a template", "service-account.json.template"),
    leaves("code about such files", "src/id_rsa.ts"),
    leaves("code about credentials", "src/credentials.ts"),
    leaves("a translation file", "locales/key.json"),
    leaves("an environment file, another rule's", ".env"),
    leaves("a folder of that name", "id_rsa/README.md"),
    leaves("settings of a tool", ".aws/config"),
  ],
};
