import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createGuarded } from "../guarded.ts";
import { configuration } from "./configuration.ts";
import { environment } from "./environment.ts";
import { judgeHostile } from "./hostile.ts";
import { repository } from "./repository.ts";

// No other test would notice a trap that is none.
test.skipIf(process.platform === "win32")("what they would like to be run, git itself runs", () => {
  const guarded = createGuarded();
  guarded.write("../program", '#!/bin/sh\ntouch "$HOME/ran"\n', 0o755);
  guarded.git("config", "core.fsmonitor", "../program");
  guarded.git("status");
  expect(existsSync(join(guarded.home, "ran"))).toBe(true);
});

judgeHostile("git's configuration", configuration);
judgeHostile("git's folder", repository);
judgeHostile("the environment", environment);
