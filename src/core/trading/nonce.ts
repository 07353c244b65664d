/** The number that a nonce file holds, or why it holds none. */
export type Nonce = { readonly valid: true; readonly value: bigint } | { readonly valid: false; readonly reason: string };

// {"last_nonce": 1760356146471341630, "timestamp": 1761010771.886}
const LAST_NONCE = /"last_nonce"\s{0,8}:\s{0,8}(-?\d{1,30})(?=\s{0,8}[,}])/;

/** Nonces are nanoseconds, beyond what a number holds exactly: JSON.parse makes ...341630 into ...341600, so the digits are read from the text. */
export function parseNonce(text: string): Nonce {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { valid: false, reason: "is no valid JSON" };
  }
  if (typeof data !== "object" || data === null || !("last_nonce" in data)) return { valid: false, reason: "has no last_nonce" };
  const digits = typeof data.last_nonce === "number" ? LAST_NONCE.exec(text)?.[1] : undefined;
  return digits === undefined ? { valid: false, reason: "has a last_nonce that is not a whole number" } : { valid: true, value: BigInt(digits) };
}

/** Whether a nonce can be one: younger than 1970 plus 12 days in nanoseconds, and at most an hour ahead of `now` (milliseconds). */
export function isPlausibleNonce(nonce: bigint, now: number): boolean {
  return nonce > 1_000_000_000_000_000n && nonce <= BigInt(Math.floor(now + 3_600_000)) * 1_000_000n;
}
