import type { Ended } from "../../support/git-sandbox.ts";
import type { Guarded, Host } from "../guarded.ts";

/** One way in which a commit comes to be, and what must come of it. */
export interface Flow {
  readonly name: string;
  /** Guard's hook that git runs for it; `null`: git runs none, so that only the push can stop it. */
  readonly hook: "pre-commit" | "pre-merge-commit" | null;
  /** What the commit brings of a secret in its content: a new one, which stops it (the default); an older one, which is shown; nothing that is judged at all. */
  readonly finds?: "new" | "older" | "nothing";
  /** Where the content ends up; default `src/app.ts`. */
  readonly path?: string;
  /** Where it is committed, if it is not the repository itself: a linked worktree, a submodule. */
  readonly in?: string;
  /** The repository has no commit yet. */
  readonly unborn?: true;
  readonly only?: Host;
  /** Makes the commit, with real git and through the installed hook. What else lies about, secrets too, must not be found. */
  commit(guarded: Guarded, content: string): Ended;
}

/** What `content` is made of: the file as it stands, one line more, and perhaps a secret behind it. */
export const BEFORE = "export const name = 'app';\n";
export const CLEAN = `${BEFORE}export const more = true;\n`;

export function stage(guarded: Guarded, content: string, path = "src/app.ts"): void {
  guarded.write(path, content);
  guarded.git("add", "--", path);
}

export function commitStaged(guarded: Guarded, content: string, path = "src/app.ts"): Ended {
  stage(guarded, content, path);
  return guarded.tryGit("commit", "-m", "Change");
}

/** On a branch of its own, past all hooks; then back. */
export function commitAside(guarded: Guarded, branch: string, files: Readonly<Record<string, string>>): void {
  guarded.git("checkout", "--quiet", "-b", branch, "main");
  guarded.commit(files, `On ${branch}`);
  guarded.git("checkout", "--quiet", "main");
}
