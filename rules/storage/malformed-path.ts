import { languageOf, tokenize } from "../../src/core/lexer.ts";
import { type ContentSubject, defineRule, type Match, type Span, type Trigger } from "../../src/core/rule.ts";
import { isMalformed } from "./eaten-backslashes.ts";
import { findUnread, listExcerpts } from "./excerpts.ts";
import { toUnreadMatch } from "./faults.ts";
import { isArchived } from "./storage-names.ts";

/** `D:\x`, one for each drive. */
const triggers: readonly Trigger[] = Array.from("abcdefghijklmnopqrstuvwxyz", (drive) => ({
  literal: `${drive}:\\`,
  startsWord: true,
  followedBy: { set: "\\w.%$\\\\{-", min: 2 },
}));

export const malformedPath = defineRule({
  id: "storage/malformed-path",
  meta: {
    summary: "A Windows path is written with single backslashes where the language takes a backslash for an escape.",
    why: "The program sees another path: 'D:\\databases\\trading.db' in JavaScript is D:databases, a tab, and rading.db. It opens a new, empty file, and checks of such a path pass by accident.",
    fix: "Write forward slashes, which Windows takes everywhere, or double the backslashes.",
    severity: "warn",
    confidence: "likely",
    since: "0.1.0",
    source: "S4:378",
  },
  inspects: "content",
  files: [
    "**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs,vue,svelte,astro,py,pyw,rb,php,rs,go,java,kt,kts,scala,groovy,gradle,cs,swift,dart,c,cc,cpp,h,hpp}",
    "**/*.{sh,bash,zsh,ksh,prisma,json,jsonc,json5,yml,yaml,toml,properties}",
    "**/{.env,.env.*,*.env,.envrc,Dockerfile,Dockerfile.*}",
  ],
  triggers,
  check(subject) {
    if (isArchived(subject.path)) return [];
    const found = listExcerpts(subject, languageOf(subject.path)).flatMap((span) => findMalformed(subject, span));
    const unread = findUnread(subject);
    return unread ? [...found, toUnreadMatch(unread)] : found;
  },
});

function findMalformed(subject: ContentSubject, span: Span): Match[] {
  const language = languageOf(subject.path);
  const tokens = tokenize(subject.slice(span.start, span.end), language).filter(({ kind }) => kind !== "comment");
  return tokens.flatMap((token, index): Match[] => {
    if (!isMalformed(tokens, index, language, subject.path)) return [];
    const [start, end] = [span.start + token.innerStart, span.start + token.innerEnd];
    const written = token.text.slice(token.innerStart - token.start, token.innerEnd - token.start);
    const seen = language === "shell" || language === "ini" ? null : shown(token.value);
    return [
      {
        start,
        end,
        message: `The single backslashes of this path are escapes here: ${seen === null ? "the program does not see them" : `the program sees ${seen}`}.`,
        reveal: "all",
        ...(plainPath.test(written) ? { autofix: [{ kind: "replace", start, end, text: written.replace(/\\+/g, "/") }] } : {}),
      },
    ];
  });
}

/** `D:\data\x.db` as it is written: nothing in it but names between backslashes. */
const plainPath = /^(?:[a-z+]+[:=])*[a-z]:(?:\\+[\w .()-]+)+$/i;

const controls: Readonly<Record<string, string>> = { "\t": "<TAB>", "\n": "<LF>", "\r": "<CR>", "\b": "<BS>", "\f": "<FF>", "\v": "<VT>" };

/** In ASCII, cut off, with names in place of control characters. */
function shown(text: string): string {
  const plain = text.slice(0, 80).replace(/[^\x20-\x7e]/g, (found) => controls[found] ?? "?");
  return text.length > 80 ? `${plain}...` : plain;
}
