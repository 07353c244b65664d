import type { MachineExamples } from "../../src/core/facts/examples.ts";
import type { MachineFacts } from "../../src/core/facts/machine.ts";
import type { PolicyFolder, StorageLayout } from "../../src/core/facts/storage.ts";

function facts(parts: Partial<StorageLayout>): MachineFacts {
  return { now: 0, storageLayout: { known: true, value: { folders: [], strays: [], searchedAll: true, ...parts } } };
}

function folder(role: PolicyFolder["role"], state: PolicyFolder["state"], path = "D:/databases"): PolicyFolder {
  return { path, role, state };
}

export const examples: MachineExamples = {
  flags: [
    { name: "a root that is missing", facts: facts({ folders: [folder("root", "missing")] }), severities: ["warn"] },
    { name: "a root that is a file", facts: facts({ folders: [folder("root", "no folder")] }), severities: ["warn"] },
    { name: "a deprecated folder that is still there", facts: facts({ folders: [folder("deprecated", "there", "D:/learning")] }), severities: ["warn"] },
    { name: "two stray databases", facts: facts({ strays: ["C:/dev/a.db", "C:/dev/app/b.sqlite"] }), severities: ["warn", "warn"] },
  ],
  leaves: [
    { name: "roots that are there", facts: facts({ folders: [folder("root", "there")] }) },
    { name: "a deprecated folder that is gone", facts: facts({ folders: [folder("deprecated", "missing")] }) },
    { name: "a forbidden folder, which may hold code", facts: facts({ folders: [folder("forbidden", "there", "C:/dev")] }) },
    { name: "a deprecated folder of another system", facts: facts({ folders: [folder("deprecated", "elsewhere")] }) },
  ],
  unknowns: [
    { name: "drive D on a system that has none", facts: facts({ folders: [folder("root", "elsewhere")] }) },
    { name: "a folder that may not be looked at", facts: facts({ folders: [folder("root", "unreadable")] }) },
    { name: "a folder too large to be searched", facts: facts({ searchedAll: false }) },
    { name: "a probe that did not answer", facts: { now: 0, storageLayout: { known: false, subject: "storageLayout", reason: "was left without an answer" } } },
  ],
};
