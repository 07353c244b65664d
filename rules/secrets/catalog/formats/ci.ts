export const ci = `
aikido-ci-token	Aikido Security	CI token	block	certain	-	-	-	betterleaks	"AIK_CI_" [A-Za-z0-9]{20,44}
bitbar-api-key	Bitbar	API key	block	likely	bitbar	-	-	trufflehog,kingfisher	[A-Za-z0-9]{32}
bitrise-access-token	Bitrise	Personal or workspace access token	block	likely	bitrise	-	-	betterleaks	[A-Za-z0-9_-]{60,120}
blazemeter-api-key	Blazemeter	API key	block	likely	blazemeter,runscope	-	-	trufflehog,kingfisher	UUID
browserstack-access-key	BrowserStack	Access key	block	likely	browserstack,browserstack_access_key	-	-	trufflehog	[A-Za-z0-9]{20}
buildkite-agent-job-token	Buildkite	Agent job token	block	certain	-	-	https://buildkite.com/user/api-access-tokens	https://buildkite.com/docs/platform/security/tokens	"bkaj_" [A-Za-z0-9_-]{333}
buildkite-agent-registration-token	Buildkite	Agent registration or cluster token	block	certain	-	-	https://buildkite.com/user/api-access-tokens	https://buildkite.com/docs/platform/security/tokens	("bkar_" | "bkct_") [A-Za-z0-9_-]{73}
buildkite-agent-access-token	Buildkite	Agent session token	block	certain	-	-	https://buildkite.com/user/api-access-tokens	https://buildkite.com/docs/platform/security/tokens	"bkaa_" [A-Za-z0-9_-]{75}
buildkite-user-token-legacy	Buildkite	API access token (older 40 characters)	block	likely	buildkite	-	https://buildkite.com/user/api-access-tokens	https://buildkite.com/docs/platform/security/tokens	[a-z0-9]{40}
buildkite-user-token	Buildkite	User API access token	block	certain	-	-	https://buildkite.com/user/api-access-tokens	https://buildkite.com/docs/platform/security/tokens	"bkua_" ([a-z0-9]{40} | [a-z0-9]{53})
checklyhq-api-key	ChecklyHQ	API key	block	likely	checklyhq	-	-	trufflehog,kingfisher	[a-z0-9]{32}
circleci-project-token	CircleCI	API token (older 40 hex)	block	likely	circleci,circle-token,circle_token	-	https://app.circleci.com/settings/user/tokens	https://circleci.com/docs/managing-api-tokens/	[a-f0-9]{40}
circleci-personal-token	CircleCI	Personal API token	block	certain	-	-	https://app.circleci.com/settings/user/tokens	https://circleci.com/docs/managing-api-tokens/	"CCIPAT_" [A-Za-z0-9]{22} "_" [a-f0-9]{40}
circleci-project-token-v2	CircleCI	Project API token (prefixed)	warn	possible	-	-	https://app.circleci.com/settings/user/tokens	https://circleci.com/docs/managing-api-tokens/	"CCIPRJ_" [A-Za-z0-9]{22} "_" [a-f0-9]{40}
codacy-project-token	Codacy	Project or API token	block	likely	codacy	-	-	trufflehog,kingfisher	[A-Za-z0-9]{20,24} | [a-f0-9]{32}
codeclimate-api-token	Code Climate	API token	block	likely	codeclimate	-	-	trufflehog	[a-f0-9]{40}
codeclimate-reporter-id	Code Climate	Test reporter id	warn	likely	codeclimate,cc_test_reporter_id,codeclimate_repo_token	-	-	https://docs.codeclimate.com/docs/finding-your-test-coverage-token#should-i-keep-my-test-reporter-id-secret	[a-f0-9]{64}
codecov-upload-token	Codecov	Repository upload token	block	likely	codecov	-	https://app.codecov.io	https://docs.codecov.com	(?i) UUID | [a-z0-9]{32}
codemagic-api-key	Codemagic	API key	block	likely	codemagic	-	-	trufflehog,kingfisher	[A-Za-z0-9_]{43}
coveralls-repo-token	Coveralls	Personal or repo token	block	likely	coveralls	-	-	betterleaks,trufflehog,kingfisher	[A-Za-z0-9]{33} | [A-Za-z0-9-]{37}
coveralls-repo-token	Coveralls	Repo token	warn	likely	coveralls	-	-	betterleaks,trufflehog,kingfisher	("repo_token: " | "repo_token=") secret([A-Za-z0-9]{33})
cypress-record-key	Cypress	Record key	warn	possible	cypress,record_key,--record --key	-	-	memory	UUID
deno-account-token	Deno	Deploy account token	block	certain	-	-	https://dash.deno.com/account	https://docs.deno.com	("ddp_" | "ddw_") [A-Za-z0-9]{36}
dependency-track-api-key	Dependency-Track	API key	block	certain	-	-	-	https://docs.dependencytrack.org/integrations/rest-api/	"odt_" [A-Za-z0-9]{32,255}
drone-token	Drone CI	User access token	block	likely	drone,droneci,drone_token	-	-	https://docs.drone.io/cli/configure/	[A-Za-z0-9]{32}
gitlab-ci-job-token	GitLab	CI/CD job token	block	certain	-	-	https://gitlab.com/-/user_settings/personal_access_tokens	https://docs.gitlab.com/security/tokens/	"glcbt-" ([0-9A-Za-z]{1,5} "_")? [A-Za-z0-9_-]{20}
gitlab-pipeline-trigger-token	GitLab	Pipeline trigger token	block	certain	-	-	https://gitlab.com/-/user_settings/personal_access_tokens	https://docs.gitlab.com/security/tokens/	"glptt-" [a-f0-9]{40}
gitlab-runner-authentication-token-routable	GitLab	Runner authentication token (routable)	block	certain	-	gitlab	https://gitlab.com/-/user_settings/personal_access_tokens	https://docs.gitlab.com/security/tokens/	("glrt-" | "glrtr-") "t" [0-9] "_" [A-Za-z0-9_-]{27,300} "." ([0-9a-z]{2} ".")? [0-9a-z]{2} [0-9a-z]{7}
gitlab-runner-authentication-token	GitLab	Runner authentication token	block	certain	-	-	https://gitlab.com/-/user_settings/personal_access_tokens	https://docs.gitlab.com/security/tokens/	("glrt-" | "glrtr-") ("t" [0-9] "_")? [A-Za-z0-9_-]{20}
gitlab-runner-registration-token	GitLab	Runner registration token (deprecated)	block	certain	-	-	https://gitlab.com/-/user_settings/personal_access_tokens	https://docs.gitlab.com/security/tokens/	"GR1348941" [A-Za-z0-9_-]{20}
harness-api-key	Harness	Personal or service account token	block	certain	-	-	-	gitleaks,betterleaks,trufflehog	("pat." | "sat.") [A-Za-z0-9_-]{22} "." [0-9a-f]{24} "." [A-Za-z0-9]{20}
infracost-api-token	Infracost	API token	block	certain	-	-	-	gitleaks,betterleaks	"ico-" [A-Za-z0-9]{32}
ionic-pat	Ionic	Personal access token	block	certain	-	-	-	betterleaks,kingfisher	"ion_" [A-Za-z0-9]{42}
jenkins-api-token	Jenkins	API token or crumb	block	likely	jenkins,crumb,jenkins_token	-	-	https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/	"11" [a-f0-9]{32} | [a-f0-9]{32,36} | UUID
knapsackpro-token	KnapsackPro	Token	block	likely	knapsackpro	-	-	trufflehog,kingfisher	[a-z0-9]{32}
loadmill-api-key	Loadmill	API key	block	likely	loadmill	-	-	https://loadmill.com/documentation	[A-Za-z0-9]{40}
mergify-application-key	Mergify	Application key	block	certain	-	-	-	betterleaks	"mergify_application_key_" [A-Za-z0-9_-]{40,200}
netlify-token-legacy	Netlify	Access token (unprefixed)	block	likely	netlify	-	https://app.netlify.com/user/applications	https://docs.netlify.com/api/get-started/#authentication	[A-Za-z0-9=_-]{40,46} | [a-f0-9]{60,64}
netlify-pat	Netlify	Personal access token	block	certain	-	-	https://app.netlify.com/user/applications	https://docs.netlify.com/api/get-started/#authentication	"nfp_" [A-Za-z0-9_]{36}
octopus-deploy-api-key	Octopus Deploy	API key	block	likely	octopus	-	-	gitleaks,betterleaks,trufflehog	"API-" [A-Z0-9]{25,34}
percy-token	Percy (BrowserStack)	Project token	block	likely	percy,percy_token	-	-	trufflehog	("web_" | "app_" | "auto_" | "ss_")? [a-f0-9]{64}
prefect-api-key	Prefect	Cloud API key	block	certain	-	-	-	gitleaks,betterleaks,trufflehog,kingfisher	("pnu_" | "pnb_") [A-Za-z0-9]{36}
saucelabs-access-key	Sauce Labs	Access key	block	likely	sauce,saucelabs,sauce_access_key	-	-	https://docs.saucelabs.com/dev/api/	UUID
scrutinizer-ci-access-token	Scrutinizer CI	Access token	block	likely	scrutinizer	-	-	trufflehog,kingfisher	[a-z0-9]{64}
semaphore-api-key	Semaphore	API key	block	likely	semaphore,semaphore.co	-	-	trufflehog,kingfisher	[a-z0-9]{32}
sonarcloud-org-token	SonarSource	SonarQube Cloud scoped organization token	block	certain	-	-	https://sonarcloud.io/account/security	https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/	"sqco_" [A-Za-z0-9]{59}
sonarqube-token	SonarSource	SonarQube token (user, project or global analysis)	block	certain	-	-	https://sonarcloud.io/account/security	https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/	("squ_" | "sqp_" | "sqa_") [a-f0-9]{40}
sonar-token-legacy	SonarSource	Token (40 hex)	block	likely	sonar,sonar.login,sonar_token	-	https://sonarcloud.io/account/security	https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/	[a-f0-9]{40}
stackhawk-api-key	StackHawk	API key	block	certain	-	-	-	https://docs.stackhawk.com/web-app/	"hawk." [A-Za-z0-9_-]{20} "." [A-Za-z0-9_-]{20}
teamcity-token	TeamCity	Access token	block	certain	-	-	-	https://www.jetbrains.com/help/teamcity/configuring-your-user-profile.html#Managing+Access+Tokens	"eyJ0eXAiOiAiVENWMiJ9." [A-Za-z0-9_-]{36} "." [A-Za-z0-9_-]{48}
testingbot-key-and-secret	TestingBot	Key and secret	block	likely	testingbot	-	-	trufflehog	[a-z0-9]{32}
travis-token	Travis CI	API token	block	likely	travis,travis_token	-	https://app.travis-ci.com/account/preferences	https://docs.travis-ci.com	[A-Za-z0-9_-]{22}
valtown-api-token	Val Town	API token	block	certain	-	-	-	betterleaks	"vtwn_" [A-Za-z0-9_-]{20,80}
vercel-api-token-legacy	Vercel	Access token (24 characters)	block	likely	vercel,vercel_token	-	https://vercel.com/account/tokens	https://vercel.com/docs/accounts/access-tokens	[A-Za-z0-9]{24}
vercel-pat	Vercel	Personal access token	block	certain	-	vercel	https://vercel.com/account/tokens	https://vercel.com/docs/accounts/access-tokens	"vcp_" [A-Za-z0-9_-]{20,60}
versioneye-api-key	VersionEye	API key	block	likely	versioneye	-	-	trufflehog,kingfisher	[A-Za-z0-9-]{40}
`;
