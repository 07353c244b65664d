/**
 * How many made-up secrets Guard finds: `npx node bench/recall.ts [--each 200] [--only secrets/generic-secret]`, from the root of the repository, after
 * `npm run build`. Each secret gets a file of its own in each notation; the built command judges them all. Prints the share that blocks under the rule
 * that should speak, by rule and notation, and where it is not all of them what was said instead. The same run draws the same secrets.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Verdict } from "../src/core/model.ts";
import { run } from "./measure.ts";
import { type MadeUp, makers } from "./recall/made-up-secrets.ts";
import { notations } from "./recall/notations.ts";

const { values } = parseArgs({ options: { each: { type: "string", default: "200" }, only: { type: "string" }, misses: { type: "boolean", default: false } } });
const entry = fileURLToPath(new URL("../hooks/guard.cjs", import.meta.url));
const chosen = Object.entries(makers).filter(([name]) => !values.only || name.startsWith(values.only));

const base = mkdtempSync(join(tmpdir(), "guard-recall-"));
try {
  const written = chosen.flatMap(([name, make]) => Array.from({ length: Number(values.each) }, (_, index) => writeAll(name, index, make(index + 1))).flat());
  const said = judge();
  for (const [name] of chosen) printRow(name, written, said);
} finally {
  rmSync(base, { recursive: true, force: true });
}

interface Written {
  readonly name: string;
  readonly notation: string;
  readonly path: string;
}

/** One secret in every notation: `<rule>/<notation>/<n>/<file>`. */
function writeAll(name: string, index: number, secret: MadeUp): Written[] {
  return Object.entries(notations).map(([notation, { file, write }]) => {
    const path = `${name.replaceAll(/\W+/g, "-")}/${notation}/${index}/${file}`;
    mkdirSync(join(base, dirname(path)), { recursive: true });
    writeFileSync(join(base, path), write(secret));
    return { name, notation, path };
  });
}

function judge(): Map<string, Verdict[]> {
  const config = join(base, "guard.config.json");
  writeFileSync(config, JSON.stringify({ extends: ["recommended"], ignores: ["!**"] }));
  const report = run(process.execPath, [entry, "check", ".", "--only", "secrets", "--format", "json", "--config", config], base, [0, 1]);
  // The shape is the contract's own, `guard.report/1`.
  const { findings } = JSON.parse(report) as { readonly findings: readonly Verdict[] };
  return Map.groupBy(findings, ({ location }) => location?.path ?? "");
}

function printRow(name: string, written: readonly Written[], said: ReadonlyMap<string, readonly Verdict[]>): void {
  const id = name.replace(/ .*/, "");
  const shares = Object.keys(notations).map((notation) => {
    const own = written.filter((file) => file.name === name && file.notation === notation);
    const found = own.filter(({ path }) => said.get(path)?.some(({ ruleId, severity }) => ruleId === id && (severity === "block" || id.endsWith("key-id"))));
    for (const { path } of values.misses ? own.filter((file) => !found.includes(file)) : [])
      console.log(`  missed ${path}: ${said.get(path)?.map(({ ruleId, severity, confidence }) => `${ruleId} ${severity}/${confidence}`) ?? "nothing"}`);
    return `${notation} ${((100 * found.length) / own.length).toFixed(1)}`;
  });
  console.log(`${name}: ${shares.join(", ")}`);
}
