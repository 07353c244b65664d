/** The child of the probes out of the sources; its environment holds little, so it looks itself for the code that an earlier one has left compiled. */
import { enableCompileCache } from "node:module";

enableCompileCache();
await import("../../src/machine/child.ts");
