import type { ContentRule } from "../../src/core/rule.ts";
import { isPlaceholder } from "../../src/core/secrets/placeholder.ts";
import { isRandom } from "../../src/core/secrets/randomness.ts";
import { defineTokenRule, type Judgement } from "./token-format.ts";

/** "OpenAI" in base64: stands in the middle of every key since 2022, with equally many characters before and behind. */
const MARKER = "T3BlbkFJ";
const HALVES = [20, 58, 74];
const SHORTEST_WITHOUT_MARKER = 40;

/** sk-<kind>-<20, 58 or 74 characters>T3BlbkFJ<as many>. */
function openaiKey(prefix: string, about: { id: string; what: string; grants: string; revokeAt: string }): ContentRule {
  return defineTokenRule({
    ...about,
    triggers: [{ literal: prefix, exact: true, followedBy: { set: "A-Za-z0-9_-", min: SHORTEST_WITHOUT_MARKER } }],
    shape: new RegExp(`^${prefix}[A-Za-z0-9_-]{${SHORTEST_WITHOUT_MARKER},200}(?![A-Za-z0-9_-])`),
    longest: prefix.length + 200,
    publicPrefix: prefix.length,
    judge: (token) => judgeHalves(token.slice(prefix.length)),
  });
}

function judgeHalves(body: string): Judgement | null {
  const [before = "", after = "", ...more] = body.split(MARKER);
  if (isPlaceholder(body) || !isRandom(body)) return null;
  if (more.length === 0 && HALVES.includes(before.length) && before.length === after.length) return { confidence: "certain" };
  if (body.includes(MARKER)) return { confidence: "likely" };
  return { confidence: "possible", severity: "warn", doubt: "it has the prefix and looks random, but lacks the marker of OpenAI's keys." };
}

const KEYS_PAGE = "https://platform.openai.com/api-keys";

export const openaiProjectKey = openaiKey("sk-proj-", {
  id: "secrets/openai-project-key",
  what: "A project API key of OpenAI",
  grants: "use the models at the owner's cost and read the project's files and threads",
  revokeAt: KEYS_PAGE,
});

export const openaiServiceAccountKey = openaiKey("sk-svcacct-", {
  id: "secrets/openai-service-account-key",
  what: "An API key of an OpenAI service account",
  grants: "use the models at the owner's cost and read the project's files and threads",
  revokeAt: KEYS_PAGE,
});

export const openaiAdminKey = openaiKey("sk-admin-", {
  id: "secrets/openai-admin-key",
  what: "An admin API key of OpenAI",
  grants: "manage the whole organisation: its members, projects and keys",
  revokeAt: "https://platform.openai.com/settings/organization/admin-keys",
});

/** sk-<20>T3BlbkFJ<20>, 51 characters: the first generation. The trigger is the marker, 23 characters in. */
export const openaiApiKeyLegacy = defineTokenRule({
  id: "secrets/openai-api-key-legacy",
  what: "An API key of OpenAI",
  grants: "use the models at the owner's cost and read the account's files",
  revokeAt: KEYS_PAGE,
  triggers: [{ literal: MARKER, exact: true, followedBy: { set: "A-Za-z0-9", min: 20 } }],
  triggerAt: 23,
  shape: /^sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}(?![A-Za-z0-9])/,
  longest: 51,
  publicPrefix: 3,
  judge: (token) => (isPlaceholder(token.slice(3)) || !isRandom(token.slice(3)) ? null : { confidence: "certain" }),
});
