import { statSync } from "node:fs";

/** A file system's clock may stand still this long: a file written to more recently may change again under the same mtime. */
const CLOCK_STEP_MS = 20;
const TRIES = 3;

/**
 * Does something with a database, and what lies beside it, while nobody writes to them. `null` where somebody did, three times over; then nothing that
 * was done counts. Throws what the file system throws, and what `run` throws while all was quiet.
 */
export async function whileQuiet<T>(path: string, run: () => T | Promise<T>): Promise<{ readonly value: T } | null> {
  for (let tries = 0; tries < TRIES; tries++) {
    if (Date.now() - readState(path).newest < CLOCK_STEP_MS) await new Promise((resolve) => setTimeout(resolve, CLOCK_STEP_MS));
    const before = readState(path);
    const isQuiet = (): boolean => readState(path).text === before.text;
    try {
      const value = await run();
      if (isQuiet()) return { value };
    } catch (error) {
      if (isQuiet()) throw error;
    }
  }
  return null;
}

/** Identity, size and time of the database and of what lies beside it; `newest`: when one of them was written to last, milliseconds since the epoch. */
function readState(path: string): { readonly text: string; readonly newest: number } {
  const stats = ["", "-wal", "-shm", "-journal"].map((suffix) => statSync(path + suffix, { bigint: true, throwIfNoEntry: false }));
  return {
    text: stats.map((stat) => (stat ? `${stat.ino} ${stat.size} ${stat.mtimeNs}` : "none")).join("|"),
    newest: Math.max(...stats.map((stat) => (stat ? Number(stat.mtimeMs) : 0))),
  };
}
