import { type Entry, GuardError } from "../../src/core/model.ts";
import { findRepository, repositoryOfHook } from "../../src/git/repository.ts";
import { createGit, type Environment } from "../../src/git/run.ts";
import { hasContent, type Source } from "../../src/sources/source.ts";
import { openStaged, startStaged } from "../../src/sources/staged.ts";
import type { Sandbox } from "../support/git-sandbox.ts";

/** The staged source as a hook opens it, or as the command line does where it is no hook's folder. */
export async function staged(sandbox: Sandbox, variables: Environment = {}): Promise<Source> {
  const env = { ...sandbox.env, ...variables };
  const repository = repositoryOfHook(sandbox.dir, env) ?? (await findRepository(createGit(sandbox.dir, env)));
  return openStaged(startStaged(createGit(repository.root, env), repository, env, "pre-merge-commit"));
}

/** Contents as latin1 by path; what could not be had by its reason. */
export async function contents(source: Source, entries: readonly Entry[] = source.entries.filter(hasContent)): Promise<Record<string, string>> {
  const found = new Map<string, string>();
  await source.readContents(entries, {
    whole: (entry, bytes) => void found.set(entry.path, Buffer.from(bytes).toString("latin1")),
    open(entry, size) {
      const parts: Buffer[] = [];
      return {
        push: (bytes) => void parts.push(Buffer.from(bytes)),
        end() {
          const bytes = Buffer.concat(parts);
          if (bytes.length !== size && source.kind === "staged") throw new Error(`${entry.path}: ${bytes.length} bytes in place of ${size}`);
          found.set(entry.path, bytes.toString("latin1"));
        },
      };
    },
    missing: (entry, reason) => void found.set(entry.path, `missing: ${reason}`),
  });
  return Object.fromEntries(found);
}

/** `status path` of every entry, kinds other than regular added. */
export function listed({ entries }: Pick<Source, "entries">): string[] {
  return entries.map(({ status, path, kind, baseKind }) =>
    [status, path, ...(kind === "regular" && baseKind !== "symlink" ? [] : [`${baseKind ?? "-"}>${kind}`])].join(" "),
  );
}

/** `all`, `none` or the added line numbers of every entry that has a content. */
export async function addedLines(source: Source): Promise<Record<string, string>> {
  const added = await source.addedByCommit?.addedLines(source.entries.filter(hasContent));
  const show = (lines: unknown): string =>
    Array.isArray(lines) ? lines.map(([from, to]) => (to === from + 1 ? from : `${from}-${to - 1}`)).join(" ") : String(lines);
  return Object.fromEntries([...(added ?? [])].map(([path, lines]) => [path, show(lines)]));
}

/** The failure with which something ends. */
export async function failureOf(promise: Promise<unknown>): Promise<{ exitCode: number; code: string }> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof GuardError) return { exitCode: error.exitCode, code: error.code };
    throw error;
  }
  throw new Error("It did not fail.");
}
