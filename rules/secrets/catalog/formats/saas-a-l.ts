export const saasAL = `
1password-service-account-token	1Password	Service account token	block	certain	-	-	https://my.1password.com	https://developer.1password.com/docs/service-accounts/	"ops_eyJ" [A-Za-z0-9+/]{250,} "="{0,3}
abuseipdb-api-key	AbuseIPDB	API key	block	likely	abuseipdb	-	-	trufflehog	[a-z0-9]{80}
abyssale-api-key	Abyssale	API key	block	likely	abyssale	-	-	trufflehog	[A-Za-z0-9]{40}
aero-workflow-api-key	Aero Workflow	API key	block	likely	aeroworkflow	-	-	trufflehog	[A-Za-z0-9^!?#:*;]{20}
aha-api-key	Aha!	API key	block	likely	aha.io	-	-	trufflehog	[a-f0-9]{64}
airbrake-user-key	Airbrake	User key	block	likely	airbrake	-	https://howtorotate.com/docs/tutorials/airbrake/	https://airbrake.io/docs/api/	[A-Za-z0-9-]{40}
airtable-api-key-legacy	Airtable	API key (legacy)	block	likely	airtable	-	https://airtable.com/create/tokens	https://airtable.com/developers/web/api/authentication	"key" [A-Za-z0-9]{14}
airtable-pat	Airtable	Personal access token	block	likely	-	-	https://airtable.com/create/tokens	https://airtable.com/developers/web/api/authentication	"pat" [A-Za-z0-9]{14} "." [a-f0-9]{64}
alchemy-api-key	Alchemy	API key	block	likely	alchemy,alcht_	-	-	https://docs.alchemy.com/reference/api-overview	[A-Za-z0-9_-]{32} | "alcht_" [A-Za-z0-9]{30}
alconost-api-key	Alconost	API key	block	likely	alconost	-	-	trufflehog	[A-Za-z0-9]{32}
alegra-api-token	Alegra	API token	block	likely	alegra	-	-	trufflehog	[a-z0-9-]{20}
algolia-admin-key	Algolia	Admin or write API key	block	likely	algolia,docsearch	-	https://dashboard.algolia.com/account/api-keys	https://www.algolia.com/doc/guides/security/api-keys/	[a-f0-9]{32}
alienvault-otx-api-key	AlienVault OTX (LevelBlue)	API key	block	likely	alienvault,otx	-	-	trufflehog	[a-z0-9]{64}
amadeus-api-key	Amadeus	API key	block	likely	amadeus	-	-	trufflehog	[A-Za-z0-9]{32}
amadeus-api-secret	Amadeus	API secret	block	likely	amadeus	-	-	trufflehog	[A-Za-z0-9]{16}
amplitude-key	Amplitude	API key or secret key	block	likely	amplitude	-	-	betterleaks,trufflehog	[a-f0-9]{32}
apacta-api-key	Apacta	API key	block	likely	apacta	-	-	trufflehog	[a-z0-9-]{36}
api2cart-api-key	API2Cart	API key	block	likely	api2cart	-	-	trufflehog	[a-f0-9]{32}
apideck-api-key	Apideck	API key	block	certain	-	-	-	trufflehog	"sk_live_" [A-Za-z0-9-]{93}
apify-api-token	Apify	API token	block	certain	-	-	-	betterleaks,trufflehog,kingfisher	"apify_api_" [A-Za-z0-9]{34,38}
apimatic-api-key	APIMatic	API key	block	likely	apimatic	-	-	trufflehog	[A-Za-z0-9_-]{64}
apimetrics-api-key	APImetrics	API key	block	likely	apimetrics	-	-	trufflehog,kingfisher	[A-Za-z0-9]{32}
apollo-api-key	Apollo	API key	block	likely	apollo	-	-	trufflehog,kingfisher	[A-Za-z0-9]{22}
appcues-api-key-and-secret	Appcues	API key and secret	block	likely	appcues	-	-	trufflehog	[a-z0-9-]{36} | [a-z0-9-]{39}
appointedd-api-key	Appointedd	API key	block	likely	appointedd	-	-	trufflehog,kingfisher	[A-Za-z0-9+=]{88}
appoptics-solarwinds-observability-api-token	AppOptics / SolarWinds Observability	API token	block	likely	appoptics,solarwinds	-	-	trufflehog,kingfisher	[A-Za-z0-9_-]{71}
appsynergy-api-key	AppSynergy	API key	block	likely	appsynergy	-	-	trufflehog,kingfisher	[a-z0-9]{64}
apptivo-api-key	Apptivo	API key	block	likely	apptivo	-	-	trufflehog	[a-z0-9-]{36}
asana-pat	Asana	Personal access token	block	likely	asana	-	https://app.asana.com/0/my-apps	https://developers.asana.com/docs/personal-access-token	[0-9]{1,} "/" [0-9]{16,} ("/" [0-9]{16,})? ":" [A-Za-z0-9]{32,}
atera-api-key	Atera	API key	block	likely	atera	-	-	trufflehog,kingfisher	[a-z0-9]{32}
atlassian-api-token-legacy	Atlassian	API token (legacy 24 characters)	block	likely	atlassian,confluence,jira	-	https://id.atlassian.com/manage-profile/security/api-tokens	https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/	[A-Za-z0-9]{24}
atlassian-api-token	Atlassian	Cloud API token (Jira, Confluence)	block	certain	-	atlassian	https://id.atlassian.com/manage-profile/security/api-tokens	https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/	"ATATT3xFfGF0" [A-Za-z0-9_-]{20,800} "=" [A-F0-9]{8}
atlassian-datacenter-pat	Atlassian	Jira or Confluence Data Center personal access token	block	likely	jira,confluence,atlassian	-	https://id.atlassian.com/manage-profile/security/api-tokens	https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/	[MNO] [ADQTgjwz] [AEIMQUYcgk] [0-5w-z] [A-Za-z0-9+/_-]{40}
atlassian-org-api-key	Atlassian	Organization admin API key	block	certain	-	atlassian	https://id.atlassian.com/manage-profile/security/api-tokens	https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/	"ATCTT3xFfG" [A-Za-z0-9+/_=-]{20,300} "=" [A-F0-9]{8}
authress-service-client-key	Authress	Service client access key	block	certain	-	-	-	gitleaks,betterleaks	(?i) ("sc" | "ext" | "scauth" | "authress") "_" [a-z0-9]{5,30} "." [a-z0-9]{4,6} ".acc" [_-] [a-z0-9-]{10,32} "." [A-Za-z0-9+/_=-]{30,120}
autoklose-api-token	Autoklose	API token	block	likely	autoklose	-	-	trufflehog,kingfisher	[A-Za-z0-9-]{32}
autopilot-api-key	Autopilot (Ortto)	API key	block	likely	autopilot	-	-	https://www.autopilothq.com/docs/api-authentication	[a-f0-9]{32}
avaza-personal-access-token	Avaza	Personal access token	block	likely	avaza	-	-	trufflehog,kingfisher	[0-9]{1,} "-" [a-f0-9]{40}
axonaut-api-key	Axonaut	API key	block	likely	axonaut	-	-	trufflehog,kingfisher	[a-z0-9]{32}
ayrshare-api-key	Ayrshare	API key	block	likely	ayrshare	-	-	trufflehog,kingfisher	[A-Z0-9]{8} "-" [A-Z0-9]{8} "-" [A-Z0-9]{8} "-" [A-Z0-9]{8}
bannerbear-api-key-v2	Bannerbear	API key (version 2)	block	certain	-	-	-	trufflehog	("bb_pr_" | "bb_ma_") [a-f0-9]{30}
baremetrics-api-key	Baremetrics	API key	block	likely	baremetrics	-	-	https://developers.baremetrics.com/reference/authentication	("sk_" | "lk_") [A-Za-z0-9]{18,25}
beamer-api-token	Beamer	API token	block	likely	beamer	-	-	https://www.getbeamer.com/api-reference	"b_" [A-Za-z0-9_+/-]{43} "="?
beebole-api-key	Beebole	API key	block	likely	beebole	-	-	trufflehog,kingfisher	[a-z0-9]{40}
besnappy-api-key	Besnappy	API key	block	likely	besnappy	-	-	trufflehog,kingfisher	[a-f0-9]{64}
better-stack-api-key	Better Stack	API key	block	likely	betterstack	-	-	trufflehog,kingfisher	[A-Za-z0-9]{24}
billomat-api-key	Billomat	API key	block	likely	billomat	-	-	trufflehog	[a-f0-9]{32}
bitly-access-token	Bitly	Access token	block	likely	bitly	-	-	betterleaks,trufflehog,kingfisher	[a-f0-9]{40}
bitwarden-api-client-secret	Bitwarden	Personal or organization API client secret	warn	possible	bitwarden,bw_clientsecret	-	https://vault.bitwarden.com	https://bitwarden.com/help/personal-api-key/	[A-Za-z0-9]{30}
bitwarden-access-token	Bitwarden	Secrets Manager access token	warn	possible	-	-	https://vault.bitwarden.com	https://bitwarden.com/help/access-tokens/	"0." UUID "." [A-Za-z0-9]{30} ":" [A-Za-z0-9+/]{22} "=="
blocknative-api-key	Blocknative	API key	block	likely	blocknative	-	-	trufflehog,kingfisher	UUID
boostnote-api-key	BoostNote	API key	block	likely	boostnote	-	-	trufflehog,kingfisher	[a-f0-9]{64}
borgbase-api-key	Borgbase	API key	block	likely	borgbase	-	-	trufflehog,kingfisher	[A-Za-z0-9./_-]{148,152}
box-access-token	Box	Developer or API access token	block	likely	box	-	https://app.box.com/developers/console	https://developer.box.com/guides/authentication/	[A-Za-z0-9]{32}
buddyns-api-key	BuddyNS	API key	block	likely	buddyns	-	-	trufflehog,kingfisher	[a-z0-9]{40}
budibase-api-key	Budibase	API key	block	likely	budibase	-	-	trufflehog,kingfisher	[a-f0-9]{32} "-" [a-f0-9]{78,80}
bugherd-api-key	Bugherd	API key	block	likely	bugherd	-	-	trufflehog,kingfisher	[a-z0-9]{22}
bugsnag-api-key	Bugsnag	API key	block	likely	bugsnag	-	-	trufflehog,kingfisher	UUID
buttercms-api-key	ButterCMS	API key	block	likely	buttercms	-	-	https://buttercms.com/docs/api	[a-z0-9]{40}
caflou-api-key	Caflou	API key	block	likely	caflou	-	-	trufflehog,kingfisher	"eyJhbGciOiJIUzI1NiJ9" [A-Za-z0-9._-]{135}
canny-api-key	Canny	API key	block	likely	canny	-	-	trufflehog,kingfisher	UUID
capsulecrm-api-key	CapsuleCRM	API key	block	likely	capsulecrm	-	-	trufflehog,kingfisher	[A-Za-z0-9+.=_-]{64}
captain-data-api-key	Captain Data	API key	block	likely	captaindata	-	-	trufflehog	[a-f0-9]{64}
cashboard-api-key	Cashboard	API key	block	likely	cashboard	-	-	trufflehog	[A-Z0-9]{3} "-" [A-Z0-9]{3} "-" [A-Z0-9]{3} "-" [A-Z0-9]{3}
censys-api-secret	Censys	API secret	block	likely	censys	-	-	trufflehog	[A-Za-z0-9]{32}
centralstationcrm-api-key	CentralStationCRM	API key	block	likely	centralstation,centralstationcrm	-	-	trufflehog,kingfisher	[a-z0-9]{30}
chartmogul-api-key	ChartMogul	API key	block	likely	chartmogul	-	-	trufflehog,kingfisher	[a-z0-9]{32}
checkvist-api-key	Checkvist	API key	block	likely	checkvist	-	-	trufflehog	[A-Za-z0-9]{14}
cisco-meraki-api-key	Cisco Meraki	Dashboard API key	block	likely	meraki,x-cisco-meraki-api-key	-	-	gitleaks,betterleaks,trufflehog	[0-9a-f]{40}
clerk-secret-key	Clerk	Backend secret key	block	likely	clerk	-	https://dashboard.clerk.com	https://clerk.com/docs/guides/secure/rotate-api-keys	"sk_" ("live" | "test") "_" [A-Za-z0-9]{32,50}
clickhelp-api-key	ClickHelp	API key	block	likely	clickhelp	-	-	trufflehog	[A-Za-z0-9]{24}
clickhouse-cloud-api-secret	ClickHouse	Cloud API key secret	block	certain	-	-	-	gitleaks,betterleaks	"4b1d" [A-Za-z0-9]{38}
clickup-personal-token	ClickUp	Personal API token	block	likely	-	-	-	betterleaks,trufflehog,kingfisher	"pk_" [0-9]{7,9} "_" [A-Z0-9]{32}
cliengo-api-key	Cliengo	API key	block	likely	cliengo	-	-	trufflehog,kingfisher	UUID
clientary-api-token	Clientary (Ronin)	API token	block	likely	clientary,ronin	-	-	trufflehog	[A-Za-z0-9]{24,26}
clinchpad-api-key	Clinchpad	API key	block	likely	clinchpad	-	-	trufflehog	[a-z0-9]{32}
clockify-api-key	Clockify	API key	block	likely	clockify	-	-	trufflehog,kingfisher	[A-Za-z0-9]{48}
close-crm-api-key	Close CRM	API key	block	likely	closecrm,close.com,close_api_key,close	-	-	trufflehog,kingfisher	"api_" [A-Za-z0-9.]{45}
cloud-elements-user-secret	Cloud Elements	User secret	block	likely	cloudelements	-	-	trufflehog	[A-Za-z0-9]{43}
cloudinary-api-secret	Cloudinary	API secret	block	likely	cloudinary	-	https://console.cloudinary.com/settings/api-keys	https://cloudinary.com/documentation	[A-Za-z0-9_-]{27} | [A-Za-z0-9]{32}
cloudplan-api-key	Cloudplan	API key	block	likely	cloudplan	-	-	trufflehog,kingfisher	[A-Z0-9-]{32}
cloverly-api-key	Cloverly	API key	block	likely	cloverly	-	-	trufflehog,kingfisher	[a-z0-9:_]{28}
cloze-api-key	Cloze	API key	block	likely	cloze	-	-	trufflehog	[a-f0-9]{32}
clustdoc-api-key	ClustDoc	API key	block	likely	clustdoc	-	-	trufflehog,kingfisher	[A-Za-z0-9]{60}
coda-api-key	Coda	API key	block	likely	coda	-	-	trufflehog,kingfisher	UUID
codequiry-api-key	Codequiry	API key	block	likely	codequiry	-	-	trufflehog,kingfisher	[A-Za-z0-9]{64}
collect2-api-key	Collect2	API key	block	likely	collect2	-	-	trufflehog,kingfisher	UUID
commercejs-api-key	CommerceJS	API key	block	likely	commercejs	-	-	trufflehog,kingfisher	[a-z0-9_]{48}
companyhub-api-key	CompanyHub	API key	block	likely	companyhub	-	-	trufflehog	[A-Za-z0-9]{20}
configcat-sdk-key-v2	ConfigCat	SDK key (v2)	warn	certain	-	-	-	betterleaks	"configcat-sdk-1/" [A-Za-z0-9_-]{22} "/" [A-Za-z0-9_-]{22}
contentful-cma-pat	Contentful	Content management personal access token	block	certain	-	-	https://app.contentful.com/account/profile/cma_tokens	https://www.contentful.com/developers/docs/references/authentication/	"CFPAT-" [A-Za-z0-9_-]{43}
contentful-delivery-token	Contentful	Delivery or preview API token	block	likely	contentful	-	https://app.contentful.com/account/profile/cma_tokens	https://www.contentful.com/developers/docs/references/authentication/	[A-Za-z0-9=_-]{43}
copper-crm-api-key	Copper CRM	API key	block	likely	copper	-	-	trufflehog	[a-z0-9]{32}
crowdin-api-key	Crowdin	API key	block	likely	crowdin	-	-	trufflehog,kingfisher	[A-Za-z0-9]{80}
customer-guru-api-key-and-secret	Customer.guru	API key and secret	block	likely	customer.guru	-	-	trufflehog	[A-Za-z0-9]{30} | [A-Za-z0-9]{50}
daily-co-api-key	Daily.co	API key	block	likely	daily	-	-	trufflehog,kingfisher	[a-f0-9]{64}
dareboost-api-key	Dareboost	API key	block	likely	dareboost	-	-	trufflehog,kingfisher	[A-Za-z0-9]{60}
databox-api-key	Databox	API key	block	likely	databox	-	-	https://developers.databox.com/docs	[A-Za-z0-9]{21}
datadog-api-key	Datadog	API key	block	likely	datadog,dd_api_key,dd-api-key	-	https://app.datadoghq.com/organization-settings/api-keys	https://docs.datadoghq.com/account_management/api-app-keys/	[a-f0-9]{32}
datadog-application-key	Datadog	Application key (40 characters)	block	likely	datadog,dd_app_key,dd-application-key	-	https://app.datadoghq.com/organization-settings/api-keys	https://docs.datadoghq.com/account_management/api-app-keys/	[a-f0-9]{40}
datadog-application-key-v2	Datadog	Application key (prefixed)	block	certain	-	-	https://app.datadoghq.com/organization-settings/api-keys	https://docs.datadoghq.com/account_management/personal-access-tokens	"ddap_" [A-Za-z0-9]{30,60}
datadog-pat	Datadog	Personal access token	block	certain	-	-	https://app.datadoghq.com/organization-settings/api-keys	https://docs.datadoghq.com/account_management/personal-access-tokens	"ddpat_" [A-Za-z0-9_-]{30,120}
defined-networking-token	Defined Networking	Nebula API token	block	certain	-	-	-	gitleaks,betterleaks,credsweeper	"dnkey-" [A-Z2-7]{26} "-" [A-Z2-7]{52}
delighted-api-key	Delighted	API key	block	likely	delighted	-	-	trufflehog,kingfisher	[A-Za-z0-9]{32}
demio-api-key	Demio	API key	block	likely	demio	-	-	trufflehog	[A-Za-z0-9]{32}
deputy-access-token	Deputy	Access token	block	likely	deputy	-	-	trufflehog	[a-z0-9]{32}
detectify-api-key	Detectify	API key	block	likely	detectify	-	-	trufflehog,kingfisher	[a-z0-9]{32}
devcycle-server-sdk-key	DevCycle	Server SDK key	block	certain	-	-	-	betterleaks	"dvc_server_" [A-Za-z0-9]{8,32}
dfuse-api-key	dfuse	API key	block	likely	dfuse	-	-	trufflehog,kingfisher	"web_" [a-z0-9]{32}
diggernaut-api-key	Diggernaut	API key	block	likely	diggernaut	-	-	trufflehog,kingfisher	[a-z0-9]{40}
disqus-api-key	Disqus	API key or secret	block	likely	disqus	-	-	betterleaks,trufflehog,kingfisher	[A-Za-z0-9]{64}
ditto-api-key	Ditto	API key	block	likely	ditto	-	-	trufflehog,kingfisher	UUID "." [a-z0-9]{40}
docparser-api-key	Docparser	API key	block	likely	docparser	-	-	https://docparser.com/docs/api/	[a-f0-9]{40}
doppler-audit-token	Doppler	Audit token	block	certain	-	-	https://dashboard.doppler.com	https://docs.doppler.com/reference/auth-token-formats	"dp.audit." [A-Za-z0-9]{40,44}
doppler-cli-token	Doppler	CLI token	block	certain	-	-	https://dashboard.doppler.com	https://docs.doppler.com/reference/auth-token-formats	"dp.ct." [A-Za-z0-9]{40,44}
doppler-personal-token	Doppler	Personal token	block	certain	-	-	https://dashboard.doppler.com	https://docs.doppler.com/reference/auth-token-formats	"dp.pt." [A-Za-z0-9]{40,44}
doppler-scim-token	Doppler	SCIM token	block	certain	-	-	https://dashboard.doppler.com	https://docs.doppler.com/reference/auth-token-formats	"dp.scim." [A-Za-z0-9]{40,44}
doppler-service-account-token	Doppler	Service account token	block	certain	-	-	https://dashboard.doppler.com	https://docs.doppler.com/reference/auth-token-formats	"dp.sa." [A-Za-z0-9]{40,44}
doppler-service-token	Doppler	Service token	block	certain	-	-	https://dashboard.doppler.com	https://docs.doppler.com/reference/auth-token-formats	"dp.st." ([a-z0-9_-]{2,35} ".")? [A-Za-z0-9]{40,44}
dovico-api-token	Dovico	API token	block	likely	dovico	-	-	trufflehog	[a-z0-9]{32} "." [a-z0-9]{1,20}
dronahq-api-key	DronaHQ	API key	block	likely	dronahq	-	-	trufflehog,kingfisher	[a-z0-9]{50}
dropbox-long-lived-token	Dropbox	Access token (long-lived)	block	likely	dropbox	-	https://www.dropbox.com/developers/apps	https://developers.dropbox.com/oauth-guide	[A-Za-z0-9]{11} "AAAAAAAAAA" [A-Za-z0-9_=-]{43}
dropbox-short-lived-token	Dropbox	Access token (short-lived)	block	likely	-	-	https://www.dropbox.com/developers/apps	https://developers.dropbox.com/oauth-guide	"sl." ("u.")? [A-Za-z0-9_=-]{130,}
duo-security-secret-key	Duo Security	Secret key	block	likely	duo,duosecurity	-	-	trufflehog	[A-Za-z0-9]{40}
dynalist-api-key	Dynalist	API key	block	likely	dynalist	-	-	trufflehog,kingfisher	[A-Za-z0-9_-]{128}
dynatrace-token	Dynatrace	API, platform or PaaS token	block	likely	-	-	-	https://www.dynatrace.com/support/help/dynatrace-api	"dt0" [a-z] [0-9]{2} "." [A-Z0-9]{24} "." [A-Z0-9]{64}
eagle-eye-networks-api-key	Eagle Eye Networks	API key	block	likely	eagleeyenetworks	-	-	trufflehog,kingfisher	[A-Za-z0-9]{15}
easy-insight-api-key-and-secret	Easy Insight	API key and secret	block	likely	easyinsight,easy-insight	-	-	trufflehog	[A-Za-z0-9]{20}
ecostruxure-it-api-key	EcoStruxure IT	API key	block	likely	ecostruxureit	-	-	trufflehog,kingfisher	"AK1" [A-Za-z0-9/]{50,55}
elastic-api-key-base64	Elastic	Elasticsearch API key (encoded id:key)	warn	possible	elasticsearch,elastic_api_key	-	https://cloud.elastic.co	https://www.elastic.co/docs	[A-Za-z0-9+/]{58} "=="
endorlabs-api-key	Endor Labs	API key or secret	block	certain	-	-	-	betterleaks,trufflehog	"endr+" [A-Za-z0-9-]{16}
envoy-api-key	Envoy	API key	block	likely	envoy	-	-	trufflehog,kingfisher	[A-Za-z0-9]{220}
eraser-api-key	Eraser	API key	block	likely	eraser	-	https://howtorotate.com/docs/tutorials/eraser/	https://howtorotate.com/docs/tutorials/eraser/	[A-Za-z0-9]{20}
everhour-api-key	Everhour	API key	block	likely	everhour	-	-	trufflehog,kingfisher	[a-f0-9]{4} "-" [a-f0-9]{4} "-" [a-f0-9]{6} "-" [a-f0-9]{6} "-" [a-f0-9]{8}
feedier-api-key	Feedier	API key	block	likely	feedier	-	-	trufflehog,kingfisher	[A-Za-z0-9]{32}
fibery-api-token	Fibery	API token	block	likely	fibery,fibery.io	-	-	trufflehog	[a-f0-9]{8} "." [a-f0-9]{35}
figma-pat	Figma	Personal access token	block	certain	-	-	https://www.figma.com/settings	https://www.figma.com/developers/api#access-tokens	"figd_" [A-Za-z0-9_-]{38,44}
figma-header-token	Figma	Personal access token (older, UUID-like)	block	likely	figma,x-figma-token	-	https://www.figma.com/settings	https://www.figma.com/developers/api#access-tokens	(?i) [0-9]{4,7} "-" UUID
file-io-secret-key	file.io	Secret key	block	likely	fileio	-	-	trufflehog,kingfisher	[A-Z0-9.-]{39}
findl-api-key	Findl	API key	block	likely	findl	-	-	trufflehog,kingfisher	UUID
flat-io-api-key	Flat.io	API key	block	likely	flat	-	-	trufflehog,kingfisher	[a-z0-9]{128}
fleetbase-api-key	Fleetbase	API key	block	certain	-	-	-	trufflehog,kingfisher	"flb_live_" [A-Za-z0-9]{20}
flexport-api-key	Flexport	API key	block	certain	-	-	https://howtorotate.com/docs/tutorials/flexport/	https://howtorotate.com/docs/tutorials/flexport/	"shltm_" [A-Za-z0-9_-]{40}
float-api-key	Float	API key	block	likely	float	-	-	trufflehog,kingfisher	[a-f0-9]{16} [A-Za-z0-9+/]{42,43} "="
flowlu-api-key	Flowlu	API key	block	likely	flowflu,flowlu	-	-	trufflehog	[A-Za-z0-9]{51}
formcraft-api-key	Formcraft	API key	block	likely	formcraft	-	-	trufflehog,kingfisher	[a-z0-9]{16}
formsite-api-token	Formsite	API token	block	likely	formsite	-	-	trufflehog	[A-Za-z0-9]{32}
frameio-token	Frame.io	Developer token	block	certain	-	-	-	gitleaks,betterleaks,trufflehog,kingfisher	"fio-u-" [A-Za-z0-9_=-]{64}
freshbooks-access-token	FreshBooks	Access token	block	likely	freshbooks	-	-	gitleaks,betterleaks,trufflehog	[a-z0-9]{64}
freshdesk-api-key	Freshdesk	API key	block	likely	freshdesk	-	-	trufflehog	[A-Za-z0-9]{20}
freshworks-crm-api-key	Freshworks CRM	API key	block	likely	freshworks,myfreshworks	-	-	trufflehog	[A-Za-z0-9_-]{22}
fulcrum-api-key	Fulcrum	API key	block	likely	fulcrum	-	-	https://www.fulcrumapp.com/developers/api/	[a-z0-9]{80}
fullstory-api-key-v1	FullStory	API key (older 88 characters)	block	likely	fullstory	-	-	trufflehog,kingfisher	[A-Za-z0-9+/-]{86,88} "="{0,2}
fullstory-api-key	FullStory	API key (regional)	block	likely	fullstory,fs_api	-	-	betterleaks,trufflehog	("na1." | "eu1.") [A-Za-z0-9+/=]{20,200}
geckoboard-api-key	Geckoboard	API key	block	likely	geckoboard	-	-	trufflehog,kingfisher	[A-Za-z0-9]{44}
getemails-api-key	GetEmails (Retention.com)	API key	block	likely	getemails	-	-	trufflehog	[a-z0-9-]{26}
gist-api-key	Gist (getgist)	API key	block	likely	getgist	-	-	trufflehog,kingfisher	[A-Za-z0-9+=]{68}
gitlab-feature-flag-client-token	GitLab	Feature flags client token	warn	certain	-	-	https://gitlab.com/-/user_settings/personal_access_tokens	https://docs.gitlab.com/security/tokens/	"glffct-" [A-Za-z0-9_-]{20}
gitlab-feed-token	GitLab	Feed token	block	certain	-	-	https://gitlab.com/-/user_settings/personal_access_tokens	https://docs.gitlab.com/security/tokens/	"glft-" ([a-f0-9]{64} "-" [0-9]{1,12} | [A-Za-z0-9_-]{20})
gitlab-incoming-mail-token	GitLab	Incoming mail token	block	certain	-	-	https://gitlab.com/-/user_settings/personal_access_tokens	https://docs.gitlab.com/security/tokens/	"glimt-" [A-Za-z0-9_-]{25}
gitlab-scim-token	GitLab	SCIM OAuth access token	block	certain	-	-	https://gitlab.com/-/user_settings/personal_access_tokens	https://docs.gitlab.com/security/tokens/	"glsoat-" [A-Za-z0-9_-]{20}
gocanvas-api-key	GoCanvas	API key	block	likely	gocanvas	-	-	trufflehog	[A-Za-z0-9+/]{43} "="
goodday-api-key	GoodDay	API key	block	likely	goodday	-	-	https://www.goodday.work/docs/api	[a-z0-9]{32}
grafana-api-key	Grafana	API key (legacy, base64 JSON)	block	certain	-	-	-	https://grafana.com/docs/grafana/latest/administration/service-accounts/	"eyJrIjoi" [A-Za-z0-9+/]{40,400} "="{0,3}
grafana-service-account-token	Grafana	Service account token	block	certain	-	grafana	-	https://grafana.com/docs/grafana/latest/administration/service-accounts/	"glsa_" [A-Za-z0-9]{32} "_" [a-f0-9]{8}
groove-hq-api-key	Groove HQ	API key	block	likely	groove,groovehq	-	-	trufflehog,kingfisher	[A-Za-z0-9]{64}
guru-user-token	Guru	User token	block	likely	getguru	-	-	trufflehog	UUID
gyazo-api-key	Gyazo	API key	block	likely	gyazo	-	-	trufflehog,kingfisher	[A-Za-z0-9-]{43}
happyscribe-api-key	Happyscribe	API key	block	likely	happyscribe	-	-	trufflehog,kingfisher	[A-Za-z0-9]{24}
harvest-personal-access-token	Harvest	Personal access token	block	likely	harvest	-	-	trufflehog	[A-Za-z0-9._]{97}
hellosign-api-key	HelloSign (Dropbox Sign)	API key	block	likely	hellosign	-	-	trufflehog,kingfisher	[A-Za-z0-9+/]{64}
helpscout-api-key	Helpscout	API key	block	likely	helpscout	-	-	trufflehog,kingfisher	[a-z0-9]{40}
hive-api-key	Hive	API key	block	likely	hive	-	-	trufflehog	[a-z0-9]{32}
holistic-api-key	Holistic	API key	block	likely	holistic	-	-	trufflehog,kingfisher	[a-f0-9]{64}
honeycomb-api-key	Honeycomb	API key (classic or environment)	block	likely	honeycomb,x-honeycomb-team	-	-	betterleaks,trufflehog,kingfisher	[a-f0-9]{32} | [A-Za-z0-9]{22}
hubspot-hapikey	HubSpot	API key (legacy UUID)	block	likely	hubspot,hapikey,hubapi	-	https://app.hubspot.com/private-apps	https://developers.hubspot.com/docs/guides/apps/authentication/intro-to-auth	(?i) UUID
hubspot-private-app-token	HubSpot	Private app access token	block	certain	-	-	https://app.hubspot.com/private-apps	https://developers.hubspot.com/docs/guides/apps/authentication/intro-to-auth	(?i) ("pat-na" | "pat-eu" | "pat-ap") [1-9] "-" UUID
humanity-api-key	Humanity	API key	block	likely	humanity	-	-	trufflehog,kingfisher	[a-z0-9]{40}
hybiscus-api-key	Hybiscus	API key	block	likely	hybiscus	-	-	trufflehog,kingfisher	[A-Za-z0-9]{43}
hypertrack-secret-key	HyperTrack	Secret key	block	likely	hypertrack	-	-	trufflehog	[A-Za-z0-9_-]{54}
imagekit-api-key	ImageKit	API key	block	likely	imagekit	-	-	trufflehog,kingfisher	[A-Za-z0-9=_]{36}
impala-api-key	Impala	API key	block	likely	impala	-	-	trufflehog,kingfisher	[A-Za-z0-9_]{46}
influxdb-api-token	InfluxData	InfluxDB API token	block	likely	influx,influxdb,influx_token	-	-	betterleaks	[A-Za-z0-9_+/-]{86} "=="
infura-api-key	Infura	API key	block	likely	infura	-	-	https://infura.io/docs	[a-z0-9]{32}
insightly-api-key	Insightly	API key	block	likely	insightly	-	-	trufflehog,kingfisher	[a-z0-9-]{36}
intercom-access-token	Intercom	Access token	block	likely	intercom	-	https://app.intercom.com/a/apps/_/developer-hub	https://developers.intercom.com	[A-Za-z0-9+/_-]{59} "="
interseller-api-key	Interseller	API key	block	likely	interseller	-	-	trufflehog,kingfisher	UUID
invoiceocean-api-token	InvoiceOcean	API token	block	likely	invoiceocean	-	-	trufflehog	[A-Za-z0-9]{20}
jotform-api-key	JotForm	API key	block	likely	jotform	-	-	trufflehog,kingfisher	[A-Za-z0-9]{32}
jumpcloud-api-key	JumpCloud	API key	block	likely	jumpcloud	-	-	https://docs.jumpcloud.com/api/	[a-z0-9]{40}
jupiterone-api-key	JupiterOne	API key	block	likely	jupiterone	-	-	trufflehog,kingfisher	[A-Za-z0-9]{76}
juro-api-key	Juro	API key	block	likely	juro	-	-	trufflehog,kingfisher	[A-Za-z0-9]{40}
kanban-tool-api-token	Kanban Tool	API token	block	likely	kanban,kanbantool	-	-	trufflehog	[A-Z0-9]{12}
karma-crm-api-key	Karma CRM	API key	block	likely	karma,karmacrm	-	-	trufflehog,kingfisher	[A-Za-z0-9]{20}
keen-io-access-key	Keen IO	Access key	warn	likely	keen	-	-	trufflehog	[A-Z0-9]{64}
klaviyo-private-key	Klaviyo	Private API key	block	likely	-	-	-	betterleaks,trufflehog,kingfisher	"pk_" [a-f0-9]{34} | "pk_" [A-Za-z0-9]{6} "_" [a-f0-9]{34}
klipfolio-api-key	Klipfolio	API key	block	likely	klipfolio	-	-	trufflehog,kingfisher	[a-f0-9]{40}
kylas-api-key	Kylas	API key	block	likely	kylas	-	-	trufflehog,kingfisher	[a-z0-9-]{36}
launchdarkly-access-token	LaunchDarkly	API access token or server SDK key	block	certain	-	-	https://app.launchdarkly.com/settings/authorization	https://launchdarkly.com/docs/home/account/api	("api-" | "sdk-") [a-f0-9]{8} "-" [a-f0-9]{4} "-4" [a-f0-9]{3} "-" [a-f0-9]{4} "-" [a-f0-9]{12}
leadfeeder-api-key	Leadfeeder	API key	block	likely	leadfeeder	-	-	trufflehog,kingfisher	[A-Za-z0-9-]{43}
lemlist-api-key	Lemlist	API key	block	likely	lemlist	-	-	trufflehog,kingfisher	[a-f0-9]{32}
less-annoying-crm-api-key	Less Annoying CRM	API key	block	likely	less,lessannoyingcrm	-	-	trufflehog,kingfisher	[A-Za-z0-9-]{57}
linear-api-key	Linear	Personal API key	block	certain	-	-	https://linear.app/settings/account/security	https://linear.app/developers	"lin_api_" [A-Za-z0-9]{40}
liveagent-api-key	LiveAgent	API key	block	likely	liveagent,ladesk	-	-	trufflehog	[A-Za-z0-9]{32}
livestorm-api-key	Livestorm	API key	block	certain	-	-	-	trufflehog,kingfisher	"eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJhcGkubGl2ZXN0b3JtLmNvIiwianRpIjoi" [A-Za-z0-9-]{134} "." [A-Za-z0-9_-]{43}
loggly-api-or-customer-token	Loggly	API or customer token	block	likely	loggly	-	-	trufflehog	UUID
loginradius-api-key	Loginradius	API key	block	likely	loginradius	-	-	trufflehog,kingfisher	UUID
logz-io-api-key	Logz.io	API key	block	likely	logz	-	-	trufflehog,kingfisher	UUID
lokalise-api-key	Lokalise	API key	block	likely	lokalise	-	-	trufflehog,kingfisher	[a-z0-9]{40}
loyverse-api-key	Loyverse	API key	block	likely	loyverse	-	-	trufflehog,kingfisher	[a-z0-9]{32}
lunchmoney-api-key	LunchMoney	API key	block	likely	lunchmoney	-	-	trufflehog,kingfisher	[a-f0-9]{50}
`;
