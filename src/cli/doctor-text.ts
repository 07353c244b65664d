import type { ExitCode } from "../core/model.ts";
import type { Proof } from "../doctor/canary.ts";
import type { Diagnosis } from "../doctor/diagnose.ts";
import type { Trap } from "../doctor/trap.ts";
import { layOut } from "../report/layout.ts";
import type { Painter, Style } from "../report/painter.ts";
import { doctorText } from "./messages.ts";

/** A line for each event, each trap and what was mended; the last line says what it all comes to. */
export function formatDiagnosis(diagnosis: Diagnosis, mended: readonly Trap[], exitCode: ExitCode, paint: Painter, width: number | undefined): string {
  const { hooksFolder, proofs, traps } = diagnosis;
  const line = (word: string, style: Style, text: string): string[] => {
    const [first = "", ...rest] = layOut(paint(`${word.padEnd(8)}${text}`), width, "        ", "");
    return [first.replace(word, paint(word, style)), ...rest];
  };
  const lines = [
    ...line("hooks", "quiet", hooksFolder ?? doctorText.nowhere),
    ...proofs.flatMap((proof) => line(...describeProof(proof))),
    ...mended.flatMap(({ id, message }) => line("mended", "good", `${id}  ${message}`)),
    ...traps.flatMap(({ id, level, message, fix }) => line(level, level === "wrong" ? "bad" : "caution", `${id}  ${message} ${fix}`)),
    ...layOut(paint(doctorText.verdict(exitCode)), width, "       ", ""),
  ];
  return `${lines.join("\n")}\n`;
}

function describeProof({ event, outcome, told }: Proof): [string, Style, string] {
  switch (outcome) {
    case "stopped":
      return ["fires", "good", doctorText.stopped(event)];
    case "recorded":
      return ["fires", "good", doctorText.recorded(event)];
    case "passed":
      return ["silent", "bad", doctorText.passed(event)];
    case "failed":
      return ["fails", "bad", doctorText.failed(event, told)];
    case "unclear":
      return ["unclear", "caution", doctorText.unclear(event, told)];
  }
}
