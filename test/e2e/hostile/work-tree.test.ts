import { attributes } from "./attributes.ts";
import { entries } from "./entries.ts";
import { judgeHostile } from "./hostile.ts";

judgeHostile("attributes", attributes);
judgeHostile("what is staged", entries);
