export const apiKey = `
adafruit-io-key	Adafruit IO	API key	block	certain	-	-	-	https://io.adafruit.com/api/docs	"aio_" [A-Za-z0-9]{28}
adafruit-io-key-legacy	Adafruit IO	API key (legacy, unprefixed)	block	likely	adafruit	-	-	gitleaks,betterleaks	[a-z0-9_-]{32}
aws-appsync-api-key	AWS	AppSync GraphQL API key	block	certain	-	-	https://console.aws.amazon.com/iam/home#/security_credentials	https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html	"da2-" [a-z0-9]{26}
aws-mws-auth-token	AWS	Marketplace Web Service (MWS) auth token	block	certain	-	-	https://console.aws.amazon.com/iam/home#/security_credentials	https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html	(?i) "amzn.mws." UUID
blynk-device-token	Blynk	Device access token in URL	block	certain	-	-	-	https://blynk.io/	"blynk.cloud/external/api/" [A-Za-z0-9/]{0,40} "?token=" secret([A-Za-z0-9_-]{32})
blynk-organization-token	Blynk	Organization access token (bearer, near the API URL)	block	likely	blynk.cloud/api	-	-	https://docs.blynk.io/en/blynk.cloud/organization-https-api/get-organization-info	[A-Za-z0-9_-]{40}
brave-search-api-key	Brave	Search API key	block	likely	brave	-	-	betterleaks	"BSA" [A-Za-z0-9_-]{24,40}
databento-api-key	Databento	API key	block	likely	databento	-	-	betterleaks	"db-" [A-Za-z0-9]{29}
duffel-api-token	Duffel	API token	block	certain	-	-	-	gitleaks,betterleaks,trufflehog	"duffel_" ("test" | "live") "_" [A-Za-z0-9_=-]{43}
easypost-api-key	EasyPost	API key (production)	block	certain	-	-	-	gitleaks,betterleaks,kingfisher	"EZAK" [A-Za-z0-9]{54}
easypost-test-api-key	EasyPost	API key (test)	warn	certain	-	-	-	gitleaks,betterleaks,kingfisher	"EZTK" [A-Za-z0-9]{54}
etsy-api-key	Etsy	Open API keystring	block	likely	etsy	-	https://www.etsy.com/developers/your-apps	https://developers.etsy.com/documentation/essentials/authentication	[a-z0-9]{24}
etsy-open-api-key-pair	Etsy	Open API keystring and shared secret	block	likely	etsy	-	https://www.etsy.com/developers/your-apps	https://developers.etsy.com/documentation/essentials/authentication	[a-z0-9]{24} ":" [a-z0-9]{10,64}
flickr-api-key	Flickr	API key or OAuth token	block	likely	flickr	-	-	gitleaks,betterleaks,trufflehog,kingfisher	[a-f0-9]{32}
google-recaptcha-secret	Google	reCAPTCHA site or secret key	block	likely	recaptcha	-	https://console.cloud.google.com/apis/credentials	https://cloud.google.com/docs/authentication/api-keys	"6L" [c-f] [A-Za-z0-9_-]{37}
google-youtube-key-channel	Google	YouTube API key beside a channel id	block	likely	youtube	-	https://console.cloud.google.com/apis/credentials	https://cloud.google.com/docs/authentication/api-keys	[A-Za-z0-9_-]{39}
kagi-api-key	Kagi	API key	block	likely	kagi	-	-	https://help.kagi.com/kagi/api/overview.html	[A-Za-z0-9_-]{11} "." [A-Za-z0-9_-]{43}
lichess-token	Lichess	Personal access token	block	certain	-	-	-	betterleaks	"lip_" [A-Za-z0-9_]{16,60}
lob-api-key	Lob	Secret API key	block	likely	lob	-	-	gitleaks,betterleaks,trufflehog,kingfisher	("live_" | "test_") [a-f0-9]{35}
mapbox-secret-token	Mapbox	Secret access token	block	certain	-	-	https://account.mapbox.com/access-tokens/	https://docs.mapbox.com/accounts/guides/tokens/	"sk.eyJ1Ijoi" [A-Za-z0-9_-]{30,250} "." [A-Za-z0-9_-]{20,30}
mapbox-temporary-token	Mapbox	Temporary access token	block	certain	-	-	https://account.mapbox.com/access-tokens/	https://docs.mapbox.com/accounts/guides/tokens/	"tk.eyJ1Ijoi" [A-Za-z0-9_-]{30,250} "." [A-Za-z0-9_-]{20,30}
maxmind-license-key	MaxMind	License key	block	certain	-	-	https://howtorotate.com/docs/tutorials/maxmind/	gitleaks,betterleaks,trufflehog,kingfisher	[A-Za-z0-9]{6} "_" [A-Za-z0-9]{29} "_mmk"
maxmind-license-key-legacy	MaxMind	License key (older 16 characters)	block	likely	maxmind,geoip	-	https://howtorotate.com/docs/tutorials/maxmind/	trufflehog	[A-Za-z0-9]{16}
azure-apim-subscription-key	Microsoft Azure	API Management subscription key (32 characters)	block	likely	ocp-apim-subscription-key,azure-api.net	-	https://portal.azure.com	trufflehog	[a-f0-9]{32}
azure-function-key-url	Microsoft Azure	Functions key (older form, near function URL)	block	likely	azurewebsites.net/api,x-functions-key	-	https://portal.azure.com	trufflehog	[A-Za-z0-9_-]{20,56} "="{0,2}
particle-access-token	Particle	Access token near the API URL	block	likely	api.particle.io	-	-	https://docs.particle.io/reference/cloud-apis/api/	[A-Za-z0-9]{40}
picatic-api-key	Picatic	API key	block	likely	picatic	-	-	credsweeper	"sk_live_" [a-z0-9]{32}
purestake-api-key	PureStake	API key	block	likely	purestake	-	-	trufflehog	[A-Za-z0-9]{40}
rapidapi-key	RapidAPI	Application key	block	likely	rapidapi,x-rapidapi-key	-	-	gitleaks,betterleaks,trufflehog,kingfisher	[A-Za-z0-9_-]{50}
serpapi-key	SerpApi	API key	warn	possible	serpapi,serp_api_key	-	-	memory	[a-f0-9]{64}
shippo-api-token	Shippo	API token	block	certain	-	-	-	gitleaks,betterleaks,trufflehog,kingfisher	("shippo_live_" | "shippo_test_") [a-f0-9]{40}
thingsboard-access-token	ThingsBoard	Device access token in URL	block	certain	-	-	-	https://thingsboard.io/docs/paas/reference/http-api/	"thingsboard.cloud/api/v1/" secret([a-z0-9]{20})
truenas-api-key	TrueNAS	API key	block	likely	truenas	-	-	https://www.truenas.com/docs/api/core_websocket_api.html	[0-9]{1,5} "-" [A-Za-z0-9]{64}
yandex-key-83	Yandex	API key (83 characters)	block	likely	yandex	-	https://oauth.yandex.com	https://yandex.cloud/en/docs/iam/	[A-Za-z0-9.]{83}
zuplo-consumer-api-key	Zuplo	Consumer API key	block	certain	-	zuplo	-	betterleaks	"zpka_" [a-z0-9]{32} "_" [a-f0-9]{8}
`;
