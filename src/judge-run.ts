import { toAge } from "./core/age.ts";
import type { JudgedFinding } from "./core/answers.ts";
import { toExitCode } from "./core/exit-code.ts";
import type { Change, Judgement } from "./core/judgement.ts";
import { type MaskedPaths, maskFinding, maskUnknown } from "./core/masked-paths.ts";
import { type Age, type Entry, GuardError, type Report, type Unknown, type Verdict } from "./core/model.ts";
import { createPathList } from "./core/path-list.ts";
import { createView, type RepositoryView } from "./core/repository-view.ts";
import { textOf, toSegment } from "./core/segments.ts";
import { type Skip, skipUnknown, skipVerdicts } from "./core/skip.ts";
import { sortVerdicts, toVerdict } from "./core/verdict.ts";
import { describeAdded, describeWeakening, worseOf } from "./core/weakening.ts";
import type { Exempted, Side } from "./exempt-findings.ts";
import { type Counted, collectWhole, matchContents } from "./match-contents.ts";
import type { Run } from "./open.ts";
import type { CheckRequest } from "./request.ts";
import { hasContent, type Source } from "./sources/source.ts";

/** Judges what was opened, and closes it. Throws `GuardError`. */
export async function judgeRun(run: Run, request: CheckRequest, started: number): Promise<Report> {
  return (await judgeWithEvidence(run, request, started)).report;
}

/** The same, and of each of its findings the evidence, for those who record findings. It never leaves the process. */
export async function judgeWithEvidence(
  run: Run,
  request: CheckRequest,
  started: number,
): Promise<{ readonly report: Report; readonly evidence: ReadonlyMap<Verdict, string | null> }> {
  try {
    const coverage = await judgeAll(run, request);
    const judged = await run.probing?.judge(run.source.kind === "staged" ? run.source.entries : null);
    const { verdicts, evidence, notes } = await verdictsOf(run, started);
    return {
      report: toReport({ ...run, notes: [...run.notes, ...(judged?.remarks ?? []), ...notes] }, coverage, verdicts, started, request.skipOnce),
      evidence,
    };
  } finally {
    run.source.abandon();
    run.probing?.stop();
  }
}

async function judgeAll(run: Run, request: CheckRequest): Promise<Counted> {
  const { source, judgements } = run;
  const isJudged = (entry: Entry): boolean => source.named.has(entry.path) || judgements.some((judgement) => !judgement.isIgnored(entry));
  const entries = source.entries.filter(isJudged);
  const counted = { entries: entries.length, checked: 0, ignored: source.entries.length - entries.length, bytes: 0 };
  const noticed = await matchContents(run, entries.filter(hasContent), counted, request);
  counted.checked += entries.filter((entry) => !hasContent(entry)).length;
  for (const judgement of judgements) {
    const own = entries.filter((entry) => source.named.has(entry.path) || !judgement.isIgnored(entry));
    await judgeChanges(source, judgement, own);
    await judgeRepository(source, judgement, own, noticed);
    for (const message of source.messages ?? []) await judgement.message(message);
  }
  // Nothing more is read: git ends while the paths are judged.
  const closed = source.close();
  closed.catch(() => undefined);
  const present = entries.filter(({ status }) => status !== "deleted");
  for (const judgement of judgements) {
    const own = present.filter((entry) => source.named.has(entry.path) || !judgement.isIgnored(entry));
    // First: what is found about a path is told without what the path itself holds.
    await judgement.paths(own);
    await judgement.entries(own);
  }
  await closed;
  run.verdicts?.save(listMasked(judgements));
  return counted;
}

async function judgeChanges(source: Source, judgement: Judgement, entries: readonly Entry[]): Promise<void> {
  const wanted = entries.filter(({ path, kind }) => kind !== "gitlink" && judgement.wantsChange(path));
  if (wanted.length === 0) return;
  const befores = await readBefores(source, wanted);
  const comparable = wanted.filter(({ path }) => befores.has(path));
  for (const entry of wanted) if (!befores.has(entry.path)) judgement.cannotJudge(entry, "what stood there before is not in the repository", "change");
  const after = await readTexts(source, comparable.filter(hasContent));
  await judgement.changes(comparable.map((entry): Change => ({ entry, befores: befores.get(entry.path) ?? [null], after: after.get(entry.path) ?? null })));
}

/** What stood at each path in the parents that have it; a path of which not all is in the repository is left out. */
async function readBefores(source: Source, wanted: readonly Entry[]): Promise<Map<string, readonly (string | null)[]>> {
  const inParents = [await source.readBefore(wanted)];
  const others = wanted.reduce((most, { otherBases = [] }) => Math.max(most, otherBases.length), 0);
  for (let at = 0; at < others; at++) inParents.push(await source.readBefore(wanted.flatMap((entry) => inOtherParent(entry, at))));
  const isKnown = ({ path, otherBases = [] }: Entry): boolean => inParents.filter((texts) => texts.has(path)).length > otherBases.length;
  return new Map(
    wanted.filter(isKnown).map(({ path }) => {
      const texts = inParents.map((contents) => toText(contents.get(path))).filter((text) => text !== null);
      return [path, texts.length > 0 ? texts : [null]];
    }),
  );
}

function inOtherParent(entry: Entry, at: number): Entry[] {
  const base = entry.otherBases?.[at];
  return base ? [{ ...entry, baseOid: base.oid, baseKind: base.kind }] : [];
}

/** `known`: texts that need not be read again. */
async function judgeRepository(source: Source, judgement: Judgement, entries: readonly Entry[], known: ReadonlyMap<string, string>): Promise<void> {
  const needs = judgement.repositoryNeeds(entries);
  if (needs.rules === 0 || !source.listRepository) return;
  const list = await source.listRepository();
  const now = createView(list, (path) => texts.get(path));
  const candidates = new Map([...entries, ...list.withPart(...needs.parts)].map((entry) => [entry.path, entry]));
  const wanted = [...candidates.values()].filter((entry) => hasContent(entry) && !known.has(entry.path) && needs.reads(entry.path));
  const texts = new Map([...known, ...(await readTexts(source, wanted))]);
  let before: Promise<RepositoryView | null> | null = null;
  const readBefore = (): Promise<RepositoryView | null> => (before ??= source.addedByCommit ? viewBefore(source, now, needs.reads) : Promise.resolve(null));
  await judgement.repository(now, readBefore, entries, source.kind === "all");
}

/** The repository as it was before what is judged; `null` before the first commit, and where it cannot be read: then whatever is found is new. */
async function viewBefore(source: Source, now: RepositoryView, reads: (path: string) => boolean): Promise<RepositoryView | null> {
  const changed = new Map(source.entries.map((entry) => [entry.path, entry]));
  const gone = createPathList(source.entries.filter(({ status }) => status === "deleted"));
  const stood = (entries: RepositoryView["entries"]): RepositoryView["entries"] => entries.filter(({ path }) => changed.get(path)?.status !== "added");
  const list = {
    get entries() {
      return [...stood(now.entries), ...gone.entries];
    },
    withPart: (...parts: readonly string[]) => [...stood(now.withPart(...parts)), ...gone.withPart(...parts)],
  };
  if (source.entries.every(({ baseOid }) => baseOid === null) && list.entries.length === 0) return null;
  const wanted = source.entries.filter(({ path, baseOid }) => baseOid !== null && reads(path));
  const before = await source.readBefore(wanted);
  if (wanted.some(({ path }) => !before.has(path))) return null;
  return createView(list, (path) => (changed.has(path) ? (toText(before.get(path)) ?? undefined) : now.read(path)));
}

function toText(bytes: Buffer | null | undefined): string | null {
  return bytes ? textOf(toSegment(bytes)) : null;
}

/** Whole contents of a few files. Throws `GuardError` (3) where one cannot be read. */
async function readTexts(source: Source, entries: readonly Entry[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const take = (entry: Entry, bytes: Uint8Array): void => void texts.set(entry.path, textOf(toSegment(bytes)));
  await source.readContents(entries, {
    whole: take,
    open: (entry, size) => collectWhole(size, (bytes) => take(entry, bytes)),
    missing(entry, reason) {
      throw new GuardError(3, "unreadable", `${entry.path} could not be judged: ${reason}.`, "git fsck may tell more.");
    },
  });
  return texts;
}

/** What can be exempted, and how: read only where there is something to exempt, a list changes, or the whole tree tells what is left of the lists. */
async function exemptResults(run: Run, judged: readonly Side[], now: number): Promise<Exempted> {
  const { source } = run;
  const isWanted =
    source.kind === "all" ||
    source.entries.some(({ path }) => path.startsWith(".guard/")) ||
    judged.some(({ weighed }) => weighed.some(({ finding, suppression }) => finding.location !== null && suppression === null));
  if (!isWanted) return { sides: judged, remarks: [], changed: { files: [], added: 0 }, notes: [] };
  const { exempt } = await import("./exempt-findings.ts");
  return exempt(run, judged, now);
}

interface Judged {
  readonly verdicts: Verdict[];
  readonly evidence: ReadonlyMap<Verdict, string | null>;
  readonly notes: readonly string[];
}

/** Judged by the old and by the new policy where a commit changes it: each finding gets the worse of its two verdicts. */
async function verdictsOf(run: Run, now: number): Promise<Judged> {
  const { source, judgements, configurationName } = run;
  const {
    sides: results,
    remarks: unmasked,
    changed,
    notes,
  } = await exemptResults(
    run,
    judgements.map((judgement) => ({ judgement, weighed: judgement.result().weighed })),
    now,
  );
  const flagged = new Set(results.flatMap(({ weighed }) => weighed.filter(({ ageBy }) => ageBy === "lines").map(({ finding }) => finding.location?.path)));
  const added = await source.addedByCommit?.addedLines(source.entries.filter(({ path }) => flagged.has(path)));
  const statuses = new Map(source.entries.map(({ path, status }) => [path, status]));
  const ageOf = ({ finding, ageBy }: JudgedFinding): Age => {
    const path = finding.location?.path ?? "";
    return source.addedByCommit ? toAge(finding, ageBy, { status: statuses.get(path), added: added?.get(path) }) : null;
  };
  const masked = listMasked(judgements);
  const evidence = new Map<Verdict, string | null>();
  const lists = results.map(({ judgement, weighed }) =>
    weighed.map((item) => {
      const verdict = toVerdict({ ...item, finding: maskFinding({ ...item.finding, age: ageOf(item) }, masked) }, judgement.policy.older);
      evidence.set(verdict, item.evidence);
      return verdict;
    }),
  );
  const remarks = unmasked.map((remark) => maskFinding(remark, masked));
  const after = lists.at(-1) ?? [];
  if (lists.length < 2) return { verdicts: sortVerdicts([...after, ...remarks]), evidence, notes };
  const before = lists.slice(0, -1).reduce(worseOf);
  const rule = await judgements.map((judgement) => judgement.activeRule("policy/weakened")).find((active) => active !== null);
  const files = [...(judgements.length > 1 ? [configurationName] : []), ...changed.files].join(" and ");
  const weakened = rule ? describeWeakening(rule, before, after, files) : [];
  const isOnlyAdded = weakened.length === 0 && changed.added > 0;
  return {
    verdicts: sortVerdicts([
      ...worseOf(before, after),
      ...remarks,
      ...weakened,
      ...(rule && isOnlyAdded ? [describeAdded(rule, changed.files.join(" and "), changed.added)] : []),
    ]),
    evidence,
    notes,
  };
}

function listMasked(judgements: readonly Judgement[]): MaskedPaths {
  return new Map(judgements.flatMap((judgement) => [...judgement.masked]));
}

function toReport(run: Run, counted: Counted, verdicts: Verdict[], started: number, skip: Skip | undefined): Report {
  const results = run.judgements.map((judgement) => judgement.result());
  const masked = listMasked(run.judgements);
  const merged = mergeUnknown(results.flatMap((result) => result.unknown).map((one) => maskUnknown(one, masked)));
  const unknown = skip ? skipUnknown(merged, skip) : merged;
  const findings = skip ? skipVerdicts(verdicts, skip) : verdicts;
  return {
    source: run.source.kind,
    exitCode: toExitCode(findings, unknown),
    complete: unknown.length === 0,
    findings,
    unknown,
    coverage: {
      entries: counted.entries,
      entriesChecked: counted.checked,
      ignored: counted.ignored,
      bytes: counted.bytes,
      // Counted where somebody reads it: a hook that says nothing does not
      get rules() {
        return Math.max(...results.map(({ rules }) => rules));
      },
      skipped: run.skipped,
      seconds: (Date.now() - started) / 1000,
    },
    error: null,
    notes: run.notes,
  };
}

function mergeUnknown(unknown: readonly Unknown[]): Unknown[] {
  const byKey = new Map<string, Unknown>();
  for (const one of unknown) {
    const key = `${one.ruleId}\0${one.subject}\0${one.reason}`;
    byKey.set(key, { ...one, blocks: one.blocks || (byKey.get(key)?.blocks ?? false) });
  }
  return [...byKey.values()].sort((a, b) => (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : a.ruleId < b.ruleId ? -1 : 1));
}
