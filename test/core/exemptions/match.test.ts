import { expect, test } from "vitest";
import type { Exemption } from "../../../src/core/exemptions/list.ts";
import { matchExemptions } from "../../../src/core/exemptions/match.ts";
import { createTagger, toTag } from "../../../src/core/exemptions/tag.ts";
import { toEvidence } from "../../../src/core/fingerprint.ts";
import { sampleFinding } from "../../report/sample-report.ts";

/** `RULE FINGERPRINT SECRET PATH`; the secret stands for its own tag, `-` for none. */
function parse(text: string): { readonly ruleId: string; readonly fingerprint: string; readonly secret: string | null; readonly path: string } {
  const [ruleId = "", fingerprint = "", secret = "", path = ""] = text.split(" ");
  return { ruleId, fingerprint, secret: secret === "-" ? null : secret, path };
}

function toFound(text: string) {
  const { ruleId, fingerprint, secret, path } = parse(text);
  return { text, finding: sampleFinding({ ruleId, fingerprint, location: { path, line: 1, column: 1, endLine: 1, endColumn: 9 } }), evidence: secret };
}

function toEntry(text: string): Exemption {
  const { secret, ...rest } = parse(text);
  return { ...rest, tag: secret, reason: "", owner: null, until: null };
}

/** Numbers of the entries that speak of the findings, in their order. `unseen`: files that are there and not judged. */
async function match(found: readonly string[], entries: readonly string[], unseen: readonly string[] = []): Promise<(number | null)[]> {
  const all = entries.map(toEntry);
  const items = found.map(toFound);
  const matched = await matchExemptions(items, all, { tagOf: (evidence) => evidence, isUnseen: async (path) => unseen.includes(path) });
  return items.map((one) => {
    const entry = matched.get(one);
    return entry ? all.indexOf(entry) : null;
  });
}

test.each<[string, string[], string[], string[], (number | null)[]]>([
  ["the same place", ["r f s a"], ["r f s a"], [], [0]],
  ["a changed secret", ["r f t a"], ["r f s a"], [], [null]],
  ["another rule", ["q f s a"], ["r f s a"], [], [null]],
  ["a renamed file", ["r f s b"], ["r f s a"], [], [0]],
  ["a line that reads otherwise", ["r g s a"], ["r f s a"], [], [0]],
  ["both at once", ["r g s b"], ["r f s a"], [], [null]],
  ["a copy of a file that is judged too", ["r f s a", "r f s b"], ["r f s a"], [], [0, null]],
  ["a copy of a file that is not judged now", ["r f s b"], ["r f s a"], ["a"], [null]],
  ["a second one that looks alike", ["r f s a", "r f s a"], ["r f s a"], [], [0, null]],
  ["two, of which each has an entry", ["r f s a", "r g t a"], ["r g t a", "r f s a"], [], [1, 0]],
  ["one before it that is new", ["r f new a", "r g s a"], ["r f s a"], [], [null, 0]],
  ["a whole file", ["r f - a"], ["r f - a"], [], [0]],
  ["a whole file that is another", ["r g - a"], ["r f - a"], [], [null]],
  ["a secret where a whole file was recorded", ["r f s a"], ["r f - a"], [], [null]],
  ["nothing", [], ["r f s a"], [], []],
])("%s", async (_, found, entries, unseen, expected) => {
  expect(await match(found, entries, unseen)).toEqual(expected);
});

test.each<[string, (tag: string) => string]>([
  ["on another line of the file", (tag) => `r f${tag} ${tag} a`],
  ["of files that are gone", (tag) => `r g ${tag} gone${tag}`],
])("entries with every tag %s exempt nothing; a few that are left over do", async (_, toText) => {
  const entries = Array.from({ length: 256 }, (_, tag) => toText(tag.toString(16).padStart(2, "0")));
  expect(await match(["r g 3b a"], entries)).toEqual([null]);
  expect(await match(["r g 03 a"], entries.slice(0, 9))).toEqual([3]);
});

test("a tag is eight bits, hangs on salt and secret, and takes no notice of white space", () => {
  const tags = Array.from({ length: 300 }, (_, i) => toTag(toEvidence(`secret ${i}`), "salt"));
  expect(tags.every((tag) => /^[0-9a-f]{2}$/.test(tag))).toBe(true);
  expect(new Set(tags).size).toBeGreaterThan(100);
  const evidence = toEvidence("one secret");
  expect(new Set(["a", "b", "c", "d"].map((salt) => toTag(evidence, salt))).size).toBeGreaterThan(1);
  expect(toEvidence("one\r\n\t secret")).toBe(evidence);
  expect([createTagger("salt")(evidence), createTagger("salt")(null)]).toEqual([toTag(evidence, "salt"), null]);
});
