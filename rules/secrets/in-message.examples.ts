import type { Examples } from "../../src/core/rule.ts";
import { drawGithubToken } from "./github-tokens.examples.ts";
import { BASE62, drawText } from "./sample.ts";

const token = drawGithubToken("ghp_");

export const examples: Examples = {
  flags: [
    { name: "a token in a message", path: "message", content: `Deploy by hand\n\nWith ${token}, until the runner is back.\n`, severity: "block" },
    { name: "a token with a wrong checksum", path: "message", content: `Try ghp_${drawText(BASE62, 36, 7)}\n`, severity: "warn", confidence: "possible" },
    { name: "an assignment in a message", path: "message", content: `Set api_key="${drawText(BASE62, 32, 5)}" on the server\n` },
    { name: "a token in the name of a branch", path: "branch", content: `try/${token}`, severity: "block" },
    { name: "a token in the message of a tag", path: "tag", content: `Version 2, put there with ${token}\n`, severity: "block" },
    { name: "a token in the name of a tag", path: "ref", content: token, severity: "block" },
    { name: "a token in the path of a file", path: "path", content: `dumps/${token}/answer.json`, severity: "block" },
  ],
  leaves: [
    { name: "a message about a token", path: "message", content: "Read the GitHub token (ghp_...) from the environment\n" },
    { name: "object ids", path: "message", content: `Revert "Add x"\n\nThis reverts commit ${drawText("0123456789abcdef", 40, 3)}.\n` },
    { name: "an ordinary branch", path: "branch", content: "feature/token-refresh-2" },
    { name: "an ordinary path", path: "path", content: `packages/auth/src/api-key/token.${drawText("0123456789abcdef", 20, 4)}.test.ts` },
  ],
};
