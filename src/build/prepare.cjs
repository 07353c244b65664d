// Runs before every build: the right Node, and an empty dist.
// With --ignore-scripts the Node of node_modules is missing, and everything falls to the system's own.
const { rmSync } = require("node:fs");
const { join } = require("node:path");

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Guard is built and tested with Node 22.18 or newer; this is ${process.version}. Run npm ci (without --ignore-scripts): it brings Node 24 along.`,
  );
  process.exitCode = 1;
} else {
  rmSync(join(__dirname, "../../dist"), { recursive: true, force: true });
}
