import { judgeName } from "../../src/core/secrets/secret-name.ts";

/** Keys and tokens that are made for the browser, or can only write: by a word of the name. */
const PUBLIC =
  /(?:^|_)(?:FIREBASE|GOOGLE_MAPS?|MAPS?|GMAPS?|MAPBOX|MAPTILER|ALGOLIA|MEILI(?:SEARCH)?_SEARCH|POSTHOG|SENTRY|MIXPANEL|AMPLITUDE|SEGMENT|HEAP|HOTJAR|PLAUSIBLE|UMAMI|BETTER_STACK|LOGTAIL|LOGROCKET|LOGFLARE|DATADOG|ROLLBAR|BUGSNAG|HONEYBADGER|NEW_?RELIC|RECAPTCHA|HCAPTCHA|TURNSTILE|CAPTCHA|VAPID|PUSHER|ABLY|STREAM|SENDBIRD|INTERCOM|CRISP|ONESIGNAL|LAUNCHDARKLY|STATSIG|GROWTHBOOK|REVENUECAT|ADMOB|ALCHEMY|INFURA|WALLETCONNECT|GIPHY|UNSPLASH|PEXELS|TENOR|TINYMCE|TINY_MCE|SYNCFUSION|AG_GRID|MUI|STORYBLOK|STOREFRONT|CONTENTFUL_DELIVERY|WEB3FORMS|EMAILJS_PUBLIC|RAZORPAY_KEY_ID|SQUARE_APPLICATION|CLIENT_TOKEN|SOURCE_TOKEN|WRITE_KEY|SITE_?KEY|ANON|PUBLISHABLE|PUBLIC|CSRF|XSRF|STYTCH_PUBLIC|BROWSER|RECORDER)(?:_|$)/;

/** Services whose keys cost money or open everything; none of them has one for the browser. */
const PAID =
  /(?:^|_)(?:OPEN_?AI|ANTHROPIC|CLAUDE|DEEP_?SEEK|OPEN_?ROUTER|GROQ|MISTRAL|COHERE|GEMINI|PERPLEXITY|TOGETHER(?:AI)?|REPLICATE|HUGGING_?FACE|HF|KIMI|MOONSHOT|XAI|GROK|ELEVEN_?LABS|STABILITY|FIREWORKS|TAVILY|SERP(?:API|ER)?|PINECONE|SENDGRID|RESEND|MAILGUN|POSTMARK|BREVO|MAILCHIMP|TWILIO|VONAGE|AWS|AZURE|KRAKEN|BINANCE|COINBASE|STRIPE_SECRET|PAYPAL_SECRET|PLAID|GITHUB|GITLAB|SLACK|DISCORD_BOT|TELEGRAM_BOT|NOTION|AIRTABLE|LINEAR|SUPABASE_SERVICE)(?:_|$)/;

/** Whether something is shown or done, not what it is. */
const SWITCH = /^(?:ENABLE|DISABLE|SHOW|HIDE|USE|HAS|IS|ALLOW|REQUIRE|NO)_/;

/** Databases with their logins. */
const DATABASE = /(?:^|_)(?:DATABASE|DB|POSTGRES(?:QL)?|MYSQL|MONGO(?:DB)?|REDIS)_(?:URL|URI|DSN|CONNECTION)(?:_STRING)?$|(?:^|_)CONNECTION_STRING$/;

/** Values by which a service marks what nobody else may have. */
const SECRET_VALUE =
  /^(?:sk_(?:live|test)_\w{8}|rk_(?:live|test)_\w{8}|sk-ant-\w|sk-proj-\w|sk-[A-Za-z0-9]{20}|sb_secret_|gh[opsu]_\w{20}|github_pat_|xox[abprs]-\d|SG\.[\w-]{16}|AKIA[A-Z0-9]{16}$)/;
/** Values by which it marks what everybody may have. */
const PUBLIC_VALUE = /^(?:pk_(?:live|test)_|pk\.eyJ|phc_|sb_publishable_|AIza|G-|UA-|GTM-|ca-pub-)/;

/** What a name that every visitor can read says of its value: a secret, something that may be one, or `null`. `name` stands without its prefix. */
export function judgeClientName(name: string): "secret" | "doubtful" | null {
  if (SWITCH.test(name)) return null;
  if (DATABASE.test(name)) return "secret";
  const judged = judgeName(name);
  if (judged === null) return null;
  const isPaid = PAID.test(name);
  if (judged.strength === "weak") return isPaid ? "secret" : null;
  if (
    ["password", "secret", "credential"].includes(judged.kind) ||
    /(?:^|_)(?:PRIVATE|SECRET|SIGNING|ENCRYPTION|MASTER|SERVICE_ROLE|SERVICE|ADMIN)_?KEY/.test(name)
  )
    return "secret";
  if (PUBLIC.test(name)) return null;
  return isPaid || judged.kind === "token" ? "secret" : "doubtful";
}

/** What the value itself says; `null` where it says nothing. */
export function judgeClientValue(value: string): "secret" | "public" | null {
  if (SECRET_VALUE.test(value)) return "secret";
  return PUBLIC_VALUE.test(value) ? "public" : null;
}
