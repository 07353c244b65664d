import { type Exemption, isDay, isOver, LIST_FILES } from "../core/exemptions/list.ts";
import { createTagger } from "../core/exemptions/tag.ts";
import { type ExitCode, GuardError } from "../core/model.ts";
import { escapeControl } from "../core/terminal-text.ts";
import { findRecordable, type Recordable, toDecision } from "../findings-to-record.ts";
import { readIdentity } from "../git/identity.ts";
import { findRepository } from "../git/repository.ts";
import { createGit } from "../git/run.ts";
import type { CheckRequest } from "../request.ts";
import type { Input } from "./command.ts";
import { assertSound, openLists, writeList } from "./exemption-files.ts";
import type { TerminalIo } from "./io.ts";
import { allowText, type Complaint, usage } from "./messages.ts";
import { readReason } from "./reason.ts";

/** Of a fingerprint so much must be given that it is no accident. */
const SHORTEST = 8;

/**
 * `guard allow FINGERPRINT --reason R`: one standing decision about a finding, recorded in `.guard/allow.json` for people to review. Throws `GuardError`: 2 without
 * a reason, for a fingerprint that no finding has, or where it is not clear which of several is meant; 3 where something could not be judged or written.
 */
export async function run({ operands, flags }: Input, io: TerminalIo): Promise<ExitCode> {
  const reason = readReason("allow", flags.get("--reason")?.[0]);
  const until = readUntil(flags.get("--until")?.[0]);
  const fingerprint = flags.has("--marked") && operands.length === 0 ? null : readFingerprint(operands);
  const git = createGit(io.cwd, io.env);
  const { root } = await findRepository(git);
  const { allow, salt } = openLists(root);
  assertSound(allow);
  const request = { cwd: root, env: io.env, untrusted: flags.has("--untrusted"), signal: io.signal };
  const found = fingerprint === null ? await findMarked(request) : await find(fingerprint, flags.get("--path")?.[0], request);
  if (fingerprint !== null) assertOne(found, salt);
  const owner = flags.get("--owner")?.[0] ?? (await readIdentity(git));
  const entries = toDecision(found, salt, { reason, owner, until }).map((entry) => ({ ...entry, until: until ?? keptEnd(entry, allow.entries) }));
  const isReplaced = (entry: Exemption): boolean => entries.some((other) => toKey(other) === toKey(entry));
  await writeList(root, "allow", salt, [...allow.entries.filter((entry) => !isReplaced(entry)), ...entries]);
  if (flags.has("--quiet")) return 0;
  const places = found.map(({ verdict: { ruleId, location } }, index) =>
    allowText.allowed(ruleId, `${location?.path}:${location?.line}`, entries[index]?.until ?? null),
  );
  io.stdout(`${[...places.map(escapeControl), allowText.next(LIST_FILES.allow)].join("\n")}\n`);
  return 0;
}

/** Said once more, a decision keeps the end that it has, unless that is past. */
function keptEnd(entry: Exemption, earlier: readonly Exemption[]): string | null {
  const last = earlier.find((other) => toKey(other) === toKey(entry));
  return last === undefined || isOver(last, Date.now()) ? null : last.until;
}

function readFingerprint([fingerprint = "", ...others]: readonly string[]): string {
  if (others.length > 0 || !new RegExp(`^[0-9a-f]{${SHORTEST},64}$`).test(fingerprint))
    throw toUsageError(usage.noFingerprint([fingerprint, ...others].join(" ")));
  return fingerprint;
}

/** Everything in the index that another tool is told to leave alone, and that is not decided yet. */
async function findMarked(request: Omit<CheckRequest, "source">): Promise<Recordable[]> {
  const found = (await findRecordable({ ...request, source: { kind: "all" } })).filter(
    ({ verdict }) => "mark" in verdict.facts && verdict.suppression === null,
  );
  if (found.length === 0) throw toUsageError(usage.nothingMarked());
  return found;
}

/** Looked for in what is staged, else in the whole index, else on disk: the first that has it. */
async function find(fingerprint: string, path: string | undefined, request: Omit<CheckRequest, "source">): Promise<Recordable[]> {
  const sources = [{ kind: "staged" }, { kind: "all" }, { kind: "files", paths: ["."] }] as const;
  for (const source of sources) {
    const recordable = await findRecordable({ ...request, source });
    const found = recordable.filter(
      (one) => one.verdict.fingerprint.startsWith(fingerprint) && (path === undefined || one.path === path.replaceAll("\\", "/")),
    );
    if (found.length > 0) return found;
  }
  throw toUsageError(usage.unknownFingerprint(fingerprint, path));
}

/** Different secrets under the same names on their lines have the same fingerprint; a decision is about one of them, wherever it stands. */
function assertOne(found: readonly Recordable[], salt: string): void {
  const tagOf = createTagger(salt);
  const different = new Set(found.map(({ verdict, evidence }) => `${verdict.fingerprint} ${tagOf(evidence)}`));
  if (different.size > 1) throw toUsageError(usage.severalFindings(found.map(({ path, verdict }) => `${path}:${verdict.location?.line}`)));
}

function readUntil(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!isDay(text) || isOver({ until: text }, Date.now())) throw toUsageError(usage.wrongUntil(text));
  return text;
}

function toKey({ ruleId, path, fingerprint, tag }: Exemption): string {
  return [ruleId, path, fingerprint, tag].join("\0");
}

function toUsageError({ message, fix }: Complaint): GuardError {
  return new GuardError(2, "usage", message, fix);
}
