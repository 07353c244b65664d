import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { closestTo } from "../core/closest.ts";
import { toEnvironmentFile } from "../core/environment/environment-file.ts";
import { isProgram, READ_MARKS } from "../core/environment/environment-reads.ts";
import { type EnvironmentTable, type TextFile, toEnvironmentTable } from "../core/environment/environment-table.ts";
import { draftSchema } from "../core/environment/schema-draft.ts";
import { type Entry, type ExitCode, GuardError } from "../core/model.ts";
import { toSegment } from "../core/segments.ts";
import { findRepository } from "../git/repository.ts";
import { createGit } from "../git/run.ts";
import { readEnvironmentFiles } from "../machine/environment-files.ts";
import { formatEnvironment } from "../report/environment-text.ts";
import { formatJson } from "../report/json.ts";
import { tool } from "../report/tool.ts";
import { openFiles } from "../sources/files.ts";
import type { Input } from "./command.ts";
import type { Io, TerminalIo } from "./io.ts";
import { envText, usage } from "./messages.ts";
import { toStyle } from "./style.ts";

const ACTIONS = ["init"];
const SCHEMA_FILE = ".env.schema";

/** `guard env`: what the project in the current folder reads, names and sets; `guard env init` writes a first schema. Throws `GuardError` (2) for another action. */
export async function run(input: Input, io: TerminalIo): Promise<ExitCode> {
  const [action, ...more] = input.operands;
  if (more.length > 0 || (action !== undefined && !ACTIONS.includes(action))) {
    const { message, fix } = usage.unknownAction("env", [action, ...more].join(" "), closestTo(action ?? "", ACTIONS), ACTIONS);
    throw new GuardError(2, "usage", message, fix);
  }
  const table = await readTable(io);
  if (action === "init") return writeDraft(table, io);
  if (input.flags.get("--format")?.[0] === "json") io.stdout(formatJson({ tool, exitCode: 0, ...table }));
  else io.stdout(formatEnvironment(table, toStyle(input, io).paint));
  return 0;
}

/** What git tracks below the current folder and what it does not ignore, and the environment files that lie in it. */
async function readTable(io: Io): Promise<EnvironmentTable> {
  const git = createGit(io.cwd, io.env);
  const repository = await findRepository(git).catch(() => null);
  const source = await openFiles([io.cwd], io.cwd, io.cwd, repository ? git.at(repository.root) : null);
  const isWanted = ({ path, kind }: Entry): boolean => kind !== "symlink" && (isProgram(path) || toEnvironmentFile(path)?.isTemplate === true);
  const read: TextFile[] = [];
  await source.readContents(source.entries.filter(isWanted), {
    whole: (entry, bytes) => void read.push({ path: entry.path, text: textOf(bytes) }),
    // Nobody writes programs of that size.
    open: () => ({ push: () => undefined, end: () => undefined }),
    missing(entry, reason) {
      throw new GuardError(3, "unreadable", `${entry.path} could not be read: ${reason}.`, "Look at its permissions.");
    },
  });
  const isTemplate = ({ path }: TextFile): boolean => toEnvironmentFile(path)?.isTemplate === true;
  const local = readEnvironmentFiles(io.cwd, [""]).files.filter(({ path }) => path !== ".npmrc");
  return toEnvironmentTable({
    code: read.filter((file) => !isTemplate(file) && READ_MARKS.some((mark) => file.text.includes(mark))),
    templates: read.filter((file) => isTemplate(file) && !file.path.includes("/") && basename(file.path) !== SCHEMA_FILE),
    files: local,
  });
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(toSegment(bytes).bytes).toString("utf8");
}

/** Never over a file that is there. */
function writeDraft(table: EnvironmentTable, io: Io): ExitCode {
  if (table.variables.every(({ code }) => code === null)) {
    io.stdout(`${envText.nothingRead}\n`);
    return 0;
  }
  try {
    writeFileSync(join(io.cwd, SCHEMA_FILE), draftSchema(table), { flag: "wx" });
    io.stdout(`${envText.wrote(SCHEMA_FILE)}\n`);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    if (code !== "EEXIST") throw new GuardError(3, "unwritable", `${SCHEMA_FILE} could not be written (${code}).`, "Look at the permissions of the folder.");
    io.stdout(`${envText.isThere(SCHEMA_FILE)}\n`);
  }
  return 0;
}
