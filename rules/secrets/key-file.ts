import { defineRule, type EntryMatch, type EntrySubject } from "../../src/core/rule.ts";
import { placeInPackage } from "./installed-package.ts";
import { EXTENSIONS, FIXTURE_FOLDER, type Holding, NAMES, PATHS, PATTERNS, PUBLIC, SAMPLE, WEAK_EXTENSIONS } from "./key-file-names.ts";

export const keyFile = defineRule({
  id: "secrets/key-file",
  meta: {
    summary: "A file is about to be committed whose name says that it holds keys or logins.",
    why: "What is committed once stays in the history of every clone, also after it was deleted.",
    fix: "Take it out of the index (git rm --cached), let .gitignore name it, and keep it outside the repository. If it was ever pushed, replace what it holds.",
    severity: "block",
    confidence: "likely",
    since: "0.1.0",
    source: "S4:104",
  },
  inspects: "entry",
  check(subject): EntryMatch[] {
    // A symbolic link only names another place, a submodule is another repository.
    if (subject.status === "deleted" || subject.kind === "symlink" || subject.kind === "gitlink") return [];
    return judgeName(subject);
  },
});

function judgeName({ path }: EntrySubject): EntryMatch[] {
  const whole = path.toLowerCase();
  const name = whole.slice(whole.lastIndexOf("/") + 1);
  const sure = findHolding(whole, name);
  const weak = WEAK_EXTENSIONS.get(extensionOf(name));
  if ((sure ?? weak) === undefined || PUBLIC.test(name) || SAMPLE.test(name)) return [];
  const inPackage = placeInPackage(path);
  // What came with a package is published, and its tests and samples are made to be.
  if (inPackage === "sample") return [];
  const made = inPackage !== null || FIXTURE_FOLDER.test(whole);
  if (sure !== undefined) return [toMatch(sure, made)];
  return weak === undefined || made ? [] : [toMatch(weak, true)];
}

function findHolding(path: string, name: string): Holding | undefined {
  return (
    NAMES.get(name) ??
    EXTENSIONS.get(extensionOf(name)) ??
    (HINT.test(name) ? PATTERNS.find(([pattern]) => pattern.test(name))?.[1] : undefined) ??
    PATHS.find(([end]) => path.endsWith(end) && (path.length === end.length || path.at(-end.length - 1) === "/"))?.[1]
  );
}

/** What some part of every pattern needs: one question in place of ten for the names of ordinary files. */
const HINT = /^id_|_(?:rsa|dsa|ecdsa|ed25519)$|^authkey_|accesskeys|^client_secret|firebase-adminsdk|service[_-]?account|credentials\.json$|^utc--|^krb5cc_/;

/** Empty for dot files, whose whole name is no extension. */
function extensionOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(dot + 1) : "";
}

function toMatch(holding: Holding, doubtful: boolean): EntryMatch {
  const message = `By its name this file holds ${holding}. Once committed, it stays in the history of every clone.`;
  return doubtful ? { message, severity: "warn", confidence: "possible" } : { message };
}
