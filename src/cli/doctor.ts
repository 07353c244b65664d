import type { ExitCode } from "../core/model.ts";
import { type Diagnosis, diagnose } from "../doctor/diagnose.ts";
import { mendTraps } from "../doctor/mend.ts";
import type { Trap } from "../doctor/trap.ts";
import { readRepository } from "../install/hooks-repository.ts";
import { withLockedRepository } from "../install/lock.ts";
import { formatJson } from "../report/json.ts";
import { tool } from "../report/tool.ts";
import type { Input } from "./command.ts";
import { formatDiagnosis } from "./doctor-text.ts";
import type { TerminalIo } from "./io.ts";
import { doctorText } from "./messages.ts";
import { toStyle } from "./style.ts";

/**
 * `guard doctor`: whether the hooks of this repository fire, proved by a canary. 1 where something is wrong, 3 where nothing is and the proof could not be made.
 * Throws `GuardError`: 2 without a repository, 3 where a file cannot be written.
 */
export async function run(input: Input, io: TerminalIo): Promise<ExitCode> {
  const { flags } = input;
  const before = flags.has("--fix") ? await withLockedRepository(io.cwd, io.env, (repository) => mendTraps(repository, io.env)) : [];
  if (!flags.has("--quiet")) io.stderr(`${doctorText.proving}\n`);
  const diagnosis = await diagnose(await readRepository(io.cwd, io.env), io.env);
  const mended = before.filter((trap) => !diagnosis.traps.some(({ id, message }) => id === trap.id && message === trap.message));
  const exitCode = toExitCode(diagnosis);
  if (flags.get("--format")?.[0] === "json") io.stdout(formatJson(toPublic(diagnosis, mended, exitCode)));
  else if (!flags.has("--quiet") || exitCode !== 0) {
    const { paint, width } = toStyle(input, io);
    io.stdout(formatDiagnosis(diagnosis, mended, exitCode, paint, width));
  }
  return exitCode;
}

function toExitCode({ traps, proofs }: Diagnosis): ExitCode {
  if (traps.some(({ level }) => level === "wrong") || proofs.some(({ outcome }) => outcome === "passed" || outcome === "failed")) return 1;
  return proofs.some(({ outcome }) => outcome === "unclear") ? 3 : 0;
}

function toPublic({ hooksFolder, proofs, traps }: Diagnosis, mended: readonly Trap[], exitCode: ExitCode) {
  const toPublicTrap = ({ id, level, message, fix, isMendable }: Trap) => ({ id, level, message, fix, mendable: isMendable });
  return {
    schema: "guard.doctor/1",
    tool,
    exitCode,
    hooksFolder,
    hooks: proofs.map(({ event, outcome, told }) => ({ event, outcome, told })),
    traps: traps.map(toPublicTrap),
    mended: mended.map(toPublicTrap),
  };
}
