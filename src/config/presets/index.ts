import type { Config } from "../schema.ts";
import { recommended } from "./recommended.ts";
import { strict } from "./strict.ts";
import { vibetech } from "./vibetech.ts";

/** The presets by the name that `extends` and `init --preset` know them by. */
export const presets: Readonly<Record<string, Config>> = { recommended, strict, vibetech };
