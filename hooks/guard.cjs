#!/usr/bin/env node
// The command "guard". Parses on every Node since 12 and imports nothing statically, so that a missing file or an old Node ends in 3 and never in 0 or 1.
"use strict";
process.exitCode = 3;
require("./hook.cjs").start(() => import("../dist/cli.js").then((cli) => cli.main(process.argv.slice(2))).then((code) => ({ code })));
