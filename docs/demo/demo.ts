/** `npm run demo`: the main job on a sample repository, through real git. It ends in 1 where anything went otherwise than it says. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { styleText } from "node:util";
import { type SimpleGit, simpleGit } from "simple-git";
import { runBot, withFolders, writeNonce } from "./machine.ts";
import { mended, mistakes, start, write } from "./sample.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const base = realpathSync(mkdtempSync(join(tmpdir(), "guard-demo-")));
const folder = join(base, "sample");
const surprises: string[] = [];

try {
  await demonstrate();
} finally {
  rmSync(base, { recursive: true, force: true });
}
for (const surprise of surprises) console.log(styleText("red", surprise));
if (surprises.length > 0) process.exitCode = 1;

async function demonstrate(): Promise<void> {
  mkdirSync(folder);
  const git = simpleGit(folder);
  await git.init();
  await git.addConfig("user.name", "Demo");
  await git.addConfig("user.email", "demo@example.com");
  write(folder, start);
  writeNonce(folder);
  link();

  say("1. A repository like the user's. One command sets Guard up.");
  run("node_modules/.bin/guard", ["init", "--yes", "--preset", "vibetech"]);
  write(folder, { "guard.config.json": withFolders(readFileSync(join(folder, "guard.config.json"), "utf8")) });
  await commit(git, "The first commit is clean", true);

  say("2. A cloud key pair, a private key, a production file with the development database, a database on the wrong drive: staged by mistake.");
  write(folder, mistakes);
  await git.raw("add", "--force", ...Object.keys(mistakes));
  await commit(git, "Upload reports", false);

  say("3. The same mistakes left out of the index: only what is staged counts.");
  await git.raw("reset", "--quiet");
  write(folder, { "apps/web/src/main.ts": 'export const title = "Sample, revised";\n' });
  await git.add("apps/web/src/main.ts");
  await commit(git, "Revise the title", true);

  say("4. Mended: keys out of the environment, the database where the policy wants it. The production file stays on this machine.");
  write(folder, mended);
  await git.add(Object.keys(mended));
  await commit(git, "Upload reports", true);

  say("5. The trading bot could not close its positions, as on 13 October 2025. None of its orders has the status 'failed'; Guard counts them all the same.");
  runBot(base, "failing");
  write(folder, { "projects/crypto-enhanced/config.py": 'LOG_LEVEL = "DEBUG"\n' });
  await git.add("projects/crypto-enhanced/config.py");
  await commit(git, "Log more", false);

  say("6. The commit that mends the bot cannot wait for the bot to be well: acknowledged for two hours, with a reason, and said in every run until then.");
  run("node_modules/.bin/guard", ["ack", "trading/failed-orders", "--for", "2h", "--reason", "this commit mends the bot"]);
  await commit(git, "Log more", true);

  say("7. The mended bot.");
  runBot(base, "mended");
  write(folder, { "projects/crypto-enhanced/config.py": 'LOG_LEVEL = "INFO"\n' });
  await git.add("projects/crypto-enhanced/config.py");
  await commit(git, "Log less", true);
  run("node_modules/.bin/guard", ["status"]);
  console.log(`\n${(await git.raw("log", "--oneline", "--stat", "--format=%h %s")).trimEnd()}`);
}

/** What `npm install` would do: the package in node_modules, its command in .bin. */
function link(): void {
  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  mkdirSync(join(folder, "node_modules/@vibetech"));
  symlinkSync(project, join(folder, "node_modules/@vibetech/guard"), "junction");
  if (process.platform !== "win32") symlinkSync("../@vibetech/guard/hooks/guard.cjs", join(folder, "node_modules/.bin/guard"));
}

async function commit(git: SimpleGit, message: string, shouldPass: boolean): Promise<void> {
  if (shouldPass && (await git.raw("rev-parse", "--verify", "-q", "HEAD").catch(() => "")) === "") await git.add(".");
  const passed = run("git", ["commit", "--quiet", "-m", message]) === 0;
  console.log(styleText(passed ? "green" : "red", passed ? "   committed" : "   not committed"));
  if (passed !== shouldPass) surprises.push(`"${message}" should ${shouldPass ? "" : "not "}have been committed.`);
}

function run(program: string, args: readonly string[]): number | null {
  console.log(
    styleText("bold", `$ ${program.replace("node_modules/.bin/", "npx --no ")} ${args.map((arg) => (arg.includes(" ") ? `"${arg}"` : arg)).join(" ")}`),
  );
  const isOwn = program !== "git";
  return spawnSync(isOwn ? process.execPath : program, isOwn ? [join(folder, program), ...args] : args, {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
    env: cleanEnvironment(),
  }).status;
}

/** Nothing of the hook or the npm script that this may have been started from. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:GIT_|HUSKY|npm_)/i.test(name)));
}

function say(text: string): void {
  console.log(`\n${styleText("cyan", text)}`);
}
