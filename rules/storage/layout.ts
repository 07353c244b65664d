import type { PolicyFolder, StorageLayout } from "../../src/core/facts/storage.ts";
import { defineRule, type MachineMatch } from "../../src/core/rule.ts";

export const layout = defineRule({
  id: "storage/layout",
  inspects: "machine",
  probes: ["storageLayout"],
  meta: {
    summary: "A folder of the storage policy is missing, one that was given up is still there, or a database lies where none may.",
    why: "Programs that do not find their folder make another one somewhere, and data in a folder that nobody thinks of any more is in no backup.",
    fix: "Create the missing folder; move what lies in the old ones and delete them; move stray databases to the root for databases.",
    severity: "warn",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:285-299",
    needs: "storage",
  },
  check({ storageLayout }) {
    if (!storageLayout) return [];
    return storageLayout.known ? judge(storageLayout.value) : [{ subject: storageLayout.subject, unknown: storageLayout.reason }];
  },
});

function judge({ folders, strays, searchedAll }: StorageLayout): MachineMatch[] {
  const elsewhere = folders.filter(({ state, role }) => state === "elsewhere" && role === "root").map(({ path }) => path);
  return [
    ...folders.flatMap(judgeFolder),
    ...strays.map((path) => ({ subject: path, message: "A database lies where none may." })),
    ...(elsewhere.length > 0
      ? [{ subject: elsewhere.join(", "), unknown: "left out: cannot lie on this system, and storage.platform names no folder that stands for it" }]
      : []),
    ...(searchedAll ? [] : [{ subject: "stray databases", unknown: "the folder is too large to be searched in a commit; check --machine searches all of it" }]),
  ];
}

function judgeFolder({ path, role, state }: PolicyFolder): MachineMatch[] {
  if (state === "unreadable") return [{ subject: path, unknown: "it could not be looked at" }];
  if (role === "root" && (state === "missing" || state === "no folder"))
    return [
      { subject: path, message: state === "missing" ? "This root of the storage policy is missing." : "This root of the storage policy is a file, no folder." },
    ];
  if (role === "deprecated" && state === "there") return [{ subject: path, message: "This folder was given up by the storage policy and is still there." }];
  return [];
}
