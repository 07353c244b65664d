import type { Matcher } from "./match.ts";
import type { Finding, Unknown } from "./model.ts";
import type { MessageSubject } from "./rule.ts";
import { toSegment } from "./segments.ts";

/** A commit's or a tag's message, or the name of a ref. */
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
