// Starts Guard so that it cannot end well by accident: whatever goes wrong before there is a verdict ends in 3.
"use strict";

const [major, minor] = process.versions.node.split(".").map(Number);

module.exports = function start(run) {
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  if (major < 22 || (major === 22 && minor < 18)) {
    return stop(`Guard needs Node 22.18 or newer; this is ${process.version}. Install a newer one, then run: npx --no guard install`);
  }
  try {
    run().then((code) => (process.exitCode = code), fail);
  } catch (error) {
    fail(error);
  }
};

// Only the kind of the error: its text could quote what was being read.
function fail(error) {
  const kind = (error && (error.code || error.name)) || "an unknown error";
  if (process.env.GUARD_DEBUG && error && error.stack) console.error(error.stack.split("\n").slice(1).join("\n"));
  stop(`Guard failed (${kind}). That is a fault of Guard or of its installation; try: npm ci. With GUARD_DEBUG=1 it says where.`);
}

function stop(message) {
  process.exitCode = 3;
  process.stderr.write(`guard: ${message} Nothing counts as checked.\n`);
}
