import { maskPath } from "./core/masked-paths.ts";
import { createMatcher } from "./core/match.ts";
import { matchMessage } from "./core/message.ts";
import { GuardError } from "./core/model.ts";
import { createPolicyReader } from "./core/policy.ts";
import { loadBuiltInRuleset } from "./rulesets.ts";

/** Without a run like this no rule is asked, nor loaded: what people type and what files are called seldom has one. */
const TELLING = /(?=[A-Za-z+=_]*\d)[A-Za-z0-9+=_]{16,}/;

/** All rules on, whatever is configured: this is about what Guard prints, not about what it judges. */
const EVERYTHING = { rules: {}, others: { severity: "block", options: {} }, ignores: [], ignoredLines: [], overrides: [], older: "advisory" } as const;

/** Texts that are said beside a report, or in place of one, without the secrets that a path or a word of the command line in them holds. */
export async function maskSecrets(texts: readonly string[]): Promise<string[]> {
  if (!texts.some((text) => TELLING.test(text))) return [...texts];
  const ruleset = await loadBuiltInRuleset().catch(() => null);
  // Without rules, which may be why the run ended, nothing can be told from a secret.
  if (!ruleset) return texts.map((text) => text.replaceAll(new RegExp(TELLING, "g"), "\u2026"));
  const matcher = createMatcher([ruleset], createPolicyReader(EVERYTHING), (id) => id.startsWith("secrets/"));
  const maskLine = async (line: string): Promise<string> => maskPath(line, (await matchMessage(matcher, { kind: "path", bytes: Buffer.from(line) })).findings);
  return Promise.all(texts.map(async (text) => (await Promise.all(text.split("\n").map(maskLine))).join("\n")));
}

/** What ended a run, as it may be shown. */
export async function maskError(error: GuardError): Promise<GuardError> {
  const [message = "", fix = ""] = await maskSecrets([error.message, error.fix]);
  return message === error.message && fix === error.fix ? error : new GuardError(error.exitCode, error.code, message, fix, { cause: error });
}
