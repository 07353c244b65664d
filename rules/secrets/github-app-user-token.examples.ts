import type { Examples } from "../../src/core/rule.ts";
import { listChecksumExamples } from "./github-tokens.examples.ts";

export const examples: Examples = listChecksumExamples("ghu_");
