import { readFileSync } from "node:fs";

/** One label of the corpus, its place in bytes of the file. */
export interface Label {
  readonly id: string;
  /** T: a real credential; F: none; X: undecided, mostly placeholders. */
  readonly truth: "T" | "F" | "X";
  readonly categories: readonly string[];
  readonly firstLine: number;
  readonly lastLine: number;
  readonly start: number;
  readonly end: number;
}

export interface LabelledFile {
  /** The first folder below `data`: files of one repository are never split. */
  readonly repository: string;
  /** Below the repository. */
  readonly path: string;
  readonly bytes: Buffer;
  /** Where each line begins. */
  readonly lines: readonly number[];
  readonly labels: readonly Label[];
}

interface Row {
  readonly path: string;
  readonly text: string;
  readonly labels: readonly Record<"id" | "line_start" | "line_end" | "value_start" | "value_end" | "ground_truth" | "category", string>[];
}

/** Reads a labelled corpus: one file a line, as JSON; columns are characters, of which a label without any has the whole line. */
export function readCorpus(path: string): LabelledFile[] {
  const records = readFileSync(path, "utf8").trimEnd().split("\n");
  return records.map((line) => toFile(JSON.parse(line) as Row));
}

function toFile({ path, text, labels }: Row): LabelledFile {
  const texts = text.split("\n");
  const lines: number[] = [];
  for (let i = 0, at = 0; i < texts.length; at += Buffer.byteLength(texts[i] ?? "") + 1, i++) lines.push(at);
  const bytes = Buffer.from(text);
  const placeOf = (line: number, column: string, otherwise: number): number => {
    if (column === "") return otherwise;
    const before = [...(texts[line - 1] ?? "")].slice(0, Number(column)).join("");
    return (lines[line - 1] ?? 0) + Buffer.byteLength(before);
  };
  const [, repository = "", ...rest] = path.split("/");
  return {
    repository,
    path: rest.join("/"),
    bytes,
    lines,
    labels: labels.map((label) => {
      const [firstLine, lastLine] = [Number(label.line_start), Number(label.line_end)];
      return {
        id: label.id,
        truth: label.ground_truth as Label["truth"],
        categories: label.category.split(":"),
        firstLine,
        lastLine,
        start: placeOf(firstLine, label.value_start, lines[firstLine - 1] ?? 0),
        end: placeOf(lastLine, label.value_end, (lines[lastLine] ?? bytes.length + 1) - 1),
      };
    }),
  };
}

/** 1-based. */
export function lineAt({ lines }: LabelledFile, offset: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
