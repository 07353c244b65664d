import { readFileSync } from "node:fs";
import asc from "assemblyscript/asc";

/** Each is `NAME.as.ts` and, compiled, `NAME-wasm.ts`. */
export const KERNELS = ["scan", "bytes"] as const;

/** A kernel as WebAssembly. Throws where AssemblyScript finds fault with it. */
export async function compileKernel(name: (typeof KERNELS)[number]): Promise<Uint8Array> {
  const file = `${name}.as.ts`;
  const source = readFileSync(new URL(`../core/kernel/${file}`, import.meta.url), "utf8");
  let wasm: Uint8Array | null = null;
  const { error, stderr } = await asc.main([file, "--outFile", "kernel.wasm", "-O3", "--noAssert", "--runtime", "stub"], {
    readFile: (wanted) => (wanted === file ? source : null),
    writeFile: (written, contents) => {
      if (written === "kernel.wasm") wasm = Buffer.from(contents);
    },
    listFiles: () => [],
  });
  if (error || !wasm) throw new Error(`AssemblyScript: ${stderr.toString()}`, { cause: error });
  return wasm;
}
