import type { ContentSubject, Match } from "../../src/core/rule.ts";
import { isMadeUpPlace } from "./made-up-place.ts";

/** Up to the package itself, as its manager lays it out. What tools keep beside the packages (`node_modules/.cache/`) came with none of them. */
const PACKAGE = /^(?:.*\/)?(?:node_modules|bower_components|jspm_packages|site-packages|Pods)\/(?!\.)(?:@[^/]+\/)?[^/]+\/(?=.)/i;

/** Where in an installed package a file stands: `sample` in its tests, samples or documents, `program` elsewhere; `null` where it belongs to none. */
export function placeInPackage(path: string): "sample" | "program" | null {
  const before = PACKAGE.exec(path)?.[0];
  if (before === undefined) return null;
  return isMadeUpPlace(path.slice(before.length)) ? "sample" : "program";
}

const REMARK = " It came with an installed package, so everybody has it who can install that.";

/**
 * What a rule has to say of a file of an installed package. What stands there is published, and no secret of whoever installs it: what would block warns, what would warn
 * is left, and so is everything in its tests, samples and documents. A token whose checksum is right was given out to somebody, and blocks wherever it stands.
 */
export function judgeInPackage(subject: ContentSubject, matches: readonly Match[]): readonly Match[] {
  const place = matches.length === 0 ? null : placeInPackage(subject.path);
  if (place === null) return matches;
  return matches.flatMap((match): Match[] => {
    if (match.facts?.checksum === "valid") return [match];
    if (place === "program" && match.severity !== "warn") return [{ ...match, message: match.message + REMARK, severity: "warn" }];
    subject.leave?.(match.start, match.end, "it came with an installed package, so it is published");
    return [];
  });
}
