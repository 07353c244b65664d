import { expect, test } from "vitest";
import { compileKernel } from "../../../src/build/compile-kernel.ts";
import { BYTES_WASM } from "../../../src/core/kernel/bytes-wasm.ts";
import { SCAN_WASM } from "../../../src/core/kernel/scan-wasm.ts";

test.each([
  ["scan", SCAN_WASM],
  ["bytes", BYTES_WASM],
] as const)("what is committed is what %s.as.ts compiles to", async (name, committed) => {
  expect(Buffer.from(await compileKernel(name)).toString("base64")).toBe(committed);
});
