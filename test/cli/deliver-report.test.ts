import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DeliveryOptions, deliverReport } from "../../src/cli/deliver-report.ts";
import { toStyle } from "../../src/cli/style.ts";
import { sampleCoverage, sampleFinding, sampleReport } from "../report/sample-report.ts";
import { createFakeIo } from "./fake-io.ts";

const plain = toStyle({ flags: new Map() }, { columns: null, env: {} });
const asText: DeliveryOptions = { format: "text", output: null, isQuiet: false, style: plain };
const asJson: DeliveryOptions = { ...asText, format: "json" };
const clean = sampleReport();
const blocked = sampleReport({ exitCode: 1, findings: [sampleFinding()] });
const broken = sampleReport({ exitCode: 2, complete: false, error: { code: "config", message: "guard.config.json is no JSON.", fix: "Mend line 3." } });
const unjudged = sampleReport({ exitCode: 3, complete: false, unknown: [{ ruleId: "secrets/jwt", subject: "a.ts", reason: "object missing", blocks: true }] });

describe("where a report goes", () => {
  it.each([
    ["clean", clean, 0],
    ["blocked", blocked, 1],
    ["not judged in full", unjudged, 3],
  ] as const)("%s: text stands on standard output", async (_name, report, exitCode) => {
    const io = createFakeIo();
    expect(await deliverReport(report, asText, io)).toBe(exitCode);
    expect(io.printed.stdout).toMatch(/^guard: /);
  });

  it("a wrong configuration is no report: its text stands on standard error", async () => {
    const io = createFakeIo();
    expect(await deliverReport(broken, asText, io)).toBe(2);
    expect(io.printed).toEqual({ stdout: "", stderr: "guard: guard.config.json is no JSON. Mend line 3.\n" });
  });

  it.each([clean, blocked, broken, unjudged])("as JSON it is JSON at every exit code", async (report) => {
    const io = createFakeIo();
    await deliverReport(report, asJson, io);
    expect(JSON.parse(io.printed.stdout)).toMatchObject({ schema: "guard.report/1", exitCode: report.exitCode });
  });

  it("an error is told on standard error too where standard output is a pipe", async () => {
    for (const options of [asText, asJson]) {
      const io = createFakeIo();
      await deliverReport(unjudged, options, io);
      expect(io.printed.stderr).toMatch(/^guard: secrets\/jwt could not judge a\.ts: object missing\./);
    }
  });

  it("an error is told once on a terminal", async () => {
    const io = createFakeIo({ columns: 80 });
    await deliverReport(unjudged, asText, io);
    expect(io.printed.stderr).toBe("");
  });

  it("quiet prints nothing while all is well, and all of it when not", async () => {
    const well = createFakeIo();
    await deliverReport({ ...clean, notes: ["a remark"] }, { ...asText, isQuiet: true }, well);
    expect(well.printed).toEqual({ stdout: "", stderr: "" });
    const unwell = createFakeIo();
    await deliverReport(blocked, { ...asText, isQuiet: true }, unwell);
    expect(unwell.printed.stdout).toContain("src/pay.ts:14:9");
    const json = createFakeIo();
    await deliverReport(clean, { ...asJson, isQuiet: true }, json);
    expect(JSON.parse(json.printed.stdout).exitCode).toBe(0);
  });

  it("notes stand on standard error, made safe", async () => {
    const io = createFakeIo();
    await deliverReport({ ...clean, notes: ["odd\x1b[2J name"] }, asText, io);
    expect(io.printed.stderr).toBe("guard: odd\\u001b[2J name\n");
  });

  it("what was left out on request is said on standard error too", async () => {
    const io = createFakeIo();
    await deliverReport({ ...clean, coverage: sampleCoverage({ skipped: ["machine"] }) }, asJson, io);
    expect(io.printed.stderr).toBe("guard: left out on request: machine\n");
    expect(JSON.parse(io.printed.stdout).coverage.skipped).toEqual(["machine"]);
  });

  it("a refusal ends with ways out that exist", async () => {
    const io = createFakeIo();
    await deliverReport(blocked, asText, io);
    expect(io.printed.stdout.trimEnd().split("\n").at(-1)).toBe(
      "Way out: mend what is named above and stage it again; or where it is a false alarm, end its line with a comment: guard-ignore secrets/github-pat-classic -- reason; or where it may stand, decide that and commit the decision before it: npx --no guard allow 7d5f0c --reason WHY",
    );
  });
});

describe("colour and broken lines", () => {
  const styleOf = (columns: number | null, env = {}, flag = "--quiet") => {
    const { color, width } = toStyle({ flags: new Map([[flag, []]]) }, { columns, env });
    return { color, width };
  };

  it("are for terminals", () => {
    expect(styleOf(80)).toEqual({ color: true, width: 80 });
    expect(styleOf(null)).toEqual({ color: false, width: undefined });
  });

  it.each([{ NO_COLOR: "1" }, { CI: "true" }, { TERM: "dumb" }])("are without colour with %o", (env) => {
    expect(styleOf(80, env)).toEqual({ color: false, width: 80 });
  });

  it("are without colour with --no-color", () => {
    expect(styleOf(80, {}, "--no-color").color).toBe(false);
  });

  it("reach standard output", async () => {
    const io = createFakeIo({ columns: 80 });
    await deliverReport(blocked, { ...asText, style: toStyle({ flags: new Map() }, { columns: 80, env: {} }) }, io);
    expect(io.printed.stdout).toContain("\x1b[");
  });
});

describe("--output", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "guard-output-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("puts the report into the file, without colour, and leaves standard output empty", async () => {
    const io = createFakeIo({ cwd: folder, columns: 80 });
    const colourful = toStyle({ flags: new Map() }, { columns: 80, env: {} });
    expect(await deliverReport(blocked, { ...asText, output: "report.txt", style: colourful }, io)).toBe(1);
    expect(io.printed).toEqual({ stdout: "", stderr: "guard: the report is in report.txt\n" });
    expect(await readFile(join(folder, "report.txt"), "utf8")).toMatch(/^guard: blocked by 1 finding\n/);
  });

  it("that cannot be written is exit 3, and the report is printed after all, with the same number", async () => {
    const io = createFakeIo({ cwd: folder });
    expect(await deliverReport(blocked, { ...asJson, output: "missing/report.json" }, io)).toBe(3);
    expect(JSON.parse(io.printed.stdout)).toMatchObject({ exitCode: 3, error: { code: "output" }, findings: [{ outcome: "blocking" }] });
    expect(io.printed.stderr).toMatch(/^guard: The report could not be written to missing\/report\.json: ENOENT\./);
    expect(await readdir(folder)).toEqual([]);
  });
});
