import { isPlaceholder } from "../../src/core/secrets/placeholder.ts";
import { isRandom } from "../../src/core/secrets/randomness.ts";
import { defineTokenRule } from "./token-format.ts";

const PUBLIC_PREFIX = 3;
/** What stands near a key: the provider, or a name that says what the value is. */
const CONTEXT = /deepseek|api[_-]?key|apikey|secret|token|authorization|bearer|openai/;

/** sk- + 32 hexadecimal digits. DeepSeek's form, and that of some compatible services: the text nearby decides how sure it is. */
export const deepseekApiKey = defineTokenRule({
  id: "secrets/deepseek-api-key",
  what: "An API key in the form that DeepSeek gives out (sk- and 32 hexadecimal digits)",
  grants: "use the models at the owner's cost",
  revokeAt: "https://platform.deepseek.com/api_keys",
  triggers: [{ literal: "sk-", exact: true, followedBy: { set: "a-f0-9", min: 32 } }],
  shape: /^sk-[a-f0-9]{32}(?![A-Za-z0-9_-])/,
  longest: 35,
  publicPrefix: PUBLIC_PREFIX,
  judge: (token, nearby) => {
    const random = token.slice(PUBLIC_PREFIX);
    if (isPlaceholder(random) || !isRandom(random)) return null;
    if (CONTEXT.test(nearby())) return { confidence: "likely" };
    return { confidence: "possible", severity: "warn", doubt: "nothing near it says what it is for." };
  },
});
