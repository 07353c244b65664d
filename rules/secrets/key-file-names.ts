/** Files that are credentials whatever they contain, by the name their program gives them. All names in lower case. */

/** What a file of that name holds, ending the sentence "By its name it holds ...". */
export type Holding = string;

/** Base names. */
export const NAMES: ReadonlyMap<string, Holding> = toMap({
  "logins for hosts": [".netrc", "_netrc", ".authinfo", ".git-credentials"],
  "database logins": [".pgpass", "pgpass.conf", ".my.cnf", ".mylogin.cnf"],
  "registry logins": [".pypirc", ".dockercfg"],
  "cloud keys": ["accesskeys.csv", "rootkey.csv", "credentials.csv", ".boto", ".s3cfg", ".passwd-s3fs", "application_default_credentials.json"],
  "the key to encrypted settings": ["master.key", ".vault-token", ".vault_pass", ".vault_password", "vault_pass.txt", "encrypted_data_bag_secret"],
  "cluster administration": ["kubeconfig", "bootstrap-kubeconfig"],
  "password hashes": [".htpasswd", ".htdigest"],
  "PGP secret keys": ["secring.gpg"],
  "a wallet": ["wallet.dat", "electrum.dat"],
  "saved logins of a browser": ["key3.db", "key4.db", "signons.sqlite", "login data"],
  "the state of an infrastructure, secrets included": ["terraform.tfstate", "terraform.tfstate.backup", "credentials.tfrc.json"],
  "commands as they were typed, secrets included": [
    ".bash_history",
    ".zsh_history",
    ".sh_history",
    ".python_history",
    ".node_repl_history",
    ".irb_history",
    ".mysql_history",
    ".psql_history",
    ".rediscli_history",
    "consolehost_history.txt",
  ],
});

/** Ends of a path, for files whose base name alone says too little. */
export const PATHS: readonly (readonly [string, Holding])[] = [
  [".aws/credentials", "cloud keys"],
  [".azure/accesstokens.json", "cloud keys"],
  [".oci/config", "cloud keys"],
  [".kube/config", "cluster administration"],
  [".docker/config.json", "registry logins"],
  [".cargo/credentials", "registry logins"],
  [".cargo/credentials.toml", "registry logins"],
  [".gem/credentials", "registry logins"],
  [".config/git/credentials", "logins for hosts"],
  [".config/gh/hosts.yml", "a GitHub login"],
  [".claude/.credentials.json", "an Anthropic login"],
  [".codex/auth.json", "an OpenAI login"],
  [".gemini/oauth_creds.json", "a Google login"],
  [".config/github-copilot/hosts.json", "a GitHub login"],
  [".config/github-copilot/apps.json", "a GitHub login"],
  [".huggingface/token", "a Hugging Face login"],
  [".kaggle/kaggle.json", "a Kaggle login"],
  [".streamlit/secrets.toml", "secrets of an application"],
];

/** Extensions. */
export const EXTENSIONS: ReadonlyMap<string, Holding> = toMap({
  "a key store": ["p12", "pfx", "pkcs12", "jks", "jceks", "bks", "keystore"],
  "an SSH private key of PuTTY": ["ppk"],
  "a password store": ["kdbx", "kdb", "agilekeychain", "opvault", "1pux", "keychain", "keychain-db", "psafe3", "enpassdb", "kwl"],
  "a Kerberos key": ["keytab"],
  "cluster administration": ["kubeconfig"],
  "the state of an infrastructure, secrets included": ["tfstate"],
  "a deployment login of Azure": ["publishsettings"],
});

/** Base names with a part that varies. */
export const PATTERNS: readonly (readonly [RegExp, Holding])[] = [
  [/^id_(?:rsa|dsa|ecdsa|ed25519|ecdsa_sk|ed25519_sk)$/, "an SSH private key"],
  [/^[\w.-]{1,60}_(?:rsa|dsa|ecdsa|ed25519)$/, "an SSH private key"],
  [/^authkey_[a-z0-9]{10}\.p8$/, "an App Store Connect key"],
  [/(?:^|_)accesskeys\.csv$/, "cloud keys"],
  [/^client_secret[\w.-]{0,120}\.json$/, "an OAuth client secret of Google"],
  [/firebase-adminsdk[\w.-]{0,60}\.json$/, "a service account key of Google"],
  [/(?:^|[_.-])service[_-]?account(?:[_-]?key)?s?\.json$/, "a service account key"],
  [/(?:^|[_.-])credentials\.json$/, "credentials"],
  [/^utc--\d{4}-\d\d-\d\dt[\w.-]{10,80}$/, "a wallet"],
  [/^krb5cc_\w{1,40}$/, "a Kerberos ticket"],
];

/** Extensions that often, but not always, mean a private key. What such a file holds in text, secrets/private-key reads. */
export const WEAK_EXTENSIONS: ReadonlyMap<string, Holding> = toMap({
  "a private key": ["pem", "key", "p8", "pk8"],
  "the access to a network": ["ovpn"],
  "certificates and perhaps keys": ["truststore", "mobileprovision"],
  "variables of an infrastructure, often secrets": ["tfvars"],
  "recorded requests, cookies and tokens included": ["har"],
});

/** Public by their name: certificates, chains, public halves, parameters, the debug key store that every Android project shares. */
export const PUBLIC =
  /\.pub$|^(?:[\w.-]*[_.-])?(?:cert|certs|certificate|certificates|chain|fullchain|ca|ca-?cert|ca-?certs|cacerts?|ca-?bundle|bundle|root-?ca|isrgrootx1|public|pub|pubkey|public[_-]?key|csr|crl|crt|dhparams?)(?:[_.-]?\d{0,4})\.(?:pem|key|p8|der)$|^debug\.keystore$/;

/** Templates and samples say so in their names. */
export const SAMPLE = /(?:^|[_.-])(?:example|examples|sample|samples|template|tmpl|dist|schema|mock|fake|dummy|placeholder)(?:[_.-]|$)/;

/** Folders whose keys are made for tests. */
export const FIXTURE_FOLDER = /(?:^|\/)(?:tests?|__tests__|spec|fixtures?|__fixtures__|testdata|test-data|mocks?|__mocks__|e2e|examples?|samples?|cypress)\//;

function toMap(holdings: Readonly<Record<Holding, readonly string[]>>): Map<string, Holding> {
  return new Map(Object.entries(holdings).flatMap(([holding, names]) => names.map((name) => [name, holding] as const)));
}
