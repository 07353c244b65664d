import type { Git } from "./run.ts";

/** Who git says that commits are made by, `Ada Example <ada@example.com>`; `null` where nobody is configured. */
export async function readIdentity(git: Git): Promise<string | null> {
  // `NAME <MAIL> SECONDS ZONE`
  const output = await git.run("var", ["GIT_COMMITTER_IDENT"]).catch(() => null);
  return output?.toString("utf8").replace(/ \d+ [+-]\d{4}\n?$/, "") || null;
}
