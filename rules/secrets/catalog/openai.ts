import type { Judgement } from "./judgement.ts";

/** "OpenAI" in base 64: stands in the middle of every key since 2022, with equally many characters before and behind. */
const MARKER = "T3BlbkFJ";
const HALVES = [20, 58, 74];

export function judgeOpenai(token: string): Judgement {
  const [before = "", after = "", ...more] = token.replace(/^sk-[a-z]+-/, "").split(MARKER);
  if (more.length === 0 && HALVES.includes(before.length) && before.length === after.length) return { confidence: "certain" };
  if (token.includes(MARKER)) return { confidence: "likely" };
  return { confidence: "possible", severity: "warn", doubt: "it has the prefix and looks random, but lacks the marker of OpenAI's keys." };
}

/** A made-up key with the marker where it belongs. */
export function sealOpenai(token: string): string {
  const [prefix = ""] = /^sk-[a-z]+-/.exec(token) ?? [];
  const body = token.slice(prefix.length);
  return prefix + body.slice(0, 20) + MARKER + body.slice(20, 40);
}
