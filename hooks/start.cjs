// Starts Guard so that it cannot end well by accident: whatever goes wrong before there is a verdict, or beside it, ends in 3.
"use strict";

const [major, minor] = process.versions.node.split(".").map(Number);

// `run` promises an exit code, and whether nothing was said.
module.exports = function start(run) {
  let verdict;
  // Comes last, after a "process.exit(0)" in a rule or a configuration too, and where a promise never settled and nothing was left to wait for.
  process.on("exit", () => {
    if (verdict !== undefined) process.exitCode = verdict;
    else stop("Guard ended without a verdict. A rule or a configuration ended the program, or waits for something that never comes.");
  });
  const end = ({ code, isQuiet }) => {
    if (verdict !== 3) verdict = code;
    process.exitCode = verdict;
    // Nothing was said that would still have to be written; what Node does beside a plain exit takes milliseconds.
    if (isQuiet) process.exit();
    // Everything has been said by now. What is still under way, in a rule or in a configuration, holds no commit.
    setTimeout(() => process.exit(), 1000).unref();
  };
  // Only the kind of the error: its text could quote what was being read.
  const fail = (error) => {
    const kind = (error && (error.code || error.name)) || "an unknown error";
    if (process.env.GUARD_DEBUG && error && error.stack) console.error(error.stack.split("\n").slice(1).join("\n"));
    stop(`Guard failed (${kind}). That is a fault of Guard or of its installation; try: npm ci. With GUARD_DEBUG=1 it says where.`);
    end({ code: 3 });
  };
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  if (major < 22 || (major === 22 && minor < 18)) {
    stop(`Guard needs Node 22.18 or newer; this is ${process.version}. Install a newer one, then run: npx --no guard install`);
    return end({ code: 3 });
  }
  try {
    run().then(end, fail);
  } catch (error) {
    fail(error);
  }
};

function stop(message) {
  process.exitCode = 3;
  process.stderr.write(`guard: ${message} Nothing counts as checked.\n`);
}
