import { readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** What the installer brings along: texts of `hooks/`, and the two programs that the hooks start. */
export interface Shipped {
  readonly shim: Buffer;
  readonly forwarder: Buffer;
  /** Real paths. */
  readonly node: string;
  readonly entry: string;
}

/** Reads them from the package that this code belongs to, be it built or not. */
export function readShipped(): Shipped {
  const hooks = join(dirname(createRequire(import.meta.url).resolve("@vibetech/guard/package.json")), "hooks");
  return {
    shim: readFileSync(join(hooks, "guard.sh")),
    forwarder: readFileSync(join(hooks, "forward.sh")),
    node: toSlashes(realpathSync(process.execPath)),
    entry: toSlashes(join(realpathSync(hooks), "hook.cjs")),
  };
}

/** A path for the shell of a hook and for git's configuration. */
export function toSlashes(path: string): string {
  return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}
