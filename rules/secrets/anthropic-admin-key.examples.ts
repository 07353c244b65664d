import type { Examples } from "../../src/core/rule.ts";
import { listKeyExamples } from "./anthropic-keys.examples.ts";

export const examples: Examples = listKeyExamples("ANTHROPIC_ADMIN_KEY", "sk-ant-admin01-", "AA");
