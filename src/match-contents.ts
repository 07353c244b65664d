import type { FileMatcher, FileResult } from "./core/match.ts";
import type { Entry } from "./core/model.ts";
import { createSegmenter, SEGMENT_BYTES, type Segment, textOf, toSegment } from "./core/segments.ts";
import type { Run } from "./open.ts";
import type { CheckRequest } from "./request.ts";
import type { ContentSink } from "./sources/source.ts";

/** What the report says was looked at. */
export interface Counted {
  entries: number;
  checked: number;
  ignored: number;
  bytes: number;
}

/**
 * Reads the contents of entries, once, and hands them to the matchers of all judgements. Answers with the texts in which a rule on the repository noticed
 * something, as far as this thread has read them in one piece. Throws `GuardError` (3) where contents cannot be read.
 */
export async function matchContents(run: Run, entries: readonly Entry[], counted: Counted, request: CheckRequest): Promise<ReadonlyMap<string, string>> {
  const noticed = new Map<string, string>();
  await readContents(run, withoutKnown(run, entries, counted), createSink(run, request, counted, noticed));
  return noticed;
}

/** Leaves out the contents that are known to be clean; they count as what they are, judged. */
function withoutKnown({ verdicts }: Run, entries: readonly Entry[], counted: Counted): readonly Entry[] {
  if (!verdicts) return entries;
  return entries.filter(({ oid, path }) => {
    const size = oid === null ? null : verdicts.knownSize(oid, path);
    if (size === null) return true;
    counted.checked++;
    counted.bytes += size;
    return false;
  });
}

/** Fewer are read by one thread before a second one has started. */
const ENOUGH_FOR_TWO = 1000;

async function readContents({ source, judgements, matching }: Run, entries: readonly Entry[], sink: JudgingSink): Promise<void> {
  const [judgement] = judgements;
  if (!matching || !judgement || !source.readProven || entries.length < ENOUGH_FOR_TWO) return source.readContents(entries, sink);
  const { startSecondThread } = await import("./second-thread.ts");
  const thread = startSecondThread(matching, entries);
  try {
    const left = new Map(entries.map((entry) => [entry.path, entry]));
    const unproven = await source.readProven(takeOut(thread.own, left), sink);
    const answer = await thread.answer;
    for (const { path, bytes, result } of answer?.judged ?? []) {
      const entry = left.get(path);
      if (!entry) continue;
      left.delete(path);
      if (result) judgement.accept(entry, result);
      sink.judged(entry, result ? [result] : [], bytes);
    }
    // What nobody has judged, for whatever reason
    await source.readContents([...unproven, ...left.values()], sink);
  } finally {
    thread.stop();
  }
}

function* takeOut(entries: Iterable<Entry>, left: Map<string, Entry>): Generator<Entry> {
  for (const entry of entries) {
    left.delete(entry.path);
    yield entry;
  }
}

interface JudgingSink extends ContentSink {
  /** Counts an entry that all matchers have seen. */
  judged(entry: Entry, results: readonly FileResult[], bytes: number): void;
}

/** Hands the bytes of every entry to the matchers of all judgements. */
function createSink({ judgements, source, verdicts }: Run, { onProgress }: CheckRequest, counted: Counted, noticed: Map<string, string>): JudgingSink {
  const openAll = (entry: Entry): FileMatcher[] =>
    judgements.filter((judgement) => source.named.has(entry.path) || !judgement.isIgnored(entry)).map((judgement) => judgement.open(entry));
  const judged = (entry: Entry, results: readonly FileResult[], bytes: number): void => {
    const isClean = results.every(
      ({ findings, suppressors, unknown, noticedBy, content }) =>
        findings.length + suppressors.length + unknown.length + noticedBy.length === 0 && content === null,
    );
    if (verdicts && isClean && entry.oid !== null) verdicts.remember(entry.oid, entry.path, bytes);
    counted.checked++;
    counted.bytes += bytes;
    onProgress?.(counted.checked, counted.entries);
  };
  const finish = (entry: Entry, matchers: readonly FileMatcher[], bytes: number, segment: Segment | null = null): void => {
    const results = matchers.map((matcher) => matcher.end());
    if (segment && results.some(({ noticedBy }) => noticedBy.length > 0)) noticed.set(entry.path, textOf(segment));
    judged(entry, results, bytes);
  };
  return {
    judged,
    whole(entry, bytes) {
      const matchers = openAll(entry);
      const segment = toSegment(bytes);
      const pending = matchers.map((matcher) => matcher.segment(segment)).filter((promise) => promise !== undefined);
      if (pending.length === 0) return finish(entry, matchers, bytes.length, segment);
      return Promise.all(pending).then(() => finish(entry, matchers, bytes.length, segment));
    },
    open(entry, size) {
      if (size <= SEGMENT_BYTES) return collectWhole(size, (bytes) => this.whole(entry, bytes));
      const matchers = openAll(entry);
      const segmenter = createSegmenter(async (segment) => {
        for (const matcher of matchers) await matcher.segment(segment);
      });
      return {
        push: (bytes) => segmenter.push(bytes),
        async end() {
          await segmenter.end();
          finish(entry, matchers, size);
        },
      };
    },
    missing(entry, reason) {
      for (const judgement of judgements) judgement.cannotJudge(entry, reason);
    },
  };
}

/** Takes bytes that come in pieces and hands them over whole. */
export function collectWhole(size: number, done: (bytes: Uint8Array) => Promise<void> | void): ReturnType<ContentSink["open"]> {
  const buffer = Buffer.allocUnsafe(size);
  let at = 0;
  return {
    push(bytes) {
      buffer.set(bytes, at);
      at += bytes.length;
    },
    end: () => done(buffer.subarray(0, at)),
  };
}
