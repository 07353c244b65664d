// AssemblyScript, compiled by `npm run kernel` to bytes-wasm.ts. What every commit computes over bytes: Node's own zlib and crypto, with the streams that
// they bring along, take longer to load than everything else that a clean commit does. Held against them by properties.
import { START } from "./memory.as";

export { sha1, sha256 } from "./hash.as";
export { adler32, inflate } from "./inflate.as";
export { runs } from "./runs.as";

/** Where the caller's bytes may begin. */
export function start(): usize {
  return START;
}
