import type { MachineExamples } from "../../src/core/facts/examples.ts";
import { file, missing, now, of, PATH } from "./sample-facts.ts";

export const examples: MachineExamples = {
  flags: [
    {
      name: "a third",
      facts: { now, databases: of(file({}, { pages: 900, freePages: 300 })) },
      severities: ["warn"],
      numbers: { percent: 33, freePages: 300 },
    },
    {
      name: "pages that the header does not count",
      facts: { now, databases: of(file({ bytes: 4096 * 10 }, { pages: null, freePages: 5 })) },
      severities: ["warn"],
    },
    {
      name: "a little, where none is allowed",
      facts: { now, databases: of(file({}, { pages: 900, freePages: 9 })) },
      options: { maxPercent: 0 },
      severities: ["warn"],
    },
  ],
  leaves: [
    { name: "none", facts: { now, databases: of(file()) } },
    { name: "a quarter exactly", facts: { now, databases: of(file({}, { pages: 400, freePages: 100 })) } },
    {
      name: "an encrypted one cannot be looked into",
      facts: { now, databases: of(file({ format: "random", header: null })) },
      options: { databases: [{ path: PATH, encrypted: true }] },
    },
  ],
  unknowns: [
    { name: "it is missing", facts: { now, databases: missing() } },
    { name: "it is no database", facts: { now, databases: of(file({ format: "other", header: null })) } },
  ],
};
