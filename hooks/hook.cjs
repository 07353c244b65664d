// What the shim starts: node hook.cjs EVENT [ARGUMENT...]. Answers 70 (judged, nothing blocks) or 71 (judged, something blocks), codes that nothing else
// ends in; every other end means that nothing was judged. Parses on every Node since 12 and imports nothing statically.
"use strict";
process.exitCode = 3;
require("./start.cjs")(() => Promise.resolve(require("../dist/hook.cjs").runHook(process.argv[2], process.cwd(), process.env, process.argv.slice(3))));
