import { existsSync } from "node:fs";
import { join } from "node:path";
import type { JudgedFinding } from "./core/answers.ts";
import { listLater } from "./core/exemptions/later.ts";
import { type Exemption, type ExemptionKind, type ExemptionList, isOver, LIST_FILES, LIST_KINDS, parseList, toEntryKey } from "./core/exemptions/list.ts";
import { matchExemptions } from "./core/exemptions/match.ts";
import { type ListUse, remarkOn } from "./core/exemptions/remarks.ts";
import { createTagger } from "./core/exemptions/tag.ts";
import type { Judgement } from "./core/judgement.ts";
import type { Suppression, Verdict } from "./core/model.ts";
import { toVerdict } from "./core/verdict.ts";
import type { Run } from "./open.ts";
import type { Lists, ListTexts } from "./read-exemption-lists.ts";

/** What one policy found. */
export interface Side {
  readonly judgement: Judgement;
  readonly weighed: readonly JudgedFinding[];
}

/** What the lists make of it. */
export interface Exempted {
  /** By the policy and the lists before, then by those that will hold; one where both are the same. */
  readonly sides: readonly Side[];
  /** About the lists that will hold. */
  readonly remarks: readonly Verdict[];
  /** Lists that this commit changes, and how many entries they have more than before. */
  readonly changed: { readonly files: readonly string[]; readonly added: number };
  readonly notes: readonly string[];
}

/** Holds what was found against the baseline and the standing decisions. A commit that changes them is judged by the old and by the new ones. */
export async function exempt({ source, root, readLists }: Run, judged: readonly Side[], now: number): Promise<Exempted> {
  const lists = await readLists();
  const isUnseen = createUnseenTest(source, judged, root);
  const later = listLater(lists.ends, lists.current.allow);
  const context = { now, isUnseen, isWhole: source.kind === "all", later };
  const before = judged.length === 1 && lists.former ? judged : judged.slice(0, -1);
  const sides: Side[] = [];
  for (const side of before) sides.push((await exemptSide(side, lists.former ?? lists.current, context)).side);
  let uses: readonly ListUse[] = [];
  for (const side of judged.slice(-1)) {
    const taken = await exemptSide(side, lists.current, context);
    sides.push(taken.side);
    uses = taken.uses;
  }
  const last = sides.at(-1);
  const left = last?.weighed.some(({ finding, suppression }) => suppression === null && finding.location !== null) ?? false;
  return {
    sides,
    remarks: last ? uses.flatMap((use) => toRemarks(use, last.judgement)) : [],
    changed: compareLists(lists),
    notes: left ? lists.otherOnDisk.map((file) => `${file} on disk is not what is staged; the staged one counts.`) : [],
  };
}

interface SideContext {
  readonly now: number;
  readonly isWhole: boolean;
  /** What was decided behind the commit that is judged. */
  readonly later: ExemptionList;
  isUnseen(path: string): Promise<boolean>;
}

/** A standing decision comes before the baseline; what has ended exempts nothing, and is told where it would have. */
async function exemptSide({ judgement, weighed }: Side, texts: ListTexts, context: SideContext): Promise<{ side: Side; uses: ListUse[] }> {
  const suppressions = new Map<JudgedFinding, Suppression>();
  const uses: ListUse[] = [];
  let open = weighed.filter(isExemptable);
  for (const kind of LIST_KINDS) {
    const list = parseList(kind, texts[kind]);
    const matching = { tagOf: createTagger(list.salt), isUnseen: context.isUnseen };
    const holding = list.entries.filter((entry) => !isOver(entry, context.now));
    const matched = await matchExemptions(open, holding, matching);
    for (const [found, entry] of matched) suppressions.set(found, toSuppression(kind, entry));
    open = open.filter((found) => !matched.has(found));
    const past = list.entries.filter((entry) => isOver(entry, context.now));
    const over = await matchExemptions(open, past, matching);
    uses.push({ list, over, unused: context.isWhole ? listUnused(list, judgement, new Set([...matched.values(), ...over.values()])) : [] });
  }
  const { entries, salt } = context.later;
  const matched = await matchExemptions(
    open,
    entries.filter((entry) => !isOver(entry, context.now)),
    { tagOf: createTagger(salt), isUnseen: context.isUnseen },
  );
  for (const [found, entry] of matched) suppressions.set(found, toSuppression("allow", entry));
  return { side: { judgement, weighed: weighed.map((item) => ({ ...item, suppression: suppressions.get(item) ?? item.suppression })) }, uses };
}

/** Of a file, and not about exempting itself. What the machine is in, and what is said of a commit, has other ways out. */
export function isExemptable({ finding, suppression }: Pick<JudgedFinding, "finding" | "suppression">): boolean {
  return suppression === null && finding.location !== null && !finding.ruleId.startsWith("policy/");
}

function toSuppression(kind: ExemptionKind, { reason, owner, until }: Exemption): Suppression {
  return { kind, reason, owner, until };
}

/** Entries whose rule was asked about their file and saw nothing. */
function listUnused({ entries }: ExemptionList, judgement: Judgement, used: ReadonlySet<Exemption>): ExemptionList["entries"] {
  if (judgement.result().unknown.length > 0) return [];
  return entries.filter((entry) => {
    const inspects = used.has(entry) ? undefined : judgement.settingOf(entry.ruleId)?.inspects;
    return inspects !== undefined && inspects !== "change" && !judgement.isIgnored({ path: entry.path });
  });
}

/** A path that is in the repository and not judged now. */
function createUnseenTest({ entries, listRepository }: Run["source"], judged: readonly Side[], root: string | null): SideContext["isUnseen"] {
  const seen = new Set(entries.map(({ path }) => path));
  let listed: Promise<ReadonlySet<string>> | null = null;
  return async (path) => {
    if (seen.has(path)) return judged.every(({ judgement }) => judgement.isIgnored({ path }));
    if (!listRepository) return root !== null && existsSync(join(root, path));
    listed ??= listRepository().then(({ entries: all }) => new Set(all.map((entry) => entry.path)));
    return (await listed).has(path);
  };
}

function toRemarks(use: ListUse, judgement: Judgement): Verdict[] {
  const findings = remarkOn(use, (ruleId) => judgement.settingOf(ruleId)?.severity ?? null);
  return findings.map((finding) => toVerdict({ finding, suppression: null }, "advisory"));
}

function compareLists({ current, former }: Lists): Exempted["changed"] {
  if (!former) return { files: [], added: 0 };
  const changed = LIST_KINDS.filter((kind) => current[kind] !== former[kind]);
  const added = changed.flatMap((kind) => {
    const known = new Set(parseList(kind, former[kind]).entries.map(toEntryKey));
    return parseList(kind, current[kind]).entries.filter((entry) => !known.has(toEntryKey(entry)));
  });
  return { files: changed.map((kind) => LIST_FILES[kind]), added: added.length };
}
