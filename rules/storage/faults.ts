import type { Confidence, Severity } from "../../src/core/model.ts";
import type { Match, Span } from "../../src/core/rule.ts";
import type { PlaceFault, StoragePolicy } from "../../src/core/storage-policy.ts";

export type Fault = PlaceFault | "in-tree" | "hard-coded" | "unresolved";

interface FaultText {
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** Continues "This database path ". */
  readonly says: string;
  /** `ROOT` stands for a root that is one for databases. */
  readonly fix: string;
}

const move = "Ask an environment variable such as DATABASE_PATH first, and let its default lie under a root: ROOT/name.db.";

const faults = {
  relative: {
    severity: "block",
    confidence: "likely",
    says: "is relative: the file lands wherever the program is started, as a rule inside the project.",
    fix: move,
  },
  "in-tree": { severity: "block", confidence: "likely", says: "is built from the folder of the code: the file lands inside the project.", fix: move },
  profile: { severity: "block", confidence: "likely", says: "lies in the profile of whoever runs the program.", fix: move },
  "other-drive": { severity: "block", confidence: "certain", says: "lies on a drive that holds none of the allowed roots.", fix: move },
  forbidden: { severity: "block", confidence: "certain", says: "lies in a folder where the policy forbids data.", fix: move },
  deprecated: {
    severity: "block",
    confidence: "certain",
    says: "lies in a folder that the policy has given up.",
    fix: "Move the file to the folder that replaces it and change the path.",
  },
  share: { severity: "block", confidence: "likely", says: "lies on a network share, where SQLite's locks are not safe.", fix: move },
  stream: {
    severity: "block",
    confidence: "likely",
    says: "names an alternate data stream: no listing and no backup shows the file.",
    fix: "Take the colon and what follows it out of the file name.",
  },
  "short-name": {
    severity: "warn",
    confidence: "possible",
    says: "names a folder by its short 8.3 name: which folder that is, only the machine knows.",
    fix: "Write the folder's whole name.",
  },
  "no-drive": { severity: "warn", confidence: "possible", says: "names no drive: on Windows the file lands on whatever drive is current.", fix: move },
  "wrong-root": { severity: "warn", confidence: "likely", says: "is on the right drive but outside the allowed roots.", fix: move },
  "not-for-databases": {
    severity: "warn",
    confidence: "likely",
    says: "lies in a root that is not the one for databases.",
    fix: "Move the file to the root for databases, where backups and permissions are set up.",
  },
  "hard-coded": { severity: "warn", confidence: "likely", says: "is right but hard-coded: nobody can run this elsewhere without editing it.", fix: move },
  unresolved: {
    severity: "warn",
    confidence: "possible",
    says: "is joined to something whose place cannot be seen here.",
    fix: "Check that it ends under one of the roots, or start from an environment variable or a root.",
  },
} as const satisfies Record<Fault, FaultText>;

/** What a path is for, as far as its name and its use tell. */
export type Stored = "database" | "data";

/** A path that stands where it should not. Offsets are bytes of the file. */
export interface FaultyPath {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly stored: Stored;
  readonly fault: Fault;
  /** In code or files for tests a fault is only worth a word. */
  readonly isForTests: boolean;
  readonly autofix?: Match["autofix"];
}

export function toMatch({ start, end, text, stored, fault, isForTests, autofix }: FaultyPath, { shown, example }: StoragePolicy): Match {
  const { severity, confidence, says, fix } = faults[fault];
  const subject = stored === "database" ? "This database path" : "This log or data path";
  return {
    start,
    end,
    message: `${subject} ${says} Databases, logs and large data belong under ${shown} (S4:285).`,
    fix: fix.replace("ROOT", () => example),
    severity: isForTests ? "warn" : severity,
    confidence,
    // A path is no secret, but for the credentials of a URL.
    ...(/\/\/[^/\s]*:[^/\s]*@/.test(text) ? {} : { reveal: "all" }),
    facts: { fault },
    ...(autofix && autofix.length > 0 ? { autofix } : {}),
  };
}

/** Said at the first place that was not looked at. */
export function toUnreadMatch({ start, end }: Span): Match {
  return {
    start,
    end,
    message: "This file has more than a thousand places where a path could stand; this one and those behind it were not read.",
    fix: "Where the file is data or was generated, name it in ignores; else split it.",
    severity: "warn",
    confidence: "possible",
    reveal: "all",
    facts: { fault: "unread" },
  };
}
