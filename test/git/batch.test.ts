import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { GuardError } from "../../src/core/model.ts";
import { type BatchEvent, BatchFramer, openBatch, readWhole } from "../../src/git/batch.ts";
import { createGit, type Git } from "../../src/git/run.ts";
import { createSandbox, type Sandbox } from "../support/git-sandbox.ts";

const oid = (digit: string, length = 40): string => digit.repeat(length);

/** What `cat-file --batch` prints: an object, or the name of one that is missing. */
function session(answers: readonly (Uint8Array | null)[]): Buffer {
  return Buffer.concat(
    answers.flatMap((bytes, i) =>
      bytes ? [Buffer.from(`${oid(`${i % 10}`)} blob ${bytes.length}\n`), bytes, Buffer.from("\n")] : [Buffer.from(`${oid("f")} missing\n`)],
    ),
  );
}

/** All answers whole, from chunks that end at `cuts`. */
function read(bytes: Uint8Array, cuts: readonly number[], requests: number): (string | null)[] {
  const framer = new BatchFramer();
  const found: (string | null)[] = [];
  let parts: Uint8Array[] = [];
  const take = (event: BatchEvent): void => {
    expect(event.request).toBe(found.length);
    if (event.kind === "object") parts = [];
    else if (event.kind === "data") parts.push(Buffer.from(event.bytes));
    else found.push(event.kind === "missing" ? null : Buffer.concat(parts).toString("latin1"));
  };
  let from = 0;
  for (const to of [...cuts, bytes.length]) {
    for (const event of framer.push(bytes.subarray(from, to))) take(event);
    from = to;
  }
  framer.end(requests);
  return found;
}

const answer = fc.option(fc.uint8Array({ maxLength: 30 }), { freq: 4 });

describe("the frames of cat-file --batch", () => {
  test("are the same however the output is cut", () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 6 }), fc.array(fc.nat(400)), (answers, cuts) => {
        const bytes = session(answers);
        const sorted = cuts.filter((cut) => cut <= bytes.length).sort((a, b) => a - b);
        expect(read(bytes, sorted, answers.length)).toEqual(answers.map((one) => (one ? Buffer.from(one).toString("latin1") : null)));
      }),
      { numRuns: 500 },
    );
  });

  test("that break off at any byte are an error", () => {
    const answers = [Buffer.from("first\nwith lines\n"), null, Buffer.alloc(0), Buffer.from("last")];
    const bytes = session(answers);
    for (let at = 0; at < bytes.length; at++) expect(() => read(bytes.subarray(0, at), [], answers.length), `cut at ${at}`).toThrow(GuardError);
    expect(() => read(bytes, [], answers.length)).not.toThrow();
  });

  test("that are too many are an error", () => {
    expect(() => read(session([null, null]), [], 1)).toThrow(GuardError);
  });

  test.each([
    ["a size that is too small", `${oid("a")} blob 2\nabc\n`],
    ["no oid", "abc blob 1\na\n"],
    ["no size", `${oid("a")} blob x\na\n`],
    ["a header without end", "x".repeat(5000)],
    ["words of another program", "fatal: not a git repository\n"],
    ["an empty line", "\n"],
  ])("%s is an error", (_, text) => {
    expect(() => read(Buffer.from(text), [], 1)).toThrow(GuardError);
  });

  test("SHA-256 names, and names that fit more than one object", () => {
    expect(read(Buffer.from(`${oid("a", 64)} blob 1\nx\nabc ambiguous\nHEAD:a b missing\n`), [], 3)).toEqual(["x", null, null]);
  });
});

describe("a batch of a real git", () => {
  function open(): { sandbox: Sandbox; git: Git } {
    const sandbox = createSandbox();
    onTestFinished(sandbox.cleanup);
    return { sandbox, git: createGit(sandbox.dir, sandbox.env) };
  }

  test("answers in the order of the questions, again and again", async () => {
    const { sandbox, git } = open();
    sandbox.commit({ "a.txt": "one", "b.txt": "" });
    const batch = openBatch(git);
    batch.request(["HEAD:a.txt", "HEAD:none.txt"]);
    expect((await readWhole(batch, 2)).map((found) => found?.bytes.toString())).toEqual(["one", undefined]);
    batch.request(["HEAD:b.txt", "HEAD:a.txt"]);
    expect((await readWhole(batch, 2)).map((found) => found?.bytes.toString())).toEqual(["", "one"]);
    await batch.close();
  });

  test("keeps what came before anybody read it", async () => {
    const { sandbox, git } = open();
    const large = Buffer.alloc(3_000_000, "large ");
    sandbox.commit({ large });
    const batch = openBatch(git);
    batch.request(["HEAD:large", "HEAD:large"]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await readWhole(batch, 2)).map((found) => found?.bytes.equals(large))).toEqual([true, true]);
    await batch.close();
  });

  test("of thousands", async () => {
    const { sandbox, git } = open();
    sandbox.commit(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${i}.txt`, `text ${i}`])));
    const batch = openBatch(git, true);
    const names = Array.from({ length: 5000 }, (_, i) => `HEAD:${i % 50}.txt`);
    batch.request(names);
    const found = await readWhole(batch, names.length);
    expect(found.every((one, i) => one?.bytes.toString() === `text ${i % 50}`)).toBe(true);
    await batch.close();
  });

  test("outside a repository fails when asked, and when closed", async () => {
    const { sandbox } = open();
    const batch = openBatch(createGit(sandbox.home, sandbox.env));
    batch.request(["HEAD:a"]);
    await expect(readWhole(batch, 1)).rejects.toThrow(GuardError);
    await expect(batch.close()).rejects.toThrow(GuardError);
  });
});

describe("a git that is not itself", () => {
  const answers = [Buffer.from("one\n"), null, Buffer.from("")];
  const recorded = session(answers);

  /** A program called git in front of all others: it prints the first `bytes` of a recorded session, and ends as `ending` says. */
  function impostor(): { git: Git; program: string; become(bytes: number, ending: string): void } {
    const sandbox = createSandbox();
    onTestFinished(sandbox.cleanup);
    const folder = join(sandbox.home, "bin");
    const record = sandbox.write(join(folder, "recorded"), recorded);
    const program = sandbox.write(join(folder, "git"), "", 0o755);
    return {
      program,
      git: createGit(sandbox.dir, { ...sandbox.env, PATH: `${folder}:${sandbox.env.PATH}` }, 500),
      become: (bytes, ending) => writeFileSync(program, `#!/bin/sh\nhead -c ${bytes} '${record}'\n${ending}\n`),
    };
  }

  async function ask(git: Git, count: number): Promise<unknown> {
    const batch = openBatch(git);
    batch.request(Array.from({ length: count }, () => oid("1")));
    const found = await readWhole(batch, count);
    await batch.close();
    return found;
  }

  test.each([
    ["ends well", "exit 0"],
    ["fails without a word", "exit 128"],
    ["is killed", "kill -9 $$"],
  ])("breaks off at any byte and %s: never taken for an answer", async (_, ending) => {
    const { git, become } = impostor();
    for (let bytes = 0; bytes < recorded.length; bytes += 3) {
      become(bytes, ending);
      await expect(ask(git, answers.length), `${bytes} bytes`).rejects.toThrow(GuardError);
    }
    become(recorded.length, ending);
    if (ending === "exit 0") await expect(ask(git, answers.length)).resolves.toHaveLength(3);
    else await expect(ask(git, answers.length)).rejects.toThrow(GuardError);
  });

  test("says more than it was asked", async () => {
    const { git, become } = impostor();
    become(recorded.length, "echo more; exit 0");
    await expect(ask(git, answers.length)).rejects.toThrow(GuardError);
  });

  test("complains on stderr and does well", async () => {
    const { git, become } = impostor();
    become(recorded.length, "echo warning: something >&2; exit 0");
    await expect(ask(git, answers.length)).resolves.toHaveLength(3);
  });

  test("hangs in the middle of an answer", async () => {
    const { git, become } = impostor();
    become(45, "exec sleep 60");
    await expect(ask(git, answers.length)).rejects.toThrow("said nothing for too long");
  });

  test("waits for the next question as long as it takes", async () => {
    const { git, become } = impostor();
    become(recorded.length, "cat >/dev/null; exit 0");
    const batch = openBatch(git);
    batch.request([oid("1"), oid("f"), oid("2")]);
    await readWhole(batch, 3);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await batch.close();
  });

  test("is no program at all", async () => {
    const { git, program } = impostor();
    writeFileSync(program, "\u0000\u0001");
    await expect(ask(git, 1)).rejects.toThrow(GuardError);
  });
});
