import type { ContentRule } from "../../src/core/rule.ts";
import { isPlaceholder } from "../../src/core/secrets/placeholder.ts";
import { isRandom } from "../../src/core/secrets/randomness.ts";
import { defineTokenRule } from "./token-format.ts";

/** `sk-ant-`: what all kinds have in common and a preview may show. */
const PUBLIC_PREFIX = 7;
const SHORTEST = 60;

interface AnthropicKey {
  readonly id: string;
  readonly what: string;
  readonly grants: string;
  readonly revokeAt: string;
  readonly literal: string;
  /** The full shape of the random part where it is known. */
  readonly body: RegExp;
}

/** sk-ant-<kind><two digits>-<random>. A random part of another length than the known one is still a key, only less surely. */
function anthropicKey({ literal, body, ...about }: AnthropicKey): ContentRule {
  const head = new RegExp(`^${literal}[0-9]{2}-`);
  return defineTokenRule({
    ...about,
    triggers: [{ literal, exact: true, followedBy: { set: "A-Za-z0-9_-", min: SHORTEST } }],
    shape: new RegExp(`${head.source}[A-Za-z0-9_-]{${SHORTEST},160}(?![A-Za-z0-9_-])`),
    longest: 180,
    publicPrefix: PUBLIC_PREFIX,
    judge: (token) => {
      const random = token.replace(head, "");
      if (isPlaceholder(random) || !isRandom(random)) return null;
      return { confidence: body.test(random) ? "certain" : "likely" };
    },
  });
}

const KEYS_PAGE = "https://console.anthropic.com/settings/keys";
const SESSIONS_PAGE = "https://claude.ai/settings/account";
const OAUTH_BODY = /^[A-Za-z0-9_-]{80,128}$/;

export const anthropicApiKey = anthropicKey({
  id: "secrets/anthropic-api-key",
  what: "An API key of Anthropic",
  grants: "use the models at the owner's cost and read the workspace's files",
  revokeAt: KEYS_PAGE,
  literal: "sk-ant-api",
  body: /^[A-Za-z0-9_-]{93}AA$/,
});

export const anthropicAdminKey = anthropicKey({
  id: "secrets/anthropic-admin-key",
  what: "An admin API key of Anthropic",
  grants: "manage the whole organisation: its members, workspaces and keys",
  revokeAt: "https://console.anthropic.com/settings/admin-keys",
  literal: "sk-ant-admin",
  body: /^[A-Za-z0-9_-]{93}AA$/,
});

export const anthropicOauthAccessToken = anthropicKey({
  id: "secrets/anthropic-oauth-access-token",
  what: "An OAuth access token of Anthropic (Claude Code)",
  grants: "use the owner's subscription until it expires",
  revokeAt: SESSIONS_PAGE,
  literal: "sk-ant-oat",
  body: OAUTH_BODY,
});

export const anthropicOauthRefreshToken = anthropicKey({
  id: "secrets/anthropic-oauth-refresh-token",
  what: "An OAuth refresh token of Anthropic (Claude Code)",
  grants: "make new access tokens for the owner's subscription",
  revokeAt: SESSIONS_PAGE,
  literal: "sk-ant-ort",
  body: OAUTH_BODY,
});
