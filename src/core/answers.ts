import type { About } from "./about.ts";
import type { AgeBy } from "./age.ts";
import type { FileContent } from "./file-kind.ts";
import { createOrdinals, toFingerprint } from "./fingerprint.ts";
import type { FileResult } from "./match.ts";
import type { Entry, Finding, Severity, Unknown } from "./model.ts";
import type { Rule, Statement } from "./rule.ts";
import { type SuppressContext, type Suppressor, suppressInline } from "./suppressions.ts";
import type { WeighedFinding } from "./verdict.ts";

export interface JudgedFinding extends WeighedFinding {
  readonly ageBy: AgeBy;
  /** Of what it spans, see `toEvidence`; `null` where it is about a whole file, or no file. */
  readonly evidence: string | null;
}

/** What rules have answered so far, in any order. */
export interface Answers {
  readonly unknown: Unknown[];
  /** Makes a finding of what a rule said. */
  add(rule: Rule, ceiling: Severity, match: Statement, about: About): void;
  /** Takes what the matcher found in the content of an entry. */
  accept(entry: Entry, result: FileResult): void;
  /** Files in which a repository rule noticed something. */
  noticedBy(ruleId: string): ReadonlySet<string>;
  /** What a file is by its first bytes. */
  contentOf(path: string): FileContent | null;
  /** All findings, with what the files themselves suppress; asked when all rules have been. */
  weigh(context: SuppressContext): JudgedFinding[];
}

export function createAnswers(): Answers {
  const weighed: JudgedFinding[] = [];
  const unknown: Unknown[] = [];
  /** What stands in lines of a file, and which of it the file itself suppresses. */
  const byFile = new Map<string, InFile>();
  const noticed = new Map<string, Set<string>>();
  const contents = new Map<string, FileContent>();
  const ordinalOf = createOrdinals();

  function fileOf(entry: Entry): InFile {
    const file = byFile.get(entry.path) ?? { entry, suppressors: [], findings: [], evidence: [] };
    byFile.set(entry.path, file);
    return file;
  }

  return {
    unknown,
    add(rule: Rule, ceiling: Severity, match: Statement, about: About): void {
      const path = about.location?.path ?? "";
      const context = about.context;
      const finding: Finding = {
        ruleId: rule.id,
        severity: match.severity === "warn" ? "warn" : ceiling,
        confidence: match.confidence ?? rule.meta.confidence,
        age: null,
        commit: null,
        location: about.location,
        subject: about.subject,
        message: match.message,
        preview: about.preview ?? null,
        fix: match.fix ?? rule.meta.fix,
        fingerprint: toFingerprint(rule.id, context, ordinalOf(`${rule.id}\0${path}`, context)),
        facts: match.facts ?? {},
        ...(about.autofix ? { autofix: about.autofix } : {}),
      };
      if (about.entry) {
        const file = fileOf(about.entry);
        file.findings.push(finding);
        file.evidence.push(about.evidence ?? null);
      } else
        weighed.push({
          finding,
          suppression: about.suppression ?? null,
          onlyAdvises: about.onlyAdvises ?? false,
          ageBy: about.ageBy,
          evidence: about.evidence ?? null,
        });
    },
    accept(entry: Entry, result: FileResult): void {
      unknown.push(...result.unknown);
      for (const ruleId of result.noticedBy) noticed.set(ruleId, (noticed.get(ruleId) ?? new Set()).add(entry.path));
      if (result.content) contents.set(entry.path, result.content);
      if (result.findings.length + result.suppressors.length === 0) return;
      const known = fileOf(entry);
      for (const [i, finding] of result.findings.entries()) {
        known.findings.push(finding);
        known.evidence.push(result.evidence[i] ?? null);
      }
      known.suppressors = result.suppressors;
    },
    noticedBy: (ruleId) => noticed.get(ruleId) ?? new Set(),
    contentOf: (path) => contents.get(path) ?? null,
    weigh(context) {
      const inLines = [...byFile.values()].flatMap(({ entry, findings, evidence, suppressors }) =>
        suppressInline(entry, findings, suppressors, context).map(({ finding, suppression }, i): JudgedFinding => {
          return { finding, suppression, ageBy: "lines", evidence: evidence[i] ?? null };
        }),
      );
      return [...weighed, ...inLines];
    },
  };
}

/** What is known of the lines of one file. */
interface InFile {
  readonly entry: Entry;
  readonly findings: Finding[];
  /** Of each finding. */
  readonly evidence: (string | null)[];
  suppressors: readonly Suppressor[];
}
