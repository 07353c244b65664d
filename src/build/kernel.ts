/** `npm run kernel`: compiles the scan kernel to scan-wasm.ts, which is committed. A test compiles it again and compares. */
import { writeFileSync } from "node:fs";
import { compileKernel } from "./compile-kernel.ts";

const wasm = await compileKernel();
const text = `/** Generated from scan.as.ts by \`npm run kernel\`: ${wasm.length} bytes of WebAssembly in base64. */
export const SCAN_WASM =
  "${Buffer.from(wasm).toString("base64")}";
`;
writeFileSync(new URL("../core/kernel/scan-wasm.ts", import.meta.url), text);
