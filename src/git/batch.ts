import { GuardError } from "../core/model.ts";
import type { Git } from "./run.ts";

/** What `cat-file --batch` says of one request. */
export type BatchEvent =
  | { readonly kind: "object"; readonly request: number; readonly oid: string; readonly type: string; readonly size: number }
  | { readonly kind: "data"; readonly request: number; readonly bytes: Uint8Array }
  | { readonly kind: "end"; readonly request: number }
  | { readonly kind: "missing"; readonly request: number };

const LF = 10;
const MAX_HEADER = 4096;

/**
 * Takes the output of `cat-file --batch` apart, in pieces of any size. For each request, in order:
 *
 *     OID SP TYPE SP SIZE LF bytes LF        or        REQUEST SP "missing" LF
 *
 * Throws `GuardError` (3) where it is anything else; `end` throws where it broke off.
 */
export class BatchFramer {
  #request = 0;
  #header = "";
  /** Bytes of the object that are still to come; -1 while a header is read. */
  #rest = -1;

  push(chunk: Uint8Array): BatchEvent[] {
    const events: BatchEvent[] = [];
    let at = 0;
    while (at < chunk.length) {
      if (this.#rest < 0) at = this.#readHeader(chunk, at, events);
      else if (this.#rest > 0) {
        const bytes = chunk.subarray(at, at + this.#rest);
        events.push({ kind: "data", request: this.#request, bytes });
        this.#rest -= bytes.length;
        at += bytes.length;
      } else {
        if (chunk[at] !== LF) throw broken("an object is longer than announced");
        events.push({ kind: "end", request: this.#request++ });
        this.#rest = -1;
        at++;
      }
    }
    return events;
  }

  /** Call at the end of the output. `requests`: how many were made. */
  end(requests: number): void {
    if (this.#rest >= 0 || this.#header !== "" || this.#request !== requests) throw broken("the answer broke off");
  }

  #readHeader(chunk: Uint8Array, from: number, events: BatchEvent[]): number {
    const lf = chunk.indexOf(LF, from);
    this.#header += Buffer.from(chunk.subarray(from, lf < 0 ? chunk.length : lf)).toString("latin1");
    if (this.#header.length > MAX_HEADER) throw broken("a header has no end");
    if (lf < 0) return chunk.length;
    const header = this.#header;
    this.#header = "";
    const found = /^([0-9a-f]{40}|[0-9a-f]{64}) ([a-z]+) ([0-9]+)$/.exec(header);
    if (found) {
      this.#rest = Number(found[3]);
      events.push({ kind: "object", request: this.#request, oid: found[1] ?? "", type: found[2] ?? "", size: this.#rest });
    } else if (/ (?:missing|ambiguous)$/.test(header)) events.push({ kind: "missing", request: this.#request++ });
    else throw broken("a header makes no sense");
    return lf + 1;
  }
}

function broken(how: string): GuardError {
  return new GuardError(3, "git-broke-off", `git cat-file did not answer whole: ${how}.`, "Try again; git fsck may tell more.");
}

/** One `cat-file --batch`: started early, asked when names are known, and asked again. Answers come in the order of the requests. */
export interface Batch {
  /** Object ids, or names such as `HEAD:guard.config.json` (without a line feed). */
  request(names: readonly string[]): void;
  /** Hands over the answers to the next `count` requests, waiting for the handler. Throws `GuardError` (3) where they do not come whole. */
  answers(count: number, handle: (event: BatchEvent) => Promise<void> | void): Promise<void>;
  /** No more requests. Throws `GuardError` (3) unless every answer came whole and git ended well. */
  close(): Promise<void>;
  /** In place of `close` where nobody wants the answers any more: ends git, however much of them is still to come. */
  abandon(): void;
}

/** `many`: git may hold answers back until its buffer is full or `request` was called for the last time; faster for thousands. */
export function openBatch(git: Git, many = false): Batch {
  const { stdin, stdout, done, expectOutput } = git.start("cat-file", many ? ["--batch", "--buffer"] : ["--batch"]);
  // Looked at in `close`; a git that dies earlier must not end the process as an unhandled rejection.
  done.catch(() => undefined);
  const chunks = readChunks(stdout);
  const nextChunk = async (): Promise<Buffer | null> => {
    const isHere = expectOutput();
    return chunks.next().finally(isHere);
  };
  const framer = new BatchFramer();
  const waiting: BatchEvent[] = [];
  let requests = 0;
  const brokeOff = async (): Promise<GuardError> =>
    done.then(
      () => broken("the answer broke off"),
      (error: GuardError) => error,
    );
  return {
    request(names) {
      requests += names.length;
      if (names.length > 0) stdin.write(`${names.join("\n")}\n`);
      if (many) stdin.end();
    },
    async answers(count, handle) {
      for (let left = count; left > 0; ) {
        const event = waiting.shift();
        if (!event) {
          const chunk = await nextChunk();
          if (!chunk) throw await brokeOff();
          waiting.push(...framer.push(chunk));
          continue;
        }
        if (event.kind === "end" || event.kind === "missing") left--;
        const pending = handle(event);
        if (pending) await pending;
      }
    },
    async close() {
      stdin.end();
      for (let chunk = await nextChunk(); chunk; chunk = await nextChunk()) framer.push(chunk);
      await done;
      framer.end(requests);
    },
    abandon() {
      stdin.destroy();
      stdout.destroy();
    },
  };
}

/** Waiting chunks past this make git wait. */
const MAX_WAITING = 64;

/** The chunks of a stream one after the other, `null` at its end; a third of the price of an async iterator. */
function readChunks(stream: NodeJS.ReadableStream): { next(): Promise<Buffer | null> } {
  const chunks: Buffer[] = [];
  let ended = false;
  let wake: (() => void) | null = null;
  const settle = (): void => {
    wake?.();
    wake = null;
  };
  stream.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    if (chunks.length >= MAX_WAITING) stream.pause();
    settle();
  });
  stream.on("close", () => {
    ended = true;
    settle();
  });
  return {
    async next() {
      while (chunks.length === 0 && !ended) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const chunk = chunks.shift() ?? null;
      if (chunks.length < MAX_WAITING / 2) stream.resume();
      return chunk;
    },
  };
}

/** A batch that starts git at the first request: a small commit may need none. After `close` it may be asked again. */
export function openLazyBatch(git: Git): Batch {
  let opened: Batch | null = null;
  return {
    request(names) {
      if (names.length === 0) return;
      opened ??= openBatch(git);
      opened.request(names);
    },
    answers: async (count, handle) => opened?.answers(count, handle),
    async close() {
      await opened?.close();
      opened = null;
    },
    abandon: () => opened?.abandon(),
  };
}

/** Reads the answers to the next `count` requests whole; `null` where one is missing. For small objects. */
export async function readWhole(batch: Batch, count: number): Promise<({ oid: string; bytes: Buffer } | null)[]> {
  const found: ({ oid: string; bytes: Buffer } | null)[] = [];
  let oid = "";
  let parts: Uint8Array[] = [];
  await batch.answers(count, (event) => {
    if (event.kind === "object") {
      oid = event.oid;
      parts = [];
    } else if (event.kind === "data") parts.push(event.bytes);
    else found.push(event.kind === "end" ? { oid, bytes: Buffer.concat(parts) } : null);
  });
  return found;
}
