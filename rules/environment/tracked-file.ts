import { toEnvironmentFile } from "../../src/core/environment/environment-file.ts";
import { defineRule, type EntryMatch } from "../../src/core/rule.ts";
import { toPatterns } from "./ignore-patterns.ts";

export const trackedFile = defineRule({
  id: "environment/tracked-file",
  inspects: "entry",
  meta: {
    summary: "An environment file such as .env or .env.production is about to be committed.",
    why: "Environment files are where secrets live. What is committed once stays in the history of every clone, also after it was deleted.",
    fix: "Take it out of the index (git rm --cached), let .gitignore name .env and .env.*, and commit a .env.example without values in its place.",
    severity: "block",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:101-104",
  },
  files: ["**/*.env*", "**/.dev.vars*"],
  check({ path, kind, status }, { allow }: { readonly allow: readonly string[] }): EntryMatch[] {
    // A symbolic link only names another place, a submodule is another repository.
    if (status === "deleted" || kind === "symlink" || kind === "gitlink") return [];
    const file = toEnvironmentFile(path);
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (!file || file.isTemplate || allow.some((allowed) => allowed.toLowerCase() === name.toLowerCase())) return [];
    if (file.kind === "dotenv")
      return [
        {
          message: "An environment file belongs to one machine. If it holds secrets, everyone who gets the repository has them.",
          autofix: [{ kind: "append", path: ".gitignore", lines: toPatterns(name) }, { kind: "untrack" }],
        },
      ];
    return [{ message: "This may be an environment file with secrets: its name ends in .env.", severity: "warn", confidence: "possible" }];
  },
});
