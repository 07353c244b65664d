export const payment = `
adyen-api-key	Adyen	API key	warn	possible	adyen	-	https://ca-live.adyen.com	https://docs.adyen.com/development-resources/api-credentials/	"AQE" [a-z] "h" [A-Za-z0-9+/_=-]{60,400}
asaas-api-token	Asaas	API token	block	certain	-	-	-	betterleaks	"$aact_" ("prod" | "hmlg") "_" [A-Za-z0-9_-]{20,100}
chec-api-key	Chec (Commerce.js)	API key	block	likely	checio	-	-	trufflehog,kingfisher	"pk_" [a-z0-9]{45}
checkout-secret-key	Checkout.com	Secret key (classic, UUID)	block	likely	checkout,cko	-	-	betterleaks,trufflehog	"sk_" ("test_")? UUID
checkout-secret-key-nas	Checkout.com	Secret key (NAS)	warn	possible	checkout,cko	-	-	memory	"sk_" ("sbox_")? [a-z2-7]{26} [a-z2-7*#$=]
column-api-key	Column	API key	block	likely	column	-	-	trufflehog,kingfisher	("test" | "live") "_" [A-Za-z0-9]{27}
currencycloud-api-key	Currencycloud	API key	block	likely	currencycloud	-	-	trufflehog	[a-z0-9]{64}
dwolla-credentials	Dwolla	Application key or secret	block	likely	dwolla	-	-	trufflehog	[A-Za-z0-9]{50}
finicity-api-token	Finicity (Mastercard)	App key	block	likely	finicity	-	-	gitleaks,betterleaks,kingfisher	[a-f0-9]{32}
finicity-client-secret	Finicity (Mastercard)	Partner secret	block	likely	finicity	-	-	gitleaks,betterleaks,kingfisher	[A-Za-z0-9]{20}
flutterwave-encryption-key	Flutterwave	Encryption key (test)	block	certain	-	-	-	gitleaks,betterleaks	"FLWSECK_TEST" [a-h0-9-]{12,13}
flutterwave-secret-key	Flutterwave	Secret key (live or test)	block	certain	-	-	-	gitleaks,betterleaks,trufflehog	"FLWSECK" ("_TEST")? "-" [a-z0-9]{32} "-" ([a-z0-9]{11} "-")? "X"
gocardless-access-token	GoCardless	Access token (live)	block	likely	gocardless	-	-	gitleaks,betterleaks,trufflehog,kingfisher	"live_" [A-Za-z0-9_=-]{40,42}
gumroad-access-token	Gumroad	Access token	block	likely	gumroad	-	-	betterleaks,trufflehog,kingfisher	[a-f0-9]{64} | [A-Za-z0-9-]{43}
highnote-live-key	Highnote	Live secret key	block	likely	highnote	-	-	betterleaks	"sk_live_a2V5Xz" [A-Za-z0-9+/]{69} "="{0,2}
hiveage-api-key	Hiveage	API key	block	likely	hiveage	-	-	trufflehog,kingfisher	[A-Za-z0-9_-]{20}
instamojo-client-secret	Instamojo	Client secret	block	likely	instamojo	-	-	trufflehog	[A-Za-z0-9]{128}
lemonsqueezy-api-key	Lemon Squeezy	API key (JWT)	block	likely	lemonsqueezy,lemon_squeezy	-	-	trufflehog,kingfisher	"eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9." [A-Za-z0-9]{314} "." [A-Za-z0-9_-]{512}
mercadopago-access-token	Mercado Pago	Access token	warn	possible	-	-	https://www.mercadopago.com/developers/panel	https://www.mercadopago.com/developers	"APP_USR-" [0-9]{10,20} "-" [0-9]{6} "-" [a-f0-9]{32} "-" [0-9]{6,12}
mercury-api-token	Mercury	Production API token	block	certain	-	-	-	betterleaks	"mercury_production_" [a-z]{3,6} "_" [A-Za-z0-9]{40,50} "_yrucrem"
midtrans-key	Midtrans	Production server or client key	block	certain	-	-	-	betterleaks	"Mid-" ("server" | "client") "-" [A-Za-z0-9_-]{10,24}
mollie-api-key	Mollie	API key	warn	possible	mollie	-	-	memory	("live_" | "test_") [A-Za-z0-9]{30}
mollie-access-token	Mollie	Organization access token	warn	possible	mollie	-	-	memory	"access_" [A-Za-z0-9]{36}
moonclerk-api-key	Moonclerk	API key	block	likely	moonclerk	-	-	trufflehog,kingfisher	[a-z0-9]{32}
paddle-api-key	Paddle	Live API key	block	certain	-	-	-	betterleaks	"pdl_live_apikey_" [a-z0-9]{26} "_" [A-Za-z0-9]{22} "_" [A-Za-z0-9]{3}
paddle-sandbox-api-key	Paddle	Sandbox API key	warn	possible	-	-	-	memory	"pdl_sdbx_apikey_" [a-z0-9]{26} "_" [A-Za-z0-9]{22} "_" [A-Za-z0-9]{3}
pagar-me-api-key	Pagar.me	API key	block	certain	-	-	-	trufflehog,kingfisher	"ak_live_" [A-Za-z0-9]{30}
paydirtapp-api-key	Paydirtapp	API key	block	likely	paydirtapp	-	-	trufflehog,kingfisher	[a-z0-9]{32}
paymongo-api-key	PayMongo	API key	block	likely	paymongo	-	-	trufflehog,kingfisher	[A-Za-z0-9_]{32}
paypal-client-secret	PayPal	REST client secret	block	likely	paypal	-	https://developer.paypal.com/dashboard/applications	https://developer.paypal.com/api/rest/authentication/	"E" [A-Za-z0-9_-]{43,79}
paypal-braintree-access-token	PayPal Braintree	Access token	block	certain	-	-	https://www.braintreegateway.com	credsweeper	"access_token$" ("production" | "sandbox") "$" [a-z0-9]{16} "$" [a-f0-9]{32}
braintree-keys	PayPal Braintree	Public and private API key	block	likely	braintree	-	https://www.braintreegateway.com	trufflehog	[a-f0-9]{32}
paystack-secret-key	Paystack	Secret key	block	certain	-	-	https://dashboard.paystack.com/#/settings/developers	https://paystack.com/docs	"sk_" ("live" | "test") "_" [a-f0-9]{40}
plaid-access-token	Plaid	Item access token	block	certain	-	-	https://dashboard.plaid.com/developers/keys	https://plaid.com/docs	"access-" ("sandbox" | "development" | "production") "-" UUID
plaid-secret	Plaid	Secret key	block	likely	plaid	-	https://dashboard.plaid.com/developers/keys	https://plaid.com/docs	[a-f0-9]{30}
polar-access-token	Polar	OAuth, organization or personal access token	block	certain	-	-	-	betterleaks	("polar_at_" | "polar_oat_" | "polar_pat_") [A-Za-z0-9_-]{20,100}
privacy-com-api-key	Privacy.com	API key	block	likely	privacy	-	-	trufflehog,kingfisher	UUID
rainforest-api-key	Rainforest Pay	Production API key	block	likely	rainforest	-	-	betterleaks	"apikey_" [a-f0-9]{64}
ramp-client-secret	Ramp	Client secret	block	certain	-	-	-	betterleaks,trufflehog	"ramp_sec_" [A-Za-z0-9]{48}
razorpay-key-secret	Razorpay	Key secret	block	likely	razorpay,rzp_live_	-	https://dashboard.razorpay.com/app/keys	https://razorpay.com/docs	[A-Za-z0-9]{24}
recharge-api-key	Recharge Payments	API token	block	certain	-	-	-	trufflehog	"sk_" ("test_")? ("1" | "2" | "3" | "5" | "10") "x" [123] "_" [a-f0-9]{64}
shopify-custom-app-token	Shopify	Access token (custom app)	block	certain	-	-	https://partners.shopify.com	https://shopify.dev/docs/apps/build/authentication-authorization	"shpca_" [a-fA-F0-9]{32}
shopify-private-app-token	Shopify	Access token (legacy private app)	block	certain	-	-	https://partners.shopify.com	https://shopify.dev/docs/apps/build/authentication-authorization	"shppa_" [a-fA-F0-9]{32}
shopify-access-token	Shopify	Admin API access token (public app)	block	certain	-	-	https://partners.shopify.com	https://shopify.dev/changelog/length-of-the-shopify-access-token-is-increasing	"shpat_" [a-fA-F0-9]{32}
shopify-shared-secret	Shopify	App shared secret	block	certain	-	-	https://partners.shopify.com	https://shopify.dev/changelog/app-secret-key-length-has-increased	"shpss_" [a-fA-F0-9]{32}
shopify-theme-access-token	Shopify	Theme Access password	block	certain	-	-	https://partners.shopify.com	https://shopify.dev/docs/apps/build/authentication-authorization	"shptka_" [a-fA-F0-9]{32}
square-access-token	Square	Access token	block	certain	-	-	https://developer.squareup.com/apps	https://developer.squareup.com/docs/build-basics/access-tokens	"EAAA" [A-Za-z0-9_+=-]{60}
square-access-token-legacy	Square	Access token (sq0atp)	block	certain	-	-	https://developer.squareup.com/apps	https://developer.squareup.com/docs/build-basics/access-tokens	"sq0atp-" [A-Za-z0-9_-]{22}
square-oauth-secret	Square	OAuth application secret	block	certain	-	-	https://developer.squareup.com/apps	https://developer.squareup.com/docs/build-basics/access-tokens	("sandbox-")? "sq0csp-" [A-Za-z0-9_-]{43}
stripe-account-token-ephemeral	Stripe	Ephemeral key	warn	possible	-	-	https://dashboard.stripe.com/apikeys	https://docs.stripe.com/keys	("ek_live_" | "ek_test_") [A-Za-z0-9]{24,247}
stripe-payment-intent-secret	Stripe	PaymentIntent client secret	warn	certain	-	-	https://dashboard.stripe.com/apikeys	https://docs.stripe.com/keys	"pi_" [A-Za-z0-9]{24} "_secret_" [A-Za-z0-9]{25}
stripe-restricted-key-live	Stripe	Restricted key (live)	block	certain	-	-	https://dashboard.stripe.com/apikeys	https://docs.stripe.com/keys	"rk_" ("live" | "prod") "_" [A-Za-z0-9]{24,247}
stripe-secret-key-live	Stripe	Secret key (live)	block	certain	-	-	https://dashboard.stripe.com/apikeys	https://docs.stripe.com/keys	"sk_" ("live" | "prod") "_" [A-Za-z0-9]{24,247}
stripe-secret-key-test	Stripe	Secret or restricted key (test mode)	block	certain	-	-	https://dashboard.stripe.com/apikeys	https://docs.stripe.com/keys	("sk_test_" | "rk_test_") [A-Za-z0-9]{24,247}
swell-secret-key	Swell	Secret key	block	likely	swell	-	-	trufflehog	[A-Za-z0-9]{32}
taxjar-api-key	Taxjar	API key	block	likely	taxjar	-	-	trufflehog,kingfisher	[a-z0-9]{32}
wepay-token	WePay	App token	block	likely	wepay	-	-	trufflehog	[A-Za-z0-9_?]{62}
wise-api-token	Wise (TransferWise)	API token	block	likely	transferwise,wise	-	https://wise.com/settings/api-tokens	https://docs.wise.com	UUID
`;
