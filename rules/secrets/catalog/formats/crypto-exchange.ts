export const cryptoExchange = `
alpaca-api-key	Alpaca	Trading API key id	warn	possible	alpaca,apca-api-key-id	-	-	memory	("PK" | "AK" | "CK") [A-Z0-9]{18,24}
alpaca-api-secret	Alpaca	Trading API secret	warn	possible	alpaca,apca-api-secret-key	-	-	memory	[A-Za-z0-9]{40,44}
binance-api-key	Binance	API key or secret key	warn	possible	binance,x-mbx-apikey	-	https://www.binance.com/en/my/settings/api-management	https://developers.binance.com/docs	[A-Za-z0-9]{64}
bitfinex-api-key	Bitfinex	API key or secret	block	likely	bitfinex	-	-	trufflehog	[A-Za-z0-9]{43}
bitmex-api-key	BitMEX	API id (24) or secret (48)	block	likely	bitmex	-	-	trufflehog	[A-Za-z0-9_-]{24} | [A-Za-z0-9_-]{48}
bitstamp-api-key	Bitstamp	API key and secret	warn	possible	bitstamp	-	-	memory	[A-Za-z0-9]{32}
bittrex-access-key	Bittrex	API key	block	likely	bittrex	-	-	gitleaks,betterleaks	[a-z0-9]{32}
bittrex-secret-key	Bittrex	API secret	block	likely	bittrex	-	-	gitleaks,betterleaks	[a-z0-9]{32}
bybit-api-key	Bybit	API key	warn	possible	bybit,x-bapi-api-key	-	https://www.bybit.com/app/user/api-management	https://bybit-exchange.github.io/docs/	[A-Za-z0-9]{18}
bybit-api-secret	Bybit	API secret	warn	possible	bybit	-	https://www.bybit.com/app/user/api-management	https://bybit-exchange.github.io/docs/	[A-Za-z0-9]{36}
cexio-api-key	CEX.IO	API key or secret	block	likely	cexio,cex.io	-	-	trufflehog	[A-Za-z0-9]{24,27}
coinbase-api-key-legacy	Coinbase	API key or secret (legacy)	block	likely	coinbase	-	https://portal.cdp.coinbase.com/	https://docs.cdp.coinbase.com	[A-Za-z0-9]{16} | [A-Za-z0-9]{32} | [a-z0-9_-]{64}
coinbase-cdp-key-name	Coinbase	CDP API key name	block	certain	-	-	https://portal.cdp.coinbase.com/	https://docs.cdp.coinbase.com	"organizations/" UUID "/apiKeys/" UUID
coinbase-cdp-ed25519-secret	Coinbase	CDP Ed25519 API secret	warn	possible	coinbase,cdp_api_key,cdp	-	https://portal.cdp.coinbase.com/	https://docs.cdp.coinbase.com	[A-Za-z0-9+/]{86} "=="
fmfw-io-api-secret	FMFW.io	API secret	block	likely	fmfw	-	-	trufflehog	[A-Za-z0-9_-]{32}
gateio-api-key	Gate.io	API key (32 hex) or secret (64 hex)	warn	possible	gateio,gate.io	-	-	memory	[a-f0-9]{32} | [a-f0-9]{64}
gemini-exchange-api-key	Gemini (exchange)	API key	block	certain	-	-	https://exchange.gemini.com/settings/api	https://docs.gemini.com	("master-" | "account-") [A-Za-z0-9]{20}
gemini-exchange-api-secret	Gemini (exchange)	API secret	block	likely	gemini	-	https://exchange.gemini.com/settings/api	https://docs.gemini.com	[A-Za-z0-9]{27,28}
htx-api-key	HTX (Huobi)	Access key or secret key	warn	possible	huobi,htx	-	-	memory	[a-f0-9]{8} "-" [a-z0-9]{6,10} "-" [a-f0-9]{8} "-" [a-f0-9]{5}
kraken-api-key	Kraken	API key (public half)	block	likely	kraken	-	https://pro.kraken.com/app/settings/api	https://docs.kraken.com/	[A-Za-z0-9+/]{56}
kraken-private-key	Kraken	API private key (secret half)	block	likely	kraken	-	https://pro.kraken.com/app/settings/api	https://docs.kraken.com/	[A-Za-z0-9+/]{86} "=="
kucoin-api-key	KuCoin	API key id	block	likely	kucoin	-	https://www.kucoin.com/account/api	https://www.kucoin.com/docs-new	[a-f0-9]{24}
kucoin-secret-key	KuCoin	API secret	block	likely	kucoin	-	https://www.kucoin.com/account/api	https://www.kucoin.com/docs-new	UUID
luno-api-key	Luno	API key id (13) or secret (43)	block	likely	luno	-	-	trufflehog	[A-Za-z0-9_-]{43} | [a-z0-9]{13}
oanda-api-token	OANDA	REST v20 token	block	likely	oanda	-	-	trufflehog,kingfisher	[a-f0-9]{32} "-" [a-f0-9]{32} | [A-Za-z0-9]{24}
okx-api-key	OKX	API key (UUID)	warn	possible	okx,okex,ok-access-key	-	-	memory	UUID
okx-api-secret	OKX	API secret	warn	possible	okx,okex	-	-	memory	[A-F0-9]{32}
poloniex-api-key	Poloniex	API key	block	likely	poloniex	-	-	trufflehog	[A-Z0-9]{8} "-" [A-Z0-9]{8} "-" [A-Z0-9]{8} "-" [A-Z0-9]{8}
poloniex-api-secret	Poloniex	API secret	block	likely	poloniex	-	-	trufflehog	[a-f0-9]{128}
polymarket-api-key	Polymarket	API key	block	likely	polymarket	-	-	betterleaks	UUID
polymarket-passphrase	Polymarket	API passphrase	block	likely	polymarket	-	-	betterleaks	[A-Za-z0-9_]{8,128}
polymarket-api-secret	Polymarket	API secret	block	likely	polymarket	-	-	betterleaks	[A-Za-z0-9+/_-]{40,} "="{0,2}
robinhood-crypto-api-key	Robinhood	Crypto trading API key	block	certain	-	-	-	trufflehog	(?i) "rh-api-" UUID
robinhood-crypto-private-key	Robinhood	Crypto trading Ed25519 private key	block	likely	robinhood,rh-api-	-	-	trufflehog	[A-Za-z0-9+/]{43} "=" | [A-Za-z0-9+/]{86} "=="
tradier-access-token	Tradier	Brokerage access token	block	likely	tradier	-	-	https://docs.tradier.com/brokerage	[A-Za-z0-9]{28}
`;
