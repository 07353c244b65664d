import type { Examples } from "../../src/core/rule.ts";
import { listKeyExamples } from "./anthropic-keys.examples.ts";

export const examples: Examples = listKeyExamples("CLAUDE_CODE_OAUTH_TOKEN", "sk-ant-oat01-", "");
