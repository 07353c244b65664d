export const registry = String.raw`
buildkite-package-tokens	Buildkite	Package registry temporary or portal tokens	block	certain	-	-	https://buildkite.com/user/api-access-tokens	https://buildkite.com/docs/platform/security/tokens	"bkpt_" [A-Za-z0-9_-]{199} | "bkpat_" [A-Za-z0-9_-]{54} | "bkps_" [A-Za-z0-9_-]{64}
clojars-deploy-token	Clojars	Deploy token	block	certain	-	-	https://clojars.org/tokens	https://github.com/clojars/clojars-web/wiki/Deploy-Tokens	"CLOJARS_" [a-f0-9]{60}
cloudsmith-api-key-legacy	Cloudsmith	API key (40 hex)	block	likely	cloudsmith	-	-	trufflehog,kingfisher	[0-9a-f]{40}
cloudsmith-api-key	Cloudsmith	API key (prefixed)	block	certain	-	-	-	betterleaks	"csa_" [a-f0-9]{30} [A-Za-z0-9]{6}
crates-io-token	crates.io	API token	block	likely	-	-	https://crates.io/settings/tokens	https://doc.rust-lang.org/cargo/reference/publishing.html	"cio" [A-Za-z0-9]{32}
dockerhub-pat-legacy	Docker Hub	Access token (UUID)	block	likely	docker,dockerhub,docker_password	-	https://app.docker.com/settings/personal-access-tokens	https://docs.docker.com/security/access-tokens/	UUID
dockerhub-organization-token	Docker Hub	Organization access token	block	certain	-	-	https://app.docker.com/settings/personal-access-tokens	https://docs.docker.com/security/access-tokens/	"dckr_oat_" [A-Za-z0-9_-]{32}
dockerhub-pat	Docker Hub	Personal access token	block	certain	-	-	https://app.docker.com/settings/personal-access-tokens	https://docs.docker.com/security/access-tokens/	"dckr_pat_" [A-Za-z0-9_-]{27}
hex-api-key	Hex.pm	API or organization key	warn	possible	hex_api_key,hex.pm,hexpm	-	https://hex.pm/dashboard/keys	https://hex.pm/docs/publish	[a-f0-9]{32}
artifactory-api-key-context	JFrog	Artifactory API key (context form)	block	likely	jfrog,artifactory,bintray,xray	-	-	https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens	(?i) [a-z0-9]{73}
artifactory-api-key	JFrog	Artifactory API key	block	certain	-	-	-	https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens	"AKCp" [A-Za-z0-9]{68,70}
artifactory-encrypted-password	JFrog	Artifactory encrypted password	block	likely	artifactory	-	-	https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens	"AP" [A-F0-9] [A-Za-z0-9]{8,}
artifactory-identity-token	JFrog	Identity token (context form)	block	likely	jfrog,artifactory,bintray,xray	-	-	https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens	(?i) [a-z0-9]{64}
artifactory-reference-token	JFrog	Reference token	block	certain	-	-	-	https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens	"cmVmdGtu" [A-Za-z0-9]{56}
maven-settings-password	Maven	settings.xml server password	warn	possible	-	-	-	memory	"<password>" secret([^<\s{$]{4,200}) "</password>"
azure-container-registry-key	Microsoft Azure	Container Registry password	block	certain	-	azure	https://portal.azure.com	trufflehog,ms-security-utilities	[A-Za-z0-9+/]{42} "+ACR" [A-D] [A-Za-z0-9+/]{5}
npm-access-token	npm	Access token (granular or automation)	block	certain	-	crc32-base62	https://www.npmjs.com/settings/~/tokens	https://docs.npmjs.com/about-access-tokens	"npm_" [A-Za-z0-9]{36}
npm-access-token-legacy	npm	Access token (UUID, before 2021)	block	likely	_authtoken,npm_token,npmrc	-	https://www.npmjs.com/settings/~/tokens	https://docs.npmjs.com/about-access-tokens	UUID
nuget-api-key	NuGet	nuget.org API key	block	likely	-	-	https://www.nuget.org/account/apikeys	https://learn.microsoft.com/en-us/nuget/nuget-org/scoped-api-keys	"oy2" [a-z2-7]{43}
packagecloud-api-key	PackageCloud	API key	block	likely	packagecloud	-	-	trufflehog,kingfisher	[a-f0-9]{48}
packagist-private-token	Private Packagist	Organization or user token	block	certain	-	packagist	https://packagist.com	https://packagist.com/docs/composer-authentication	("packagist_ort_" | "packagist_out_" | "packagist_uut_") [a-f0-9]{60} [a-f0-9]{8}
pypi-upload-token	PyPI	API token (macaroon)	block	certain	-	pypi	https://pypi.org/manage/account/	https://pypi.org/help/#apitoken	"pypi-AgEIcHlwaS5vcmc" [A-Za-z0-9_-]{50,1000}
pypi-test-upload-token	PyPI	TestPyPI API token (macaroon)	block	certain	-	pypi	https://pypi.org/manage/account/	https://pypi.org/help/#apitoken	"pypi-AgENdGVzdC5weXBpLm9yZw" [A-Za-z0-9_-]{50,1000}
red-hat-pyxis-api-key	Red Hat Pyxis	API key	block	likely	pyxis,redhat	-	-	trufflehog	[a-z0-9]{32}
rubygems-api-key	RubyGems	API key	block	certain	-	-	https://rubygems.org/profile/api_keys	https://guides.rubygems.org/api-key-scopes/	"rubygems_" [a-f0-9]{48}
sidekiq-credentials	Sidekiq	Enterprise or Pro gem credentials	block	likely	bundle_enterprise__contribsys__com,bundle_gems__contribsys__com	-	-	gitleaks,betterleaks	[a-f0-9]{8} ":" [a-f0-9]{8}
sidekiq-url	Sidekiq	Gem server URL with credentials	block	certain	-	-	-	gitleaks,betterleaks	"http" "s"? "://" secret([a-f0-9]{8} ":" [a-f0-9]{8}) "@" ("gems" | "enterprise") ".contribsys.com"
sonatype-user-token	Sonatype	Central / OSSRH user token (name and pass code)	warn	possible	sonatype,ossrh,mavencentral,sonatypepassword	-	https://central.sonatype.com/usertoken	https://central.sonatype.org/publish/generate-portal-token/	[A-Za-z0-9]{8} | [A-Za-z0-9+/]{44}
thunderstore-api-token	Thunderstore	API token	block	certain	-	-	-	betterleaks	"tss_" [A-Za-z0-9_-]{20,80}
`;
