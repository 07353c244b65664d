import { buffer } from "node:stream/consumers";
import { isatty } from "node:tty";
import type { Delivery, TerminalIo } from "./io.ts";
import { toLocalCommands } from "./local-command.ts";

/** The real world. The only file of the command line that touches the process. */
export function createProcessIo(): TerminalIo {
  const { stdout, stderr } = process;
  const cwd = process.cwd();
  const interrupt = new AbortController();
  process.once("SIGINT", () => {
    interrupt.abort();
    // Work that is still under way then ends as if nobody had listened, which a second Ctrl-C does at once.
    setTimeout(() => process.kill(process.pid, "SIGINT"), 500).unref();
  });

  const pending: Promise<unknown>[] = [];
  let failure: string | undefined;
  const write = (stream: NodeJS.WriteStream, text: string, onError: (error: NodeJS.ErrnoException) => void): void => {
    const { promise, resolve } = Promise.withResolvers<void>();
    pending.push(promise);
    stream.write(toLocalCommands(text, cwd), (error) => {
      if (error) onError(error);
      resolve();
    });
  };
  const noteFailure = (error: NodeJS.ErrnoException): void => {
    failure ??= error.code ?? error.name;
  };
  // Errors arrive at the write's callback as well; without a listener they would end the process.
  stdout.on("error", noteFailure);
  stderr.on("error", () => {});

  return {
    cwd,
    env: process.env,
    columns: stdout.isTTY ? stdout.columns : null,
    progressStream: stderr.isTTY ? stderr : null,
    signal: interrupt.signal,
    stdout: (text) => write(stdout, text, noteFailure),
    stderr: (text) => write(stderr, text, () => {}),
    ...(isatty(0) && stderr.isTTY ? { confirm: askOnTerminal } : {}),
    readStdin: () => buffer(process.stdin),
    settle: async () => {
      await Promise.all(pending);
      return toDelivery(failure);
    },
  };
}

/** EPIPE: the reader has closed its end; Windows calls it EOF. */
function toDelivery(failure: string | undefined): Delivery {
  if (failure === undefined) return { kind: "delivered" };
  return failure === "EPIPE" || failure === "EOF" ? { kind: "reader-left" } : { kind: "lost", code: failure };
}

async function askOnTerminal(question: string): Promise<boolean> {
  const { createInterface } = await import("node:readline/promises");
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(?:es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } catch {
    // Ctrl-C or a closed input: no.
    return false;
  } finally {
    terminal.close();
  }
}
