import type { Coverage, Report, Verdict } from "../../src/core/model.ts";

/** A finding that blocks, at `src/pay.ts:14:9`; `changes` say what is different. */
export function sampleFinding(changes: Partial<Verdict> = {}): Verdict {
  return {
    ruleId: "secrets/github-pat-classic",
    severity: "block",
    confidence: "certain",
    outcome: "blocking",
    age: "new",
    commit: null,
    location: { path: "src/pay.ts", line: 14, column: 9, endLine: 14, endColumn: 49 },
    subject: null,
    message: "A GitHub access token stands in the code. Anyone who can read the repository can use it.",
    preview: "ghp_\u20267QXZ",
    fix: "Revoke it on GitHub, read the new one from the environment, then stage the file again: git add src/pay.ts",
    fingerprint: "7d5f0c",
    suppression: null,
    facts: {},
    ...changes,
  };
}

/** A clean run over the index; `changes` say what is different. */
export function sampleReport(changes: Partial<Report> = {}): Report {
  return { source: "staged", exitCode: 0, complete: true, findings: [], unknown: [], coverage: sampleCoverage(), error: null, notes: [], ...changes };
}

export function sampleCoverage(changes: Partial<Coverage> = {}): Coverage {
  return { entries: 14, entriesChecked: 14, ignored: 0, bytes: 186_312, rules: 24, skipped: [], seconds: 0.0912345, ...changes };
}

/** Every outcome, age and field that a report can have. */
export function fullReport(): Report {
  return sampleReport({
    exitCode: 1,
    complete: false,
    findings: [
      sampleFinding(),
      sampleFinding({
        ruleId: "trading/failed-orders",
        location: null,
        subject: "D:/databases/trading.db",
        age: null,
        message: "194 failed orders in 24 hours, 5 are allowed.",
        preview: null,
        fix: "Stop the bot and read its log.",
        fingerprint: "0a11ce",
        facts: { count: 194, max: 5, windowHours: 24 },
      }),
      sampleFinding({
        ruleId: "secrets/jwt",
        location: { path: "src/bytes-%ff.ts", pathEncoding: "percent", line: 2, column: 1, endLine: 2, endColumn: 40 },
        commit: "3f2a91c0d5e64bd0a9f2f7b6a5d4c3b2a1908070",
        message: "A JSON web token stands in the code.",
        preview: "eyJ\u20267QXZ",
        fingerprint: "beefed",
      }),
      sampleFinding({
        ruleId: "storage/data-file",
        severity: "warn",
        confidence: "likely",
        outcome: "advisory",
        location: { path: "data/trades.db", line: 1, column: 1, endLine: 1, endColumn: 1 },
        message: "A database file is staged.",
        preview: null,
        fix: null,
        fingerprint: "da7a",
      }),
      sampleFinding({
        ruleId: "secrets/generic-secret",
        outcome: "advisory",
        age: "older",
        location: { path: "src/old.ts", line: 3, column: 5, endLine: 3, endColumn: 12 },
        message: "A value that looks like a secret is assigned.",
        preview: "\u2026",
        fingerprint: "01de4",
      }),
      sampleFinding({
        ruleId: "secrets/connection-string",
        outcome: "suppressed",
        location: { path: "test/db.ts", line: 8, column: 2, endLine: 8, endColumn: 30 },
        message: "A connection string with a password stands in the code.",
        preview: "postgres://\u2026",
        fingerprint: "5a5a",
        suppression: { kind: "inline", reason: "a local test database", owner: null, until: null },
      }),
      sampleFinding({
        ruleId: "trading/log-errors",
        outcome: "suppressed",
        location: null,
        subject: "D:/logs/trading.log",
        age: null,
        message: "17 errors in the last 100 lines, 10 are allowed.",
        preview: null,
        fix: null,
        fingerprint: "106",
        suppression: { kind: "ack", reason: "exchange is down", owner: "bruce", until: "2025-11-26T14:00:00Z" },
      }),
    ],
    unknown: [
      { ruleId: "trading/open-pnl", subject: "D:/databases/trading.db", reason: "the table positions is missing", blocks: false },
      { ruleId: "environment/gitignore", subject: ".gitignore", reason: "object 3f2a91c is missing", blocks: true },
    ],
    coverage: sampleCoverage({ entriesChecked: 13, ignored: 2, skipped: ["machine rules (--no-machine)"] }),
  });
}
