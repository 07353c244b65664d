/** A fact about the machine, or why it could not be had. Unknown is never ok. */
export type Known<T> = { readonly known: true; readonly value: T } | { readonly known: false; readonly subject: string; readonly reason: string };

export function known<T>(value: T): Known<T> {
  return { known: true, value };
}

/** `subject`: what was looked at, such as a path. `reason`: why it could not be had, in words. */
export function unknown<T>(subject: string, reason: string): Known<T> {
  return { known: false, subject, reason };
}
