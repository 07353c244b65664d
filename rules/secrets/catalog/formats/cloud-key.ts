export const cloudKey = `
aiven-auth-token	Aiven	API token	block	likely	aiven	-	-	https://docs.aiven.io/docs/platform/concepts/authentication	[A-Za-z0-9+/=]{372}
akamai-edgegrid	Akamai	EdgeGrid client token, access token or secret	block	certain	-	-	-	credsweeper	"akab-" [a-z0-9]{16} "-" [a-z0-9]{16}
alibaba-access-key-id	Alibaba Cloud	Access key id	warn	certain	-	-	https://ram.console.aliyun.com/manage/ak	https://www.alibabacloud.com/help/en/ram/	"LTAI" [A-Za-z0-9]{17,21}
alibaba-access-key-secret	Alibaba Cloud	Access key secret	block	likely	alibaba,aliyun,ltai	-	https://ram.console.aliyun.com/manage/ak	https://www.alibabacloud.com/help/en/ram/	[A-Za-z0-9]{30}
alibaba-sts-access-key-secret	Alibaba Cloud	STS access key secret	block	likely	alibaba,aliyun,sts.	-	https://ram.console.aliyun.com/manage/ak	https://www.alibabacloud.com/help/en/ram/	[A-Za-z0-9]{30,64}
alibaba-sts-security-token	Alibaba Cloud	STS security token	block	likely	alibaba,aliyun	-	https://ram.console.aliyun.com/manage/ak	https://www.alibabacloud.com/help/en/ram/	"CAIS" [A-Za-z0-9+/_=-]{20,1024}
aws-session-token	AWS	STS session token	block	likely	aws_session_token,sessiontoken,x-amz-security-token	-	https://console.aws.amazon.com/iam/home#/security_credentials	https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html	[A-Za-z0-9+/]{100,} "="{0,3}
backblaze-application-key	Backblaze	B2 application key	warn	possible	backblaze	-	https://secure.backblaze.com/app_keys.htm	https://www.backblaze.com/docs/cloud-storage-application-keys	"K00" [0-9] [A-Za-z0-9+/]{27}
civo-api-key	Civo	API key	block	likely	civo	-	-	betterleaks	[A-Za-z0-9]{50}
cloudflare-account-api-token	Cloudflare	Account API token	block	certain	-	cloudflare	https://dash.cloudflare.com/profile/api-tokens	https://developers.cloudflare.com/fundamentals/api/get-started/token-formats	"cfat_" [A-Za-z0-9]{40} [0-9a-f]{8}
cloudflare-api-token-legacy	Cloudflare	API token (unprefixed 40 characters)	block	likely	cloudflare,cf_api_token,cloudflare_api_token	-	https://dash.cloudflare.com/profile/api-tokens	https://developers.cloudflare.com/fundamentals/api/get-started/token-formats	[A-Za-z0-9_-]{40}
cloudflare-global-api-key	Cloudflare	Global API key (older 37 hex)	block	likely	cloudflare,x-auth-key,cloudflare_api_key	-	https://dash.cloudflare.com/profile/api-tokens	https://developers.cloudflare.com/fundamentals/api/get-started/token-formats	[a-f0-9]{37}
cloudflare-global-api-key-v2	Cloudflare	Global API key (prefixed)	block	certain	-	cloudflare	https://dash.cloudflare.com/profile/api-tokens	https://developers.cloudflare.com/fundamentals/api/get-started/token-formats	"cfk_" [A-Za-z0-9]{40} [0-9a-f]{8}
cloudflare-origin-ca-key	Cloudflare	Origin CA key	block	certain	-	-	https://dash.cloudflare.com/profile/api-tokens	https://developers.cloudflare.com/fundamentals/api/get-started/token-formats	"v1.0-" [a-f0-9]{24} "-" [a-f0-9]{146}
cloudflare-user-api-token	Cloudflare	User API token	block	certain	-	cloudflare	https://dash.cloudflare.com/profile/api-tokens	https://developers.cloudflare.com/fundamentals/api/get-started/token-formats	"cfut_" [A-Za-z0-9]{40} [0-9a-f]{8}
cockroachdb-cloud-api-key	Cockroach Labs	Cloud API key	block	certain	-	-	-	betterleaks	"CCDB1_" [A-Za-z0-9]{22} "_" [A-Za-z0-9]{40}
confluent-api-secret	Confluent	Cloud API secret (before 30 July 2025)	block	likely	confluent,ccloud,kafka	-	https://confluent.cloud/settings/api-keys	https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html	[A-Za-z0-9+/]{64}
confluent-api-secret-v2	Confluent	Cloud API secret (cflt prefix, since 30 July 2025)	block	certain	-	-	https://confluent.cloud/settings/api-keys	https://docs.confluent.io/cloud/current/access-management/authenticate/api-keys/index.html	"cflt" [A-Za-z0-9+/]{60}
couchbase-capella-api-key	Couchbase	Capella API key secret	block	likely	couchbase,capella	-	-	betterleaks	[A-Za-z0-9+/]{60,120} "="{0,2}
databricks-pat	Databricks	Personal access token	block	certain	-	-	-	https://docs.databricks.com/aws/en/dev-tools/auth/pat	"dapi" [a-f0-9]{32} ("-" [0-9])?
datastax-astra-token	DataStax	Astra DB application token	block	certain	-	-	-	betterleaks	"AstraCS:" [A-Za-z0-9]{20,} (":" [a-f0-9]{64})?
digitalocean-token-legacy	DigitalOcean	API token (older 64 hex)	block	likely	digitalocean,do_token,do_api	-	https://cloud.digitalocean.com/account/api/tokens	https://docs.digitalocean.com/reference/api/create-personal-access-token/	[a-f0-9]{64}
digitalocean-oauth-token	DigitalOcean	OAuth access token	block	certain	-	-	https://cloud.digitalocean.com/account/api/tokens	https://docs.digitalocean.com/reference/api/create-personal-access-token/	"doo_v1_" [a-f0-9]{64}
digitalocean-refresh-token	DigitalOcean	OAuth refresh token	block	certain	-	-	https://cloud.digitalocean.com/account/api/tokens	https://docs.digitalocean.com/reference/api/create-personal-access-token/	"dor_v1_" [a-f0-9]{64}
digitalocean-pat	DigitalOcean	Personal access token	block	certain	-	-	https://cloud.digitalocean.com/account/api/tokens	https://docs.digitalocean.com/reference/api/create-personal-access-token/	"dop_v1_" [a-f0-9]{64}
digitalocean-spaces-key	DigitalOcean	Spaces access key id	warn	possible	-	-	https://cloud.digitalocean.com/account/api/tokens	https://docs.digitalocean.com/reference/api/create-personal-access-token/	"DO00" [A-Z0-9]{16}
docker-swarm-join-token	Docker	Swarm join token	block	certain	-	-	-	betterleaks	"SWMTKN-1-" [a-z0-9]{50} "-" [a-z0-9]{25}
docker-swarm-unlock-key	Docker	Swarm unlock key	block	certain	-	-	-	betterleaks	"SWMKEY-1-" [A-Za-z0-9+/]{43}
elastic-cloud-api-key	Elastic	Cloud API key	block	certain	-	-	https://cloud.elastic.co	https://www.elastic.co/docs	"essu_" [A-Za-z0-9_-]{60,200} "="{0,2}
exoscale-api-key	Exoscale	API key	block	likely	-	-	-	betterleaks	"EXO" [A-Za-z0-9]{24,30}
exoscale-api-secret	Exoscale	API secret	block	likely	exoscale	-	-	betterleaks	[A-Za-z0-9_-]{40,60}
fastly-api-token	Fastly	API token	block	likely	fastly	-	https://manage.fastly.com/account/personal/tokens	https://www.fastly.com/documentation/reference/api/auth-tokens/	[A-Za-z0-9_-]{32}
flyio-macaroon-token	Fly.io	Macaroon access or deploy token	block	certain	-	-	https://fly.io/dashboard/personal/tokens	https://fly.io/docs/security/tokens/	("FlyV1 ")? ("fm1r_" | "fm1a_" | "fm2_") [A-Za-z0-9+/]{100,} "="{0,3}
flyio-oauth-token	Fly.io	OAuth access token	block	certain	-	-	https://fly.io/dashboard/personal/tokens	https://fly.io/docs/security/tokens/	"fo1_" [A-Za-z0-9_-]{43}
gitlab-agent-token	GitLab	Agent for Kubernetes token	block	certain	-	-	https://gitlab.com/-/user_settings/personal_access_tokens	https://docs.gitlab.com/security/tokens/	"glagent-" [A-Za-z0-9_-]{50,1024}
gitlab-workspace-token	GitLab	Workspace token (18.2 and later)	block	certain	-	-	https://gitlab.com/-/user_settings/personal_access_tokens	https://docs.gitlab.com/security/tokens/	"glwt-" [A-Za-z0-9_-]{20,64}
godaddy-api-secret	GoDaddy	API secret	block	likely	godaddy	-	-	trufflehog	[A-Za-z0-9]{22}
godaddy-production-api-key	GoDaddy	Production API key	block	likely	godaddy	-	-	trufflehog	[A-Za-z0-9_]{37}
godaddy-test-api-key	GoDaddy	Test (OTE) API key	block	likely	godaddy	-	-	trufflehog	[A-Za-z0-9_]{35}
google-api-key	Google	API key (Cloud, Maps, Firebase, YouTube, Gemini)	block	certain	-	-	https://console.cloud.google.com/apis/credentials	https://cloud.google.com/docs/authentication/api-keys	"AIza" [A-Za-z0-9_-]{35}
gcs-hmac-key	Google	Cloud Storage HMAC access id	warn	possible	-	-	https://console.cloud.google.com/apis/credentials	https://cloud.google.com/docs/authentication/api-keys	"GOOG1E" [A-Z0-9]{55}
google-firebase-database-secret	Google Firebase	Realtime Database secret (legacy)	warn	possible	firebase,database_secret,firebaseio.com	-	https://console.firebase.google.com	https://firebase.google.com/docs/projects/api-keys	[A-Za-z0-9]{40}
grafana-cloud-token	Grafana	Cloud access policy token	block	certain	-	-	-	https://grafana.com/docs/grafana/latest/administration/service-accounts/	"glc_" [A-Za-z0-9+/]{32,400} "="{0,3}
consul-token	HashiCorp	Consul or Nomad ACL token (UUID)	warn	possible	consul_http_token,nomad_token,x-consul-token	-	-	https://developer.hashicorp.com/consul/docs/security/acl/tokens	UUID
hcp-client-secret	HashiCorp	HCP service principal client secret	warn	possible	hcp_client_secret,hcp	-	https://portal.cloud.hashicorp.com	https://developer.hashicorp.com/hcp/docs/hcp/iam/service-principal	[A-Za-z0-9_-]{64}
terraform-cloud-token	HashiCorp	Terraform Cloud / Enterprise API token	block	certain	-	-	https://app.terraform.io/app/settings/tokens	https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens	[A-Za-z0-9]{14} ".atlasv1." [A-Za-z0-9_=-]{60,70}
vault-approle-secret-id	HashiCorp	Vault AppRole role id and secret id	block	likely	secret_id,approle,vault	-	-	https://developer.hashicorp.com/vault/docs/auth/approle	(?i) UUID
vault-batch-token-legacy	HashiCorp	Vault batch token (before 1.10)	block	likely	vault,hashicorp	-	-	https://developer.hashicorp.com/vault/docs/concepts/tokens	"b." [A-Za-z0-9_-]{24,500}
vault-batch-token	HashiCorp	Vault batch token	block	certain	-	-	-	https://developer.hashicorp.com/vault/docs/concepts/tokens	"hvb." [A-Za-z0-9_-]{50,500}
vault-recovery-token	HashiCorp	Vault recovery token	block	certain	-	-	-	https://developer.hashicorp.com/vault/docs/concepts/tokens	"hvr." [A-Za-z0-9_-]{24,130}
vault-recovery-token-legacy	HashiCorp	Vault recovery token (before 1.10)	block	likely	vault,hashicorp	-	-	https://developer.hashicorp.com/vault/docs/concepts/tokens	"r." [A-Za-z0-9_-]{24,500}
vault-service-token	HashiCorp	Vault service token (1.10 and later)	block	certain	-	-	-	https://developer.hashicorp.com/vault/docs/concepts/tokens	"hvs." [A-Za-z0-9_-]{24,130}
vault-service-token-legacy	HashiCorp	Vault service token (before 1.10)	block	likely	vault,hashicorp	-	-	https://developer.hashicorp.com/vault/docs/concepts/tokens	"s." [A-Za-z0-9]{24}
heroku-api-key-v2	Heroku	API key (HRKU)	block	certain	-	-	https://dashboard.heroku.com/account	https://devcenter.heroku.com/articles/authentication	"HRKU-" ("AA" [A-Za-z0-9_-]{58} | UUID)
heroku-api-key	Heroku	API key (UUID)	block	likely	heroku	-	https://dashboard.heroku.com/account	https://devcenter.heroku.com/articles/authentication	UUID
hetzner-cloud-token	Hetzner	Cloud API token	warn	possible	hcloud,hetzner	-	https://console.hetzner.cloud	https://docs.hetzner.cloud	[A-Za-z0-9]{64}
ibm-cloud-api-key	IBM Cloud	IAM API key	block	likely	ibm,ibmcloud,bluemix,iam_apikey	-	https://cloud.ibm.com/iam/apikeys	https://cloud.ibm.com/docs/account?topic=account-userapikey	[A-Za-z0-9_-]{44}
ibm-cos-hmac-secret	IBM Cloud	Object Storage HMAC secret access key	block	likely	cos,ibm	-	https://cloud.ibm.com/iam/apikeys	https://cloud.ibm.com/docs/account?topic=account-userapikey	[a-f0-9]{48}
ibm-softlayer-api-key	IBM SoftLayer	API key	block	likely	softlayer,sl_api,api.softlayer.com	-	-	detect-secrets	[a-z0-9]{64}
infomaniak-api-token	Infomaniak	API token	block	likely	infomaniak	-	-	betterleaks	[A-Za-z0-9_-]{60,100}
kubernetes-bootstrap-token-parts	Kubernetes	Bootstrap token id and secret in a manifest	block	certain	-	-	-	https://kubernetes.io/docs/reference/access-authn-authz/authentication/	"token-id:" WS{1,8} [a-z0-9]{6} WS{1,20} "token-secret:" WS{1,8} secret([a-z0-9]{16})
linode-token	Linode (Akamai)	Personal access token	warn	possible	linode,linode_token	-	https://cloud.linode.com/profile/tokens	https://techdocs.akamai.com/linode-api	[a-f0-9]{64}
azure-search-key	Microsoft Azure	AI Search admin or query key	block	certain	-	azure-open	https://portal.azure.com	trufflehog,kingfisher,ms-security-utilities	[A-Za-z0-9]{42} "AzSe" [A-D] [A-Za-z0-9]{5}
azure-search-key-legacy	Microsoft Azure	AI Search key (unmarked)	block	likely	azure,search.windows.net	-	https://portal.azure.com	trufflehog,kingfisher	[A-Za-z0-9]{52} | [A-F0-9]{32}
azure-apim-key	Microsoft Azure	API Management direct, gateway, subscription or repository key	block	certain	-	azure-open	https://portal.azure.com	trufflehog,ms-security-utilities	[A-Za-z0-9+/]{76} "APIM" [A-Za-z0-9+/]{5} [AQgw] "=="
azure-batch-key	Microsoft Azure	Batch account key	block	certain	-	azure	https://portal.azure.com	trufflehog,ms-security-utilities	[A-Za-z0-9+/]{76} "+ABa" [A-Za-z0-9+/]{5} [AQgw] "=="
azure-redis-key	Microsoft Azure	Cache for Redis access key	block	certain	-	azure-open	https://portal.azure.com	ms-security-utilities	[A-Za-z0-9]{33} "AzCa" [A-P] [A-Za-z0-9]{5} "="
azure-cask-key	Microsoft Azure	Common annotated security key (any Azure service)	block	certain	-	microsoft-annotated	https://portal.azure.com	ms-security-utilities	[A-Za-z0-9]{52} "JQQJ9" [9DH] [A-Za-z0-9] [A-L] [A-Za-z0-9]{16} [A-Za-z] [A-Za-z0-9]{7} ([A-Za-z0-9]{2} "==")?
azure-cosmosdb-key	Microsoft Azure	Cosmos DB key	block	certain	-	azure	https://portal.azure.com	trufflehog,ms-security-utilities	[A-Za-z0-9+/]{76} "ACDb" [A-Za-z0-9+/]{5} [AQgw] "=="
azure-cosmosdb-key-legacy	Microsoft Azure	Cosmos DB key (older form)	block	likely	documents.azure.com,table.cosmos.azure.com,accountendpoint	-	https://portal.azure.com	trufflehog,ms-security-utilities	[A-Za-z0-9+/]{86} "=="
azure-ad-client-secret	Microsoft Azure	Entra ID (Azure AD) application client secret	block	likely	-	entra	https://portal.azure.com	gitleaks,betterleaks,trufflehog,ms-security-utilities	[A-Za-z0-9_~.-]{3} [0-9] "Q~" [A-Za-z0-9_~.-]{31,34}
azure-eventgrid-key	Microsoft Azure	Event Grid access key	block	certain	-	azure-open	https://portal.azure.com	ms-security-utilities	[A-Za-z0-9+/]{33} "AZEG" [A-P] [A-Za-z0-9+/]{5} "="
azure-eventhub-key	Microsoft Azure	Event Hubs shared access key	block	certain	-	azure-open	https://portal.azure.com	ms-security-utilities	[A-Za-z0-9+/]{33} "+AEh" [A-P] [A-Za-z0-9+/]{5} "="
azure-function-key	Microsoft Azure	Functions host, master or function key	block	certain	-	azure	https://portal.azure.com	ms-security-utilities	[A-Za-z0-9_-]{44} "AzFu" [A-Za-z0-9_-]{5} [AQgw] "=="
azure-iot-key	Microsoft Azure	IoT Hub, device or provisioning key	block	certain	-	azure	https://portal.azure.com	ms-security-utilities	[A-Za-z0-9+/]{33} "AIoT" [A-P] [A-Za-z0-9+/]{5} "="
azure-ml-classic-key	Microsoft Azure	ML Studio classic web service key	block	certain	-	azure	https://portal.azure.com	ms-security-utilities	[A-Za-z0-9+/]{76} "+AMC" [A-Za-z0-9+/]{5} [AQgw] "=="
azure-relay-key	Microsoft Azure	Relay shared access key	block	certain	-	azure-open	https://portal.azure.com	ms-security-utilities	[A-Za-z0-9+/]{33} "+ARm" [A-P] [A-Za-z0-9+/]{5} "="
azure-servicebus-key	Microsoft Azure	Service Bus shared access key	block	certain	-	azure-open	https://portal.azure.com	ms-security-utilities	[A-Za-z0-9+/]{33} "+ASb" [A-P] [A-Za-z0-9+/]{5} "="
azure-sas-token	Microsoft Azure	Shared access signature (SAS) query	block	likely	core.windows.net	-	https://portal.azure.com	trufflehog,ms-security-utilities	"sig=" secret([A-Za-z0-9%+/]{43,129} ("=" | "%3D" | "%3d")?)
azure-sql-sa-key	Microsoft Azure	SQL private cloud common annotated key	block	certain	-	microsoft-annotated	https://portal.azure.com	ms-security-utilities	[A-Za-z0-9]{52} "JQQJ99" [A-Za-z0-9] [A-L] [A-Za-z0-9]{12} "AAAAmsql" [A-Za-z0-9]{4}
azure-storage-account-key	Microsoft Azure	Storage account key	block	certain	-	azure	https://portal.azure.com	betterleaks,trufflehog,kingfisher,detect-secrets,ms-security-utilities	[A-Za-z0-9+/]{76} "+ASt" [A-Za-z0-9+/]{5} [AQgw] "=="
azure-storage-account-key-legacy	Microsoft Azure	Storage account key (older form without signature)	block	likely	azure_storage_key	-	https://portal.azure.com	betterleaks,trufflehog,kingfisher,detect-secrets	[A-Za-z0-9+/]{86} "=="
mongodb-atlas-private-key	MongoDB	Atlas programmatic API private key	block	likely	mongodb,atlas	-	https://cloud.mongodb.com	https://www.mongodb.com/docs/atlas/configure-api-access/	UUID
mongodb-atlas-service-account-secret	MongoDB	Atlas service account secret	block	certain	-	-	https://cloud.mongodb.com	https://www.mongodb.com/docs/atlas/configure-api-access/	"mdb_sa_sk_" [A-Za-z0-9_-]{40}
neon-api-key	Neon	API key	block	certain	-	-	https://console.neon.tech/app/settings/api-keys	https://neon.com/docs/manage/api-keys	"napi_" [A-Za-z0-9]{64}
ngrok-authtoken	ngrok	Authtoken or API key	block	likely	ngrok	-	https://dashboard.ngrok.com/api-keys	https://ngrok.com/docs/api/	[A-Za-z0-9]{25,30} "_" [0-9] [A-Za-z0-9]{20}
ngrok-tunnel-credential	ngrok	Tunnel credential or API key id	block	likely	ngrok	-	https://dashboard.ngrok.com/api-keys	https://ngrok.com/docs/api/	("cr_" | "ak_") [A-Za-z0-9]{25,30}
ovh-application-key	OVHcloud	Application key	block	likely	ovh	-	-	betterleaks	[A-Za-z0-9]{16}
ovh-application-secret	OVHcloud	Application secret	block	likely	ovh	-	-	betterleaks	[A-Za-z0-9]{32}
ovh-consumer-key	OVHcloud	Consumer key	block	likely	ovh	-	-	betterleaks	[A-Za-z0-9]{32}
planetscale-service-token	PlanetScale	Service token	block	certain	-	-	https://app.planetscale.com	https://planetscale.com/docs	"pscale_tkn_" [A-Za-z0-9_=.-]{32,64}
portainer-access-token	Portainer	Access token	block	certain	-	-	-	trufflehog	"ptr_" [A-Za-z0-9/_+=-]{20,60}
pulumi-access-token	Pulumi	Access token	block	certain	-	-	https://app.pulumi.com/account/tokens	https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/	"pul-" [a-f0-9]{40}
railway-token	Railway	API or project token	block	likely	railway,railway_token,railway_api_token	-	https://railway.com/account/tokens	https://docs.railway.com/reference/public-api	UUID
openshift-token	Red Hat OpenShift	User OAuth token	block	certain	-	-	-	gitleaks,betterleaks	"sha256~" [A-Za-z0-9_-]{43}
render-api-key	Render	API key	block	certain	-	-	https://dashboard.render.com/u/settings	https://render.com/docs/api	"rnd_" [A-Za-z0-9]{28,32}
salad-cloud-api-key	SaladCloud	API key	block	certain	-	-	https://howtorotate.com/docs/tutorials/saladcloudapikey/	trufflehog	"salad_cloud_" [A-Za-z0-9]{1,7} "_" [A-Za-z0-9]{7,235}
scaleway-access-key	Scaleway	Access key id	warn	possible	-	-	https://console.scaleway.com/iam/api-keys	https://www.scaleway.com/en/docs/iam/	"SCW" [A-Z0-9]{17}
scaleway-secret-key	Scaleway	Secret key	block	likely	scaleway,scw	-	https://console.scaleway.com/iam/api-keys	https://www.scaleway.com/en/docs/iam/	UUID
scalingo-api-token	Scalingo	API token	block	certain	-	-	-	gitleaks,betterleaks	"tk-us-" [A-Za-z0-9_-]{48}
scalr-api-token	Scalr	API access token (JWT)	block	certain	-	-	-	betterleaks,trufflehog	"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJ1c2VyIiwianRpIjoiYXQt" [A-Za-z0-9_-]{20,40} "." [A-Za-z0-9_-]{43}
supabase-management-token	Supabase	Personal (management API) access token	block	certain	-	-	https://supabase.com/dashboard/account/tokens	https://supabase.com/docs/guides/api/api-keys	"sbp_" ("v0_")? [a-f0-9]{40}
supabase-secret-key	Supabase	Project secret key (bypasses row security)	block	certain	-	-	https://supabase.com/dashboard/account/tokens	https://supabase.com/docs/guides/api/api-keys.md	"sb_secret_" [A-Za-z0-9_-]{22} "_" [A-Za-z0-9_-]{8}
tailscale-api-key	Tailscale	API access token	block	certain	-	-	https://login.tailscale.com/admin/settings/keys	https://tailscale.com/docs/reference/key-prefixes.md	"tskey-api-" [A-Za-z0-9]{8,40} "-" [A-Za-z0-9]{16,60}
tailscale-auth-key	Tailscale	Pre-authentication key	block	certain	-	-	https://login.tailscale.com/admin/settings/keys	https://tailscale.com/docs/reference/key-prefixes.md	"tskey-auth-" [A-Za-z0-9]{8,40} "-" [A-Za-z0-9]{16,60}
tailscale-scim-webhook-key	Tailscale	SCIM or webhook key	block	certain	-	-	https://login.tailscale.com/admin/settings/keys	https://tailscale.com/docs/reference/key-prefixes.md	("tskey-scim-" | "tskey-webhook-") [A-Za-z0-9]{8,40} "-" [A-Za-z0-9]{16,60}
tencent-secret-id	Tencent Cloud	Secret id	warn	possible	-	-	https://console.cloud.tencent.com/cam/capi	https://www.tencentcloud.com/document/product/598	"AKID" [A-Za-z0-9]{32}
tencent-secret-key	Tencent Cloud	Secret key	warn	possible	tencent,qcloud,akid	-	https://console.cloud.tencent.com/cam/capi	https://www.tencentcloud.com/document/product/598	[A-Za-z0-9]{32}
upcloud-api-token	UpCloud	API token	block	certain	-	-	-	betterleaks	"ucat_" [A-Za-z0-9]{24,32}
upstash-api-key	Upstash	Management API key (UUID)	warn	possible	upstash,upstash_api_key	-	https://console.upstash.com	https://upstash.com/docs	UUID
upstash-qstash-signing-key	Upstash	QStash signing key	warn	possible	qstash	-	https://console.upstash.com	https://upstash.com/docs	"sig_" [A-Za-z0-9]{28}
upstash-qstash-token	Upstash	QStash token	warn	possible	-	-	https://console.upstash.com	https://upstash.com/docs	"eyJVc2VySUQiOi" [A-Za-z0-9+/]{60,200} "="{0,2}
upstash-redis-rest-token	Upstash	Redis REST token	warn	possible	upstash,upstash_redis_rest_token	-	https://console.upstash.com	https://upstash.com/docs	"A" [A-Za-z0-9_-]{50,70} "="{0,2}
vercel-blob-token	Vercel	Blob read-write token	warn	possible	-	-	https://vercel.com/account/tokens	https://vercel.com/docs/accounts/access-tokens	"vercel_blob_rw_" [A-Za-z0-9]{16} "_" [A-Za-z0-9]{30}
vultr-api-key	Vultr	API key	block	likely	vultr	-	https://my.vultr.com/settings/#settingsapi	https://www.vultr.com/api/	[A-Z0-9]{36}
yandex-api-key	Yandex	Cloud API key	block	certain	-	-	https://oauth.yandex.com	https://yandex.cloud/en/docs/iam/	"AQVN" [A-Za-z0-9_-]{35,38}
yandex-iam-token	Yandex	IAM access token	block	likely	yandex	-	https://oauth.yandex.com	https://yandex.cloud/en/docs/iam/	"t1." [A-Za-z0-9_-]{1,} "="{0,2} "." [A-Za-z0-9_-]{86} "="{0,2}
yandex-static-access-key	Yandex	Static (AWS-compatible) key	block	likely	yandex	-	https://oauth.yandex.com	https://yandex.cloud/en/docs/iam/	"YC" [A-Za-z0-9_-]{38}
`;
