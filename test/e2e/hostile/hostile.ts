import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createGuarded, fingerprintOf, type Guarded, secretLines } from "../guarded.ts";

/** A repository that somebody else made. A secret is staged in it, which nothing may hide. */
export interface Hostile {
  readonly name: string;
  /** `program`: what they would like to be run; it leaves a mark. */
  arrange(guarded: Guarded, program: string): unknown;
  /** Where and among what it is looked at; default as it is. */
  readonly from?: (guarded: Guarded, program: string) => Guarded;
  /** What is asked; default the hook, which has no arguments. The hook answers 3 to whatever is no verdict. */
  readonly check?: readonly string[];
  /** Default 1: the secret is found. */
  readonly code?: 0 | 1 | 2 | 3;
  /** What must stand in the output. */
  readonly says?: string;
}

export const CONTENT = "export const name = 'app';\n";

export function judgeHostile(family: string, rows: readonly Hostile[]): void {
  // A program for every system would have to be an .exe on Windows.
  describe.skipIf(process.platform === "win32")(family, () => {
    test.each(rows)("$name", ({ arrange, from = itself, check, code = 1, says = "secrets/aws-key-pair" }) => {
      const guarded = createGuarded();
      const mark = join(guarded.home, "ran");
      const program = guarded.write(join(guarded.home, "program"), `#!/bin/sh\necho "$0 $*" >>'${mark}'\ncat "$@"\n`, 0o755);
      guarded.write("src/app.ts", CONTENT + secretLines());
      guarded.git("add", "src/app.ts");
      arrange(guarded, program);
      const hostile = from(guarded, program);
      const before = fingerprintOf(guarded);
      // By the hook's own name: git itself would run what it was told to.
      const ended = check ? hostile.guard("check", ...check) : hostile.run("sh", ".git/hooks/pre-commit");
      expect(existsSync(mark) ? guarded.read(mark) : "nothing of theirs ran").toBe("nothing of theirs ran");
      expect(ended.code, ended.stdout + ended.stderr).toBe(code);
      expect(ended.stdout + ended.stderr).toContain(code === 0 ? "" : says);
      expect(fingerprintOf(guarded)).toBe(before);
    });
  });
}

function itself(guarded: Guarded): Guarded {
  return guarded;
}

/** Sets git's configuration of the repository. */
export function configure(settings: (program: string) => Readonly<Record<string, string>>): Hostile["arrange"] {
  return (guarded, program) => {
    for (const [key, value] of Object.entries(settings(program))) guarded.git("config", "--add", key, value);
  };
}

/** Stages further files. */
export function staging(files: Readonly<Record<string, string | Uint8Array>>): Hostile["arrange"] {
  return (guarded) => {
    for (const [path, content] of Object.entries(files)) guarded.write(path, content);
    guarded.git("add", "--force", "--", ...Object.keys(files));
  };
}

/** Stages a link, or whatever else an entry of this mode is. */
export function stageEntry(guarded: Guarded, mode: "120000" | "160000", path: string, target: string): void {
  const oid = mode === "160000" ? target : guarded.git("hash-object", "-w", "--no-filters", guarded.write("../content", target));
  guarded.git("update-index", "--add", "--cacheinfo", `${mode},${oid},${path}`);
}
