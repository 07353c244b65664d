/**
 * `npm run bench [-- --rounds 9] [-- --files 400] [-- --tree FOLDER]`: everything side by side in one run, medians and ratios. See README.md here.
 */
import { parseArgs } from "node:util";
import { benchCommits } from "./commits.ts";
import { benchTree } from "./tree.ts";

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "9" }, files: { type: "string", default: "400" }, tree: { type: "string" }, only: { type: "string" } },
});

// Where a company's certificates are configured, Node reads them at every start: up to 45 ms that belong to nobody who is measured here.
delete process.env.NODE_EXTRA_CA_CERTS;

if (values.only !== "tree") benchCommits({ rounds: Number(values.rounds), files: Number(values.files) });
if (values.only !== "commits") benchTree({ rounds: Number(values.rounds), folder: values.tree ?? null });
