// The process that looks at databases: node child.cjs [FILE]. Its job comes on stdin or stands in the file, see src/machine/child.ts.
"use strict";
require("./hook.cjs").loadCode("machine-child", "machine");
