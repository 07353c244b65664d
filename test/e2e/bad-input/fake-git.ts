import { dirname, join } from "node:path";
import { type Guarded, withGuard } from "../guarded.ts";

/**
 * The same repository with another git first on PATH: a Node program that calls the real one. `onVerb` is its JavaScript for one verb
 * (`ls-files`), in which `real` is the real git, already started, its output a pipe; every other verb is the real one's alone.
 */
export function withFakeGit(guarded: Guarded, verb: string, onVerb: string): Guarded {
  const real = guarded.run("sh", "-c", "command -v git").stdout.trim();
  const program = join(dirname(guarded.home), "fake", "git");
  guarded.write(
    program,
    `#!${process.execPath}
const { spawn } = require("node:child_process");
const args = process.argv.slice(2);
const isMeant = args.includes(${JSON.stringify(verb)});
const real = spawn(${JSON.stringify(real)}, args, { stdio: ["inherit", isMeant ? "pipe" : "inherit", "inherit"] });
if (isMeant) { ${onVerb} }
else real.on("close", (code) => process.exit(code));
`,
    0o755,
  );
  return withGuard(guarded.at(".", { PATH: `${dirname(program)}:${guarded.env.PATH}` }));
}

/** Passes `bytes` bytes on and dies by a signal, as a git does that runs out of memory; earlier where there are not so many. */
export const diesAfter = (bytes: number): string => `
  let left = ${bytes};
  const die = () => process.kill(process.pid, "SIGKILL");
  real.stdout.on("data", (chunk) => {
    process.stdout.write(chunk.subarray(0, left));
    left -= chunk.length;
    if (left <= 0) die();
  });
  if (left === 0) die();
  real.on("close", die);`;

/** Passes on so much and ends as if that had been all. */
export const endsAfter = (bytes: number): string => `
  let left = ${bytes};
  real.stdout.on("data", (chunk) => {
    process.stdout.write(chunk.subarray(0, Math.max(0, left)));
    left -= chunk.length;
    if (left <= 0) process.exit(0);
  });
  real.on("close", () => process.exit(0));`;
