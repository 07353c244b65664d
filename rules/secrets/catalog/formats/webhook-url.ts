export const webhookUrl = `
clerk-webhook-secret	Clerk	Webhook signing secret (Svix form)	block	certain	-	-	https://dashboard.clerk.com	https://clerk.com/docs/guides/secure/rotate-api-keys	"whsec_" [A-Za-z0-9+/]{32}
discord-webhook	Discord	Webhook URL	block	certain	-	-	https://discord.com/developers/applications	https://discord.com/developers/docs/reference#authentication	"https://" ("canary." | "ptb.")? ("discord.com" | "discordapp.com") "/api/webhooks/" [0-9]{17,20} "/" [A-Za-z0-9_-]{60,80}
google-chat-webhook	Google Chat	Incoming webhook URL	warn	possible	-	-	https://chat.google.com	https://developers.google.com/workspace/chat/quickstart/webhooks	"chat.googleapis.com/v1/spaces/" [A-Za-z0-9_-]{8,20} "/messages?key=" [A-Za-z0-9_-]{39} "&token=" secret([A-Za-z0-9_%-]{40,60})
ifttt-webhook	IFTTT	Maker webhook URL	warn	possible	-	-	-	memory	"maker.ifttt.com/trigger/" [A-Za-z0-9_-]{1,60} "/with/key/" secret([A-Za-z0-9_-]{20,60})
linear-webhook-secret	Linear	Webhook signing secret	warn	possible	-	-	https://linear.app/settings/account/security	https://linear.app/developers	"lin_wh_" [A-Za-z0-9]{40}
make-webhook	Make (Integromat)	Webhook URL	warn	possible	-	-	-	memory	"https://hook." [a-z0-9.]{2,20} ".make.com/" [a-z0-9]{20,40}
teams-incoming-webhook-legacy	Microsoft Teams	Incoming webhook URL (outlook.office.com)	block	certain	-	-	https://teams.microsoft.com	https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook	"https://outlook.office.com/webhook/" UUID "@" UUID "/IncomingWebhook/" [a-f0-9]{32} "/" UUID
teams-incoming-webhook	Microsoft Teams	Incoming webhook URL (webhookb2)	block	certain	-	-	https://teams.microsoft.com	https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook	"https://" [A-Za-z0-9-]{1,60} ".webhook.office.com/webhookb2/" UUID "@" UUID "/IncomingWebhook/" [a-f0-9]{32} "/" UUID ("/" [A-Za-z0-9_-]{20,80})?
openai-webhook-secret	OpenAI	Webhook signing secret	warn	possible	openai	-	https://platform.openai.com/api-keys	https://platform.openai.com/docs/api-reference/authentication	"whsec_" [A-Za-z0-9+/]{32,64} "="{0,2}
slack-webhook	Slack	Incoming webhook URL	block	certain	-	-	https://api.slack.com/apps	https://docs.slack.dev/authentication/tokens	"hooks.slack.com/services/T" [A-Z0-9]{8,12} "/B" [A-Z0-9]{8,12} "/" [A-Za-z0-9]{23,25}
slack-workflow-webhook	Slack	Workflow or trigger webhook URL	block	certain	-	-	https://api.slack.com/apps	https://docs.slack.dev/authentication/tokens	"hooks.slack.com/" ("workflows/T" [A-Z0-9]{8,12} "/A" [A-Z0-9]{8,12} "/" [0-9]{17,19} "/" [A-Za-z0-9]{23,25} | "triggers/" [A-Z0-9]{8,12} "/" [0-9]{10,15} "/" [A-Za-z0-9]{20,40})
stripe-webhook-secret	Stripe	Webhook endpoint signing secret	block	certain	-	-	https://dashboard.stripe.com/apikeys	https://docs.stripe.com/keys	"whsec_" [A-Za-z0-9]{24,160}
svix-webhook-secret	Svix	Webhook signing secret (standard webhooks)	warn	possible	-	-	-	memory	"whsec_" [A-Za-z0-9+/]{32,88} "="{0,2}
tines-webhook	Tines	Webhook URL	block	certain	-	-	-	trufflehog,kingfisher	"https://" [a-z0-9-]{2,60} ".tines.com/webhook/" [a-z0-9]{32} "/" [a-z0-9]{32}
zapier-webhook	Zapier	Catch hook URL	block	certain	-	-	-	trufflehog,kingfisher	"hooks.zapier.com/hooks/catch/" [A-Za-z0-9/]{10,40}
`;
