import type { CriticalFile, NonceFile, TradingFiles } from "../../src/core/facts/trading.ts";
import type { MachineMatch } from "../../src/core/rule.ts";
import { defineRule } from "../../src/core/rule.ts";
import { look, toUnknown } from "../../src/core/trading/look.ts";
import { isPlausibleNonce, parseNonce } from "../../src/core/trading/nonce.ts";

export const criticalFiles = defineRule({
  id: "trading/critical-files",
  inspects: "machine",
  probes: ["tradingFiles"],
  meta: {
    summary: "A file without which the trading bot cannot run is missing or broken.",
    why: "Without its configuration the bot falls back to looser limits; with a nonce that is too low the exchange refuses every order, also the one that closes a position.",
    fix: "Put the file back, from git or from a backup; never make up a nonce, take one that is higher than the last.",
    severity: "block",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:253",
    needs: "trading",
  },
  check(facts) {
    const files = look(facts.tradingFiles, "the trading root");
    if (!files.known) return [toUnknown(files)];
    const { value } = files;
    return [
      ...value.files.flatMap((file) => describeFile(file, value)),
      ...value.nonces.flatMap((nonce) => describeNonce(nonce, value, facts.now)),
      ...describeTwins(value),
    ];
  },
});

function describeFile(file: CriticalFile, { root, hasDatabase }: TradingFiles): MachineMatch[] {
  const subject = `${root}/${file.found ?? file.candidates[0] ?? file.pattern}`;
  if (file.found === null) {
    const tried = `Looked for ${file.candidates.join(", ")} in ${root}.`;
    // Git ignores it and no bot has run here: a fresh clone or a worktree has no such file and needs none.
    if (file.ignored && !hasDatabase) return [{ subject, severity: "warn", message: `${file.pattern} is missing. ${tried} No bot has run here yet.` }];
    return [{ subject, message: `${file.pattern} is missing. ${tried}` }];
  }
  if (file.kind !== "file") return [{ subject, message: `${file.found} is there, but it is ${file.kind === "folder" ? "a folder" : "no ordinary file"}.` }];
  return file.bytes === 0 ? [{ subject, message: `${file.found} is there, but it is empty.` }] : [];
}

function describeNonce({ path, text, committed }: NonceFile, { root, files }: TradingFiles, now: number): MachineMatch[] {
  const subject = `${root}/${path}`;
  if (text === null) return [{ subject, unknown: "it could not be read" }];
  // Said already: an empty critical file.
  if (text === "" && files.some(({ found, bytes }) => found === path && bytes === 0)) return [];
  const nonce = parseNonce(text);
  if (!nonce.valid) return [{ subject, message: `${path} ${nonce.reason}.` }];
  const before = committed === null ? null : parseNonce(committed);
  if (before?.valid && nonce.value < before.value)
    return [{ subject, message: `The nonce in ${path} is lower than the one in HEAD; the exchange will refuse it.` }];
  if (isPlausibleNonce(nonce.value, now)) return [];
  return [{ subject, severity: "warn", message: `The nonce in ${path} is no time in nanoseconds, or one that lies more than an hour ahead.` }];
}

/** Two connections that count from the same number use up each other's nonces. */
function describeTwins({ root, nonces }: TradingFiles): MachineMatch[] {
  const nonceOf = (name: string): bigint | null => {
    const text = nonces.find(({ path }) => path.endsWith(name))?.text ?? null;
    const nonce = text === null ? null : parseNonce(text);
    return nonce?.valid ? nonce.value : null;
  };
  const primary = nonceOf("nonce_state_primary.json");
  if (primary === null || primary !== nonceOf("nonce_state_secondary.json")) return [];
  return [{ subject: `${root}/nonce_state_secondary.json`, severity: "warn", message: "Primary and secondary nonce are the same number." }];
}
