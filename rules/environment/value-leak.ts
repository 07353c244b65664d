import { defineRule, type Match } from "../../src/core/rule.ts";

export const valueLeak = defineRule({
  id: "environment/value-leak",
  inspects: "content",
  meta: {
    summary: "A value of an environment file that git does not track stands in a file that it does.",
    why: "The file is kept out of the repository so that its values stay out, and here one of them gets in: in code, a log, a document, a test.",
    fix: "Read it from the environment instead. If it was ever pushed, replace it at its provider.",
    severity: "block",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:101-103",
    outranks: ["secrets/*", "environment/*"],
  },
  triggers: [],
  seeks: "local-values",
  check({ path, hits, localValues, slice }): Match[] {
    return hits.flatMap(({ trigger, start }): Match[] => {
      const local = localValues[trigger];
      if (!local || local.file === path) return [];
      const end = start + local.value.length;
      // Longer values are found by their beginning.
      if (slice(start, end) !== local.value || isPartOfWord(slice(start - 1, start), slice(end, end + 1))) return [];
      return [{ start, end, message: `The value of ${local.name} in ${local.file}, which git does not track, stands here.` }];
    });
  },
});

/** A longer run of letters and digits is another value that happens to hold this one. */
function isPartOfWord(before: string, after: string): boolean {
  return /[A-Za-z0-9]/.test(before) || /[A-Za-z0-9]/.test(after);
}
