export const privateKey = String.raw`
rsa-xml-private-key	.NET	RSA key in XML with private parameters	warn	possible	-	-	-	memory	"<RSAKeyValue>" ANYNL{50,900} "<D>" secret([A-Za-z0-9+/=]{40,800}) "</D>"
age-plugin-identity	age	Plugin identity (hardware-backed handle)	warn	possible	-	bech32	-	https://age-encryption.org/v1	"AGE-PLUGIN-" [A-Z0-9-]{1,40} "-1" [AC-HJ-NP-Z02-9]{6,}
age-identity	age	X25519 identity (private key)	block	certain	-	bech32	-	https://age-encryption.org/v1	"AGE-SECRET-KEY-1" [AC-HJ-NP-Z02-9]{58}
dotenv-vault-key	dotenv	DOTENV_KEY or dotenvx private key	warn	possible	-	-	-	memory	"dotenv://:key_" [a-f0-9]{64} "@" | "DOTENV_PRIVATE_KEY" [A-Z_]{0,30} "=" ["']? [a-f0-9]{64}
vault-unseal-key	HashiCorp	Vault unseal key	block	likely	unseal	-	-	https://developer.hashicorp.com/vault/docs/concepts/seal	[A-Za-z0-9+/]{43} "=" | [A-Za-z0-9+/]{44}
jwk-private-key	JOSE	JSON Web Key with private member d	block	certain	-	-	-	https://www.rfc-editor.org/rfc/rfc7517	"kty" ["'\x60\\]{0,2} WS{0,3} ":" WS{0,3} ["'\x60\\]{0,2} ("RSA" | "EC" | "OKP") ["'\x60\\]{0,2} ANYNL{0,900} [\s"'\x60,{] "d" ["'\x60\\]{0,2} WS{0,3} ":" WS{0,3} ["'\x60\\]{0,2} secret([A-Za-z0-9_-]{43,700}) | [\s"'\x60,{] "d" ["'\x60\\]{0,2} WS{0,3} ":" WS{0,3} ["'\x60\\]{0,2} secret([A-Za-z0-9_-]{43,700}) ["'\x60\\,\s] ANYNL{0,900} "kty" ["'\x60\\]{0,2} WS{0,3} ":" WS{0,3} ["'\x60\\]{0,2} ("RSA" | "EC" | "OKP")
jwk-symmetric-key	JOSE	JSON Web Key, symmetric (oct)	block	certain	-	-	-	https://www.rfc-editor.org/rfc/rfc7517	"kty" ["'\x60\\]{0,2} WS{0,3} ":" WS{0,3} ["'\x60\\]{0,2} "oct" ["'\x60\\]{0,2} ANYNL{0,400} [\s"'\x60,{] "k" ["'\x60\\]{0,2} WS{0,3} ":" WS{0,3} ["'\x60\\]{0,2} secret([A-Za-z0-9_-]{16,700}) | [\s"'\x60,{] "k" ["'\x60\\]{0,2} WS{0,3} ":" WS{0,3} ["'\x60\\]{0,2} secret([A-Za-z0-9_-]{16,700}) ["'\x60\\,\s] ANYNL{0,400} "kty" ["'\x60\\]{0,2} WS{0,3} ":" WS{0,3} ["'\x60\\]{0,2} "oct"
kubeconfig-client-key	Kubernetes	kubeconfig client key or token	warn	possible	-	-	-	https://kubernetes.io/docs/reference/access-authn-authz/authentication/	"client-key-data:" WS{1,4} secret([A-Za-z0-9+/=]{100,})
minisign-secret-key	minisign	Secret key file	warn	possible	-	-	-	memory	"untrusted comment: " ANY{0,60} "secret key" EOL "RWR" [A-Za-z0-9+/=]{200,}
nats-nkey-seed	NATS	NKey seed (user, account, operator)	block	likely	nats,nkey	crc16	-	credsweeper	"S" [UAONCX] [A-Z2-7]{56}
pkcs12-base64	PKCS#12	Key store as base64 text	block	certain	-	-	-	https://www.rfc-editor.org/rfc/rfc7292	"MI" [I-L] [A-Za-z0-9+/]{2} [AQgw] "IBAzCC" [A-Za-z0-9+/=\n\r]{200,}
fernet-key	Python cryptography	Fernet key (Airflow and others)	warn	possible	fernet,fernet_key,airflow__core__fernet_key	-	-	memory	[A-Za-z0-9_-]{43} "="
wireguard-private-key	WireGuard	Interface private key	block	certain	-	-	-	https://www.wireguard.com	"PrivateKey" [ \t]{0,4} "=" [ \t]{0,4} secret([A-Za-z0-9+/]{42} [AEIMQUYcgkosw048] "=")
wireguard-preshared-key	WireGuard	Preshared key	block	certain	-	-	-	https://www.wireguard.com	"PresharedKey" WS{0,4} "=" WS{0,4} secret([A-Za-z0-9+/]{42} [AEIMQUYcgkosw048] "=")
`;
