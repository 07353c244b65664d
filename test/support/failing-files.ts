import { type Files, realFiles } from "../../src/state/files.ts";

/**
 * What goes wrong at one call into the file system. `killed`: nothing happens any more from there on; half of a write may have arrived. `short`: a write says
 * that half of it was written, as it may; anything else goes well.
 */
export type Fault =
  | { readonly kind: "killed"; readonly written: 0 | 0.5 | 1 }
  | { readonly kind: "error"; readonly code: string; readonly written: 0 | 0.5 }
  | { readonly kind: "short" };

/** The program is gone: no code of its own runs from here on, so nothing may catch this and go on working. */
export class Killed extends Error {}

export interface FailingFiles extends Files {
  /** Calls so far. */
  count(): number;
}

/** The real file system, but for `fsync`, which takes long and makes no difference where no power is cut, and in which the call number `at` (from 0) goes wrong. Without a fault it only counts. */
export function createFailingFiles(at: number | null, fault: Fault | null): FailingFiles {
  let calls = 0;
  const call = <Args extends unknown[], Result>(real: (...args: Args) => Result, half?: (...args: Args) => Result): ((...args: Args) => Result) => {
    return (...args) => {
      const number = calls++;
      if (at === null || fault === null || number < at) return real(...args);
      if (number > at && fault.kind === "killed") throw new Killed();
      if (number > at) return real(...args);
      if (fault.kind === "short") return half ? half(...args) : real(...args);
      if (half && fault.written === 0.5) half(...args);
      if (fault.written === 1) real(...args);
      if (fault.kind === "killed") throw new Killed();
      throw Object.assign(new Error(fault.code), { code: fault.code });
    };
  };
  const wrapped = Object.fromEntries(
    Object.keys(realFiles).flatMap((name) => {
      const real: unknown = Reflect.get(realFiles, name);
      if (!/Sync$/.test(name) || typeof real !== "function") return [];
      // Whatever its arguments are, they are passed on as they came.
      const pass = name === "fsyncSync" ? (): void => undefined : (...args: unknown[]): unknown => Reflect.apply(real, undefined, args);
      const half = (file: unknown, content: unknown, ...options: unknown[]): unknown => {
        const bytes = Buffer.from(content as string | Uint8Array);
        return pass(file, bytes.subarray(0, Math.floor(bytes.length / 2)), ...options);
      };
      return [[name, call(pass, name === "writeSync" || (name === "writeFileSync" && fault?.kind !== "short") ? half : undefined)]];
    }),
  );
  return { ...realFiles, ...(wrapped as unknown as Files), count: () => calls };
}
