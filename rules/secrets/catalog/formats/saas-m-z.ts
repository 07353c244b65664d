export const saasMZ = `
madkudu-api-key	MadKudu	API key	block	likely	madkudu	-	-	trufflehog,kingfisher	[a-f0-9]{32}
magnetic-api-token	Magnetic	API token	block	likely	magnetic	-	-	trufflehog,kingfisher	UUID
mavenlink-api-key	Mavenlink	API key	block	likely	mavenlink	-	-	trufflehog,kingfisher	[a-z0-9]{64}
meistertask-api-key	Meistertask	API key	block	likely	meistertask	-	-	trufflehog,kingfisher	[A-Za-z0-9]{43}
metabase-session-token	Metabase	Session token	block	likely	metabase,x-metabase-session	-	-	trufflehog	[A-Za-z0-9-]{36}
metrilo-api-key	Metrilo	API key	block	likely	metrilo	-	-	trufflehog,kingfisher	[a-z0-9]{16}
mindmeister-api-key	Mindmeister	API key	block	likely	mindmeister	-	-	trufflehog,kingfisher	[A-Za-z0-9]{43}
miro-api-key	Miro	API key	block	likely	miro	-	-	trufflehog,kingfisher	[A-Za-z0-9]{27}
mite-api-key	mite	API key	block	likely	mite	-	-	trufflehog	[a-z0-9]{16}
mixpanel-api-secret-or-project-token	Mixpanel	API secret or project token	block	likely	mixpanel	-	-	trufflehog	[A-Za-z0-9-]{32}
moralis-api-key	Moralis	API key	block	likely	moralis	-	-	trufflehog,kingfisher	[A-Za-z0-9]{64}
mulesoft-anypoint-api-key	MuleSoft Anypoint	API key	block	likely	anypoint	-	-	https://docs.mulesoft.com/access-management/connected-apps-overview	UUID
mux-token-secret	Mux	Token secret	block	likely	mux,mux_token_secret	-	-	trufflehog	[A-Za-z0-9+/]{75}
myintervals-api-key	MyIntervals	API key	block	likely	myintervals	-	-	trufflehog,kingfisher	[a-z0-9]{11}
nethunt-api-key	NetHunt	API key	block	likely	nethunt	-	-	trufflehog	[a-z0-9-]{36}
newrelic-admin-key	New Relic	Admin API key	block	certain	-	-	https://one.newrelic.com/api-keys	https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/	"NRAA-" [a-f0-9]{27}
newrelic-insights-insert-key	New Relic	Insights insert key	block	certain	-	-	https://one.newrelic.com/api-keys	https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/	"NRII-" [A-Za-z0-9_-]{25,32}
newrelic-insights-query-key	New Relic	Insights query key	block	certain	-	-	https://one.newrelic.com/api-keys	https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/	"NRIQ-" [A-Za-z0-9_-]{25,32}
newrelic-license-key	New Relic	License (ingest) key	block	certain	-	-	https://one.newrelic.com/api-keys	https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/	(?i) ([a-f0-9]{36} | "eu01xx" [a-f0-9]{30}) "NRAL"
newrelic-license-key-legacy	New Relic	License key (40 hex)	block	likely	new_relic,newrelic	-	https://one.newrelic.com/api-keys	https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/	[a-f0-9]{40}
newrelic-personal-api-key	New Relic	Personal API key (dashed form)	block	likely	newrelic	-	https://one.newrelic.com/api-keys	https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/	[A-Za-z0-9_.]{4} "-" [A-Za-z0-9_.]{42}
newrelic-pixie-api-key	New Relic	Pixie API key	block	certain	-	-	https://one.newrelic.com/api-keys	https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/	"px-api-" UUID
newrelic-pixie-deploy-key	New Relic	Pixie deploy key	block	certain	-	-	https://one.newrelic.com/api-keys	https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/	"px-dep-" UUID
newrelic-rest-key	New Relic	REST API key	block	certain	-	-	https://one.newrelic.com/api-keys	https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/	"NRRA-" [a-f0-9]{42}
newrelic-user-id-64	New Relic	User API id or key (64 characters)	warn	likely	new-relic,newrelic,new_relic	-	https://one.newrelic.com/api-keys	https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/	[a-z0-9]{64}
newrelic-user-key	New Relic	User key	block	certain	-	-	https://one.newrelic.com/api-keys	https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/	"NRAK-" [A-Z0-9]{27}
nftport-api-key	NFTPort	API key	block	likely	nftport	-	-	trufflehog,kingfisher	UUID
nicereply-api-key	Nicereply	API key	block	likely	nicereply	-	-	trufflehog,kingfisher	[a-f0-9]{40}
nightfall-api-key	Nightfall	API key	block	likely	-	-	-	trufflehog,kingfisher	"NF-" [A-Za-z0-9]{32}
nimble-api-key	Nimble	API key	block	likely	nimble	-	-	trufflehog,kingfisher	[A-Za-z0-9]{30}
notion-integration-token	Notion	Integration token	block	certain	-	-	https://www.notion.so/my-integrations	https://developers.notion.com/docs/authorization	"ntn_" [0-9]{11} [A-Za-z0-9]{35}
notion-integration-token-legacy	Notion	Integration token (older)	block	likely	notion	-	https://www.notion.so/my-integrations	https://developers.notion.com/docs/authorization	"secret_" [A-Za-z0-9]{43}
nozbe-teams-api-key	Nozbe Teams	API key	block	likely	nozbe,nozbeteams	-	-	trufflehog,kingfisher	[A-Za-z0-9]{16} "_" [A-Za-z0-9_-]{64}
nylas-api-key	Nylas	API key	block	likely	nylas	-	-	trufflehog,kingfisher	[A-Za-z0-9]{30}
okta-api-token	Okta	API token (SSWS)	block	likely	okta,ssws	-	-	https://developer.okta.com/docs/guides/create-an-api-token/	"00" [A-Za-z0-9_-]{40}
onepagecrm-api-key	OnePageCRM	API key	block	likely	onepagecrm	-	-	trufflehog	[A-Za-z0-9=]{44}
onfido-live-token	Onfido	Live API token (EU, US, CA)	block	certain	-	-	-	betterleaks	("api_live." | "api_live_us." | "api_live_ca.") [A-Za-z0-9_-]{20,80}
onfleet-api-key	Onfleet	API key	block	likely	onfleet	-	-	trufflehog,kingfisher	[a-z0-9]{32}
opsgenie-api-key	OpsGenie	API key	block	likely	opsgenie,genie_key,geniekey	-	-	trufflehog,kingfisher	UUID
optimizely-api-key	Optimizely	API key	block	likely	optimizely	-	-	trufflehog,kingfisher	[A-Za-z0-9:-]{54}
oracle-netsuite-consumer-or-token-key-and-secret	Oracle NetSuite	Consumer or token key and secret	block	likely	netsuite	-	-	trufflehog	[A-Za-z0-9]{64}
overloop-api-key	Overloop	API key	block	likely	overloop	-	-	trufflehog,kingfisher	[A-Za-z0-9_-]{50}
pagerduty-routing-key	PagerDuty	Events API integration key	warn	possible	pagerduty,routing_key	-	https://support.pagerduty.com/docs/api-access-keys	https://support.pagerduty.com/docs/api-access-keys	[a-zA-Z0-9]{32}
pagerduty-api-key	PagerDuty	REST API key	block	likely	pagerduty,pager_duty	-	https://support.pagerduty.com/docs/api-access-keys	https://support.pagerduty.com/docs/api-access-keys	"u+" [A-Za-z0-9_+-]{18} | [A-Za-z0-9_+-]{20}
pandadoc-api-key	PandaDoc	API key	block	likely	pandadoc	-	-	https://developers.pandadoc.com/reference/using-api-keys	[A-Za-z0-9]{40}
paperform-api-key	Paperform	API key	block	likely	paperform	-	-	trufflehog,kingfisher	[A-Za-z0-9._-]{850,1000}
parseur-api-key	Parseur	API key	block	likely	parseur	-	-	trufflehog,kingfisher	[a-f0-9]{40}
partnerstack-api-key	PartnerStack	API key	block	likely	partnerstack	-	-	trufflehog,kingfisher	[A-Za-z0-9]{64}
pastebin-api-key	Pastebin	API key	block	likely	pastebin	-	-	trufflehog,kingfisher	[A-Za-z0-9_]{32}
paymoapp-api-key	Paymoapp	API key	block	likely	paymoapp	-	-	trufflehog,kingfisher	[A-Za-z0-9]{44}
peopledatalabs-api-key	PeopleDataLabs	API key	block	likely	peopledatalabs	-	-	trufflehog,kingfisher	[a-z0-9]{64}
persona-api-key	Persona	Production API key	block	certain	-	-	-	betterleaks	"persona_production_" [a-z0-9_-]{20,80}
pganalyze-read-api-key	pganalyze	Read API key	block	certain	-	-	-	trufflehog	"pgar_" [A-Za-z0-9]{27}
phrase-access-token	Phrase	Access token	block	likely	phraseapp	-	-	trufflehog	[a-z0-9]{64}
pinata-api-secret	Pinata	API secret	block	likely	pinata	-	-	trufflehog	[a-z0-9]{64}
pipedream-api-key	Pipedream	API key	block	likely	pipedream	-	-	trufflehog,kingfisher	[a-z0-9]{32}
pipedrive-api-key	Pipedrive	API key	block	likely	pipedrive	-	-	trufflehog,kingfisher	[A-Za-z0-9]{40}
pivotal-tracker-api-token	Pivotal Tracker	API token	block	likely	pivotal,x-trackertoken	-	-	trufflehog	[a-z0-9]{32}
planview-leankit-api-token	Planview LeanKit	API token	block	likely	planview,leankit,planviewleankit	-	-	trufflehog	[a-f0-9]{128}
planyo-api-key	Planyo	API key	block	likely	planyo	-	-	trufflehog,kingfisher	[a-z0-9]{62}
podio-api-key	Podio	API key	block	likely	podio	-	-	trufflehog,kingfisher	[a-z0-9]{32}
posthog-oauth-token	PostHog	OAuth access, refresh or feature-flag secure key	block	certain	-	-	https://us.posthog.com/settings/user-api-keys	https://posthog.com/docs/api	("pha_" | "phr_" | "phs_") [A-Za-z0-9]{40,60}
posthog-personal-api-key	PostHog	Personal API key	block	certain	-	-	https://us.posthog.com/settings/user-api-keys	https://posthog.com/docs/api	"phx_" [A-Za-z0-9_-]{41,49}
postman-api-key	Postman	API key	block	certain	-	-	https://web.postman.co/settings/me/api-keys	https://learning.postman.com/docs/developer/postman-api/authentication/	"PMAK-" [a-f0-9]{24} "-" [a-f0-9]{34}
postman-collection-access-key	Postman	Collection access key	block	certain	-	-	https://web.postman.co/settings/me/api-keys	https://learning.postman.com/docs/developer/postman-api/authentication/	"PMAT-" [A-Z0-9]{26}
powrbot-api-key	Powrbot	API key	block	likely	powrbot	-	-	trufflehog,kingfisher	[A-Za-z0-9]{40}
prodpad-api-key	Prodpad	API key	block	likely	prodpad	-	-	trufflehog,kingfisher	[a-f0-9]{64}
proof-api-key	Proof (Notarize)	Full access API key	block	certain	-	-	-	betterleaks	"prf_" ("cli_")? [A-Za-z0-9_-]{20,80}
prospectsoft-crm-api-key	ProspectSoft CRM	API key	block	likely	prospect,prospectcrm	-	-	https://api-batch-v1.prospect365.com/docs	[a-z0-9-]{32}
protocols-io-api-key	protocols.io	API key	block	likely	protocols	-	-	trufflehog,kingfisher	[a-z0-9]{64}
qase-api-key	Qase	API key	block	likely	qase	-	-	trufflehog,kingfisher	[A-Za-z0-9]{40}
qualaroo-api-key	Qualaroo	API key	block	likely	qualaroo	-	-	trufflehog,kingfisher	[A-Za-z0-9=]{64}
qubole-api-key	Qubole	API key	block	likely	qubole	-	-	trufflehog,kingfisher	[a-z0-9]{64}
readme-api-key	ReadMe	API key	block	certain	-	-	-	gitleaks,betterleaks,trufflehog,kingfisher	"rdme_" [a-z0-9]{70}
rebrandly-api-key	Rebrandly	API key	block	likely	rebrandly	-	-	trufflehog,kingfisher	[A-Za-z0-9_]{32}
redirect-pizza-api-token	redirect.pizza	API token	block	certain	-	-	-	betterleaks	"rpa_" [A-Za-z0-9]{30}
refiner-api-key	Refiner	API key	block	likely	refiner	-	-	trufflehog,kingfisher	UUID
repairshopr-api-key	RepairShopr	API key	block	likely	repairshopr	-	-	trufflehog	[A-Za-z0-9-]{51}
reply-io-api-key	Reply.io	API key	block	likely	replyio	-	-	https://apidocs.reply.io/#introduction	[A-Za-z0-9]{24}
requestfinance-api-key	RequestFinance	API key	block	likely	requestfinance	-	-	trufflehog,kingfisher	[A-Z0-9]{7} "-" [A-Z0-9]{7} "-" [A-Z0-9]{7} "-" [A-Z0-9]{7}
rev-client-api-key	Rev	Client API key	block	likely	rev.com,rev_client_api_key	-	-	trufflehog	[A-Za-z0-9-]{27}
rev-user-api-key	Rev	User API key	block	likely	rev.com,rev_user_api_key	-	-	trufflehog	[A-Za-z0-9+/]{27} "="
revamp-crm-api-key	Revamp CRM	API key	block	likely	revamp,revampcrm	-	-	trufflehog	[A-Za-z0-9]{40}
ritekit-api-key	RiteKit	API key	block	likely	ritekit	-	-	trufflehog,kingfisher	[a-f0-9]{44}
roaring-client-key-and-secret	Roaring	Client key and secret	block	likely	roaring	-	-	trufflehog	[A-Za-z0-9_-]{28}
rockset-api-key	Rockset	API key	block	likely	rockset	-	-	kingfisher	[A-Za-z0-9]{64}
rootly-api-key	Rootly	API key	block	certain	-	-	-	betterleaks,trufflehog	"rootly_" [a-f0-9]{64}
route4me-api-key	Route4Me	API key	block	likely	route4me	-	-	trufflehog,kingfisher	[A-Z0-9]{32}
rownd-app-key	Rownd	App key	block	likely	rownd	-	-	trufflehog	UUID
rownd-app-secret	Rownd	App secret	block	likely	rownd	-	-	trufflehog	[a-z0-9]{48}
runrun-it-app-key	Runrun.it	App key	block	likely	runrunit,runrun.it	-	-	trufflehog	[a-f0-9]{32}
runrun-it-user-token	Runrun.it	User token	block	likely	runrunit,runrun.it	-	-	trufflehog	[A-Za-z0-9]{18,20}
salesblink-api-key	Salesblink	API key	block	likely	salesblink	-	-	trufflehog,kingfisher	"key-" [A-Za-z0-9]{64}
salescookie-api-key	Salescookie	API key	block	likely	salescookie	-	-	trufflehog,kingfisher	[A-Za-z0-9]{32}
salesflare-api-key	Salesflare	API key	block	likely	salesflare	-	-	trufflehog,kingfisher	[A-Za-z0-9_]{45}
salesforce-session-token	Salesforce	Access token (session id)	block	likely	-	-	-	https://help.salesforce.com/s/articleView?id=sf.remoteaccess_authenticate_overview.htm	"00D" [A-Za-z0-9]{12} "!" [A-Za-z0-9._-]{80,260}
salesmate-access-key	Salesmate	Access key	block	likely	salesmate	-	-	trufflehog	UUID
samsara-api-token	Samsara	API token	block	certain	-	-	-	betterleaks	"samsara_api_" [A-Za-z0-9]{26,32}
sanity-auth-token	Sanity	API token	block	likely	sanity	-	-	trufflehog	"sk" [A-Za-z0-9]{79,178}
satismeter-api-token	SatisMeter	API token	block	likely	satismeter	-	-	trufflehog	[A-Za-z0-9]{32}
securitytrails-api-key	SecurityTrails	API key	block	likely	securitytrails,security trails	-	-	trufflehog,kingfisher	[A-Za-z0-9]{32}
segment-config-api-token	Segment (Twilio)	Config API token	block	likely	segment	-	https://app.segment.com	https://segment.com/docs	[A-Za-z0-9_-]{43} "." [A-Za-z0-9_-]{43}
segment-public-api-token	Segment (Twilio)	Public API token	block	certain	-	-	https://app.segment.com	https://segment.com/docs	"sgp_" [A-Za-z0-9]{64}
sentry-api-key-legacy	Sentry	API key (legacy 32 hex)	block	likely	sentry_api_key,sentry	-	https://sentry.io/settings/account/api/auth-tokens/	https://docs.sentry.io/security-legal-pii/security/token-formats/	[a-f0-9]{32}
sentry-auth-token-legacy	Sentry	Auth token, integration token or client secret (64 hex)	block	likely	sentry,sentry_auth_token	-	https://sentry.io/settings/account/api/auth-tokens/	https://docs.sentry.io/security-legal-pii/security/token-formats/	[a-f0-9]{64}
sentry-dsn-with-secret	Sentry	DSN with secret part (old clients)	warn	possible	-	-	https://sentry.io/settings/account/api/auth-tokens/	https://docs.sentry.io/security-legal-pii/security/token-formats/	"https://" [a-f0-9]{32} ":" secret([a-f0-9]{32}) "@" HOST "/" [0-9]{1,20}
sentry-org-token	Sentry	Organization auth token	block	certain	-	-	https://sentry.io/settings/account/api/auth-tokens/	https://docs.sentry.io/security-legal-pii/security/token-formats/	"sntrys_eyJ" [A-Za-z0-9+/=]{80,240} "_" [A-Za-z0-9+/]{43}
sentry-user-token	Sentry	Personal auth token	block	certain	-	-	https://sentry.io/settings/account/api/auth-tokens/	https://docs.sentry.io/security-legal-pii/security/token-formats/	"sntryu_" [a-f0-9]{64}
sentry-relay-secret-key	Sentry	Relay secret key	block	likely	relay,credentials.json	-	https://sentry.io/settings/account/api/auth-tokens/	https://docs.sentry.io/security-legal-pii/security/token-formats/	[A-Za-z0-9_-]{43}
sentry-reserved-token	Sentry	User app or integration token (reserved prefixes)	block	certain	-	-	https://sentry.io/settings/account/api/auth-tokens/	https://docs.sentry.io/security-legal-pii/security/token-formats/	("sntrya_" | "sntryi_") [a-f0-9]{64}
settlemint-token	SettleMint	Application, personal or service access token	block	certain	-	-	-	gitleaks,betterleaks	("sm_aat_" | "sm_pat_" | "sm_sat_") [A-Za-z0-9]{16}
sheety-bearer-token	Sheety	Bearer token	block	likely	sheety	-	-	trufflehog	[a-z0-9]{64}
sherpadesk-api-key	Sherpadesk	API key	block	likely	sherpadesk	-	-	trufflehog,kingfisher	[a-z0-9]{32}
shipday-api-key	Shipday	API key	block	likely	shipday	-	-	trufflehog,kingfisher	[A-Za-z0-9.]{11} [A-Za-z0-9]{20}
shodan-api-key	Shodan	API key	block	likely	shodan	-	-	trufflehog,kingfisher	[A-Za-z0-9]{32}
shortcut-api-key	Shortcut	API key	block	likely	shortcut	-	-	trufflehog,kingfisher	UUID
shotstack-api-key	Shotstack	API key	block	likely	shotstack	-	-	trufflehog,kingfisher	[A-Za-z0-9]{40}
shutterstock-oauth-token	Shutterstock	OAuth token	block	likely	shutterstock	-	-	trufflehog,kingfisher	"v2/" [A-Za-z0-9]{388}
signable-api-key	Signable	API key	block	likely	signable	-	-	trufflehog	[A-Za-z0-9-]{32}
signaturit-api-key	Signaturit	API key	block	likely	signaturit	-	-	trufflehog,kingfisher	[A-Za-z0-9]{86}
signupgenius-api-key	SignupGenius	API key	block	likely	signupgenius	-	-	trufflehog,kingfisher	[A-Za-z0-9]{32}
sigopt-api-key	Sigopt	API key	block	likely	sigopt	-	-	trufflehog,kingfisher	[A-Z0-9]{48}
simplesat-api-key	Simplesat	API key	block	likely	simplesat	-	-	trufflehog,kingfisher	[a-z0-9]{40}
simvoly-api-key	Simvoly	API key	block	likely	simvoly	-	-	trufflehog,kingfisher	[a-z0-9]{33}
siteleaf-api-key-and-secret	Siteleaf	API key and secret	block	likely	siteleaf	-	-	trufflehog	[A-Za-z0-9]{32}
smartsheet-access-token	Smartsheet	Access token	block	likely	smartsheet,smartsheets	-	-	trufflehog,kingfisher	[A-Za-z0-9]{26} | [A-Za-z0-9]{37}
snipcart-api-key	Snipcart	API key	block	likely	snipcart	-	-	trufflehog,kingfisher	[A-Za-z0-9_]{75}
snyk-api-token	Snyk	API token (UUID)	block	likely	snyk,snyk_token	-	https://app.snyk.io/account	https://docs.snyk.io/developer-tools/snyk-api/authentication-for-api	UUID
snyk-pat	Snyk	Personal or service access token (prefixed)	warn	possible	-	-	https://app.snyk.io/account	https://docs.snyk.io/developer-tools/snyk-api/authentication-for-api	("snyk_uat." | "snyk_sat.") [A-Za-z0-9]{6,12} "." [A-Za-z0-9_.-]{30,300}
spectral-personal-api-token	Spectral (Check Point)	Personal API token	block	certain	-	-	-	trufflehog	"spu-" [a-z0-9]{32}
splunk-observability-access-token	Splunk Observability	Access token	block	likely	splunk	-	-	trufflehog,kingfisher	[A-Za-z0-9]{22}
squarespace-api-key	Squarespace	API key	block	likely	squarespace	-	-	gitleaks,betterleaks,trufflehog,kingfisher	UUID
sslmate-api-key	SSLMate	API key	block	likely	sslmate	-	-	betterleaks,trufflehog,kingfisher	[A-Za-z0-9]{36}
statuscake-api-key	Statuscake	API key	block	likely	statuscake	-	-	trufflehog,kingfisher	[A-Za-z0-9]{20}
statuspage-api-key	Statuspage	API key	block	likely	statuspage	-	-	trufflehog,kingfisher	[a-z0-9-]{36}
statuspal-api-key	Statuspal	API key	block	likely	statuspal	-	-	trufflehog,kingfisher	[A-Za-z0-9]{32}
stitchdata-api-key	Stitchdata	API key	block	likely	stitchdata	-	-	trufflehog,kingfisher	[a-z0-9_]{35}
storecove-api-key	Storecove	API key	block	likely	storecove	-	-	trufflehog,kingfisher	[A-Za-z0-9_-]{43}
stormboard-api-key	Stormboard	API key	block	likely	stormboard	-	-	trufflehog,kingfisher	[a-f0-9]{40}
storyblok-token	Storyblok	Access token	block	likely	storyblok	-	-	trufflehog,kingfisher	[A-Za-z0-9]{22} "tt"
storyblok-pat	Storyblok	Personal access token	block	likely	storyblok	-	-	trufflehog	[A-Za-z0-9]{22} "tt-" [0-9]{4,8} "-" [A-Za-z0-9_-]{20}
streak-api-key	Streak	API key	block	likely	streak	-	-	trufflehog,kingfisher	[a-f0-9]{32}
stytch-project-secret	Stytch	Project secret	block	likely	stytch	-	-	trufflehog	[A-Za-z0-9_-]{47} "="
sugester-api-token	Sugester	API token	block	likely	sugester	-	-	trufflehog	[A-Za-z0-9]{32}
sumologic-access-key	Sumo Logic	Access key	block	likely	sumo	-	https://howtorotate.com/docs/tutorials/sumologic/	gitleaks,betterleaks,trufflehog	[A-Za-z0-9]{64}
supernotes-api-key	Supernotes	API key	block	likely	supernotes	-	-	trufflehog,kingfisher	[A-Za-z0-9_-]{43}
survey-anyplace-api-key	Survey Anyplace (Pointerpro)	API key	block	likely	surveyanyplace,survey	-	-	trufflehog	[A-Za-z0-9]{32}
surveysparrow-api-key	SurveySparrow	API key	block	likely	surveysparrow	-	-	trufflehog,kingfisher	[A-Za-z0-9_-]{88}
survicate-api-key	Survicate	API key	block	likely	survicate	-	-	trufflehog,kingfisher	[a-z0-9]{32}
swiftype-api-key	Swiftype	API key	block	likely	swiftype	-	-	trufflehog,kingfisher	[A-Za-z0-9]{6} "_" [A-Za-z0-9]{6} "-" [A-Za-z0-9]{6}
t-ly-api-key	T.LY	API key	block	likely	tly	-	-	trufflehog,kingfisher	[A-Za-z0-9]{60}
tableau-pat	Tableau	Personal access token secret	block	likely	tableau	-	-	betterleaks,trufflehog	[A-Za-z0-9+/]{22} "==:" [A-Za-z0-9]{32}
tatum-api-key	Tatum	API key	block	likely	tatum	-	-	trufflehog,kingfisher	[a-z0-9-]{36}
teamgate-api-token	Teamgate	API token	block	likely	teamgate	-	-	trufflehog	[a-z0-9]{40}
teamgate-app-key	Teamgate	App key	block	likely	teamgate	-	-	trufflehog	[A-Za-z0-9]{80}
teamwork-api-token	Teamwork (CRM, Desk, Spaces)	API token	block	certain	-	-	-	trufflehog,kingfisher	"tkn.v1_" [A-Za-z0-9]{71} "="
tefter-api-key	Tefter	API key	block	likely	tefter	-	-	https://www.tefter.io/docs/api	[A-Za-z0-9]{20}
thinkific-api-key	Thinkific	API key	block	likely	thinkific	-	-	trufflehog	[a-f0-9]{32}
thousandeyes-api-token	ThousandEyes (Cisco)	API token	block	likely	thousandeyes	-	-	trufflehog	[A-Za-z0-9]{32}
ticket-tailor-api-key	Ticket Tailor	API key	block	likely	-	-	-	trufflehog,kingfisher	"sk_" [0-9]{4} "_" [0-9]{6} "_" [a-f0-9]{32}
timecamp-api-key	TimeCamp	API key	block	likely	timecamp	-	-	trufflehog,kingfisher	[a-z0-9]{26}
tmetric-api-key	Tmetric	API key	block	likely	tmetric	-	-	https://tmetric.com/	[A-Z0-9]{64}
todoist-api-key	Todoist	API key	block	likely	todoist	-	-	trufflehog,kingfisher	[a-z0-9]{40}
toggl-track-api-key	Toggl Track	API key	block	likely	toggl	-	-	trufflehog,kingfisher	[A-Za-z0-9]{32}
tokeet-api-key	Tokeet	API key	block	likely	tokeet	-	-	trufflehog	UUID
trello-api-key	Trello	API key	block	likely	trello	-	https://trello.com/power-ups/admin	https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/	[a-f0-9]{32}
trello-token	Trello	User token	block	certain	-	-	https://trello.com/power-ups/admin	https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/	"ATTA" [a-f0-9]{64} [A-F0-9]{8}
trufflehog-enterprise-key-secret	TruffleHog Enterprise	Key secret	block	certain	-	-	-	trufflehog	"thog-secret-" [a-f0-9]{32}
typeform-token-legacy	Typeform	Access token (44 characters)	block	likely	typeform	-	https://admin.typeform.com/account#/section/tokens	https://www.typeform.com/developers/get-started/personal-access-token/	[A-Za-z0-9]{44}
typeform-pat	Typeform	Personal access token	block	certain	-	-	https://admin.typeform.com/account#/section/tokens	https://www.typeform.com/developers/get-started/personal-access-token/	"tfp_" [A-Za-z0-9_.=-]{40,59}
ubidots-token	Ubidots	Token	block	certain	-	-	-	trufflehog,kingfisher	"BBFF-" [A-Za-z0-9]{30}
unifyid-api-key	UnifyID	API key	block	likely	unify,unifyid	-	-	trufflehog	[A-Za-z0-9_=-]{44}
unkey-root-key	Unkey	Root key	block	certain	-	-	-	betterleaks	"unkey_" [A-Za-z0-9]{20,32}
unplugg-api-key	Unplugg	API key	block	likely	unplu	-	-	trufflehog,kingfisher	[a-z0-9]{64}
uplead-api-key	Uplead	API key	block	likely	uplead	-	-	trufflehog,kingfisher	[a-z0-9-]{32}
uploadcare-secret-key	Uploadcare	Secret key	block	likely	uploadcare	-	-	trufflehog	[a-z0-9]{20}
uptimerobot-api-key	UptimeRobot	API key	block	likely	uptimerobot	-	-	trufflehog,kingfisher	[A-Za-z0-9]{9} "-" [A-Za-z0-9]{24}
upwave-api-key	Upwave	API key	block	likely	upwave	-	-	trufflehog,kingfisher	[a-z0-9]{32}
user-com-api-key	User.com	API key	block	likely	user.com	-	-	trufflehog	[A-Za-z0-9]{64}
userflow-api-key	Userflow	API key	block	likely	userflow	-	-	trufflehog,kingfisher	[a-z0-9_]{29}
virustotal-api-key	VirusTotal	API key	block	likely	virustotal	-	-	trufflehog,kingfisher	[a-f0-9]{64}
vouchery-api-key	Vouchery	API key	block	likely	vouchery	-	-	trufflehog	[a-z0-9-]{36}
vyte-api-key	Vyte	API key	block	likely	vyte	-	-	trufflehog,kingfisher	[a-z0-9]{50}
wakatime-api-key	WakaTime	API key	warn	certain	-	-	-	betterleaks	"waka_" [a-z0-9-]{36,64}
webflow-api-key	Webflow	API key	block	likely	webflow	-	-	trufflehog,kingfisher	[a-z0-9]{64}
wistia-api-key	Wistia	API key	block	likely	wistia	-	-	trufflehog,kingfisher	[a-z0-9]{64}
workato-api-token	Workato	Developer API token	block	certain	-	-	-	betterleaks	"wrka" ([a-z]{2})? "-eyJ" [A-Za-z0-9_-]{8,} "." [A-Za-z0-9_-]{16,} "." [A-Za-z0-9_-]{64,}
workos-api-key	WorkOS	Production API key	block	likely	workos	-	https://dashboard.workos.com	https://workos.com/docs	"sk_live_a2V5Xz" [A-Za-z0-9+/]{69} "="{0,2} | "sk_" [a-zA-Z0-9]{40,80}
worksnaps-api-key	Worksnaps	API key	block	likely	worksnaps	-	-	trufflehog,kingfisher	[A-Za-z0-9]{40}
workstack-api-key	Workstack	API key	block	likely	workstack	-	-	trufflehog,kingfisher	[A-Za-z0-9]{60}
wrike-api-key	Wrike	API key	block	likely	wrike	-	-	trufflehog,kingfisher	"ey" [A-Za-z0-9._-]{333}
wundergraph-api-key	WunderGraph	Cosmo API key	block	certain	-	-	-	credsweeper	"cosmo_" [a-f0-9]{32}
ynab-api-key	YNAB (You Need A Budget)	API key	block	likely	youneedabudget	-	-	trufflehog,kingfisher	[a-f0-9]{64}
yousign-api-key	Yousign	API key	block	likely	yousign	-	-	trufflehog,kingfisher	[a-z0-9]{32}
zendesk-api-token	Zendesk	API token	block	likely	zendesk	-	-	https://support.zendesk.com/hc/en-us/articles/4408889192858	[A-Za-z0-9]{40}
zenkit-api-key	Zenkit	API key	block	likely	zenkit	-	-	trufflehog,kingfisher	[a-z0-9]{8} "-" [A-Za-z0-9]{32}
zeplin-api-key	Zeplin	API key	block	likely	zeplin	-	-	trufflehog,kingfisher	[A-Za-z0-9.-]{350,400}
zerotier-api-key	ZeroTier	API key	block	likely	zerotier	-	-	trufflehog,kingfisher	[A-Za-z0-9]{32}
zoho-oauth-access-or-refresh-token	Zoho	OAuth access or refresh token	block	certain	-	-	-	trufflehog,kingfisher	"1000." [a-f0-9]{32} "." [a-f0-9]{32}
zonkafeedback-api-token	ZonkaFeedback	API token	block	likely	zonka	-	-	trufflehog,kingfisher	[A-Za-z0-9]{36}
`;
