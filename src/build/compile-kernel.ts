import { readFileSync } from "node:fs";
import asc from "assemblyscript/asc";

/** Each is `NAME.as.ts`, with what it imports, and, compiled, `NAME-wasm.ts`. */
export const KERNELS = ["scan", "bytes"] as const;

const FOLDER = new URL("../core/kernel/", import.meta.url);

/** A kernel as WebAssembly. Throws where AssemblyScript finds fault with it. */
export async function compileKernel(name: (typeof KERNELS)[number]): Promise<Uint8Array> {
  const file = `${name}.as.ts`;
  let wasm: Uint8Array | null = null;
  const { error, stderr } = await asc.main([file, "--outFile", "kernel.wasm", "-O3", "--noAssert", "--runtime", "stub", "--enable", "simd"], {
    readFile: (wanted) => (wanted.endsWith(".as.ts") ? readFileSync(new URL(wanted, FOLDER), "utf8") : null),
    writeFile: (written, contents) => {
      if (written === "kernel.wasm") wasm = Buffer.from(contents);
    },
    listFiles: () => [],
  });
  if (error || !wasm) throw new Error(`AssemblyScript: ${stderr.toString()}`, { cause: error });
  return wasm;
}
