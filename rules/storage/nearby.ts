import type { ContentSubject } from "../../src/core/rule.ts";
import { lastDefinition, laterDefinition, listPlaces } from "./definitions.ts";
import { asksEnvironment, environmentNames } from "./environment.ts";
import { storageOf } from "./storage-names.ts";

const NEAR = 1024;
const FAR = 8192;
/** So far from a hit, to either side, stands what it is of. */
const NEAR_HIT = 240;
/** How far back a module of tests may begin. */
const MAX_BACK = 65_536;
const testModule = /^[ \t]*#\[cfg\((?:all\()?test\b[^\]\n]*\]\s*(?:pub(?:\(\w+\))?\s+)?mod\s+\w+\s*\{/m;
/** What one file may ask of its surroundings. A file with more paths than that is a list, where nothing is defined nearby. */
const MAX_LOOK_UPS = 200;

/** What stands round the paths of one file, which are asked about in order. */
export interface Surroundings {
  /** A hit stands near enough to be of what stands there; the rest of an excerpt is there to be read, not judged. */
  isNearHit(at: number): boolean;
  /** Source of the last value that a name was given in the 8 KB before `end`, or of what a function of that name gives back; else one at the beginning of a line in the 8 KB behind. */
  definitionOf(end: number, name: string): string | null;
  /** Source of the folder that the file name in `name` is joined to in the 8 KB behind `at`: `dir` of `join(dir, name)`. */
  folderOf(at: number, name: string): string | null;
  /** A variable that holds a storage path is asked in the kilobyte before `at`, or the constant `name` is the default of one in the 8 KB behind. */
  asksEnvironment(at: number, name: string): boolean;
  /** In the 8 KB behind `at` a file of the name that the constant holds is opened: `new Database(DB_NAME)`, `"jdbc:sqlite:" + DB_NAME`, `sql.Open("sqlite", name)`. */
  isOpenedBehind(at: number, constant: string): boolean;
  /** In a file of Rust, `at` lies in its module of tests or in a test. */
  isInTest(at: number): boolean;
}

export function createSurroundings(subject: ContentSubject): Surroundings {
  let lookUps = 0;
  let nextHit = 0;
  /** Up to where the file was read for variables, and where the last one stood. */
  let readTo = 0;
  let lastAsked = Number.NEGATIVE_INFINITY;

  function isAskedBefore(at: number): boolean {
    const start = Math.max(readTo, at - NEAR);
    const text = subject.slice(start, at);
    if (/env/i.test(text)) for (const index of listAsked(text)) lastAsked = start + index;
    readTo = Math.max(readTo, at - 64);
    return lastAsked >= at - NEAR;
  }

  return {
    isNearHit(at) {
      while ((subject.hits[nextHit]?.end ?? at) < at - NEAR_HIT) nextHit += 1;
      return (subject.hits[nextHit]?.start ?? Number.POSITIVE_INFINITY) <= at + NEAR_HIT;
    },
    definitionOf(end, name) {
      if (++lookUps > MAX_LOOK_UPS) return null;
      return lastDefinition(subject.slice(end - FAR, end), name) ?? laterDefinition(subject.slice(end, end + FAR), name);
    },
    folderOf(at, name) {
      if (++lookUps > MAX_LOOK_UPS) return null;
      const behind = subject.slice(at, at + FAR);
      for (const place of listPlaces(behind, name)) {
        const before = behind.slice(Math.max(0, place - 200), place);
        const folder = (joinedTo.exec(before) ?? behindSlash.exec(before))?.[1];
        if (folder !== undefined) return folder;
      }
      return null;
    },
    asksEnvironment(at, name) {
      if (isAskedBefore(at)) return true;
      if (++lookUps > MAX_LOOK_UPS) return false;
      const behind = subject.slice(at, at + FAR);
      return listPlaces(behind, name).some((place) => isFallback(behind.slice(Math.max(0, place - 300), place)));
    },
    isOpenedBehind(at, constant) {
      if (++lookUps > MAX_LOOK_UPS) return false;
      const behind = subject.slice(at, at + FAR);
      return listPlaces(behind, constant).some((place) => opensWhatFollows.test(behind.slice(Math.max(0, place - 80), place)));
    },
    isInTest(at) {
      if (!subject.path.endsWith(".rs") || ++lookUps > MAX_LOOK_UPS) return false;
      const before = subject.slice(at - MAX_BACK, at);
      return testModule.test(before) || endsInTest(before);
    },
  };
}

const opensWhatFollows =
  /(?:sqlite\w*(?::\/*(?:["'`]\s*\+\s*|\$?\{)|\.(?:connect|open|Database)\(\s*|["'],\s*)|\bnew (?:\w+\.)?\w*Database(?:Sync)?\(\s*|\bConnection::open\()&?(?:\w+\.)?$/i;

/** `#[test]` or `#[tokio::test]`, and only its own function behind it. */
function endsInTest(before: string): boolean {
  const attribute = Math.max(before.lastIndexOf("#[test]"), before.lastIndexOf("::test]"));
  return attribute >= 0 && (before.slice(attribute).match(/^[ \t]*(?:pub )?(?:async )?fn /gm) ?? []).length === 1;
}

/** The first arguments of a join whose last one follows, or what stands before a slash. */
const joinedTo = /\b(?:(?:join|joinpath|Join|Combine|resolve)\(|Join-Path )[ \t]*((?:[^()\n]|\([^()\n]*\)){1,160}?)(?:,[ \t]*|[ \t]+)(?:\w+\.){0,2}$/;
const behindSlash = /((?:\w+|\w+\([^()\n]{0,80}\))(?:\.\w+(?:\(\))?){0,4})[ \t]+\/[ \t]+(?:\w+\.){0,2}$/;

/** Where variables are asked that hold storage paths. */
function listAsked(text: string): number[] {
  const asks = /(?:env|ENV|Env)[^\n]{0,80}/g;
  return [...text.matchAll(asks)]
    .filter(({ index }) => {
      const piece = text.slice(Math.max(0, index - 24), index + 80);
      return asksEnvironment(piece) && environmentNames(piece).some((name) => storageOf(name) !== null);
    })
    .map(({ index }) => index);
}

/** `process.env.X ?? this.` in front of a constant. */
function isFallback(before: string): boolean {
  const tail = before.slice(before.lastIndexOf(";") + 1);
  return /(?:\|\||\?\?|[,:]|\bor|\|_\||unwrap_or\()\s{0,40}(?:this\.|self\.)?$/.test(tail) && asksEnvironment(tail);
}
