import { spawnSync } from "node:child_process";

/** One thing to time: prepared anew before each run, which does not count. */
export interface Contender {
  readonly name: string;
  prepare(): void;
  run(): void;
}

/** Milliseconds of every round, by name, the contenders in turn within each round: the machine's moods hit all of them alike. The first round warms up. */
export function measure(contenders: readonly Contender[], rounds: number): Map<string, number[]> {
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round++) {
    for (const { name, prepare, run } of contenders) {
      prepare();
      const start = performance.now();
      run();
      if (round > 0) times.get(name)?.push(performance.now() - start);
    }
  }
  return times;
}

/** Milliseconds of processor time that this thread has taken so far. */
export function spentMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Runs a program; throws where it does not end as expected. */
export function run(
  program: string,
  args: readonly string[],
  cwd: string,
  expected: readonly number[] = [0],
  variables: Readonly<Record<string, string>> = {},
): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: "utf8", maxBuffer: 2 ** 28, env: { ...environment(), ...variables } });
  if (error) throw error;
  if (!expected.includes(status ?? -1)) throw new Error(`${program} ${args.join(" ")} ended with ${status} in ${cwd}\n${stdout}${stderr}`);
  return stdout;
}

/** This process's environment without git's and npm's variables. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:GIT_|HUSKY|npm_)/i.test(name));
  return { ...Object.fromEntries(kept), GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null" };
}

export function isPresent(program: string, args: readonly string[] = ["--version"]): boolean {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

/** A table on standard output: the first column to the left, the rest to the right. */
export function printTable(title: string, rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  console.log(`\n${title}\n`);
  for (const row of rows) console.log(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  "));
}
