/** `npm run kernel`: compiles the kernels to NAME-wasm.ts, which are committed. A test compiles them again and compares. */
import { writeFileSync } from "node:fs";
import { compileKernel, KERNELS } from "./compile-kernel.ts";

for (const name of KERNELS) {
  const wasm = await compileKernel(name);
  const text = `/** Generated from ${name}.as.ts by \`npm run kernel\`: ${wasm.length} bytes of WebAssembly in base64. */
export const ${name.toUpperCase()}_WASM =
  "${Buffer.from(wasm).toString("base64")}";
`;
  writeFileSync(new URL(`../core/kernel/${name}-wasm.ts`, import.meta.url), text);
}
