import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, realpathSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Around all tests: what they call the folder for temporary files is one of this run alone, which goes when they end. Node keeps the code there that it
 * has compiled, so that of a hundred processes of the same program only the first one compiles it.
 */
export default function openRunFolder(): () => void {
  const folder = openInMemory() ?? openIn(tmpdir());
  for (const name of ["TMPDIR", "TEMP", "TMP"]) process.env[name] = folder;
  process.env.NODE_COMPILE_CACHE = join(folder, "node-compile-cache");
  return () => rmSync(folder, { recursive: true, force: true });
}

const openIn = (parent: string): string => realpathSync(mkdtempSync(join(parent, "guard-tests-")));

/** Where Linux has a file system in memory that is large enough and runs programs: a small file costs a tenth there. TMPDIR says that another place is wanted. */
function openInMemory(): string | undefined {
  const memory = "/dev/shm";
  if (process.env.TMPDIR !== undefined || process.platform !== "linux" || !existsSync(memory)) return undefined;
  const { bavail, bsize } = statfsSync(memory);
  if (Math.min(bavail * bsize, process.availableMemory()) < 4 * 2 ** 30) return undefined;
  const folder = openIn(memory);
  const script = join(folder, "can-run");
  writeFileSync(script, "#!/bin/sh\n", { mode: 0o755 });
  if (spawnSync(script).status === 0) return folder;
  rmSync(folder, { recursive: true });
  return undefined;
}
