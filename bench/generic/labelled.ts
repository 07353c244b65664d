import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { Candidate } from "../../rules/secrets/generic/candidate.ts";
import { listCandidates } from "../../rules/secrets/generic/candidates.ts";
import { couldBePassword, couldBeSecret } from "../../rules/secrets/generic/meant.ts";
import { genericPassword } from "../../rules/secrets/generic-password.ts";
import { genericSecret } from "../../rules/secrets/generic-secret.ts";
import { isDocumented, isMadeUpPlace } from "../../rules/secrets/made-up-place.ts";
import { compileGlob } from "../../src/config/globs.ts";
import { createMatcher, type Matcher } from "../../src/core/match.ts";
import { createPolicyReader } from "../../src/core/policy.ts";
import { createRulesetOf } from "../../src/core/ruleset.ts";
import { toSegment } from "../../src/core/segments.ts";
import { type Label, type LabelledFile, lineAt } from "./corpus.ts";

/** A candidate and what the corpus says of its place. */
export interface Labelled {
  readonly repository: string;
  readonly path: string;
  readonly candidate: Candidate;
  /** The real credentials that it overlaps; empty: it is none. */
  readonly credentials: readonly Label[];
  /** Where it is none, the labelled line that it would wrongly flag; `null`: nothing is known of that line. */
  readonly wrongLine: string | null;
}

/** The rules' own candidates, found by the engine with the rules' own triggers. */
export interface CandidateReader {
  read(path: string, bytes: Uint8Array): Promise<Candidate[]>;
}

export function createCandidateReader(): CandidateReader {
  const found: Candidate[] = [];
  const rules = [
    { ...genericSecret, check: (subject: Parameters<typeof genericSecret.check>[0]) => keep(listCandidates(subject, couldBeSecret).candidates) },
    { ...genericPassword, check: (subject: Parameters<typeof genericPassword.check>[0]) => keep(listCandidates(subject, couldBePassword).candidates) },
  ];
  function keep(candidates: readonly Candidate[]): [] {
    found.push(...candidates);
    return [];
  }
  const ruleset = createRulesetOf(rules, compileGlob);
  const settings = Object.fromEntries(rules.map(({ id }) => [id, { severity: "block" as const, options: {} }]));
  const matcher: Matcher = createMatcher(
    [ruleset],
    createPolicyReader({ rules: settings, ignores: [], ignoredLines: [], overrides: [], older: "advisory" }),
    () => true,
  );
  return {
    async read(path, bytes) {
      const file = matcher.open({ path, kind: "regular", status: "added", oid: null, baseOid: null, baseKind: null });
      await file.segment(toSegment(bytes));
      const [unknown] = file.end().unknown;
      if (unknown) throw new Error(`${path}: ${unknown.ruleId}: ${unknown.reason}`);
      return found.splice(0);
    },
  };
}

/** `ignored`: categories that are measured apart; a place that has only such labels is left out. */
export async function labelCandidates(files: readonly LabelledFile[], ignored: ReadonlySet<string>): Promise<Labelled[]> {
  const reader = createCandidateReader();
  const labelled: Labelled[] = [];
  const isIgnored = ({ categories }: Label): boolean => categories.some((category) => ignored.has(category));
  for (const file of files) {
    for (const candidate of await reader.read(file.path, file.bytes)) {
      const line = lineAt(file, candidate.start);
      const credentials = file.labels.filter(({ truth, start, end }) => truth === "T" && start < candidate.end && candidate.start < end);
      const others = file.labels.filter(({ truth, firstLine, lastLine }) => truth !== "T" && firstLine <= line && line <= lastLine);
      const known = credentials.length > 0 ? credentials : others;
      if (known.length > 0 && known.every(isIgnored)) continue;
      const wrongLine = credentials.length === 0 && others.length > 0 ? `${file.repository}/${file.path}:${line}` : null;
      labelled.push({ repository: file.repository, path: file.path, candidate, credentials: credentials.filter((label) => !isIgnored(label)), wrongLine });
    }
  }
  return labelled;
}

const SOURCES = new Set([".js", ".mjs", ".cjs", ".ts", ".mts", ".tsx", ".jsx", ".json", ".md", ".py", ".yml", ".yaml", ".html", ".sh", ".txt", ".c", ".h"]);
const LARGEST = 500_000;

/** Candidates in files of which all is public and nothing a secret: the code of installed packages. What they show in samples and tests could be one. */
export async function listNegatives(folder: string): Promise<Candidate[]> {
  const reader = createCandidateReader();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && SOURCES.has(extname(entry.name)));
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  const found = new Map<string, Candidate>();
  for (const path of paths) {
    const below = path.slice(folder.length + 1);
    const bytes = isMadeUpPlace(below) ? Buffer.alloc(0) : readFileSync(path);
    if (bytes.length > LARGEST) continue;
    for (const candidate of await reader.read(below, bytes)) {
      // The same line in twenty versions of a package says no more than once.
      if (!isDocumented(below, candidate.before)) found.set(`${candidate.name}\n${candidate.value}`, candidate);
    }
  }
  return [...found.values()];
}
