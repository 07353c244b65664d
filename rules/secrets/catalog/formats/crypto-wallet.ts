export const cryptoWallet = `
aptos-private-key	Aptos	Private key (AIP-80)	warn	possible	-	-	-	memory	("ed25519-priv-0x" | "secp256k1-priv-0x") [a-f0-9]{64}
bip32-extended-private-key	Bitcoin	BIP32 extended private key	block	certain	-	base58	-	specification	("xprv" | "tprv" | "yprv" | "zprv") BASE58{107}
bitcoin-bip38-key	Bitcoin	BIP38 encrypted private key	block	certain	bip38	base58	-	specification	"6P" BASE58{56}
bitcoin-wif-private-key	Bitcoin	Private key in WIF	block	certain	bitcoin	base58	-	specification	"5" [HJK] BASE58{49} | [KL] BASE58{51}
cardano-signing-key	Cardano	Signing key (bech32 or cborHex)	block	certain	-	bech32	-	specification	("ed25519_sk1" | "ed25519e_sk1" | "addr_sk1" | "stake_sk1" | "root_xsk1" | "addr_xsk1") BECH32{50,200}
ethereum-private-key	Ethereum	Private key (secp256k1, hexadecimal)	block	likely	ethereum	-	-	secretlint	("0x")? [a-fA-F0-9]{64}
monero-spend-key	Monero	Private spend or view key	warn	possible	monero,spend_key,view_key,xmr	-	-	memory	[a-f0-9]{64}
nostr-secret-key	Nostr	nsec secret key (NIP-19)	block	certain	-	bech32	-	specification	"nsec1" BECH32{58}
polymarket-private-key	Polymarket	Wallet private key	block	likely	polymarket	-	-	betterleaks	"0x" [A-Fa-f0-9]{64}
solana-private-key	Solana	Keypair secret (base58, 64 bytes)	warn	possible	solana	-	-	memory	BASE58{87,88}
stellar-secret-seed	Stellar	Secret seed	block	certain	stellar	crc16	-	specification	"S" [A-D] [A-Z2-7]{54}
sui-private-key	Sui	Private key (bech32)	block	certain	-	bech32	-	specification	"suiprivkey1" BECH32{58,64}
tezos-secret-key	Tezos	Secret key	block	certain	-	base58	-	specification	("edsk" | "spsk" | "p2sk") BASE58{50,95}
ripple-secret-seed	XRP Ledger	Family seed	block	certain	ripple,xrp	base58-ripple	-	specification	"s" BASE58{27,30}
`;
