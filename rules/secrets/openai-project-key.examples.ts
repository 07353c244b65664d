import type { Examples } from "../../src/core/rule.ts";
import { listKeyExamples } from "./openai-keys.examples.ts";

export const examples: Examples = listKeyExamples("sk-proj-", 74);
