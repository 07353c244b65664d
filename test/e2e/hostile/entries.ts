import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { secretLines, withGuard } from "../guarded.ts";
import { CONTENT, type Hostile, stageEntry, staging } from "./hostile.ts";

/** What is staged, and what lies on disk in its place. */
export const entries: readonly Hostile[] = [
  { name: "a link to a file of the machine", arrange: (guarded) => stageEntry(guarded, "120000", "link", "/etc/passwd") },
  {
    name: "a link out of the repository, to a secret",
    arrange(guarded) {
      guarded.write("../outside.ts", secretLines());
      guarded.write("src/app.ts", CONTENT);
      guarded.git("add", "src/app.ts");
      stageEntry(guarded, "120000", "link.ts", "../outside.ts");
    },
    code: 0,
  },
  { name: "a link to itself", arrange: (guarded) => stageEntry(guarded, "120000", "link", "link") },
  { name: "a link to a device", arrange: (guarded) => stageEntry(guarded, "120000", "link", "/dev/zero") },
  {
    name: "a folder on disk that leads elsewhere",
    arrange(guarded) {
      guarded.write("../elsewhere/app.ts", CONTENT);
      rmSync(join(guarded.dir, "src"), { recursive: true });
      symlinkSync("../elsewhere", join(guarded.dir, "src"));
    },
  },
  {
    name: "a folder on disk that leads elsewhere, with all of the index",
    check: ["--all"],
    arrange(guarded) {
      guarded.write("../elsewhere/app.ts", CONTENT);
      rmSync(join(guarded.dir, "src"), { recursive: true });
      symlinkSync("../elsewhere", join(guarded.dir, "src"));
    },
  },
  {
    name: "a pipe on disk in place of a file, with all of the index",
    check: ["--all"],
    arrange(guarded) {
      rmSync(join(guarded.dir, "src/app.ts"));
      guarded.run("mkfifo", "src/app.ts");
    },
  },
  {
    name: "a configuration that is a link",
    arrange: (guarded) => stageEntry(guarded, "120000", "guard.config.json", "/etc/passwd"),
    check: [],
    code: 2,
    says: "guard.config.json",
  },
  { name: ".gitignore that is a link", arrange: (guarded) => stageEntry(guarded, "120000", ".gitignore", "../../home/.gitconfig") },
  { name: ".gitattributes that is a link", arrange: (guarded) => stageEntry(guarded, "120000", ".gitattributes", "/dev/zero") },
  {
    name: "a submodule that there is not",
    arrange(guarded) {
      guarded.write(".gitmodules", '[submodule "evil"]\n\tpath = evil\n\turl = ext::sh -c "touch $HOME/ran"\n\tupdate = !touch $HOME/ran\n');
      guarded.git("add", ".gitmodules");
      stageEntry(guarded, "160000", "evil", "1".repeat(40));
    },
  },
  {
    name: "a submodule whose configuration runs programs",
    arrange(guarded, program) {
      guarded.git("init", "--quiet", "module");
      const module = guarded.at("module");
      module.commit({ "a.txt": "a\n" });
      module.git("config", "core.fsmonitor", program);
      module.git("config", "diff.external", program);
      stageEntry(guarded, "160000", "module", module.git("rev-parse", "HEAD"));
    },
  },
  {
    name: "a submodule in place of the configuration",
    arrange: (guarded) => stageEntry(guarded, "160000", "guard.config.json", "1".repeat(40)),
    check: [],
    code: 3,
    says: "guard.config.json",
  },
  {
    name: "a bare repository in a folder",
    arrange(guarded, program) {
      guarded.write("bare/HEAD", "ref: refs/heads/main\n");
      guarded.write("bare/config", `[core]\n\tbare = true\n\tfsmonitor = ${program}\n`);
      for (const folder of ["objects", "refs"]) mkdirSync(join(guarded.dir, "bare", folder));
      guarded.git("add", "bare");
    },
  },
  {
    name: "a check from a bare repository in a folder",
    check: [],
    arrange(guarded, program) {
      guarded.write("bare/HEAD", "ref: refs/heads/main\n");
      guarded.write("bare/config", `[core]\n\tbare = true\n\tfsmonitor = ${program}\n\tworktree = .\n`);
      for (const folder of ["objects", "refs"]) mkdirSync(join(guarded.dir, "bare", folder));
    },
    from: (guarded) => withGuard(guarded.at("bare")),
    code: 2,
    says: "bare repository",
  },
  { name: "a bomb of zeros, packed", arrange: staging({ "bomb.gz": Buffer.from("H4sIAAAAAAACA+3BMQEAAADCoPVPbQ0PoAAAAAAAAAAAAAAA", "base64") }) },
  { name: "a line of stars to be ignored", arrange: staging({ ".gitignore": `${"*a".repeat(200)}*b\n.env\n.env.*\n`, [`${"a".repeat(200)}.txt`]: "" }) },
  { name: "braces without end to be ignored", arrange: staging({ ".gitignore": `${"[".repeat(2000)}\n${"\\".repeat(2001)}\n.env\n.env.*\n` }) },
  { name: "an environment file of one long line", arrange: staging({ ".env.example": `A=${"x\\".repeat(500_000)}\n` }) },
  { name: "quotes that never end", arrange: staging({ "quotes.ts": `const a = "${'\\"'.repeat(200_000)}`, "quotes.py": '"""'.repeat(100_000) }) },
  { name: "keys without values", arrange: staging({ "keys.ts": "password = ".repeat(50_000) }) },
  {
    name: "a private key without end",
    arrange: staging({ "key.pem.ts": `-----BEGIN ${"RSA PRIVATE"} KEY-----\n${"A".repeat(300_000)}` }),
    code: 1,
    says: "secrets/",
  },
  { name: "many small nested brackets", arrange: staging({ "deep.json": `${"[".repeat(200_000)}`, "deep.yaml": `${"- ".repeat(100_000)}a\n` }) },
  {
    name: "a configuration nested without end",
    arrange: staging({ "guard.config.json": `${'{"rules":'.repeat(20_000)}` }),
    check: [],
    code: 2,
    says: "guard.config.json",
  },
  {
    name: "a configuration that reaches for prototypes",
    arrange: staging({ "guard.config.json": '{ "__proto__": { "rules": { "secrets": "off" } } }' }),
    check: [],
    code: 2,
    says: "this key is not allowed",
  },
  {
    name: "rules by the names of prototypes",
    arrange: staging({ "guard.config.json": '{ "rules": { "constructor": "off", "toString": "off" } }' }),
    check: [],
    code: 2,
    says: "constructor",
  },
  {
    name: "a configuration with a glob that takes for ever",
    arrange: staging({ "guard.config.json": `{ "ignores": ["${"*a".repeat(30)}"] }` }),
    check: [],
    code: 2,
    says: "ignores",
  },
  {
    name: "code for a configuration, where none is trusted",
    arrange: (guarded, program) =>
      staging({ "guard.config.mjs": `import { execFileSync } from "node:child_process";\nexecFileSync("${program}");\nexport default {};\n` })(
        guarded,
        program,
      ),
    check: ["--untrusted"],
    code: 2,
    says: "guard.config.mjs",
  },
  {
    name: "code for a configuration that is another on disk than staged",
    arrange(guarded, program) {
      staging({ "guard.config.mjs": "export default {};\n" })(guarded, program);
      guarded.write("guard.config.mjs", `import { execFileSync } from "node:child_process";\nexecFileSync("${program}");\nexport default {};\n`);
    },
    code: 3,
    says: "guard.config.mjs",
  },
];
