import type { Matcher } from "./match.ts";
import type { Entry, Finding, Unknown } from "./model.ts";
import type { MessageSubject } from "./rule.ts";
import { toSegment } from "./segments.ts";

/** A commit's or a tag's message, the name of a ref, or a path. */
export interface Message {
  readonly kind: MessageSubject["kind"];
  readonly bytes: Uint8Array;
}

/** What a finding or an unknown says it is about. */
export const ABOUT = {
  commit: "the commit message",
  tag: "the message of the tag",
  branch: "the name of the branch",
  ref: "the name of the tag or ref",
  path: "the path of a file",
} as const satisfies Record<MessageSubject["kind"], string>;

/** What the content rules see in a message, under a name that no glob is meant for. */
export async function matchMessage(
  matcher: Matcher,
  { kind, bytes }: Message,
): Promise<{ readonly findings: readonly Finding[]; readonly unknown: readonly Unknown[] }> {
  const file = matcher.open({ path: `(${ABOUT[kind]})`, kind: "regular", status: "added", oid: null, baseOid: null, baseKind: null });
  await file.segment(toSegment(bytes));
  return file.end();
}

/** A path as a message of one line. */
export function toPathMessage(entry: Entry): Message {
  return { kind: "path", bytes: Buffer.from(toOneLine(entry)) };
}

function toOneLine({ path }: Entry): string {
  return path.replaceAll("\n", " ");
}

/** The entries in whose paths content rules may see something: one look at all of them. What they see across two paths is for a second look to tell. */
export async function findSuspectPaths(matcher: Matcher, entries: readonly Entry[]): Promise<readonly Entry[]> {
  const bytes = Buffer.from(entries.map(toOneLine).join("\n"));
  const { findings, unknown } = await matchMessage(matcher, { kind: "path", bytes });
  if (unknown.length > 0) return entries;
  const lines = new Set(findings.map(({ location }) => location?.line));
  return entries.filter((_, index) => lines.has(index + 1));
}
