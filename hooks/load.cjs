// Loads the code of the check together with what V8 made of it in an earlier run. Node's compile cache keeps what V8 compiles when a file is loaded;
// this one also keeps the functions that a run has called, and spares a commit a third of what Guard adds to it (docs/decisions/0034).
"use strict";
const { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { Script, constants } = require("node:vm");

const DIST = join(__dirname, "../dist");
// Under such a name there is never other code: no kept one can be of an older version.
const NAMED_BY_CONTENT = /-[\w-]{8}\.cjs$/;

// Answers a `require` for the files in "dist". `store`: the folder to keep compiled code in, "" for none. `use`: each use calls other functions.
module.exports = function createLoader(store, use) {
  const folder = store && join(store, `${process.version}-${process.arch}`, use);
  const modules = new Map();
  const fresh = new Map();
  const load = (name) => {
    const known = modules.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const filename = join(DIST, name);
    const code = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, "utf8")}\n})`;
    const isKept = folder !== "" && NAMED_BY_CONTENT.test(name);
    const cachedData = isKept ? readKept(join(folder, name)) : undefined;
    const script = new Script(code, { filename, cachedData, importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER });
    if (isKept && (cachedData === undefined || script.cachedDataRejected)) fresh.set(name, script);
    script.runInThisContext()(module.exports, (id) => (id.startsWith("./") ? load(id.slice(2)) : require(id)), module, filename, DIST);
    return module.exports;
  };
  // Last of all, when everything has been called that will be.
  process.on("exit", () => {
    if (fresh.size > 0) keep(folder, fresh);
  });
  return load;
};

// Whatever goes wrong costs the next run some time, and nothing else.
function keep(folder, scripts) {
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, script] of scripts) {
      const data = script.createCachedData();
      const sum = Buffer.alloc(4);
      sum.writeInt32LE(sumOf(data, data.length));
      const path = join(folder, name);
      const unfinished = `${path}.${process.pid}`;
      writeFileSync(unfinished, Buffer.concat([data, sum]), { mode: 0o600, flush: true });
      renameSync(unfinished, path);
    }
    const current = new Set(readdirSync(DIST));
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

// One word in sixteen: a disk loses whole blocks, and every commit waits for this.
function sumOf(bytes, length) {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, length >> 2);
  let sum = length;
  for (let i = 0; i < words.length; i += 16) sum = Math.imul(sum ^ words[i], 0x01000193);
  return sum;
}
