import { checks } from "./checks.ts";
import type { Format } from "./formats.ts";
import { parseNotation } from "./notation.ts";
import { createDraw, drawNearMisses, drawSample } from "./samples.ts";

/** A made-up token and a name that it would be assigned to. */
export interface NamedSample {
  readonly name: string;
  readonly text: string;
}

/** A token of this format as it could be, checksum and all. The same seed gives the same. */
export function drawFormatSample(format: Format, seed: number): NamedSample {
  const draw = createDraw(seed);
  const { text } = drawSample(parseNotation(format.notation), draw);
  const seal = format.check === null ? undefined : checks[format.check]?.seal;
  const drawBytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => Math.floor(draw() * 256));
  return { name: nameOf(format), text: seal ? seal(text, drawBytes) : text };
}

/** Texts that are nearly a token of this format, and are none. */
export function drawFormatNearMisses(format: Format, seed: number): NamedSample[] {
  return drawNearMisses(parseNotation(format.notation), createDraw(seed)).map((text) => ({ name: nameOf(format), text }));
}

/** `mailgunApiKey`, for want of a word `serviceApiKey`. */
function nameOf({ words }: Format): string {
  const word = words.find((candidate) => /^[a-z][a-z0-9_]*$/.test(candidate)) ?? words[0] ?? "service";
  return `${word}ApiKey`;
}
