/** Something that keeps Guard from being called, or that will. */
export interface Trap {
  /** Kebab case, stable: `hook-missing`, `not-executable`. */
  readonly id: string;
  /** `wrong`: commits here are not judged, or not as they should be. `notice`: worth knowing, and nothing of Guard's. */
  readonly level: "wrong" | "notice";
  readonly message: string;
  readonly fix: string;
  /** `guard doctor --fix` mends it. */
  readonly isMendable: boolean;
}

const MEND = "Run: npx --no guard doctor --fix";

export function mendable(id: string, message: string): Trap {
  return { id, level: "wrong", message, fix: MEND, isMendable: true };
}

/** People have to decide. */
export function unmendable(id: string, message: string, fix: string): Trap {
  return { id, level: "wrong", message, fix, isMendable: false };
}

export function notice(id: string, message: string, fix: string): Trap {
  return { id, level: "notice", message, fix, isMendable: false };
}
