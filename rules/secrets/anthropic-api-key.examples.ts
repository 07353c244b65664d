import type { Examples } from "../../src/core/rule.ts";
import { listKeyExamples } from "./anthropic-keys.examples.ts";

export const examples: Examples = listKeyExamples("ANTHROPIC_API_KEY", "sk-ant-api03-", "AA");
