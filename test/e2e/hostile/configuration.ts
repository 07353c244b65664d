import { configure, type Hostile } from "./hostile.ts";

/** What stands in `.git/config`, or is reached from there. */
export const configuration: readonly Hostile[] = [
  { name: "core.fsmonitor", arrange: configure((program) => ({ "core.fsmonitor": program })) },
  { name: "core.fsmonitor of the second version", arrange: configure((program) => ({ "core.fsmonitor": program, "core.fsmonitorHookVersion": "2" })) },
  {
    name: "core.hooksPath",
    arrange(guarded, program) {
      for (const hook of ["post-index-change", "reference-transaction", "pre-auto-gc"]) guarded.write(`../hooks/${hook}`, `#!/bin/sh\n${program}\n`, 0o755);
      guarded.git("config", "core.hooksPath", "../hooks");
    },
  },
  { name: "core.pager", arrange: configure((program) => ({ "core.pager": program, "pager.diff-index": program, "pager.cat-file": "true" })) },
  { name: "core.editor", arrange: configure((program) => ({ "core.editor": program, "sequence.editor": program })) },
  { name: "core.sshCommand", arrange: configure((program) => ({ "core.sshCommand": program, "core.gitProxy": program })) },
  { name: "core.askPass", arrange: configure((program) => ({ "core.askPass": program, "credential.helper": `!${program}` })) },
  { name: "core.alternateRefsCommand", arrange: configure((program) => ({ "core.alternateRefsCommand": program })) },
  { name: "core.attributesFile", arrange: configure((program) => ({ "core.attributesFile": program, "core.excludesFile": program })) },
  { name: "core.quotePath, core.abbrev", arrange: configure(() => ({ "core.quotePath": "false", "core.abbrev": "4" })) },
  { name: "core.symlinks, core.fileMode", arrange: configure(() => ({ "core.symlinks": "false", "core.fileMode": "false", "core.ignoreCase": "true" })) },
  { name: "core.autocrlf", arrange: configure(() => ({ "core.autocrlf": "true", "core.safecrlf": "true", "core.eol": "crlf" })) },
  { name: "core.bigFileThreshold", arrange: configure(() => ({ "core.bigFileThreshold": "1", "core.packedGitLimit": "1", "core.deltaBaseCacheLimit": "1" })) },
  { name: "core.compression", arrange: configure(() => ({ "core.compression": "0", "core.looseCompression": "0" })) },
  { name: "core.useReplaceRefs", arrange: configure(() => ({ "core.useReplaceRefs": "true" })) },
  { name: "core.worktree", arrange: configure(() => ({ "core.worktree": "/" })) },
  { name: "core.bare", arrange: configure(() => ({ "core.bare": "true" })) },
  { name: "core.repositoryFormatVersion", arrange: configure(() => ({ "core.repositoryFormatVersion": "99" })), code: 3, says: "Nothing counts as checked" },
  {
    name: "extensions.unheardOf",
    arrange: configure(() => ({ "core.repositoryFormatVersion": "1", "extensions.unheardOf": "true" })),
    code: 3,
    says: "Nothing counts",
  },
  {
    name: "extensions.worktreeConfig",
    arrange(guarded, program) {
      guarded.git("config", "extensions.worktreeConfig", "true");
      guarded.git("config", "--worktree", "core.fsmonitor", program);
    },
  },
  {
    name: "include.path",
    arrange(guarded, program) {
      guarded.git("config", "include.path", guarded.write("../included", `[core]\n\tfsmonitor = ${program}\n[diff]\n\texternal = ${program}\n`));
    },
  },
  {
    name: "includeIf",
    arrange(guarded, program) {
      guarded.git("config", "includeIf.gitdir:/.path", guarded.write("../included", `[core]\n\tfsmonitor = ${program}\n`));
    },
  },
  { name: "diff.external", arrange: configure((program) => ({ "diff.external": program, "diff.guitool": program, "difftool.any.cmd": program })) },
  {
    name: "diff.noprefix and its like",
    arrange: configure(() => ({
      "diff.noprefix": "true",
      "diff.renames": "copies",
      "diff.relative": "true",
      "diff.context": "9",
      "diff.orderFile": "nowhere",
    })),
  },
  { name: "diff.ignoreSubmodules", arrange: configure(() => ({ "diff.ignoreSubmodules": "all", "submodule.recurse": "true", "diff.submodule": "log" })) },
  { name: "color.ui", arrange: configure(() => ({ "color.ui": "always", "color.diff": "always", "column.ui": "always", "diff.colorMoved": "zebra" })) },
  {
    name: "an alias",
    arrange: configure((program) => ({ "alias.diff-index": `!${program}`, "alias.cat-file": `!${program}`, "alias.ls-files": `!${program}` })),
  },
  { name: "gpg.program", arrange: configure((program) => ({ "gpg.program": program, "commit.gpgSign": "true", "gpg.format": "openpgp" })) },
  { name: "url.insteadOf", arrange: configure((program) => ({ [`url.ext::${program}.insteadOf`]: "https://", "protocol.ext.allow": "always" })) },
  { name: "trace2", arrange: configure(() => ({ "trace2.eventTarget": "/nowhere", "trace2.normalTarget": "1" })) },
  { name: "maintenance.auto", arrange: configure((program) => ({ "gc.auto": "1", "maintenance.auto": "true", "gc.recentObjectsHook": program })) },
  {
    name: "uploadpack of a promisor that a missing object would be fetched from",
    arrange(guarded, program) {
      configure(() => ({
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": guarded.dir,
        "remote.origin.uploadpack": program,
      }))(guarded, program);
      guarded.git("update-index", "--add", "--cacheinfo", `100644,${"1".repeat(40)},src/missing.ts`);
    },
    says: "src/missing.ts: its content (blob 111111111111) is not in the repository",
  },
  { name: "configuration that is none", arrange: (guarded) => void guarded.write(".git/config", "[core\n"), code: 3, says: "Nothing counts as checked" },
];
