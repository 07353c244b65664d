import { GuardError } from "../core/model.ts";
import type { CheckRequest } from "../request.ts";
import type { Input } from "./command.ts";
import type { TerminalIo } from "./io.ts";
import { type Complaint, usage } from "./messages.ts";

/** What the flags of `check` ask for. Reads standard input where it is the source. Throws `GuardError` for combinations that mean nothing. */
export async function toCheckRequest({ operands, flags }: Input, io: TerminalIo): Promise<CheckRequest> {
  const [configPath] = flags.get("--config") ?? [];
  const only = toSelectors("--only", flags.get("--only"));
  const skip = toSelectors("--skip", flags.get("--skip"));
  return {
    cwd: io.cwd,
    env: io.env,
    source: await toSource({ operands, flags }, io),
    machine: !flags.has("--no-machine"),
    untrusted: flags.has("--untrusted"),
    ...(only === undefined ? {} : { only }),
    ...(skip === undefined ? {} : { skip }),
    ...(configPath === undefined ? {} : { configPath }),
  };
}

async function toSource({ operands, flags }: Input, io: TerminalIo): Promise<CheckRequest["source"]> {
  const [path] = flags.get("--path") ?? [];
  const given = ["--staged", "--all", "--range", "--machine", "--stdin"].filter((flag) => flags.has(flag));
  if (operands.length > 0) given.push("paths");
  if (given.length > 1) throw toUsageError(usage.twoSources(given));
  if (flags.has("--machine") && flags.has("--no-machine")) throw toUsageError(usage.machineOrNot());
  if (path !== undefined && !flags.has("--stdin")) throw toUsageError(usage.pathWithoutStdin());

  const kind = toSourceKind({ operands, flags });
  if (flags.has("--fix") && kind !== "staged" && kind !== "all") throw toUsageError(usage.nothingToFix());
  switch (kind) {
    case "files":
      return { kind, paths: operands };
    case "stdin":
      if (!path) throw toUsageError(usage.stdinWithoutPath());
      return { kind, path, content: await readStdin(io) };
    case "range":
      return { kind, range: flags.get("--range")?.[0] ?? "" };
    case "all":
    case "machine":
    case "staged":
      return { kind };
  }
}

/** The source that the flags name, whatever else is wrong with them. */
export function toSourceKind({ operands, flags }: Input): CheckRequest["source"]["kind"] {
  if (operands.length > 0) return "files";
  if (flags.has("--all")) return "all";
  if (flags.has("--range")) return "range";
  if (flags.has("--machine")) return "machine";
  return flags.has("--stdin") ? "stdin" : "staged";
}

/** `secrets,storage trading/*` becomes three selectors. Whether each names a rule is known once the configuration is read. */
function toSelectors(flag: string, values: readonly string[] | undefined): string[] | undefined {
  if (values === undefined) return undefined;
  const selectors = values.flatMap((value) => value.split(",")).map((selector) => selector.trim());
  if (selectors.includes("")) throw toUsageError(usage.emptySelector(flag));
  return selectors;
}

async function readStdin(io: TerminalIo): Promise<Uint8Array> {
  try {
    return await io.readStdin();
  } catch (error) {
    const { message, fix } = usage.stdinUnreadable();
    throw new GuardError(3, "stdin", message, fix, { cause: error });
  }
}

function toUsageError({ message, fix }: Complaint): GuardError {
  return new GuardError(2, "usage", message, fix);
}
