/** Numbers, sizes and times as people read them. */

/** `1 row`, `2 rows`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** `2025-11-25 23:59 UTC`. */
export function toMinute(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** `2025-11-25 23:59 UTC (1.5 h ago)`. */
export function toMoment(time: number, now: number): string {
  return `${toMinute(time)} (${toHours(time, now)} h ago)`;
}

/** Hours since then, to one digit; never below 0. */
export function toHours(time: number, now: number): number {
  return Math.round(Math.max(0, now - time) / 360_000) / 10;
}

/** `12.3 MB`. */
export function toMegabytes(bytes: number): string {
  return `${(bytes / 1048576).toFixed(1)} MB`;
}
