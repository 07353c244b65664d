import { readFileSync } from "node:fs";
import asc from "assemblyscript/asc";

/** The kernel as WebAssembly. Throws where AssemblyScript finds fault with it. */
export async function compileKernel(): Promise<Uint8Array> {
  const source = readFileSync(new URL("../core/kernel/scan.as.ts", import.meta.url), "utf8");
  let wasm: Uint8Array | null = null;
  const { error, stderr } = await asc.main(["scan.as.ts", "--outFile", "scan.wasm", "-O3", "--noAssert", "--runtime", "stub"], {
    readFile: (name) => (name === "scan.as.ts" ? source : null),
    writeFile: (name, contents) => {
      if (name === "scan.wasm") wasm = Buffer.from(contents);
    },
    listFiles: () => [],
  });
  if (error || !wasm) throw new Error(`AssemblyScript: ${stderr.toString()}`, { cause: error });
  return wasm;
}
