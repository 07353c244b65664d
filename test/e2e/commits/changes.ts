import { chmodSync, mkdirSync, rmSync, symlinkSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { secretLines } from "../guarded.ts";
import { BEFORE, commitStaged, type Flow, stage } from "./flow.ts";

const LONG = "export const line = 1;\n".repeat(20);

/** What becomes of a file. */
export const changes: readonly Flow[] = [
  { name: "the very first commit", hook: "pre-commit", unborn: true, commit: commitStaged },
  {
    name: "the first commit of an orphan branch: all of it is new",
    hook: "pre-commit",
    commit(guarded, content) {
      guarded.commit({ "src/app.ts": content });
      guarded.git("checkout", "--quiet", "--orphan", "fresh");
      return guarded.tryGit("commit", "-m", "Change");
    },
  },
  { name: "a new file", hook: "pre-commit", path: "src/new.ts", commit: (guarded, content) => commitStaged(guarded, content, "src/new.ts") },
  {
    name: "an edit beside what stood there before",
    hook: "pre-commit",
    finds: "older",
    commit(guarded, content) {
      guarded.commit({ "src/app.ts": content });
      return commitStaged(guarded, `${content}export const further = 1;\n`);
    },
  },
  {
    name: "a rename with an edit",
    hook: "pre-commit",
    path: "src/renamed.ts",
    commit(guarded, content) {
      guarded.git("mv", "src/app.ts", "src/renamed.ts");
      return commitStaged(guarded, content, "src/renamed.ts");
    },
  },
  {
    name: "a rename",
    hook: "pre-commit",
    finds: "older",
    path: "src/renamed.ts",
    commit(guarded, content) {
      guarded.commit({ "src/app.ts": content });
      guarded.git("mv", "src/app.ts", "src/renamed.ts");
      return guarded.tryGit("commit", "-m", "Change");
    },
  },
  {
    name: "a rename with an edit elsewhere",
    hook: "pre-commit",
    finds: "older",
    path: "src/renamed.ts",
    commit(guarded, content) {
      guarded.commit({ "src/app.ts": `${content}${LONG}` });
      guarded.git("mv", "src/app.ts", "src/renamed.ts");
      return commitStaged(guarded, `${content}${LONG}export const further = 1;\n`, "src/renamed.ts");
    },
  },
  {
    name: "a copy",
    hook: "pre-commit",
    path: "src/copy.ts",
    commit(guarded, content) {
      guarded.commit({ "src/app.ts": content });
      return commitStaged(guarded, content, "src/copy.ts");
    },
  },
  {
    name: "a blob that is packed already",
    hook: "pre-commit",
    commit(guarded, content) {
      guarded.git("hash-object", "-w", guarded.write("../content", content));
      guarded.git("update-ref", "refs/kept", guarded.git("hash-object", "-w", "../content"));
      guarded.git("repack", "--quiet", "-a", "-d");
      guarded.git("prune-packed");
      return commitStaged(guarded, content);
    },
  },
  {
    name: "a mode, with an edit",
    hook: "pre-commit",
    commit(guarded, content) {
      stage(guarded, content);
      guarded.git("update-index", "--chmod=+x", "src/app.ts");
      return guarded.tryGit("commit", "-m", "Change");
    },
  },
  {
    name: "a mode alone",
    hook: "pre-commit",
    finds: "older",
    commit(guarded, content) {
      guarded.commit({ "src/app.ts": content });
      chmodSync(join(guarded.dir, "src/app.ts"), 0o755);
      return guarded.tryGit("commit", "-a", "-m", "Change");
    },
  },
  {
    name: "a symbolic link, by where it points",
    hook: "pre-commit",
    path: "link",
    commit(guarded, content) {
      guarded.write("src/other.ts", secretLines());
      symlinkSync(content, join(guarded.dir, "link"));
      symlinkSync("src/other.ts", join(guarded.dir, "harmless"));
      guarded.git("add", "link", "harmless");
      return guarded.tryGit("commit", "-m", "Change");
    },
  },
  {
    name: "a file that becomes a symbolic link",
    hook: "pre-commit",
    commit(guarded, content) {
      unlinkSync(join(guarded.dir, "src/app.ts"));
      symlinkSync(content, join(guarded.dir, "src/app.ts"));
      return guarded.tryGit("commit", "-a", "-m", "Change");
    },
  },
  {
    name: "a symbolic link that becomes a file",
    hook: "pre-commit",
    commit(guarded, content) {
      unlinkSync(join(guarded.dir, "src/app.ts"));
      symlinkSync("other.ts", join(guarded.dir, "src/app.ts"));
      guarded.commit();
      unlinkSync(join(guarded.dir, "src/app.ts"));
      return commitStaged(guarded, content);
    },
  },
  {
    name: "a folder in place of a file",
    hook: "pre-commit",
    path: "src/app.ts/index.ts",
    commit(guarded, content) {
      rmSync(join(guarded.dir, "src/app.ts"));
      mkdirSync(join(guarded.dir, "src/app.ts"));
      return commitStaged(guarded, content, "src/app.ts/index.ts");
    },
  },
  {
    name: "intent to add, then all of it",
    hook: "pre-commit",
    path: "src/new.ts",
    commit(guarded, content) {
      guarded.write("src/new.ts", content);
      guarded.git("add", "--intent-to-add", "src/new.ts");
      return guarded.tryGit("commit", "-a", "-m", "Change");
    },
  },
  {
    name: "intent to add, then part of it",
    hook: "pre-commit",
    path: "src/new.ts",
    commit(guarded, content) {
      guarded.write("src/new.ts", content);
      guarded.git("add", "--intent-to-add", "src/new.ts");
      guarded.run("sh", "-c", "yes | git add --patch src/new.ts");
      guarded.write("src/new.ts", "");
      return guarded.tryGit("commit", "-m", "Change");
    },
  },
  {
    name: "intent to add, which no commit holds",
    hook: "pre-commit",
    finds: "nothing",
    path: "src/other.ts",
    commit(guarded, content) {
      guarded.write("src/new.ts", content);
      guarded.git("add", "--intent-to-add", "src/new.ts");
      return commitStaged(guarded, "export const more = 2;\n", "src/other.ts");
    },
  },
  {
    name: "an ignored file, added by force",
    hook: "pre-commit",
    path: "out/app.ts",
    commit(guarded, content) {
      guarded.commit({ ".gitignore": `${guarded.read(".gitignore")}out/\n` });
      guarded.write("out/app.ts", content);
      guarded.git("add", "--force", "out/app.ts");
      return guarded.tryGit("commit", "-m", "Change");
    },
  },
  {
    name: "line ends that git changes",
    hook: "pre-commit",
    commit(guarded, content) {
      guarded.git("config", "core.autocrlf", "true");
      return commitStaged(guarded, content.replaceAll("\n", "\r\n"));
    },
  },
  {
    name: "an encoding that git changes",
    hook: "pre-commit",
    path: "src/wide.txt",
    commit(guarded, content) {
      guarded.commit({ ".gitattributes": "*.txt working-tree-encoding=UTF-16LE-BOM\n" });
      guarded.write("src/wide.txt", Buffer.from(`\ufeff${content}`, "utf16le"));
      guarded.git("add", "src/wide.txt");
      return guarded.tryGit("commit", "-m", "Change");
    },
  },
  {
    name: "a filter that puts it in",
    hook: "pre-commit",
    commit(guarded, content) {
      guarded.commit({ ".gitattributes": "src/app.ts filter=reveal\n" });
      guarded.git("config", "filter.reveal.clean", `cat '${guarded.write("../content", content)}'`);
      return commitStaged(guarded, `${BEFORE}hidden\n`);
    },
  },
  {
    name: "attributes that hide it from every diff",
    hook: "pre-commit",
    commit(guarded, content) {
      guarded.write(".gitattributes", "* -diff -text binary\n");
      guarded.git("add", ".gitattributes");
      return commitStaged(guarded, content);
    },
  },
  {
    name: "attributes that hide it, and what stood there before",
    hook: "pre-commit",
    finds: "older",
    commit(guarded, content) {
      guarded.commit({ "src/app.ts": content, ".gitattributes": "* -diff binary\n" });
      return commitStaged(guarded, `${content}export const further = 1;\n`);
    },
  },
];
