/** A row of the audit, as others read it. */
export interface AuditRow {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly kind: "check" | "unverified" | "skip" | "ack" | "policy" | "install";
  readonly commit: string | null;
  readonly outcome: string | null;
  readonly rules: readonly string[];
  readonly reason: string | null;
  readonly who: string | null;
}

/** What an audit shows. */
export interface Audit {
  /** Oldest first. */
  readonly rows: readonly AuditRow[];
  readonly chain: "intact" | `broken at ${number}`;
  /** Lines that were cut off when they were written, and never were rows. */
  readonly torn: number;
}
