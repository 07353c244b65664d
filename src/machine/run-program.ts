import { win32 } from "node:path";

/** Runs a program that belongs to the operating system and gives what it printed. Rejects where it fails or takes longer than three seconds. */
export type RunProgram = (program: string, args: readonly string[]) => Promise<string>;

/** Takes Windows' programs from its own folder: the current one, which Windows would search first, belongs to others. */
export const runProgram: RunProgram = (program, args) => {
  const path = process.platform === "win32" ? win32.join(process.env.SystemRoot ?? "C:\\Windows", "System32", program) : program;
  // Loaded here, because in a commit no program is run, and with its streams this takes 5 ms.
  const { execFile } = process.getBuiltinModule("node:child_process");
  return new Promise((resolve, reject) => {
    execFile(path, args, { timeout: 3000, windowsHide: true, encoding: "latin1", maxBuffer: 1 << 20 }, (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    );
  });
};
