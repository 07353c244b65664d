// The process that looks at databases: node child.cjs [warm]. Its job comes on stdin, see src/machine/child.ts.
"use strict";
require("./hook.cjs").loadCode("machine-child", "machine");
