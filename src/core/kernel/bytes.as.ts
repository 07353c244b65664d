// AssemblyScript, compiled by `npm run kernel` to bytes-wasm.ts. What every commit computes over bytes: Node's own zlib, with the streams that it
// brings along, takes milliseconds to load, and so does its crypto. Held against it by properties.
import { START } from "./memory.as";

export { adler32, inflate } from "./inflate.as";
export { runs } from "./runs.as";
export { sha1 } from "./sha1.as";

/** Where the caller's bytes may begin. */
export function start(): usize {
  return START;
}
