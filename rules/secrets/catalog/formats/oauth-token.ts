export const oauthToken = `
adobe-client-secret	Adobe	OAuth client secret	block	certain	-	-	https://developer.adobe.com/console	https://developer.adobe.com/developer-console/docs/guides/authentication/	"p8e-" [A-Za-z0-9-]{32}
aikido-client-secret	Aikido Security	OAuth client secret	block	certain	-	-	-	betterleaks	"AIK_SECRET_" [A-Za-z0-9]{64}
airtable-oauth-token	Airtable	OAuth access token	block	likely	airtable	-	https://airtable.com/create/tokens	https://airtable.com/developers/web/api/authentication	[A-Za-z0-9]{8,80} ".v1." [A-Za-z0-9_-]{8,} "." [a-f0-9]{32,}
amazon-oauth-client-secret	Amazon (Login, Selling Partner)	OAuth client secret	warn	possible	-	-	-	memory	"amzn1.oa2-cs.v1." [a-f0-9]{64}
amazon-lwa-refresh-token	Amazon (Login, Selling Partner)	OAuth refresh token	warn	possible	-	-	-	memory	"Atzr|" [A-Za-z0-9_-]{80,}
asana-client-secret	Asana	OAuth client secret	block	likely	asana	-	https://app.asana.com/0/my-apps	https://developers.asana.com/docs/personal-access-token	[a-z0-9]{32}
asana-oauth-token	Asana	OAuth token	block	likely	asana	-	https://app.asana.com/0/my-apps	https://developers.asana.com/docs/personal-access-token	[a-z0-9/:]{51}
auth0-client-secret	Auth0	Application client secret	block	likely	auth0	-	https://manage.auth0.com	https://auth0.com/docs/secure/tokens	[A-Za-z0-9_-]{64}
autodesk-client-id	Autodesk	Client id	warn	likely	autodesk,forge_client_id	-	-	trufflehog	[A-Za-z0-9]{32}
autodesk-client-secret	Autodesk	Client secret	block	likely	autodesk,forge_client_secret	-	-	trufflehog	[A-Za-z0-9]{16}
aws-cognito-client-secret	AWS	Cognito user-pool client secret	warn	possible	cognito	-	https://console.aws.amazon.com/iam/home#/security_credentials	https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html	[a-z0-9]{48,56}
bitbucket-client-secret	Bitbucket	OAuth consumer secret	block	likely	bitbucket	-	https://bitbucket.org/account/settings/app-passwords/	https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/	[A-Za-z0-9=_-]{64} | [A-Za-z0-9]{32}
blynk-client-credentials	Blynk	Organization OAuth client credentials	block	certain	-	-	-	https://docs.blynk.io/en/blynk.cloud/organization-https-api/authentication	"oa2-client-id_" [A-Za-z0-9_-]{32} (":" | "&client_secret=") secret([A-Za-z0-9_-]{40})
box-client-secret	Box	OAuth client id or secret	block	likely	box,boxappsettings	-	https://app.box.com/developers/console	https://developer.box.com/guides/authentication/	[a-z0-9]{32}
canva-client-secret	Canva	Connect client secret	block	certain	-	-	-	betterleaks	"cnvca" [A-Za-z0-9_-]{51}
caspio-client-id-and-client-secret	Caspio	Client id and client secret	block	likely	caspio	-	-	trufflehog	[a-z0-9]{50}
webex-integration-secret	Cisco Webex	Integration client id and secret	block	likely	webex	-	-	trufflehog	[a-f0-9]{64}
databricks-oauth-secret	Databricks	Service principal OAuth secret	warn	possible	-	-	-	https://docs.databricks.com/aws/en/dev-tools/auth/pat	"dose" [a-f0-9]{32}
discord-client-secret	Discord	OAuth client secret	block	likely	discord	-	https://discord.com/developers/applications	https://discord.com/developers/docs/reference#authentication	[A-Za-z0-9_-]{32}
docusign-credentials	DocuSign	Integration key and secret	block	likely	docusign	-	-	trufflehog	UUID
dropbox-app-secret	Dropbox	App key or secret	block	likely	dropbox	-	https://www.dropbox.com/developers/apps	https://developers.dropbox.com/oauth-guide	[a-z0-9]{15}
ebay-client-secret	eBay	Production client secret (Cert ID)	block	likely	ebay	-	-	betterleaks	"PRD-" [a-f0-9]{8,12} "-" [a-f0-9]{4} "-" [a-f0-9]{4} "-" [a-f0-9]{4} "-" [a-f0-9]{4,12}
figma-oauth-token	Figma	OAuth access or refresh token, or plan token	block	certain	-	-	https://www.figma.com/settings	https://www.figma.com/developers/api#access-tokens	("figu_" | "figo_" | "figr_" | "figur_" | "figor_" | "figuh_" | "figoh_" | "figp_") [A-Za-z0-9_=-]{40,54}
github-oauth-client-secret	GitHub	OAuth or App client secret	block	likely	github	-	https://github.com/settings/tokens	https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens	[a-f0-9]{40}
gitlab-oauth-app-secret	GitLab	OAuth application secret	block	certain	-	-	https://gitlab.com/-/user_settings/personal_access_tokens	https://docs.gitlab.com/security/tokens/	"gloas-" [a-f0-9]{64}
google-oauth-access-token	Google	OAuth access token	block	certain	-	-	https://console.cloud.google.com/apis/credentials	https://cloud.google.com/docs/authentication/api-keys	"ya29." [A-Za-z0-9_-]{20,1024}
google-oauth-client-secret	Google	OAuth client secret	block	certain	-	-	https://console.cloud.google.com/apis/credentials	https://cloud.google.com/docs/authentication/api-keys	"GOCSPX-" [A-Za-z0-9_-]{28}
google-oauth-client-secret-legacy	Google	OAuth client secret (older 24 characters)	block	likely	googleusercontent,google	-	https://console.cloud.google.com/apis/credentials	https://cloud.google.com/docs/authentication/api-keys	[A-Za-z0-9_-]{24}
google-oauth-refresh-token	Google	OAuth refresh token	block	certain	-	-	https://console.cloud.google.com/apis/credentials	https://cloud.google.com/docs/authentication/api-keys	"1//0" [A-Za-z0-9_-]{80,}
intra42-client-secret	Intra 42	API client secret	block	certain	-	-	-	gitleaks,betterleaks,trufflehog	"s-s4t2" ("ud" | "af") "-" [a-f0-9]{64}
linear-oauth-token	Linear	OAuth access token	warn	possible	-	-	https://linear.app/settings/account/security	https://linear.app/developers	"lin_oauth_" [a-f0-9]{64}
linear-client-secret	Linear	OAuth client secret	block	likely	linear	-	https://linear.app/settings/account/security	https://linear.app/developers	[a-f0-9]{32}
linkedin-access-token	LinkedIn	OAuth access token	warn	possible	linkedin	-	https://www.linkedin.com/developers/apps	https://learn.microsoft.com/en-us/linkedin/shared/authentication/authentication	"AQ" [A-Za-z0-9_-]{200,400}
linkedin-client-secret	LinkedIn	OAuth client secret	block	likely	linkedin,linked_in,linked-in	-	https://www.linkedin.com/developers/apps	https://learn.microsoft.com/en-us/linkedin/shared/authentication/authentication	[A-Za-z0-9]{16}
linkedin-client-secret-v2	LinkedIn	OAuth client secret (WPL form)	warn	possible	-	-	https://www.linkedin.com/developers/apps	https://learn.microsoft.com/en-us/linkedin/shared/authentication/authentication	"WPL_AP" [01] "." [A-Za-z0-9]{16} "." [A-Za-z0-9+/]{6} "=="
looker-client-secret	Looker	API client secret	block	likely	looker	-	-	gitleaks,betterleaks	[A-Za-z0-9]{24}
facebook-app-access-token	Meta (Facebook)	App access token (app id and secret)	block	likely	facebook	-	https://developers.facebook.com/apps	https://developers.facebook.com/docs/facebook-login/guides/access-tokens	[0-9]{15,16} ("|" | "%7C" | "%7c" | "%") [A-Za-z0-9_-]{27,40}
facebook-app-secret	Meta (Facebook)	App secret	block	likely	facebook,fb_app_secret	-	https://developers.facebook.com/apps	https://developers.facebook.com/docs/facebook-login/guides/access-tokens	[a-f0-9]{32}
facebook-user-access-token	Meta (Facebook)	User or page access token	block	likely	facebook,meta,whatsapp,instagram,graph,page_access,access_token,accesstoken	-	https://developers.facebook.com/apps	https://developers.facebook.com/docs/facebook-login/guides/access-tokens	"EAA" [A-Za-z0-9]{80,800}
instagram-access-token	Meta (Instagram)	Graph access token	block	certain	-	-	-	credsweeper	"IGQV" [A-Za-z0-9=_-]{100,400}
azure-entra-refresh-token	Microsoft Azure	Entra ID refresh token	block	likely	-	-	https://portal.azure.com	trufflehog	[01] ".A" [A-Za-z0-9_-]{50,} ("." [0-9])? ".Ag" [A-Za-z0-9_-]{250,} (".A" [A-Za-z0-9_-]{200,})?
mulesoft-anypoint-connected-app-client-secret	MuleSoft Anypoint	Connected app client secret	block	likely	anypoint,anypoint_client_secret	-	-	trufflehog	[a-fA-F0-9]{32}
okta-oauth-client-secret	Okta	OIDC client secret	warn	possible	okta	-	-	https://developer.okta.com/docs/guides/create-an-api-token/	[A-Za-z0-9_-]{40} | [A-Za-z0-9_-]{64}
onelogin-api-client-id-and-client-secret	OneLogin	API client id and client secret	block	likely	onelogin	-	-	trufflehog	[a-z0-9]{64}
openvpn-client-secret	OpenVPN (CloudConnexa)	Client secret	block	likely	openvpn	-	-	trufflehog	[A-Za-z0-9_-]{64,}
pinterest-access-token	Pinterest	Access token	block	certain	-	-	-	betterleaks	"pina_" [A-Za-z0-9_-]{20,200}
planetscale-oauth-token	PlanetScale	OAuth token	block	certain	-	-	https://app.planetscale.com	https://planetscale.com/docs	"pscale_oauth_" [A-Za-z0-9_=.-]{32,64}
ringcentral-client-secret-or-id	RingCentral	Client secret or id	block	likely	ringcentral	-	-	trufflehog	[A-Za-z0-9_-]{22}
salesforce-consumer-secret	Salesforce	Connected app consumer secret	block	likely	salesforce	-	-	https://help.salesforce.com/s/articleView?id=sf.remoteaccess_authenticate_overview.htm	[A-F0-9]{64}
salesforce-refresh-token	Salesforce	OAuth refresh token	block	certain	-	-	-	https://help.salesforce.com/s/articleView?id=sf.remoteaccess_authenticate_overview.htm	("5Aep861" | "5AEP861") [A-Za-z0-9._=]{80,}
shutterstock-consumer-key	Shutterstock	Consumer key	warn	likely	shutterstock	-	-	trufflehog	[A-Za-z0-9]{32}
shutterstock-consumer-secret	Shutterstock	Consumer secret	block	likely	shutterstock	-	-	trufflehog	[A-Za-z0-9]{16}
sirv-client-secret	Sirv	Client secret	block	likely	sirv	-	-	trufflehog	[A-Za-z0-9+/=]{88}
spotify-client-secret	Spotify	Client secret	block	likely	spotify	-	https://developer.spotify.com/dashboard	https://developer.spotify.com/documentation/web-api/concepts/apps	[a-f0-9]{32}
strava-client-secret-or-access-token	Strava	Client secret or access token	block	likely	strava	-	-	trufflehog	[a-z0-9]{40}
tailscale-oauth-client-secret	Tailscale	OAuth client secret	block	certain	-	-	https://login.tailscale.com/admin/settings/keys	https://tailscale.com/docs/reference/key-prefixes.md	"tskey-client-" [A-Za-z0-9]{8,40} "-" [A-Za-z0-9]{16,60}
tru-id-client-secret	tru.ID	Client secret	block	likely	tru.id,tru_id	-	-	trufflehog	[A-Za-z0-9._-]{26}
twitch-api-token	Twitch	OAuth token, client id or secret	block	likely	twitch,oauth:	-	https://dev.twitch.tv/console	https://dev.twitch.tv/docs/authentication/	[a-z0-9]{30}
typetalk-client-secret	Typetalk	Client secret	block	likely	typetalk	-	-	trufflehog	[A-Za-z0-9]{64}
vercel-app-access-token	Vercel	App access token	block	certain	-	-	https://vercel.com/account/tokens	https://vercel.com/docs/accounts/access-tokens	"vca_" [A-Za-z0-9_-]{20,60}
vercel-app-refresh-token	Vercel	App refresh token	block	certain	-	-	https://vercel.com/account/tokens	https://vercel.com/docs/accounts/access-tokens	"vcr_" [A-Za-z0-9_-]{20,60}
vercel-integration-token	Vercel	Integration token	block	certain	-	-	https://vercel.com/account/tokens	https://vercel.com/docs/accounts/access-tokens	"vci_" [A-Za-z0-9_-]{20,60}
wiz-client-secret	Wiz	Client secret	block	likely	wiz	-	-	trufflehog	[A-Za-z0-9]{64}
twitter-access-token	X (Twitter)	Access token	block	likely	twitter	-	https://developer.x.com/en/portal/dashboard	https://developer.x.com/en/docs/authentication	[0-9]{15,25} "-" [A-Za-z0-9]{20,40}
twitter-access-secret	X (Twitter)	Access token secret	block	likely	twitter	-	https://developer.x.com/en/portal/dashboard	https://developer.x.com/en/docs/authentication	[A-Za-z0-9]{45}
twitter-consumer-key	X (Twitter)	API (consumer) key	block	likely	twitter	-	https://developer.x.com/en/portal/dashboard	https://developer.x.com/en/docs/authentication	[A-Za-z0-9]{18,25}
twitter-consumer-secret	X (Twitter)	API (consumer) secret	block	likely	twitter	-	https://developer.x.com/en/portal/dashboard	https://developer.x.com/en/docs/authentication	[A-Za-z0-9]{50} | [A-Za-z0-9]{35,44}
twitter-bearer-token	X (Twitter)	App bearer token	block	certain	-	-	https://developer.x.com/en/portal/dashboard	https://developer.x.com/en/docs/authentication	"AAAAAAAAAAAAAAAAAAAAA" [A-Za-z0-9%]{60,120}
zoom-jwt-or-secret	Zoom	App client secret or server-to-server secret	warn	possible	zoom,zoom_client_secret	-	https://marketplace.zoom.us	https://developers.zoom.us/docs/integrations/	[A-Za-z0-9]{32}
`;
