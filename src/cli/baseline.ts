import { formatList, LIST_FILES } from "../core/exemptions/list.ts";
import type { ExitCode } from "../core/model.ts";
import { findOld, toBaseline } from "../findings-to-record.ts";
import { findRepository } from "../git/repository.ts";
import { createGit } from "../git/run.ts";
import type { Input } from "./command.ts";
import { openLists, writeList } from "./exemption-files.ts";
import type { TerminalIo } from "./io.ts";
import { baselineText } from "./messages.ts";

/**
 * `guard baseline`: records in `.guard/baseline.json` what stands in the repository already, and takes out what is gone. What is only staged is no old
 * finding. Throws `GuardError`: 2 outside a repository, 3 where something could not be judged or written.
 */
export async function run({ flags }: Input, io: TerminalIo): Promise<ExitCode> {
  const { root } = await findRepository(createGit(io.cwd, io.env));
  const configPath = flags.get("--config")?.[0];
  const { old, fresh } = await findOld({
    cwd: io.cwd,
    env: io.env,
    untrusted: flags.has("--untrusted"),
    signal: io.signal,
    ...(configPath === undefined ? {} : { configPath }),
  });
  const { baseline, salt } = openLists(root);
  const say = flags.has("--quiet") ? () => undefined : io.stdout;
  if (fresh > 0) io.stderr(`${baselineText.fresh(fresh)}\n`);
  if (old.length + baseline.entries.length + baseline.faults.length === 0) say(`${baselineText.nothing}\n`);
  else if (flags.has("--dry-run")) io.stdout(formatList("baseline", salt, toBaseline(old, salt)));
  else {
    const entries = toBaseline(old, salt);
    await writeList(root, "baseline", salt, entries);
    say(`${baselineText.written(LIST_FILES.baseline, entries.length, baseline.entries.length)}\n`);
  }
  return 0;
}
