import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type ExplainedLine, traceLine } from "./core/explain-line.ts";
import { type Entry, GuardError, type Verdict } from "./core/model.ts";
import { createPolicyReader } from "./core/policy.ts";
import { toSegment } from "./core/segments.ts";
import { createPlaceFinder } from "./core/text.ts";
import { findRepository } from "./git/repository.ts";
import { createGit, type Environment } from "./git/run.ts";
import { check } from "./guard.ts";
import { loadPolicy } from "./policies.ts";
import { loadBuiltInRuleset } from "./rulesets.ts";
import { findConfiguration, readConfiguration } from "./sources/configuration.ts";
import { toReportPath } from "./sources/files.ts";
import { openStore } from "./state/store.ts";

/** A line of a file of the work tree. */
export interface LineQuestion {
  readonly path: string;
  readonly line: number;
  readonly cwd: string;
  readonly env: Environment;
  readonly configPath?: string;
  readonly untrusted: boolean;
}

/** Judges the file, and follows what stands on one of its lines. Throws `GuardError`: 2 where there is no such line, 3 where the file could not be judged. */
export async function explainLine({ path, line, cwd, env, configPath, untrusted }: LineQuestion): Promise<ExplainedLine> {
  const given = { cwd, env, untrusted, ...(configPath === undefined ? {} : { configPath }) };
  const { error, findings } = await check({ ...given, source: { kind: "files", paths: [path] }, machine: false });
  if (error) throw new GuardError(2, error.code, error.message, error.fix);
  const repository = await findRepository(createGit(cwd, env)).catch(() => null);
  const root = repository?.root ?? null;
  const segment = toSegment(readFileSync(resolve(cwd, path)));
  const span = findLine(segment.bytes, line);
  if (!span) throw new GuardError(2, "usage", `"${path}" has no line ${line}.`, "Name a line that is there: path:line.");
  const configuration = configPath === undefined ? findConfiguration(cwd, root) : readConfiguration(configPath, cwd);
  const context = { builtIn: await loadBuiltInRuleset(), store: openStore(repository?.commonDir ?? null), untrusted };
  const { policy, rulesets } = await loadPolicy(configuration, context);
  const reader = createPolicyReader(policy);
  const entry: Entry = { ...toReportPath(root ?? cwd, resolve(cwd, path)), kind: "regular", status: "present", oid: null, baseOid: null, baseKind: null };
  const { left, seenBy } = await traceLine(entry, segment, span, rulesets, reader);
  const own = findings.filter(({ location }) => location !== null && location.line <= line && line <= location.endLine);
  const columnOf = createPlaceFinder(segment.bytes, segment.length, segment.place);
  const told = new Set(own.map(({ ruleId }) => ruleId));
  return {
    path: entry.path,
    findings: findings.filter((finding) => own.includes(finding) || isAboutFile(finding)),
    left: left
      .toSorted((a, b) => Number(b.wasAsked) - Number(a.wasAsked) || a.start - b.start)
      .map((one) => ({ ...one, column: columnOf(one.start).column + 1 })),
    steppedBack: seenBy.filter((ruleId) => !told.has(ruleId)),
    isIgnored: reader.isIgnored(entry.path),
    isIgnoredLine: reader.ignoredLine(entry.path)?.test(Buffer.from(segment.bytes).toString("latin1", span.start, span.end)) ?? false,
    rules: rulesets.reduce((sum, ruleset) => sum + ruleset.rules.filter(({ summary }) => summary.inspects === "content").length, 0),
  };
}

function isAboutFile({ location }: Verdict): boolean {
  return location !== null && location.line === location.endLine && location.column === location.endColumn;
}

/** Bytes of a line, counted from 1, without its line end. */
function findLine(bytes: Uint8Array, line: number): { readonly start: number; readonly end: number } | null {
  let start = 0;
  for (let number = 1; number < line; number++) {
    const end = bytes.indexOf(10, start);
    if (end < 0) return null;
    start = end + 1;
  }
  const end = bytes.indexOf(10, start);
  return start >= bytes.length && line > 1 ? null : { start, end: end < 0 ? bytes.length : end };
}
