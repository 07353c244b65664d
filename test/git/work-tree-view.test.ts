import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createWorkTreeView } from "../../src/git/work-tree-view.ts";
import { createSandbox } from "../support/git-sandbox.ts";

function open() {
  const sandbox = createSandbox("a [b] *c");
  onTestFinished(sandbox.cleanup);
  const at = (path: string): string => join(sandbox.dir, path);
  return { sandbox, at, view: createWorkTreeView(sandbox.dir, sandbox.env) };
}

test("tells what git ignores, also where nothing lies there; a tracked file never", async () => {
  const { sandbox, at, view } = open();
  sandbox.commit({ ".gitignore": "nonce*.json\n", "bot/config.py": "", "bot/old.txt": "" });
  sandbox.write("bot/nonce_tracked.json", "1");
  sandbox.git("add", "--force", "bot/nonce_tracked.json");
  const asked = ["bot/nonce_state.json", "bot/config.py", "bot/nonce_tracked.json", "bot/new.txt"].map(at);
  expect(await view.listIgnored(asked)).toEqual(new Set([at("bot/nonce_state.json")]));
  expect(await view.listIgnored([at("bot/config.py")])).toEqual(new Set());
  expect(await view.listIgnored([join(sandbox.home, "nonce_state.json")])).toEqual(new Set());
});

test("reads files of HEAD, and nothing where there are none", async () => {
  const { sandbox, at, view } = open();
  expect(await view.readCommitted(at("nonce.json"))).toBeNull();
  sandbox.commit({ "bot/nonce.json": "17" });
  sandbox.write("bot/nonce.json", "18");
  expect(await view.readCommitted(at("bot/nonce.json"))).toBe("17");
  expect(await view.readCommitted(at("bot/other.json"))).toBeNull();
  expect(await view.readCommitted(join(sandbox.home, "nonce.json"))).toBeNull();
});
