import { defineRule } from "../../src/core/rule.ts";
import { judgeEach, toUnknown } from "./each-database.ts";

export const encryption = defineRule({
  id: "sqlite/encryption",
  inspects: "machine",
  probes: ["databaseEncryption"],
  meta: {
    summary: "A database lies in clear text on a drive that is not encrypted.",
    why: "Whoever takes the disk, or is given the old one, reads every row.",
    fix: "Turn on BitLocker (Windows), FileVault (macOS) or LUKS for the drive, or keep the database with SQLCipher.",
    severity: "warn",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:355-376",
    needs: "databases",
  },
  check(facts) {
    return judgeEach(facts.databaseEncryption, ({ format, volume }, { name: subject }) => {
      if (format !== "sqlite" || volume === null) return [];
      if (!volume.known) return [toUnknown(subject, volume)];
      return volume.value ? [] : [{ subject, message: "It is not encrypted, and neither is the drive that it lies on.", facts: { format, volume: false } }];
    });
  },
});
