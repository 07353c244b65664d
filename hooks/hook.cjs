// What the shim starts: node hook.cjs EVENT [ARGUMENT...]. Answers 70 (judged, nothing blocks) or 71 (judged, something blocks), codes that nothing else
// ends in; every other end means that nothing was judged. Parses on every Node since 12 and imports nothing statically.
"use strict";
process.exitCode = 3;
require("./start.cjs")(() => {
  const [event, ...args] = process.argv.slice(2);
  const load = require("./load.cjs")(process.env.GUARD_CODE || "", event);
  return Promise.resolve(load("hook.cjs").runHook(event, process.cwd(), process.env, args));
});
