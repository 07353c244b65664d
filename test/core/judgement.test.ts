import { describe, expect, test } from "vitest";
import { compileGlob } from "../../src/config/globs.ts";
import { createJudgement, type Judgement, type MachineStance } from "../../src/core/judgement.ts";
import type { Setting } from "../../src/core/model.ts";
import { createPathList } from "../../src/core/path-list.ts";
import type { Policy } from "../../src/core/policy.ts";
import { createView } from "../../src/core/repository-view.ts";
import type { ChangeRule, EntryRule, MachineRule, RepositoryRule, Rule } from "../../src/core/rule.ts";
import { toSegment } from "../../src/core/segments.ts";
import { toVerdict } from "../../src/core/verdict.ts";
import { contentRule, entryOf, meta, policyOf, rulesetOf } from "./engine.ts";

const path: EntryRule = { id: "test/path", inspects: "entry", meta, files: ["*.pem"], check: () => [{ message: "A key file." }] };
const limit: ChangeRule = {
  id: "test/limit",
  inspects: "change",
  meta,
  files: ["config.py"],
  check({ after }) {
    if (after === null) return [{ message: "The limits are gone." }];
    const start = after.indexOf("9");
    return start < 0 ? [] : [{ start, end: start + 1, message: "A limit was raised.", reveal: "all" }];
  },
};
const ignore: RepositoryRule = {
  id: "test/ignore",
  inspects: "repository",
  meta,
  reads: [".gitignore"],
  files: [".env*"],
  check: ({ entries, read }) =>
    read(".gitignore")?.includes(".env")
      ? []
      : entries.filter((entry) => entry.path === ".env").map((entry) => ({ path: entry.path, message: "Not ignored." })),
};

function judge(
  rules: readonly Rule[],
  { settings, policy, isWanted }: { settings?: Record<string, Setting>; policy?: Partial<Policy>; isWanted?: (id: string) => boolean } = {},
): Judgement {
  return createJudgement(policyOf(rules, settings, policy), [rulesetOf(...rules)], isWanted ?? (() => true));
}

/** `rule path:line ageBy outcome` of everything that was found. */
function summary(judgement: Judgement): string[] {
  return judgement
    .result()
    .weighed.map(({ finding: { ruleId, location, subject }, ageBy, suppression }) =>
      [ruleId, location ? `${location.path}:${location.line}:${location.column}` : subject, ageBy, ...(suppression ? [suppression.reason] : [])].join(" "),
    );
}

async function open(judgement: Judgement, name: string, content: string): Promise<void> {
  const file = judgement.open(entryOf(name));
  await file.segment(toSegment(Buffer.from(content)));
  file.end();
}

test("rules on content speak of lines", async () => {
  const judgement = judge([contentRule()]);
  await open(judgement, "a.ts", "\n x token_a");
  await open(judgement, "b.ts", "token_a // guard-ignore test/token -- of the test");
  expect(summary(judgement)).toEqual(["test/token a.ts:2:4 lines", "test/token b.ts:1:1 lines of the test"]);
  expect(summary(judgement)).toEqual(summary(judgement));
});

describe("rules on paths", () => {
  test("speak of the file as a whole, where it is theirs", async () => {
    const judgement = judge([path]);
    await judgement.entries([entryOf("a/key.PEM"), entryOf("a/key.txt")]);
    expect(summary(judgement)).toEqual(["test/path a/key.PEM:1:1 path"]);
    expect(judgement.result().weighed[0]?.finding.location).toEqual({ path: "a/key.PEM", line: 1, column: 1, endLine: 1, endColumn: 1 });
  });

  test("have fingerprints that survive moves", async () => {
    const of = async (name: string): Promise<string | undefined> => {
      const judgement = judge([path]);
      await judgement.entries([entryOf(name)]);
      return judgement.result().weighed[0]?.finding.fingerprint;
    };
    expect(await of("a/key.pem")).toBe(await of("b/c/key.pem"));
    expect(await of("a/key.pem")).not.toBe(await of("a/other.pem"));
  });

  test("that throw are unknown for every file", async () => {
    const bad: EntryRule = {
      ...path,
      check: () => {
        throw new Error("no");
      },
    };
    const judgement = judge([bad]);
    await judgement.entries([entryOf("a.pem"), entryOf("b.pem")]);
    expect(judgement.result().unknown).toEqual(
      ["a.pem", "b.pem"].map((subject) => ({ ruleId: "test/path", subject, reason: "the rule failed with Error", blocks: true })),
    );
  });
});

describe("rules on changes", () => {
  const change = (after: string | null) => ({ entry: entryOf("src/config.py", { status: "modified" }), befores: ["max = 1"], after });

  test("speak of lines, or of the change itself", async () => {
    const judgement = judge([limit]);
    expect([judgement.wantsChange("src/config.py"), judgement.wantsChange("src/other.py")]).toEqual([true, false]);
    await judgement.changes([change("a = 1\nmax = 9")]);
    await judgement.changes([change(null)]);
    expect(summary(judgement)).toEqual(["test/limit src/config.py:1:1 change", "test/limit src/config.py:2:7 lines"]);
    expect(judgement.result().weighed[1]?.finding.preview).toBe("9");
  });

  test("are suppressed in their line, too", async () => {
    const judgement = judge([limit, contentRule()]);
    const after = "max = 9 # guard-ignore test/limit -- agreed";
    await open(judgement, "src/config.py", after);
    await judgement.changes([change(after)]);
    expect(summary(judgement)).toEqual(["test/limit src/config.py:1:7 lines agreed"]);
  });

  test("that span what is not there are unknown", async () => {
    const judgement = judge([{ ...limit, check: () => [{ start: 5, end: 500, message: "" }] }]);
    await judgement.changes([change("max = 9")]);
    expect(judgement.result().unknown.map(({ reason }) => reason)).toEqual(["the rule failed with RangeError"]);
  });
});

describe("rules on the repository", () => {
  const viewOf = (entries: readonly ReturnType<typeof entryOf>[], read: (path: string) => string) => createView(createPathList(entries), read);

  test("tell what stood there before from what came with the change", async () => {
    const view = viewOf([entryOf(".env"), entryOf(".gitignore")], () => "");
    const standing = judge([ignore]);
    await standing.repository(view, async () => view, [entryOf(".env")]);
    expect(summary(standing)).toEqual(["test/ignore .env:1:1 standing"]);
    const added = judge([ignore]);
    await added.repository(view, async () => viewOf([entryOf(".gitignore")], () => ".env"), [entryOf(".env")]);
    expect(summary(added)).toEqual(["test/ignore .env:1:1 change"]);
  });

  test("are overridden for the path that they speak of", async () => {
    const overrides = (severity: Setting) => [{ files: [compileGlob(".env")], rules: { "test/ignore": { severity } } }];
    const severities = async (atRoot: Setting, forPath: Setting): Promise<string[]> => {
      const judgement = judge([ignore], { settings: { "test/ignore": atRoot }, policy: { overrides: overrides(forPath) } });
      await judgement.repository(
        viewOf([entryOf(".env")], () => ""),
        async () => null,
        [entryOf(".env")],
      );
      return judgement.result().weighed.map(({ finding }) => finding.severity);
    };
    expect(await severities("block", "warn")).toEqual(["warn"]);
    expect(await severities("block", "off")).toEqual([]);
    expect(await severities("off", "block")).toEqual(["block"]);
  });

  const all = [entryOf(".env"), entryOf(".gitignore"), entryOf("a.ts")];

  test("are asked where one of their files is judged, and read what they declared", async () => {
    const judgement = judge([ignore]);
    expect(judgement.repositoryNeeds([entryOf("a.ts")]).rules).toBe(0);
    const needs = judgement.repositoryNeeds([entryOf(".env.local")]);
    expect([needs.rules, needs.reads(".gitignore"), needs.reads(".env")]).toEqual([1, true, false]);
    const read: string[] = [];
    await judgement.repository(
      viewOf(all, () => ""),
      async () => null,
      [entryOf("a.ts")],
    );
    expect(summary(judgement)).toEqual([]);
    const view = viewOf(all, (name) => {
      read.push(name);
      return "";
    });
    await judgement.repository(view, async () => null, [entryOf(".env")]);
    expect([summary(judgement), read]).toEqual([["test/ignore .env:1:1 change"], [".gitignore"]]);
  });
});

describe("rules on the machine", () => {
  const orders: MachineRule = {
    id: "test/orders",
    inspects: "machine",
    meta,
    probes: ["tradingDatabase"],
    check: ({ now }) => [
      { subject: "a.db", message: `Failed at ${now}.` },
      { subject: "b.db", unknown: "is locked" },
    ],
  };
  const stance: MachineStance = { suppression: null, isBinding: true, isRequired: () => false };
  const facts = Promise.resolve({ now: 7 });

  /** Outcomes of what was found, then of each unknown whether it blocks. */
  async function outcomes(parts: Partial<MachineStance>, settings: Record<string, Setting> = {}): Promise<unknown[]> {
    const judgement = judge([orders], { settings });
    await judgement.machine(facts, () => ({ ...stance, ...parts }));
    const { weighed, unknown } = judgement.result();
    return [...weighed.map((finding) => toVerdict(finding, "advisory").outcome), ...unknown.map(({ blocks }) => blocks)];
  }

  test("judge the facts when they are there, under the options that the policy gives", async () => {
    const judgement = judge([orders]);
    expect(judgement.probes).toEqual(["tradingDatabase"]);
    const asked: unknown[] = [];
    await judgement.machine(facts, (...args) => {
      asked.push(args);
      return stance;
    });
    expect(asked).toEqual([["test/orders", {}]]);
    const { weighed, unknown } = judgement.result();
    expect(weighed.map(({ finding }) => [finding.subject, finding.message, finding.location])).toEqual([["a.db", "Failed at 7.", null]]);
    expect(unknown).toEqual([{ ruleId: "test/orders", subject: "b.db", reason: "is locked", blocks: false }]);
  });

  test("block with what they find, and with what they cannot see only where it is required", async () => {
    const isRequired = (subject: string): boolean => subject === "b.db";
    expect(await outcomes({})).toEqual(["blocking", false]);
    expect(await outcomes({ isRequired })).toEqual(["blocking", true]);
    expect(await outcomes({ isRequired: (subject) => subject === "a.db" })).toEqual(["blocking", false]);
    expect(await outcomes({ isRequired }, { "test/orders": "warn" })).toEqual(["advisory", false]);
  });

  test("only advise where what is judged is none of their business", async () => {
    expect(await outcomes({ isBinding: false, isRequired: () => true })).toEqual(["advisory", false]);
  });

  test("neither block nor disappear where they are acknowledged", async () => {
    const suppression = { kind: "ack", reason: "known", owner: "Ada", until: "2025-11-25T14:00:00Z" } as const;
    expect(await outcomes({ suppression, isRequired: () => true })).toEqual(["suppressed", false]);
  });

  test("that throw are unknown, and that blocks", async () => {
    const broken: MachineRule = {
      ...orders,
      check() {
        throw new TypeError("x");
      },
    };
    const judgement = judge([broken]);
    await judgement.machine(facts, () => stance);
    expect(judgement.result().unknown).toMatchObject([{ ruleId: "test/orders", subject: "the machine", blocks: true }]);
  });

  test("ask for no probe where they are off", () => {
    expect(judge([orders], { settings: { "test/orders": "off" } }).probes).toEqual([]);
    expect(judge([orders], { isWanted: () => false }).probes).toEqual([]);
  });
});

test("only what is wanted and on somewhere is asked and counted", async () => {
  const rules = [contentRule(), path, limit];
  expect(judge(rules, { settings: { "test/path": "off" }, isWanted: (id) => id !== "test/limit" }).result().rules).toBe(1);
  const override = { files: [compileGlob("keys/**")], rules: { "test/path": { severity: "warn" as const } } };
  const judgement = judge(rules, { settings: { "test/path": "off" }, policy: { overrides: [override] } });
  await judgement.entries([entryOf("a.pem"), entryOf("keys/a.pem")]);
  expect(judgement.result().weighed.map(({ finding }) => [finding.location?.path, finding.severity])).toEqual([["keys/a.pem", "warn"]]);
});

describe("an entry that cannot be read", () => {
  test.each<[string, Record<string, Setting>, boolean]>([
    ["a rule on content could block", {}, true],
    ["rules on content only warn", { "test/token": "warn" }, false],
    ["only rules on paths could block", { "test/token": "off" }, false],
  ])("%s", (_, settings, blocks) => {
    const judgement = judge([contentRule(), path], { settings });
    judgement.cannotJudge(entryOf("a.ts"), "it is gone");
    expect(judgement.result().unknown).toEqual([{ ruleId: "*", subject: "a.ts", reason: "it is gone", blocks }]);
  });
});

test("a rule that cannot be loaded is unknown", async () => {
  const ruleset = { ...rulesetOf(path), load: () => Promise.reject(Object.assign(new Error("x"), { code: "ERR_MODULE_NOT_FOUND" })) };
  const judgement = createJudgement(policyOf([path]), [ruleset], () => true);
  await judgement.entries([entryOf("a.pem")]);
  expect(judgement.result().unknown).toEqual([
    { ruleId: "test/path", subject: "a.pem", reason: "the rule failed with Error ERR_MODULE_NOT_FOUND", blocks: true },
  ]);
});
