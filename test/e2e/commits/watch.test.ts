import { expect, test } from "vitest";
import { createGuarded } from "../guarded.ts";
import { takeCalls, watch } from "./watch.ts";

// The table asserts "untouched" everywhere: here is what it would see otherwise.
test.each([
  ["a file of the work tree", "fs.appendFileSync('src/other.ts', ' ')", "changed"],
  ["the time of a file", "fs.utimesSync('src/other.ts', 1, 1)", "changed"],
  ["an object", "fs.mkdirSync('.git/objects/zz')", "changed"],
  ["a ref", "fs.writeFileSync('.git/refs/heads/more', '')", "changed"],
  ["Guard's own store", "fs.writeFileSync('.git/guard/more', '')", "untouched"],
])("who touches %s", (_, code, state) => {
  const guarded = createGuarded();
  watch(guarded);
  expect(guarded.run("sh", "../watch/node", "--eval", code).code).toBe(0);
  expect(takeCalls(guarded)[0]).toBe(`${code} ${state}`);
});
