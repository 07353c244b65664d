import type { ContentRule } from "../../src/core/rule.ts";
import { isPlaceholder } from "../../src/core/secrets/placeholder.ts";
import { isRandom } from "../../src/core/secrets/randomness.ts";
import { hasBase62Checksum } from "./checksum.ts";
import { defineTokenRule, type Judgement } from "./token-format.ts";

const TOKENS_PAGE = "https://github.com/settings/tokens";
const APPS_PAGE = "https://github.com/settings/apps";
const PREFIX = 4;

/** prefix_ + 36 characters, the last six of them a checksum: ghp_ gho_ ghu_ ghs_, and ghr_ with 76. */
function checksummedToken(prefix: string, lengths: readonly number[], about: { id: string; what: string; grants: string; revokeAt: string }): ContentRule {
  const bodies = lengths.map((length) => `[A-Za-z0-9]{${length}}(?![A-Za-z0-9])`).join("|");
  return defineTokenRule({
    ...about,
    triggers: [{ literal: prefix, exact: true, followedBy: { set: "A-Za-z0-9", min: Math.min(...lengths) } }],
    shape: new RegExp(`^${prefix}(?:${bodies})`),
    longest: PREFIX + Math.max(...lengths),
    publicPrefix: PREFIX,
    judge: judgeChecksum,
  });
}

/** A wrong checksum is evidence, not proof: a few real tokens are known to fail it. Dummies (`ghp_xxxx`, words) are no tokens at all. */
function judgeChecksum(token: string): Judgement | null {
  const body = token.slice(PREFIX);
  if (hasBase62Checksum(body)) return { confidence: "certain", facts: { checksum: "valid" } };
  if (isPlaceholder(body) || !isRandom(body)) return null;
  return { confidence: "possible", severity: "warn", doubt: "the shape is right, the checksum at its end is not.", facts: { checksum: "wrong" } };
}

const ACCOUNT_ACCESS = "act as its owner in every repository and organisation that the token was given";

export const githubPatClassic = checksummedToken("ghp_", [36], {
  id: "secrets/github-pat-classic",
  what: "A classic personal access token of GitHub",
  grants: ACCOUNT_ACCESS,
  revokeAt: TOKENS_PAGE,
});

export const githubOauthAccessToken = checksummedToken("gho_", [36], {
  id: "secrets/github-oauth-access-token",
  what: "An OAuth access token of GitHub",
  grants: ACCOUNT_ACCESS,
  revokeAt: "https://github.com/settings/applications",
});

export const githubAppUserToken = checksummedToken("ghu_", [36], {
  id: "secrets/github-app-user-token",
  what: "A user token of a GitHub App",
  grants: "act as that user wherever the app is installed",
  revokeAt: "https://github.com/settings/applications",
});

export const githubAppInstallationToken = checksummedToken("ghs_", [36], {
  id: "secrets/github-app-installation-token",
  what: "An installation token of a GitHub App",
  grants: "do in the app's repositories what the app may do, for about an hour",
  revokeAt: APPS_PAGE,
});

export const githubRefreshToken = checksummedToken("ghr_", [76, 36], {
  id: "secrets/github-refresh-token",
  what: "A refresh token of a GitHub App",
  grants: "make new user tokens for half a year",
  revokeAt: "https://github.com/settings/applications",
});

/** The form of 2026: ghs_<app id>_<JWT>, about 520 characters, without a checksum. */
export const githubAppInstallationTokenJwt = defineTokenRule({
  id: "secrets/github-app-installation-token-jwt",
  what: "An installation token of a GitHub App in its long form",
  grants: "do in the app's repositories what the app may do, for about an hour",
  revokeAt: APPS_PAGE,
  triggers: [{ literal: "ghs_", exact: true, followedBy: { set: "0-9", min: 1 } }],
  shape: /^ghs_[0-9]{1,20}_eyJ[A-Za-z0-9_-]{10,1000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{20,1000}(?![A-Za-z0-9_-])/,
  longest: 6100,
  publicPrefix: PREFIX,
  judge: (token) => (isRandom(token.slice(token.lastIndexOf(".") + 1)) ? { confidence: "certain" } : null),
});

/** github_pat_ + 22 + _ + 59. It ends in a checksum whose input is not documented, so that is not asked. */
export const githubPatFineGrained = defineTokenRule({
  id: "secrets/github-pat-fine-grained",
  what: "A fine-grained personal access token of GitHub",
  grants: "act as its owner in the repositories that the token was given",
  revokeAt: "https://github.com/settings/personal-access-tokens",
  triggers: [{ literal: "github_pat_", exact: true, followedBy: { set: "A-Za-z0-9", min: 22 } }],
  shape: /^github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}(?![A-Za-z0-9])/,
  longest: 93,
  publicPrefix: 11,
  judge: (token) => (isRandom(token.slice(-59)) && !isPlaceholder(token.slice(11)) ? { confidence: "certain" } : null),
});
