/** SHA-256 of a text in hex. Node's crypto takes 3.5 ms to load, so it is loaded by the first finding: a clean commit does without it. */
export function sha256(text: string): string {
  return process.getBuiltinModule("node:crypto").createHash("sha256").update(text).digest("hex");
}
