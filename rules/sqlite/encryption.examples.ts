import type { MachineExamples } from "../../src/core/facts/examples.ts";
import { known, unknown } from "../../src/core/facts/known.ts";
import { missing, now, of, PATH } from "./sample-facts.ts";

export const examples: MachineExamples = {
  flags: [
    { name: "clear text on an open drive", facts: { now, databaseEncryption: of({ format: "sqlite" as const, volume: known(false) }) }, severities: ["warn"] },
  ],
  leaves: [
    { name: "clear text on an encrypted drive", facts: { now, databaseEncryption: of({ format: "sqlite" as const, volume: known(true) }) } },
    { name: "SQLCipher on an open drive", facts: { now, databaseEncryption: of({ format: "random" as const, volume: known(false) }) } },
    { name: "a commit, which does not ask about drives", facts: { now, databaseEncryption: of({ format: "sqlite" as const, volume: null }) } },
  ],
  unknowns: [
    {
      name: "BitLocker does not answer",
      facts: { now, databaseEncryption: of({ format: "sqlite" as const, volume: unknown<boolean>(PATH, "its drive could not be asked") }) },
    },
    { name: "it is missing", facts: { now, databaseEncryption: missing() } },
  ],
};
