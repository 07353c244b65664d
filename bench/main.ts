/**
 * `npm run bench [-- --rounds 9] [-- --files 400] [-- --tree FOLDER] [-- --only commits|machine|tree|engine|worst-case]`: everything side by side in one run, medians and ratios. See README.md here.
 */
import { parseArgs } from "node:util";
import { benchCommits } from "./commits.ts";
import { benchEngine } from "./engine.ts";
import { benchMachine } from "./machine.ts";
import { benchTree } from "./tree.ts";
import { benchWorstCase } from "./worst-case.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "9" },
    files: { type: "string", default: "400" },
    tree: { type: "string" },
    only: { type: "string" },
    rule: { type: "string" },
    path: { type: "string", multiple: true },
    bytes: { type: "string", default: "1048576" },
  },
});

// Where a company's certificates are configured, Node reads them at every start: up to 45 ms that belong to nobody who is measured here.
delete process.env.NODE_EXTRA_CA_CERTS;

const isWanted = (name: string): boolean => (values.only ?? name) === name;
const rounds = Number(values.rounds);
if (isWanted("commits")) benchCommits({ rounds, files: Number(values.files) });
if (isWanted("machine")) benchMachine({ rounds });
if (isWanted("tree")) benchTree({ rounds, folder: values.tree ?? null });
if (isWanted("engine")) await benchEngine({ rounds, folder: values.tree ?? null });
// Takes a quarter of an hour.
if (values.only === "worst-case") await benchWorstCase(Number(values.bytes), values.rule ?? null, values.path);
