export const messaging = String.raw`
8x8-api-key	8x8	API key	block	likely	8x8	-	-	trufflehog	[A-Za-z0-9]{43}
agora-app-certificate-or-rest-key	Agora	App certificate or REST key	warn	likely	agora,agora_app_certificate	-	-	trufflehog	[a-z0-9]{32}
airship-application-or-master-key	Airship	Application or master key	block	likely	airship,urbanairship	-	-	trufflehog	[A-Za-z0-9]{91}
apifonica-api-key	Apifonica	API key	block	likely	apifonica	-	-	trufflehog,kingfisher	[a-z0-9]{11} "-" [a-z0-9]{4} "-" [a-z0-9]{4} "-" [a-z0-9]{4} "-" [a-z0-9]{12}
brevo-api-key	Brevo (Sendinblue)	API key	block	certain	-	-	-	gitleaks,betterleaks,trufflehog,kingfisher	"xkeysib-" [a-f0-9]{64} "-" [A-Za-z0-9]{16}
brevo-smtp-key	Brevo (Sendinblue)	SMTP key	warn	possible	-	-	-	memory	"xsmtpsib-" [a-f0-9]{64} "-" [A-Za-z0-9]{16}
campayn-api-key	Campayn	API key	block	likely	campayn	-	-	trufflehog,kingfisher	[a-z0-9]{64}
chatbot-api-key	Chatbot	API key	block	likely	chatbot	-	-	trufflehog,kingfisher	[A-Za-z0-9_]{32}
chatfuel-api-key	Chatfuel	API key	block	likely	chatfuel	-	-	trufflehog,kingfisher	[A-Za-z0-9]{128}
webex-token	Cisco Webex	Bot access token	block	likely	webex	-	-	trufflehog	[A-Za-z0-9]{64} "_" [A-Za-z0-9]{4} "_" UUID
clicksend-api-key	ClickSend	API key	block	likely	clicksend,clicksendsms	-	-	trufflehog	UUID
clockwork-sms-api-token	Clockwork SMS (TextAnywhere)	API token	block	likely	clockworksms,textanywhere,clockwork	-	-	trufflehog	[A-Za-z0-9]{24}
convertkit-api-key	Convertkit	API key	block	likely	convertkit	-	-	trufflehog,kingfisher	[A-Za-z0-9_]{22}
courier-api-key	Courier	API key	block	likely	courier	-	-	trufflehog,kingfisher	"pk_" [A-Za-z0-9]{1,} "_" [A-Za-z0-9]{28}
customer-io-site-id-or-tracking-api-key	Customer.io	Site id or tracking API key	block	likely	customerio,customer.io	-	-	trufflehog	[A-Za-z0-9]{20}
discord-bot-token	Discord	Bot token	block	likely	discord	discord	https://discord.com/developers/applications	https://discord.com/developers/docs/reference#authentication	[MNO] [A-Za-z0-9_-]{23,25} "." [A-Za-z0-9_-]{6} "." [A-Za-z0-9_-]{27,38}
dotdigital-api-user	Dotdigital	API user	block	certain	-	-	-	trufflehog	"apiuser-" [a-z0-9]{12} "@apiconnector.com"
dyspatch-api-key	Dyspatch	API key	block	likely	dyspatch	-	-	trufflehog,kingfisher	[A-Z0-9]{52}
elasticemail-api-key	ElasticEmail	API key	block	likely	elastic,elasticemail	-	-	trufflehog,kingfisher	[A-Za-z0-9_-]{96}
enablex-app-key	EnableX	App key	warn	likely	enablex	-	-	trufflehog	[A-Za-z0-9]{36}
gc-notify-api-key	GC Notify (Canadian Digital Service)	API key	block	certain	-	-	-	betterleaks	(?i) "ApiKey-v1 gcntfy-" [a-z0-9_]{1,} "-" UUID "-" UUID
getresponse-api-key	GetResponse	API key	block	likely	getresponse	-	-	trufflehog,kingfisher	[a-z0-9]{32}
google-fcm-server-key	Google Firebase	Cloud Messaging legacy server key	warn	possible	-	-	https://console.firebase.google.com	https://firebase.google.com/docs/projects/api-keys	"AAAA" [A-Za-z0-9_-]{7} ":" [A-Za-z0-9_-]{140}
helpcrunch-api-key	HelpCrunch	API key	block	likely	helpcrunch	-	-	trufflehog,kingfisher	[A-Za-z0-9+/=]{328}
instabot-api-key	Instabot	API key	block	likely	instabot	-	-	trufflehog,kingfisher	[A-Za-z0-9+/=]{44}
lark-app-secret	Lark (Larksuite)	App secret	block	likely	lark,larksuite,feishu	-	-	betterleaks,trufflehog	[A-Za-z0-9]{32}
lark-access-token	Lark (Larksuite)	Tenant, user or app access token	block	likely	lark,larksuite	-	-	trufflehog	[tua] "-" [A-Za-z0-9_.]{14,50}
line-messaging-token	LINE	Messaging API channel access token	block	likely	line	-	https://developers.line.biz/console/	https://developers.line.biz/en/docs/basics/channel-access-token/	[A-Za-z0-9+/]{171,172} "="?
line-notify-token	LINE	Notify token	block	likely	linenotify,notify-api.line.me	-	https://developers.line.biz/console/	https://developers.line.biz/en/docs/basics/channel-access-token/	[A-Za-z0-9]{43}
magicbell-api-key-or-secret	MagicBell	API key or secret	block	likely	magicbell	-	-	trufflehog	[A-Za-z0-9-]{40}
mailchimp-api-key	Mailchimp	API key	block	likely	-	-	https://us1.admin.mailchimp.com/account/api/	https://mailchimp.com/developer/marketing/guides/quick-start/	[a-f0-9]{32} "-us" [0-9]{1,3}
mailerlite-api-key	MailerLite	API key	block	likely	mailerlite	-	-	trufflehog,kingfisher	[a-z0-9]{32}
mailersend-api-token	MailerSend	API token	block	certain	-	-	-	betterleaks	"mlsn." [A-Za-z0-9]{30,100}
mailgun-api-key-v2	Mailgun	API key or webhook signing key (hex triple)	block	likely	mailgun	-	https://app.mailgun.com/settings/api_security	https://documentation.mailgun.com	[a-f0-9]{32} "-" [a-f0-9]{8} "-" [a-f0-9]{8}
mailgun-private-api-key	Mailgun	Private API key (key- form)	block	likely	mailgun	-	https://app.mailgun.com/settings/api_security	https://documentation.mailgun.com	"key-" [a-f0-9]{32}
mailgun-token-72	Mailgun	Token (72 characters)	block	likely	mailgun	-	https://app.mailgun.com/settings/api_security	https://documentation.mailgun.com	[A-Za-z0-9-]{72}
mailjet-api-key	Mailjet	API key or secret	block	likely	mailjet	-	-	trufflehog,kingfisher	[a-f0-9]{32}
mailjet-basic-auth	Mailjet	Basic auth value (base64 key:secret)	block	likely	mailjet	-	-	trufflehog,kingfisher	[A-Za-z0-9]{87} "="
mailmodo-api-key	Mailmodo	API key	block	likely	mailmodo	-	-	trufflehog,kingfisher	[A-Z0-9]{7} "-" [A-Z0-9]{7} "-" [A-Z0-9]{7} "-" [A-Z0-9]{7}
mailsac-api-key	Mailsac	API key	block	likely	mailsac	-	-	trufflehog,kingfisher	"k_" [A-Za-z0-9]{36,}
mandrill-api-key	Mandrill (Mailchimp)	API key	block	likely	mandrill	-	-	trufflehog,kingfisher	"md-"? [A-Za-z0-9_-]{22}
mattermost-access-token	Mattermost	Personal access or bot token	block	likely	mattermost	-	-	gitleaks,betterleaks,trufflehog	[a-z0-9]{26}
mesibo-api-key	Mesibo	API key	block	likely	mesibo	-	-	trufflehog,kingfisher	[A-Za-z0-9]{64}
messagebird-api-key	MessageBird (Bird)	API access key	block	likely	messagebird,message-bird,message_bird	-	-	gitleaks,betterleaks,trufflehog,kingfisher	[A-Za-z0-9_-]{25}
whatsapp-cloud-token	Meta (WhatsApp)	Cloud API access token	warn	possible	whatsapp	-	-	memory	"EAA" [A-Za-z0-9]{60,400}
mixmax-api-key	Mixmax	API key	block	likely	mixmax	-	-	https://developer.mixmax.com/	[A-Za-z0-9_-]{36}
moosend-api-key	Moosend	API key	block	likely	moosend	-	-	trufflehog,kingfisher	UUID
noticeable-api-key	Noticeable	API key	block	likely	noticeable	-	-	trufflehog,kingfisher	[A-Za-z0-9]{20}
omnisend-api-key	Omnisend	API key	block	likely	omnisend	-	-	trufflehog,kingfisher	[A-Za-z0-9-]{75}
onesignal-api-key-v2	OneSignal	App or organization API key (v2)	block	certain	-	-	-	betterleaks	("os_v2_app_" | "os_v2_org_") [a-z2-7]{103}
onesignal-api-key	OneSignal	REST API key (UUID or 48 characters)	block	likely	onesignal	-	-	trufflehog,kingfisher	UUID | [A-Za-z0-9]{48}
pepipost-api-key	Pepipost	API key	block	likely	pepipost,netcore	-	-	trufflehog,kingfisher	[A-Za-z0-9]{32}
plivo-auth-token	Plivo	Auth token	block	likely	plivo	-	-	betterleaks,trufflehog	[A-Za-z0-9_-]{40}
postageapp-api-key	PostageApp	API key	block	likely	postageapp	-	-	trufflehog,kingfisher	[A-Za-z0-9]{32}
postmark-server-token	Postmark	Server or account API token	block	likely	postmark,x-postmark-server-token	-	https://account.postmarkapp.com	https://postmarkapp.com/developer	UUID
pubnub-secret-key	PubNub	Secret key	warn	possible	-	-	-	memory	"sec-c-" [A-Za-z0-9+/]{46,50} "="{0,2}
pushbullet-api-key	PushBullet	API key	block	likely	pushbullet	-	-	trufflehog,kingfisher	[A-Za-z0-9_.]{34}
pusher-secret	Pusher	Channels app key and secret	block	likely	pusher	-	-	trufflehog	[a-f0-9]{20}
reachmail-api-key	ReachMail	API key	block	likely	reachmail	-	-	trufflehog,kingfisher	[A-Za-z0-9_-]{64}
resend-api-key	Resend	API key	warn	possible	resend	-	https://resend.com/api-keys	https://resend.com/docs	"re_" [A-Za-z0-9]{8} "_" [A-Za-z0-9]{24}
sendbird-api-token	Sendbird	API token	block	likely	sendbird	-	https://howtorotate.com/docs/tutorials/sendbird/	gitleaks,betterleaks,trufflehog	[a-f0-9]{40}
sendbird-organization-key	Sendbird	Organization API key	block	likely	sendbird	-	-	trufflehog,kingfisher	[a-f0-9]{24}
sendgrid-api-key	SendGrid (Twilio)	API key	block	likely	-	-	https://app.sendgrid.com/settings/api_keys	https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys	"SG." [A-Za-z0-9_-]{22} "." [A-Za-z0-9_-]{43}
signalwire-api-token	SignalWire	API token	block	likely	signalwire	-	-	trufflehog	[A-Za-z0-9]{50}
sinch-api-token	Sinch	API token	block	likely	sinch	-	-	trufflehog	[a-z0-9]{32}
slack-config-access-token	Slack	App configuration or rotated access token	block	certain	-	-	https://api.slack.com/apps	https://docs.slack.dev/authentication/tokens	("xoxe.xoxb-" | "xoxe.xoxp-") [0-9] "-" [A-Za-z0-9]{150,180}
slack-config-refresh-token	Slack	App configuration or rotated refresh token	block	certain	-	-	https://api.slack.com/apps	https://docs.slack.dev/authentication/tokens	"xoxe-" [0-9] "-" [A-Za-z0-9]{136,160}
slack-app-token	Slack	App-level token	block	certain	-	-	https://api.slack.com/apps	https://docs.slack.dev/authentication/tokens	"xapp-" [0-9] "-" [A-Z0-9]{9,15} "-" [0-9]{10,15} "-" [a-f0-9]{64} | "xapp-" [0-9]{12} "-" [A-Za-z0-9/+]{24}
slack-bot-token-legacy	Slack	Bot token (legacy, two parts)	block	certain	-	-	https://api.slack.com/apps	https://docs.slack.dev/authentication/tokens	"xoxb-" [0-9]{8,14} "-" [A-Za-z0-9]{18,26}
slack-bot-token	Slack	Bot token	block	certain	-	-	https://api.slack.com/apps	https://docs.slack.dev/authentication/tokens	"xoxb-" [0-9]{10,13} "-" [0-9]{10,13} "-" [A-Za-z0-9-]{18,40}
slack-session-cookie	Slack	Browser session cookie d	block	certain	-	-	https://api.slack.com/apps	https://docs.slack.dev/authentication/tokens	"xoxd-" [A-Za-z0-9%/+\\=_-]{100,}
slack-session-token	Slack	Browser session token (needs xoxd cookie)	block	certain	-	-	https://api.slack.com/apps	https://docs.slack.dev/authentication/tokens	"xoxc-" [0-9]{9,15} "-" [0-9]{9,15} "-" [0-9]{9,15} "-" [a-f0-9]{64}
slack-enterprise-user-token	Slack	Enterprise user token (xoxe-)	block	certain	-	-	https://api.slack.com/apps	https://docs.slack.dev/authentication/tokens	"xoxe-" [0-9]{10,13} "-" [0-9]{10,13} "-" [0-9]{10,13} "-" [A-Za-z0-9-]{28,34}
slack-legacy-token	Slack	Legacy tester or session token	block	certain	-	-	https://api.slack.com/apps	https://docs.slack.dev/authentication/tokens	("xoxo-" | "xoxs-") [0-9]{1,14} "-" [0-9]{1,14} "-" [0-9]{1,14} "-" [a-f0-9]{10,64}
slack-legacy-workspace-token	Slack	Legacy workspace access or refresh token	block	certain	-	-	https://api.slack.com/apps	https://docs.slack.dev/authentication/tokens	("xoxa-" | "xoxr-") ([0-9] "-")? [A-Za-z0-9-]{8,60}
slack-signing-secret	Slack	Signing secret or client secret	warn	possible	slack_signing_secret,slack	-	https://api.slack.com/apps	https://docs.slack.dev/authentication/tokens	[a-f0-9]{32}
slack-user-token	Slack	User token	block	certain	-	-	https://api.slack.com/apps	https://docs.slack.dev/authentication/tokens	"xoxp-" [0-9]{10,13} "-" [0-9]{10,13} "-" ([0-9]{10,13} "-")? [A-Za-z0-9-]{28,34}
slack-workflow-token	Slack	Workflow (just-in-time) token	warn	possible	-	-	https://api.slack.com/apps	https://docs.slack.dev/authentication/tokens	"xwfp-" [A-Za-z0-9-]{30,200}
smooch-key-secret	Smooch (Sunshine Conversations)	Key secret	block	likely	smooch	-	-	trufflehog	[A-Za-z0-9_-]{86}
sparkpost-api-key	SparkPost	API key	block	likely	sparkpost	-	-	trufflehog,kingfisher	[a-f0-9]{40}
surveybot-api-key	SurveyBot	API key	block	likely	surveybot	-	-	trufflehog,kingfisher	[A-Za-z0-9-]{80}
telegram-bot-token	Telegram	Bot token	block	likely	-	-	https://t.me/BotFather	https://core.telegram.org/bots/api#authorizing-your-bot	[0-9]{8,10} ":AA" [A-Za-z0-9_-]{33}
teletype-api-key	Teletype	API key	block	likely	teletype	-	-	trufflehog,kingfisher	[A-Za-z0-9-]{64}
telnyx-api-key	Telnyx	API v2 key	block	likely	telnyx	-	-	betterleaks,trufflehog,kingfisher	"KEY" [A-Za-z0-9_-]{55}
wechat-app-secret	Tencent WeChat	App secret	warn	possible	wechat,weixin	-	-	memory	[a-f0-9]{32}
textmagic-api-key	Textmagic	API key	block	likely	textmagic	-	-	trufflehog	[A-Za-z0-9]{30}
twilio-api-key-secret	Twilio	API key secret	block	likely	twilio	-	https://console.twilio.com	https://www.twilio.com/docs/iam/api-keys	[A-Za-z0-9]{32}
twilio-api-key-sid	Twilio	API key SID	block	likely	twilio	-	https://console.twilio.com	https://www.twilio.com/docs/iam/api-keys	"SK" [a-f0-9]{32}
twilio-auth-token	Twilio	Auth token	block	likely	twilio,twilio_auth_token	-	https://console.twilio.com	https://www.twilio.com/docs/iam/api-keys	[a-f0-9]{32}
twist-access-token	Twist	Access token	block	likely	twist	-	-	trufflehog	("oauth2:")? [a-f0-9]{40}
twitch-stream-key	Twitch	Stream key	block	certain	-	-	https://dev.twitch.tv/console	https://dev.twitch.tv/docs/authentication/	"live_" [0-9]{8,12} "_" [A-Za-z0-9]{30,36}
tyntec-api-key	Tyntec	API key	block	likely	tyntec	-	-	trufflehog,kingfisher	[A-Za-z0-9]{32}
vonage-api-credentials	Vonage (Nexmo)	API key (8) and secret (16)	block	likely	nexmo,vonage	-	-	trufflehog	[A-Za-z0-9]{8} | [A-Za-z0-9]{16}
voodoosms-api-key	VoodooSMS	API key	block	likely	voodoosms	-	-	trufflehog,kingfisher	[A-Za-z0-9]{46}
zulip-api-key	Zulip	Bot or user API key	block	likely	zulip	-	-	trufflehog	[A-Za-z0-9]{32}
`;
