// What the shim starts: node hook.cjs EVENT [ARGUMENT...]. Answers 70 (judged, nothing blocks) or 71 (judged, something blocks), codes that nothing else
// ends in; every other end means that nothing was judged. Parses on every Node since 12. One file: each more that Node has to find costs every commit
// a millisecond.
"use strict";
process.exitCode = 3;
const { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } = require("node:fs");
const { join, resolve } = require("node:path");
const { Script } = require("node:vm");

const [major, minor] = process.versions.node.split(".").map(Number);

module.exports = { start, loadCode };

if (require.main === module) {
  start(() => {
    const [event, ...args] = process.argv.slice(2);
    return loadCode("hook", event).runHook(event, process.cwd(), process.env, args);
  });
}

// Starts Guard so that it cannot end well by accident: whatever goes wrong before there is a verdict, or beside it, ends in 3.
// `run` promises an exit code, and whether nothing was said.
function start(run) {
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
}

function stop(message) {
  process.exitCode = 3;
  process.stderr.write(`guard: ${message} Nothing counts as checked.\n`);
}

// Loads code of "dist" together with what V8 made of it in an earlier run. Node's compile cache keeps what V8 compiles when a file is loaded; this one
// also keeps the functions that a run has called, and spares a commit a third of what Guard adds to it (docs/decisions/0034).
// `entry`: the name of a file without its hash. `use`: each use of it calls other functions.
function loadCode(entry, use) {
  const dist = join(__dirname, "../dist");
  const store = process.env.GUARD_CODE || "";
  // Now: a configuration may go to another folder.
  const folder = store && resolve(store, `${process.version}-${process.arch}`, String(use));
  const modules = new Map();
  const fresh = new Map();
  const load = (name) => {
    const known = modules.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const filename = join(dist, name);
    // The build leaves a function there, and nothing but ASCII.
    const code = readFileSync(filename, "latin1");
    // Its name holds a hash of the code: what is kept under it cannot be of an older version.
    const cachedData = folder === "" ? undefined : readKept(join(folder, name));
    const script = new Script(code, { filename, cachedData });
    if (folder !== "" && (cachedData === undefined || script.cachedDataRejected)) fresh.set(name, script);
    const requireFrom = (id) => (id.startsWith("./") ? load(id.slice(2)) : require(id));
    script.runInThisContext()(module.exports, requireFrom, module, filename, dist, (url) => import(url));
    return module.exports;
  };
  // Last of all, when everything has been called that will be.
  process.on("exit", () => {
    if (fresh.size > 0) keep(fresh, folder, dist);
  });
  const named = new RegExp(`^${entry}-[\\w-]{8}\\.cjs$`);
  return load(readdirSync(dist).find((name) => named.test(name)) || `${entry}.cjs`);
}

// Whatever goes wrong costs the next run some time, and nothing else.
function keep(scripts, folder, dist) {
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, script] of scripts) {
      const data = script.createCachedData();
      const sum = Buffer.alloc(4);
      sum.writeInt32LE(sumOf(data, data.length));
      const unfinished = join(folder, `${name}.${process.pid}`);
      writeFileSync(unfinished, Buffer.concat([data, sum]), { mode: 0o600 });
      renameSync(unfinished, join(folder, name));
    }
    const current = new Set(readdirSync(dist));
    for (const name of readdirSync(folder)) if (!current.has(name)) rmSync(join(folder, name), { force: true });
  } catch {}
}

// V8 itself asks for the version, the flags and the length of the code only, and runs damaged data.
function readKept(path) {
  let bytes;
  try {
    bytes = readFileSync(path);
  } catch {
    return undefined;
  }
  const length = bytes.length - 4;
  return length > 0 && bytes.readInt32LE(length) === sumOf(bytes, length) ? bytes.subarray(0, length) : undefined;
}

// One word of each 512 bytes: disks lose whole blocks, and every commit waits for this.
function sumOf(bytes, length) {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, length >> 2);
  let sum = length;
  for (let i = 0; i < words.length; i += 128) sum = Math.imul(sum ^ words[i], 0x01000193);
  return sum;
}
