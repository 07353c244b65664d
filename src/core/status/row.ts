import type { Unknown, Verdict } from "../model.ts";

/** `info`: no rule judges it. `off`: the rule that would is off. */
export type RowState = "ok" | "warn" | "block" | "acknowledged" | "unknown" | "off" | "info";

/** One thing that was looked at: the number, what it is held against, and what the rule makes of it. */
export interface StatusRow {
  /** `failed orders`. */
  readonly name: string;
  readonly state: RowState;
  readonly ruleId: string | null;
  /** `null`: not known. */
  readonly value: string | number | null;
  /** `null`: nothing to hold it against. */
  readonly threshold: string | number | null;
  /** Both in words: `6 in the last 100 lines, at most 10`. Where the value is not known, why. */
  readonly text: string;
}

/** Things that belong together. */
export interface StatusArea {
  /** `Trading`, `Log`, `Database`, `Backups`. */
  readonly title: string;
  /** The root, a path, or the name of a database; `null` where there is none. */
  readonly subject: string | null;
  readonly rows: readonly StatusRow[];
}

/** What the rules said, to be asked about one rule and, where it speaks of several things, one subject. */
export interface Judged {
  readonly verdicts: readonly Verdict[];
  readonly unknown: readonly Unknown[];
  /** Whether a rule is on. */
  isOn(ruleId: string): boolean;
}

/** What a row says; `value` null: not known, and then `text` is the reason if the rule gives none. */
export type RowContent = Pick<StatusRow, "value" | "threshold" | "text">;

/** Makes the rows of an area. `about`: the subject whose findings count, `null` for all of a rule. */
export function createRows(judged: Judged, about: string | null): (name: string, ruleId: string | null, content: RowContent) => StatusRow {
  return (name, ruleId, content) => {
    const state = ruleId === null ? toPlainState(content) : stateOf(judged, ruleId, about);
    const reason = judged.unknown.find((one) => one.ruleId === ruleId && isAbout(one.subject, about))?.reason;
    const text = content.value === null && reason !== undefined ? reason : content.text;
    return { name, ruleId, state: content.value === null && state === "ok" ? "unknown" : state, ...content, text };
  };
}

function toPlainState({ value }: RowContent): RowState {
  return value === null ? "unknown" : "info";
}

/** The worst that it said. */
function stateOf({ verdicts, unknown, isOn }: Judged, ruleId: string, about: string | null): RowState {
  if (!isOn(ruleId)) return "off";
  const own = verdicts.filter((verdict) => verdict.ruleId === ruleId && isAbout(verdict.subject ?? "", about));
  if (own.some(({ outcome }) => outcome === "blocking")) return "block";
  if (own.some(({ outcome }) => outcome === "advisory")) return "warn";
  if (own.length > 0) return "acknowledged";
  return unknown.some((one) => one.ruleId === ruleId && isAbout(one.subject, about)) ? "unknown" : "ok";
}

/** Rules name a database, or a part of it behind a comma, or where its link leads in brackets. */
function isAbout(subject: string, about: string | null): boolean {
  return about === null || subject === about || subject.startsWith(`${about},`) || subject.startsWith(`${about} (`);
}
