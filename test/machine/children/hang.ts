/** Answers its first task and then does not come back: a database that never ends its query. */
import { writeSync } from "node:fs";

writeSync(1, '{"task":0,"value":{"known":true,"value":"first"}}\n');
for (;;);
