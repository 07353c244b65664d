import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Guarded } from "../guarded.ts";
import { CONTENT, type Hostile } from "./hostile.ts";

const STOPPED = { code: 3, says: "Nothing counts as checked" } as const;

function treeOf(guarded: Guarded, entries: string): string {
  return guarded.run("sh", "-c", `git mktree <'${guarded.write("../tree", entries)}'`).stdout.trim();
}

/** HEAD has a tree that no checkout would make. */
function headOf(entries: (blob: string) => string): Hostile["arrange"] {
  return (guarded) => {
    const blob = guarded.git("rev-parse", "HEAD:src/app.ts");
    const app = treeOf(guarded, `100644 blob ${blob}\tapp.ts\n`);
    const tree = treeOf(guarded, `${entries(blob)}040000 tree ${app}\tsrc\n`);
    guarded.git("update-ref", "HEAD", guarded.git("commit-tree", "-m", "Hostile", tree));
  };
}

/** Git's own folder, made by somebody else. */
export const repository: readonly Hostile[] = [
  {
    name: "hooks that git runs when it writes",
    arrange(guarded, program) {
      for (const hook of ["post-index-change", "reference-transaction", "fsmonitor-watchman", "post-checkout"])
        guarded.write(`.git/hooks/${hook}`, `#!/bin/sh\n${program}\n`, 0o755);
    },
  },
  {
    name: "a replaced blob",
    arrange(guarded) {
      const harmless = guarded.git("hash-object", "-w", guarded.write("../content", CONTENT));
      guarded.git("replace", guarded.git("rev-parse", ":src/app.ts"), harmless);
    },
  },
  {
    name: "a replaced HEAD",
    arrange(guarded) {
      const staged = guarded.git("commit-tree", "-m", "The same as staged", guarded.git("write-tree"));
      guarded.git("replace", "HEAD", staged);
    },
  },
  {
    name: "grafts",
    arrange: (guarded) => void guarded.write(".git/info/grafts", `${guarded.git("rev-parse", "HEAD")} ${"1".repeat(40)}\n`),
  },
  {
    name: "a branch and a tag named HEAD",
    arrange(guarded) {
      const staged = guarded.git("commit-tree", "-m", "The same as staged", guarded.git("write-tree"));
      for (const ref of ["refs/heads/HEAD", "refs/tags/HEAD", "refs/remotes/HEAD"]) guarded.git("update-ref", ref, staged);
    },
  },
  { name: "a file named HEAD", arrange: (guarded) => void guarded.write("HEAD", "ref: refs/heads/other\n") },
  {
    name: "a MERGE_HEAD that is no parent",
    arrange: (guarded) => void guarded.write(".git/MERGE_HEAD", "-x\n--output=ran\n$(touch ran)\n"),
  },
  { name: "a MERGE_HEAD that is not there", arrange: (guarded) => void guarded.write(".git/MERGE_HEAD", `${"1".repeat(40)}\n`), ...STOPPED },
  { name: "a HEAD that leads out", arrange: (guarded) => void guarded.write(".git/HEAD", "ref: ../../outside\n"), ...STOPPED },
  { name: "a HEAD that is a name with options", arrange: (guarded) => void guarded.write(".git/HEAD", "ref: refs/heads/--output=ran\n") },
  { name: "an index that is none", arrange: (guarded) => void guarded.write(".git/index", "DIRC\0\0\0\u0002"), ...STOPPED },
  {
    name: "an index whose last byte is another",
    arrange(guarded) {
      const file = join(guarded.dir, ".git/index");
      const index = Buffer.from(guarded.read(file), "latin1");
      writeFileSync(file, Buffer.concat([index.subarray(0, -1), Buffer.from([1])]));
    },
    ...STOPPED,
  },
  {
    name: "a split index whose other half is gone",
    arrange(guarded) {
      guarded.git("update-index", "--split-index");
      guarded.run("sh", "-c", "rm .git/sharedindex.*");
    },
    ...STOPPED,
  },
  {
    name: ".git that is a file and leads to theirs",
    arrange(guarded, program) {
      guarded.git("init", "--quiet", "--separate-git-dir", "../theirs");
      guarded.git("config", "core.fsmonitor", program);
    },
    check: [],
  },
  {
    name: "objects that lie elsewhere",
    arrange: (guarded) => void guarded.write(".git/objects/info/alternates", "/nowhere\n../../nothing\n"),
  },
  {
    name: "a blob that unpacks without end",
    arrange(guarded) {
      const oid = guarded.git("rev-parse", ":src/app.ts");
      const file = join(guarded.dir, ".git/objects", oid.slice(0, 2), oid.slice(2));
      rmSync(file);
      writeFileSync(file, process.getBuiltinModule("node:zlib").deflateSync(Buffer.concat([Buffer.from("blob 10\0"), Buffer.alloc(2 ** 24)])));
    },
    ...STOPPED,
  },
  {
    name: "a blob that is a tree",
    arrange(guarded) {
      guarded.git("update-index", "--add", "--cacheinfo", `100644,${guarded.git("rev-parse", "HEAD:src")},src/tree.ts`);
    },
    says: "src/tree.ts: git holds no file content there but a tree",
  },
  { name: "a HEAD with .git in its tree", arrange: headOf((blob) => `100644 blob ${blob}\t.git\n`) },
  { name: "a HEAD with .. in its tree", arrange: headOf((blob) => `100644 blob ${blob}\t..\n`) },
  { name: "a HEAD with a name of 200 KB in its tree", arrange: headOf((blob) => `100644 blob ${blob}\t${"a".repeat(200_000)}\n`) },
  { name: "a HEAD with one name twice in its tree", arrange: headOf((blob) => `100644 blob ${blob}\ta\n100644 blob ${blob}\ta\n`) },
  {
    name: "a HEAD with a mode that there is not in its tree",
    arrange(guarded) {
      const blob = Buffer.from(guarded.git("rev-parse", "HEAD:src/app.ts"), "hex");
      const raw = guarded.write("../tree", Buffer.concat([Buffer.from("170000 odd\0"), blob]));
      const tree = guarded.git("hash-object", "-t", "tree", "--literally", "-w", raw);
      guarded.git("update-ref", "HEAD", guarded.git("commit-tree", "-m", "Hostile", tree));
    },
  },
];
