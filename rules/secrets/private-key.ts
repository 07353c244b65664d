import type { Confidence, Severity } from "../../src/core/model.ts";
import { type ContentSubject, defineRule, type Hit, type Match, type Trigger } from "../../src/core/rule.ts";
import { createFinder } from "./catalog/format-rule.ts";
import { keyFormats } from "./catalog/formats.ts";
import { judgeInPackage } from "./installed-package.ts";
import { type KeyBlock, MAX_BLOCK, readKeyBlock, readPuttyKey } from "./key-block.ts";

/** Longest `-----BEGIN LABEL ` in front of the trigger. */
const LONGEST_BEGIN = 48;
const BEGIN = /----(?:-BEGIN | BEGIN )(?:[A-Z0-9]+ ){0,3}$/;
/** Shorter than most keys, longer than a row of headers needs. */
const NEAR_BLOCK = 512;
/** So much base64 holds the longest header. */
const ENCODED_HEAD = 80;
const ARMOUR = 0;
const PUTTY = 1;

/** Literals of armoured keys; those of other formats (`catalog/formats/private-key.ts`) follow. */
const ARMOURS: readonly Trigger[] = [
  { literal: "PRIVATE KEY", exact: true, followedBy: { set: " -", min: 1 } },
  { literal: "PuTTY-User-Key-File-", exact: true, followedBy: { set: "123", min: 1 } },
  // "-----BEGIN" in base64: a key file encoded once more, as in a kubeconfig.
  { literal: "LS0tLS1CRUdJTi", exact: true, followedBy: { set: "A-Za-z0-9+/", min: 80 } },
];
const others = createFinder(keyFormats);

export const privateKey = defineRule({
  id: "secrets/private-key",
  meta: {
    summary: "A private key stands in a file.",
    why: "Whoever can read the repository, now or in its history, can sign, decrypt or log in with it.",
    fix: "Make a new key pair and withdraw the old one wherever its public half is trusted. Keep the key outside the repository: a secret store, or a file that git ignores.",
    severity: "block",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:133",
  },
  inspects: "content",
  triggers: [...ARMOURS, ...others.triggers],
  check(subject) {
    const matches: Match[] = [];
    for (const hit of subject.hits.filter(({ trigger }) => trigger < ARMOURS.length)) {
      if (hit.start < (matches.at(-1)?.end ?? 0)) continue;
      const match = matchKey(subject, hit);
      if (match) matches.push(match);
    }
    const hits = subject.hits.filter(({ trigger }) => trigger >= ARMOURS.length).map((hit) => ({ ...hit, trigger: hit.trigger - ARMOURS.length }));
    return judgeInPackage(subject, [...matches, ...others.find({ ...subject, hits })]);
  },
});

function matchKey(subject: ContentSubject, hit: Hit): Match | null {
  if (hit.trigger === ARMOUR) {
    const begin = BEGIN.exec(subject.slice(hit.start - LONGEST_BEGIN, hit.start))?.[0];
    if (begin === undefined) return null;
    const start = hit.start - begin.length;
    return toMatch(start, readKeyBlock(blockAt(subject, start, "-----BEGIN ")), begin.length + "PRIVATE KEY-----".length);
  }
  if (hit.trigger === PUTTY) return toMatch(hit.start, readPuttyKey(blockAt(subject, hit.start, "PuTTY-User-Key-File-")));
  return toMatch(hit.start, readEncodedBlock(subject.slice(hit.start, hit.start + MAX_BLOCK)));
}

/** As far as the next one begins, where that is near: of a row of headers each would be read together with hundreds that follow. */
function blockAt(subject: ContentSubject, start: number, next: string): string {
  const near = subject.slice(start, start + NEAR_BLOCK);
  return near.includes(next, 1) ? near : subject.slice(start, start + MAX_BLOCK);
}

function readEncodedBlock(text: string): KeyBlock | null {
  if (!Buffer.from(text.slice(0, ENCODED_HEAD), "base64").includes("PRIVATE KEY")) return null;
  const encoded = /^[A-Za-z0-9+/]+={0,2}/.exec(text)?.[0] ?? "";
  const block = readKeyBlock(Buffer.from(encoded, "base64").toString("latin1"));
  return block && { ...block, length: encoded.length };
}

/** What each state means for the verdict. An encrypted key is only as safe as its passphrase; a damaged one may be a leftover or made up. */
const verdicts = {
  whole: { confidence: "certain", severity: "block", remark: "" },
  unproved: { confidence: "likely", severity: "block", remark: "" },
  damaged: { confidence: "possible", severity: "warn", remark: " It is cut off or made up: its bytes do not add up to a key." },
  encrypted: { confidence: "possible", severity: "warn", remark: " It is encrypted, so it is as safe as its passphrase." },
} as const satisfies Record<KeyBlock["state"], { confidence: Confidence; severity: Severity; remark: string }>;

/** `reveal`: the first line of an armour, which every key of its kind has. */
function toMatch(start: number, block: KeyBlock | null, reveal = 0): Match | null {
  if (!block) return null;
  const { remark, confidence, severity } = verdicts[block.state];
  const kind = block.label.replace(/\s*ENCRYPTED\s*/, "");
  const message = `A private key${kind ? ` (${kind})` : ""} stands here. Whoever can read the repository can use it.${remark}`;
  // What is encrypted is no secret itself: its first line says where it stands.
  const length = block.state === "encrypted" && reveal > 0 ? reveal : block.length;
  return { start, end: start + length, message, confidence, severity, reveal, facts: { state: block.state } };
}
