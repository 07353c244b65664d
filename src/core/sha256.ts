/** SHA-256 of a text in hex. Node's crypto takes 3.5 ms to load, so it is loaded by the first finding: a clean commit does without it. */
export function sha256(text: string): string {
  return process.getBuiltinModule("node:crypto").hash("sha256", text);
}

/** SHA-256 of bytes. */
export function sha256Bytes(bytes: Uint8Array): Uint8Array {
  return process.getBuiltinModule("node:crypto").createHash("sha256").update(bytes).digest();
}
