export const aiProvider = `
anthropic-admin-key	Anthropic	Admin API key	block	certain	-	-	https://console.anthropic.com/settings/keys	https://docs.anthropic.com/en/api/overview	"sk-ant-admin" [0-9]{2} "-" [A-Za-z0-9_-]{93} "AA"
anthropic-admin-key	Anthropic	Admin API key	block	likely	-	-	https://console.anthropic.com/settings/keys	https://docs.anthropic.com/en/api/overview	"sk-ant-admin" [0-9]{2} "-" [A-Za-z0-9_-]{60,160}
anthropic-api-key	Anthropic	API key	block	certain	-	-	https://console.anthropic.com/settings/keys	https://docs.anthropic.com/en/api/overview	"sk-ant-api" [0-9]{2} "-" [A-Za-z0-9_-]{93} "AA"
anthropic-api-key	Anthropic	API key	block	likely	-	-	https://console.anthropic.com/settings/keys	https://docs.anthropic.com/en/api/overview	"sk-ant-api" [0-9]{2} "-" [A-Za-z0-9_-]{60,160}
anthropic-session-key	Anthropic	claude.ai session key cookie	warn	possible	-	-	https://console.anthropic.com/settings/keys	https://docs.anthropic.com/en/api/overview	"sk-ant-sid01-" [A-Za-z0-9_-]{80,128}
anthropic-oauth-access-token	Anthropic	OAuth access token (Claude Code)	block	certain	-	-	https://console.anthropic.com/settings/keys	https://docs.rs/crate/anthropic-oauth/0.1.0	"sk-ant-oat" [0-9]{2} "-" [A-Za-z0-9_-]{80,128}
anthropic-oauth-access-token	Anthropic	OAuth access token (Claude Code)	block	likely	-	-	https://console.anthropic.com/settings/keys	https://docs.rs/crate/anthropic-oauth/0.1.0	"sk-ant-oat" [0-9]{2} "-" [A-Za-z0-9_-]{60,160}
anthropic-oauth-refresh-token	Anthropic	OAuth refresh token (Claude Code)	block	certain	-	-	https://console.anthropic.com/settings/keys	https://docs.anthropic.com/en/api/overview	"sk-ant-ort" [0-9]{2} "-" [A-Za-z0-9_-]{80,128}
anthropic-oauth-refresh-token	Anthropic	OAuth refresh token (Claude Code)	block	likely	-	-	https://console.anthropic.com/settings/keys	https://docs.anthropic.com/en/api/overview	"sk-ant-ort" [0-9]{2} "-" [A-Za-z0-9_-]{60,160}
assemblyai-api-key	AssemblyAI	API key	block	likely	assemblyai	-	-	betterleaks,trufflehog,kingfisher	[a-f0-9]{32}
aws-bedrock-api-key-long	AWS	Bedrock API key (long-lived)	block	certain	-	-	https://console.aws.amazon.com/iam/home#/security_credentials	https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html	"ABSK" [A-Za-z0-9+/]{109,269} "="{0,2}
aws-bedrock-api-key-short	AWS	Bedrock API key (short-lived)	block	certain	-	-	https://console.aws.amazon.com/iam/home#/security_credentials	https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html	"bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t" [A-Za-z0-9+/=]{20,}
braintrust-api-key	Braintrust	API key	block	likely	braintrust	-	-	trufflehog	"sk-" [A-Za-z0-9]{48}
cerebras-api-key	Cerebras	API key	block	certain	-	-	-	betterleaks	"csk-" [a-z0-9]{48}
clarifai-api-key	Clarifai	API key	block	likely	clarifai	-	-	https://clarifai.com/developer/guide/authentication	[A-Za-z0-9]{32}
cohere-api-key	Cohere	API key	block	likely	cohere,co_api_key	-	https://dashboard.cohere.com/api-keys	https://docs.cohere.com	[A-Za-z0-9]{40}
comet-api-key	Comet	API key	warn	possible	comet_api_key,comet	-	-	memory	[A-Za-z0-9]{25}
cursor-api-key	Cursor	API key	block	likely	cursor	-	-	betterleaks	"key_" [0-9a-f]{64}
deepai-api-key	DeepAI	API key	block	likely	deepai	-	-	trufflehog,kingfisher	[a-z0-9-]{36}
deepgram-api-key	Deepgram	API key	block	likely	deepgram	-	-	betterleaks,trufflehog,kingfisher	[a-f0-9]{40}
deepseek-api-key	DeepSeek	API key	block	likely	deepseek,api_key,apikey,api-key,secret,token,authorization,bearer,openai	-	https://platform.deepseek.com/api_keys	https://api-docs.deepseek.com	"sk-" [a-f0-9]{32}
deepseek-api-key	DeepSeek	API key	warn	possible	-	-	https://platform.deepseek.com/api_keys	https://api-docs.deepseek.com	"sk-" [a-f0-9]{32}
devin-personal-api-key	Devin (Cognition)	Personal API key	block	certain	-	-	-	betterleaks	"apk_user_" [A-Za-z0-9+/]{120,180} "="{0,2}
devin-service-api-key	Devin (Cognition)	Service API key	block	certain	-	-	-	betterleaks	"apk_" [A-Za-z0-9+/]{80,100} "="{0,2}
devin-service-user-token	Devin (Cognition)	Service user token	block	certain	-	-	-	betterleaks	"cog_" [a-z2-7]{52}
elevenlabs-api-key	ElevenLabs	API key	block	likely	-	-	https://elevenlabs.io/app/settings/api-keys	https://elevenlabs.io/docs/api-reference/authentication	"sk_" [a-f0-9]{48}
elevenlabs-api-key-legacy	ElevenLabs	API key (older 32 hex)	block	likely	elevenlabs,xi-api-key,xi_api_key	-	https://elevenlabs.io/app/settings/api-keys	https://elevenlabs.io/docs/api-reference/authentication	[a-f0-9]{32}
faceplusplus-api-key-and-secret	Face++	API key and secret	block	likely	faceplusplus,face++	-	-	trufflehog	[A-Za-z0-9_-]{32}
fal-api-key	fal.ai	API key	warn	possible	fal_key	-	-	memory	UUID ":" [a-f0-9]{32}
firecrawl-api-key	Firecrawl	API key	block	likely	-	-	-	https://www.firecrawl.dev	"fc-" [a-f0-9]{32}
fireworks-api-key	Fireworks AI	API key	warn	possible	fireworks	-	-	memory	"fw_" [A-Za-z0-9]{22,24}
google-gemini-auth-key	Google	Gemini / AI Studio auth key (AQ form)	block	certain	-	-	https://console.cloud.google.com/apis/credentials	https://cloud.google.com/docs/authentication/api-keys	"AQ.Ab8RN6" [A-Za-z0-9_-]{44}
greptile-api-key	Greptile	API key	block	likely	greptile	-	-	betterleaks	[A-Za-z0-9+/]{48}
groq-api-key	Groq	API key	block	certain	-	-	https://console.groq.com/keys	https://console.groq.com/docs/quickstart	"gsk_" [A-Za-z0-9]{52}
huggingface-org-token	Hugging Face	Organization API token (deprecated)	block	certain	-	-	https://huggingface.co/settings/tokens	https://huggingface.co/docs/hub/security-tokens	"api_org_" [A-Za-z]{34}
huggingface-user-token	Hugging Face	User access token	block	likely	-	-	https://huggingface.co/settings/tokens	https://huggingface.co/docs/hub/security-tokens	"hf_" [A-Za-z]{34}
jina-api-key	Jina AI	API key	block	certain	-	-	-	https://jina.ai	"jina_" [A-Za-z0-9]{60}
langsmith-pat	LangChain	LangSmith personal access token	block	certain	-	-	https://smith.langchain.com/settings	https://docs.smith.langchain.com	"lsv2_pt_" [a-f0-9]{32} "_" [a-f0-9]{10}
langsmith-service-key	LangChain	LangSmith service key	block	certain	-	-	https://smith.langchain.com/settings	https://docs.smith.langchain.com	"lsv2_sk_" [a-f0-9]{32} "_" [a-f0-9]{10}
langfuse-secret-key	Langfuse	Secret key	block	certain	-	-	-	trufflehog	"sk-lf-" UUID
lighton-api-key	LightOn	Paradigm API key	block	likely	lighton,paradigm	-	-	betterleaks	[A-Za-z0-9_-]{40,80}
llamacloud-api-key	LlamaIndex	LlamaCloud API key	block	certain	-	-	-	credsweeper	"llx-" [A-Za-z0-9_-]{48}
azure-ai-services-key	Microsoft Azure	AI services key, common annotated (OpenAI, Speech, Vision, Language, ...)	block	certain	-	microsoft-annotated	https://portal.azure.com	ms-security-utilities	[A-Za-z0-9]{52} "JQQJ99" [A-Za-z0-9] [A-L] [A-Za-z0-9]{12} "AAA" [A-Za-z] "ACOG" [A-Za-z0-9]{4}
azure-openai-key	Microsoft Azure	OpenAI / Cognitive Services key (older 32 hex)	block	likely	azure_openai,openai.azure.com,cognitiveservices	-	https://portal.azure.com	trufflehog,kingfisher	[a-f0-9]{32}
minimax-api-key	MiniMax	API key	block	certain	-	-	-	betterleaks	"sk-api-" [A-Za-z0-9_-]{119}
mistral-api-key	Mistral AI	API key	block	likely	mistral	-	https://console.mistral.ai/api-keys	https://docs.mistral.ai	[A-Za-z0-9]{32}
monkeylearn-api-key	MonkeyLearn	API key	block	likely	monkeylearn	-	-	trufflehog,kingfisher	[a-f0-9]{40}
moonshot-api-key	Moonshot (Kimi)	API key	block	likely	kimi,moonshot	-	-	betterleaks	"sk-" [A-Za-z0-9_-]{48}
nvidia-ngc-api-key	NVIDIA	NGC API key (older)	block	likely	ngc,nvidia	-	https://org.ngc.nvidia.com/setup/api-keys	https://docs.nvidia.com/ngc/	[A-Za-z0-9]{84} | [A-Za-z0-9]{26} ":" UUID
nvidia-api-key	NVIDIA	NIM / NGC API key	block	certain	-	-	https://org.ngc.nvidia.com/setup/api-keys	https://docs.nvidia.com/ngc/	"nvapi-" [A-Za-z0-9_-]{60,70}
ollama-api-key	Ollama	Cloud API key	block	likely	ollama	-	-	betterleaks	[a-f0-9]{32} "." [A-Za-z0-9_-]{24}
openai-admin-key	OpenAI	Admin API key	block	certain	-	openai	https://platform.openai.com/api-keys	https://platform.openai.com/docs/api-reference/authentication	"sk-admin-" [A-Za-z0-9_-]{40,200}
openai-api-key-legacy	OpenAI	API key (first generation, user key)	block	certain	-	-	https://platform.openai.com/api-keys	https://platform.openai.com/docs/api-reference/authentication	"sk-" [A-Za-z0-9]{20} "T3BlbkFJ" [A-Za-z0-9]{20}
openai-session-key	OpenAI	Dashboard session key	warn	possible	openai	-	https://platform.openai.com/api-keys	https://platform.openai.com/docs/api-reference/authentication	"sess-" [A-Za-z0-9]{40}
openai-project-key	OpenAI	Project API key	block	certain	-	openai	https://platform.openai.com/api-keys	https://platform.openai.com/docs/api-reference/authentication	"sk-proj-" [A-Za-z0-9_-]{40,200}
openai-service-account-key	OpenAI	Service account API key	block	certain	-	openai	https://platform.openai.com/api-keys	https://platform.openai.com/docs/api-reference/authentication	"sk-svcacct-" [A-Za-z0-9_-]{40,200}
openrouter-api-key	OpenRouter	API key	block	certain	-	-	https://openrouter.ai/settings/keys	https://openrouter.ai/docs	"sk-or-v1-" [a-f0-9]{64}
perplexity-api-key	Perplexity	API key	block	certain	-	-	https://www.perplexity.ai/settings/api	https://docs.perplexity.ai	"pplx-" [A-Za-z0-9]{48}
photoroom-api-key	PhotoRoom	API key	block	certain	-	-	-	trufflehog	("sandbox_")? "sk_pr_" [A-Za-z0-9]{1,64} "_" [a-f0-9]{40}
pinecone-api-key	Pinecone	API key	block	certain	-	-	https://app.pinecone.io	https://docs.pinecone.io	"pcsk_" [A-Za-z0-9]{5,6} "_" [A-Za-z0-9]{63}
pinecone-api-key-legacy	Pinecone	API key (UUID)	block	likely	pinecone	-	https://app.pinecone.io	https://docs.pinecone.io	UUID
privateai-api-key	Private AI	API token	block	likely	privateai,private_ai,private-ai	-	-	gitleaks,betterleaks	[a-z0-9]{32}
replicate-api-token	Replicate	API token	block	likely	-	-	https://replicate.com/account/api-tokens	https://replicate.com/docs/topics/security/api-tokens	"r8_" [A-Za-z0-9_-]{37}
runpod-api-key	RunPod	API key	block	certain	-	-	-	betterleaks	"rpa_" [A-Z0-9]{40} [A-Za-z0-9]{6}
sourcegraph-cody-key	Sourcegraph	Cody gateway license key	block	certain	-	-	-	https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token	"slk_" [a-f0-9]{64}
speechtextai-api-key	SpeechTextAI	API key	block	likely	speechtext	-	-	trufflehog,kingfisher	[a-f0-9]{32}
stability-api-key	Stability AI	API key	block	likely	stability,stability_api_key	-	-	betterleaks	"sk-" [A-Za-z0-9]{48}
tavily-api-key	Tavily	API key	block	certain	-	-	-	https://docs.tavily.com/api-reference	"tvly-" ("dev-" | "prod-")? [A-Za-z0-9]{32}
together-api-key	Together AI	API key	block	certain	-	-	https://api.together.ai/settings/api-keys	https://docs.together.ai	"tgp_v1_" [A-Za-z0-9_-]{43}
upstage-api-key	Upstage	API key	block	likely	upstage	-	-	betterleaks	[A-Za-z0-9]{40,50}
vercel-ai-gateway-key	Vercel	AI Gateway key	block	certain	-	-	https://vercel.com/account/tokens	https://vercel.com/docs/accounts/access-tokens	"vck_" [A-Za-z0-9_-]{20,60}
voiceflow-api-key	Voiceflow	API key	block	likely	-	-	-	trufflehog,kingfisher	"VF." (("DM" | "WS") ".")? [a-fA-F0-9]{24} "." [A-Za-z0-9]{16}
voyage-api-key	Voyage AI	API key	warn	possible	voyage	-	-	memory	"pa-" [A-Za-z0-9_-]{43}
wandb-api-key	Weights & Biases	API key (40 hex)	block	likely	wandb,weightsandbiases	-	https://wandb.ai/authorize	https://docs.wandb.ai	[a-f0-9]{40}
wandb-api-key-v1	Weights & Biases	API key (v1)	block	certain	-	-	https://wandb.ai/authorize	https://docs.wandb.ai	"wandb_v1_" [A-Za-z0-9_]{77}
wit-ai-server-access-token	Wit.ai (Meta)	Server access token	block	likely	wit,wit.ai,wit_ai	-	-	trufflehog	[A-Z0-9]{32}
xai-api-key	xAI	API key	block	certain	-	-	https://console.x.ai	https://docs.x.ai	"xai-" [A-Za-z0-9_]{80}
zai-api-key	Z.ai (Zhipu)	API key	block	likely	zai,z_ai,z.ai,glm,zhipu	-	-	betterleaks	[a-f0-9]{32} "." [A-Za-z0-9]{16}
`;
