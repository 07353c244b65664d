/** Why a rule gave no answer, in words that hold nothing of what it was shown. */
export class RuleFailure extends Error {
  override readonly name = "RuleFailure";
}

/** Of any other error its class and nothing of its message, which could quote the file. */
export function describeCrash(error: unknown): string {
  if (error instanceof RuleFailure) return error.message;
  const name = error instanceof Error ? error.name : typeof error;
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  return `the rule failed with ${name}${code}`;
}
