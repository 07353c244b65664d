import { join } from "node:path";
import { withGuard } from "../guarded.ts";
import type { Hostile } from "./hostile.ts";

/** Runs the hook among variables that came from somewhere. */
function among(variables: (program: string) => Readonly<Record<string, string>>): Pick<Hostile, "arrange" | "from"> {
  return { arrange: () => {}, from: (guarded, program) => withGuard(guarded.at(".", variables(program))) };
}

export const environment: readonly Hostile[] = [
  { name: "GIT_CONFIG_COUNT", ...among((program) => ({ GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "core.fsmonitor", GIT_CONFIG_VALUE_0: program })) },
  { name: "GIT_CONFIG_PARAMETERS", ...among((program) => ({ GIT_CONFIG_PARAMETERS: `'core.fsmonitor'='${program}'` })) },
  { name: "GIT_EXTERNAL_DIFF", ...among((program) => ({ GIT_EXTERNAL_DIFF: program, GIT_DIFF_OPTS: "--unified=9" })) },
  { name: "GIT_PAGER, GIT_EDITOR", ...among((program) => ({ GIT_PAGER: program, PAGER: program, GIT_EDITOR: program, EDITOR: program })) },
  { name: "GIT_SSH_COMMAND, GIT_ASKPASS", ...among((program) => ({ GIT_SSH_COMMAND: program, GIT_ASKPASS: program, SSH_ASKPASS: program })) },
  { name: "GIT_REPLACE_REF_BASE", ...among(() => ({ GIT_REPLACE_REF_BASE: "refs/heads/", GIT_NAMESPACE: "x" })) },
  { name: "GIT_LITERAL_PATHSPECS", ...among(() => ({ GIT_LITERAL_PATHSPECS: "0", GIT_ICASE_PATHSPECS: "1", GIT_GLOB_PATHSPECS: "1" })) },
  { name: "GIT_DEFAULT_HASH, GIT_TEST_*", ...among(() => ({ GIT_DEFAULT_HASH: "sha256", GIT_TEST_SPLIT_INDEX: "1", GIT_FLUSH: "1" })) },
  { name: "GIT_INDEX_FILE to nowhere", ...among(() => ({ GIT_INDEX_FILE: "/nowhere/index" })), says: "environment/gitignore" },
  { name: "GIT_DIR to nowhere", ...among(() => ({ GIT_DIR: "/nowhere" })), code: 3, says: "Nothing counts as checked" },
  { name: "GUARD_LIST", ...among(() => ({ GUARD_LIST: "1" })), check: [] },
  { name: "NODE_EXTRA_CA_CERTS", ...among((program) => ({ NODE_EXTRA_CA_CERTS: program })) },
  { name: "names of Guard's own", ...among(() => ({ guard_kept: "0", guard_node: "/bin/false", guard_entry: "/nowhere", guard_code: "70" })) },
  {
    name: "a git of theirs first on PATH",
    check: [],
    arrange(guarded, program) {
      guarded.write("bin/git", `#!/bin/sh\n${program}\n`, 0o755);
    },
    from: (guarded) => withGuard(guarded.at(".", { PATH: `bin:.:${join(guarded.dir, "bin")}:${guarded.env.PATH}` })),
  },
];
