import { describe, expect, test } from "vitest";
import { z } from "zod";
import { listBuiltInRules } from "../../rules/index.ts";
import { compilePolicy } from "../../src/config/compile.ts";
import { loadConfig } from "../../src/config/load.ts";
import { defineRule } from "../../src/core/rule.ts";
import { compile, createSource, createSummary, failureOf } from "./memory-source.ts";

const rules = [
  createSummary("secrets/private-key", "block"),
  createSummary("secrets/generic-password"),
  createSummary("mine/without"),
  createSummary("trading/failed-orders", "block", "trading"),
];

/** What is broken, the configuration, and the whole message. */
const broken: readonly [name: string, config: string, message: string][] = [
  ["an empty file", "", "guard.config.json:1:1: expected a value, but the file ends here."],
  ["no JSON at all", "extends: recommended", "guard.config.json:1:1: expected a value: texts stand in double quotes."],
  ["a trailing comma", '{ "older": "block", }', 'guard.config.json:1:19: a comma before "}" is not allowed in JSON. Remove it.'],
  ["a comment", '{\n  // strict\n  "older": "block"\n}', "guard.config.json:2:3: JSON has no comments. Remove this one, or use a guard.config.ts."],
  ["a key twice", '{ "older": "block", "older": "block" }', "guard.config.json:1:21: this key stands twice in the same object. Keep one of the two."],
  ["a key of the prototype", '{ "__proto__": { "older": "block" } }', "guard.config.json:1:3: this key is not allowed."],
  [
    "single backslashes",
    String.raw`{ "storage": { "roots": ["D:\logs"] } }`,
    "guard.config.json:1:29: in JSON a backslash starts an escape, and this one is none. Write paths with / or with two backslashes.",
  ],
  ["a list", "[]", "guard.config.json:1:1: expected an object in braces, got an empty list."],
  ["a word", '"strict"', 'guard.config.json:1:1: expected an object in braces, got "strict".'],
  ["null", "null", "guard.config.json:1:1: expected an object in braces, got null."],
  [
    "a misspelt key",
    '{\n  "rulez": {}\n}',
    'guard.config.json:2:3: there is no key "rulez" here; expected one of extends, ignores, rules, overrides, storage, trading, databases, older, packs. Did you mean "rules"?',
  ],
  [
    "a preset that does not exist",
    '{ "extends": ["stric"] }',
    'guard.config.json:1:15: extends[0]: expected a preset (recommended, strict, vibetech), a file (./name.json) or an installed package, got "stric". Did you mean "strict"?',
  ],
  [
    "a preset as its only text",
    '{ "extends": "recomended" }',
    'guard.config.json:1:14: extends: expected a preset (recommended, strict, vibetech), a file (./name.json) or an installed package, got "recomended". Did you mean "recommended"?',
  ],
  ["a file that does not exist", '{ "extends": ["./base.json"] }', 'guard.config.json:1:15: extends[0]: expected a file that exists, got "./base.json".'],
  ["a number to extend", '{ "extends": 1 }', "guard.config.json:1:14: extends: expected the name of a preset, file or package, or a list of them, got 1."],
  ["a number among what it extends", '{ "extends": ["strict", 1] }', "guard.config.json:1:25: extends[1]: expected a text in quotes, got 1."],
  ["one glob without its list", '{ "ignores": "dist" }', 'guard.config.json:1:14: ignores: expected a list of globs, got "dist".'],
  ["a glob that is a number", '{ "ignores": [7] }', "guard.config.json:1:15: ignores[0]: expected a glob in quotes, got 7."],
  ["an empty glob", '{ "ignores": ["!"] }', 'guard.config.json:1:15: ignores[0]: expected a glob of paths, not an empty one, got "!".'],
  [
    "a glob with too many wildcards",
    '{ "ignores": ["*a*b*c*"] }',
    'guard.config.json:1:15: ignores[0]: expected a glob with at most 3 wildcards between two slashes, because more take very long on some names, got "*a*b*c*".',
  ],
  [
    "a glob that leaves the repository",
    '{ "ignores": ["../dist"] }',
    'guard.config.json:1:15: ignores[0]: expected a glob of paths inside the repository, without "..", got "../dist".',
  ],
  [
    "a glob with a drive",
    '{ "ignores": ["C:/dev/**"] }',
    'guard.config.json:1:15: ignores[0]: expected a glob of paths relative to the repository root, without a drive, got "C:/dev/**".',
  ],
  [
    "an open brace in a glob",
    '{ "ignores": ["{a,b"] }',
    'guard.config.json:1:15: ignores[0]: expected a glob in which each { has its } and none stands inside another, got "{a,b".',
  ],
  ["rules in a list", '{ "rules": ["secrets"] }', "guard.config.json:1:12: rules: expected rules in braces, got a list of 1."],
  [
    "a misspelt rule",
    '{ "rules": { "secrets/privatekey": "warn" } }',
    'guard.config.json:1:14: rules: no rule is called "secrets/privatekey"; npx --no guard rules lists all of them. Did you mean "secrets/private-key"?',
  ],
  [
    "a rule without its pack",
    '{ "rules": { "private-key": "warn" } }',
    'guard.config.json:1:14: rules: no rule is called "private-key"; npx --no guard rules lists all of them. Did you mean "secrets/private-key"?',
  ],
  [
    "a misspelt pack",
    '{ "rules": { "secret": "warn" } }',
    'guard.config.json:1:14: rules: no rule is called "secret"; npx --no guard rules lists all of them. Did you mean "secrets"?',
  ],
  [
    "a glob that names no rule",
    '{ "rules": { "deploy/*": "warn" } }',
    'guard.config.json:1:14: rules: no rule is called "deploy/*"; npx --no guard rules lists all of them.',
  ],
  [
    "a misspelt severity",
    '{ "rules": { "secrets": "blok" } }',
    'guard.config.json:1:25: rules.secrets: expected "block", "warn" or "off", or a list of one of these and options, got "blok". Did you mean "block"?',
  ],
  [
    "a severity of another tool",
    '{ "rules": { "secrets": "error" } }',
    'guard.config.json:1:25: rules.secrets: expected "block", "warn" or "off", or a list of one of these and options, got "error".',
  ],
  [
    "a severity as a number",
    '{ "rules": { "secrets": 2 } }',
    'guard.config.json:1:25: rules.secrets: expected "block", "warn" or "off", or a list of one of these and options, got 2.',
  ],
  [
    "true as a severity",
    '{ "rules": { "secrets": true } }',
    'guard.config.json:1:25: rules.secrets: expected "block", "warn" or "off", or a list of one of these and options, got true.',
  ],
  [
    "a misspelt severity before options",
    '{ "rules": { "secrets": ["wran", {}] } }',
    'guard.config.json:1:26: rules.secrets[0]: expected "block", "warn" or "off", got "wran". Did you mean "warn"?',
  ],
  [
    "an empty setting",
    '{ "rules": { "secrets": [] } }',
    'guard.config.json:1:25: rules.secrets: expected "block", "warn" or "off", or a list of one of these and options, got an empty list.',
  ],
  [
    "options without braces",
    '{ "rules": { "secrets": ["warn", 5] } }',
    "guard.config.json:1:34: rules.secrets[1]: expected the rule's options in braces, got 5.",
  ],
  [
    "options of a rule that has none",
    '{ "rules": { "mine/without": ["warn", { "max": 1 }] } }',
    "guard.config.json:1:39: rules.mine/without[1]: the rule mine/without has no options.",
  ],
  [
    "a misspelt option",
    '{ "rules": { "trading/failed-orders": ["block", { "maxx": 5 }] } }',
    'guard.config.json:1:51: rules.trading/failed-orders[1]: there is no key "maxx" here; expected one of max, windowHours, warnFrom, statuses. Did you mean "max"?',
  ],
  [
    "an option of the wrong type",
    '{ "rules": { "trading/failed-orders": ["block", { "max": "5" }] } }',
    'guard.config.json:1:58: rules.trading/failed-orders[1].max: expected a number, got "5".',
  ],
  [
    "an option out of range",
    '{ "rules": { "trading/failed-orders": ["block", { "max": -1 }] } }',
    "guard.config.json:1:58: rules.trading/failed-orders[1].max: expected a number of at least 0, got -1.",
  ],
  [
    "half an option",
    '{ "rules": { "trading/failed-orders": ["block", { "max": 1.5 }] } }',
    "guard.config.json:1:58: rules.trading/failed-orders[1].max: expected a whole number, got 1.5.",
  ],
  ["an override without files", '{ "overrides": [{ "rules": {} }] }', "guard.config.json:1:17: overrides[0].files: expected a list of globs, got nothing."],
  [
    "an override of no files",
    '{ "overrides": [{ "files": [], "rules": {} }] }',
    "guard.config.json:1:28: overrides[0].files: expected at least one glob, got an empty list.",
  ],
  [
    "a misspelt rule in an override",
    '{ "overrides": [{ "files": ["test/**"], "rules": { "secrts/*": "off" } }] }',
    'guard.config.json:1:52: overrides[0].rules: no rule is called "secrts/*"; npx --no guard rules lists all of them.',
  ],
  [
    "a bad glob in an override",
    '{ "overrides": [{ "files": ["*a*b*c*d"], "rules": {} }] }',
    'guard.config.json:1:29: overrides[0].files[0]: expected a glob with at most 3 wildcards between two slashes, because more take very long on some names, got "*a*b*c*d".',
  ],
  ["an override in braces", '{ "overrides": { "files": ["a"] } }', "guard.config.json:1:16: overrides: expected a list of overrides, got an object."],
  [
    "one root without its list",
    '{ "storage": { "roots": "D:/data" } }',
    "guard.config.json:1:25: storage.roots: expected a list of folders, got a text of 7 characters.",
  ],
  [
    "a root with a tab in it",
    String.raw`{ "storage": { "roots": ["D:\trading"] } }`,
    "guard.config.json:1:26: storage.roots[0]: expected a path without control characters: a backslash in JSON starts an escape, so write / or two backslashes, got a text of 9 characters.",
  ],
  [
    "a root with a variable",
    '{ "storage": { "roots": ["%APPDATA%/db"] } }',
    "guard.config.json:1:26: storage.roots[0]: expected a path written out: variables and ~ are not expanded, got a text of 12 characters.",
  ],
  [
    "a root in the home folder",
    '{ "storage": { "roots": ["~/db"] } }',
    "guard.config.json:1:26: storage.roots[0]: expected a path written out: variables and ~ are not expanded, got a text of 4 characters.",
  ],
  [
    "an unknown operating system",
    '{ "storage": { "platform": { "windows": {} } } }',
    'guard.config.json:1:30: storage.platform: there is no key "windows" here; expected one of linux, darwin, win32.',
  ],
  [
    "a time zone that does not exist",
    '{ "trading": { "timeZone": "EST5" } }',
    "guard.config.json:1:28: trading.timeZone: expected a time zone such as America/New_York, got a text of 4 characters.",
  ],
  [
    "a pair in small letters",
    '{ "trading": { "limits": { "pairs": ["xlm/usd"] } } }',
    "guard.config.json:1:38: trading.limits.pairs[0]: expected a pair such as XLM/USD, got a text of 7 characters.",
  ],
  [
    "an amount as a text",
    '{ "trading": { "limits": { "maxPositionUsd": "10 USD" } } }',
    'guard.config.json:1:46: trading.limits.maxPositionUsd: expected an amount in USD above 0, got "10 USD".',
  ],
  [
    "an amount of nothing",
    '{ "trading": { "startBalanceUsd": 0 } }',
    "guard.config.json:1:35: trading.startBalanceUsd: expected an amount in USD above 0, got 0.",
  ],
  [
    "a misspelt scope",
    '{ "trading": { "scope": "allways" } }',
    'guard.config.json:1:25: trading.scope: expected "always" or "trading-paths", got "allways". Did you mean "always"?',
  ],
  ["yes", '{ "trading": { "required": "yes" } }', 'guard.config.json:1:28: trading.required: expected true or false, got "yes".'],
  [
    "a day that does not exist",
    '{ "trading": { "validation": { "start": "2025-02-30" } } }',
    "guard.config.json:1:41: trading.validation.start: expected a day as YYYY-MM-DD, got a text of 10 characters.",
  ],
  ["a database without a path", '{ "databases": [{}] }', "guard.config.json:1:17: databases[0].path: expected a path in quotes, got nothing."],
  [
    "a journal mode that does not exist",
    '{ "databases": [{ "path": "a.db", "journalMode": "wall" }] }',
    'guard.config.json:1:50: databases[0].journalMode: expected "wal", "delete", "truncate", "persist", "memory" or "off", got "wall". Did you mean "wal"?',
  ],
  [
    "half a retention",
    '{ "databases": [{ "path": "a.db", "retention": [{ "table": "t", "column": "c" }] }] }',
    "guard.config.json:1:49: databases[0].retention[0]: expected column with maxAgeDays, or start and end with maxHours, got an object.",
  ],
  [
    "SQL in the place of a column",
    '{ "databases": [{ "path": "a.db", "retention": [{ "table": "t; drop table t", "column": "c", "maxAgeDays": 1 }] }] }',
    "guard.config.json:1:60: databases[0].retention[0].table: expected the name of a table, got a text of 15 characters.",
  ],
  ["older findings that warn", '{ "older": "warn" }', 'guard.config.json:1:12: older: expected "advisory" or "block", got "warn".'],
  ["a pack in braces", '{ "packs": [{ "name": "mine", "rules": [] }] }', "guard.config.json:1:13: packs[0]: expected a text in quotes, got an object."],
  [
    "a pack that is not there",
    '{ "packs": ["./no-such-folder"] }',
    'guard.config.json:1:13: packs[0]: expected a folder of rules, but "./no-such-folder" cannot be read.',
  ],
  [
    "a package that is not there",
    '{ "packs": ["@acme/no-such-rules"] }',
    "guard.config.json:1:13: packs[0]: expected an installed package, or a folder beginning with ./.",
  ],
];

describe("a broken configuration ends in 2, with its place", () => {
  test.each(broken)("%s", async (_name, config, message) => {
    const error = await failureOf(compile(config, rules));
    expect({ exitCode: error.exitCode, code: error.code, message: error.message }).toEqual({ exitCode: 2, code: "config", message });
    expect(error.fix).toMatch(/\S/);
  });

  test("several faults come together, in the order of the file, and five are enough", async () => {
    const error = await failureOf(compile('{ "older": 1, "ignores": [1, 2], "trading": { "scope": 3 }, "zz": 4, "extends": {} }', rules));
    expect(error.message.split("\n").map((line) => line.slice(0, line.indexOf(": ")))).toEqual([
      "guard.config.json:1:12",
      "guard.config.json:1:27",
      "guard.config.json:1:30",
      "guard.config.json:1:56",
      "guard.config.json:1:61",
      "and 1 more",
    ]);
  });
});

describe("in extended files", () => {
  test("the place is that of the file which is wrong", async () => {
    const extended = { "shared/base.json": { extends: "./more.json" }, "shared/more.json": '{\n  "older": 3\n}' };
    const error = await failureOf(compile({ extends: ["./shared/base.json"] }, rules, extended));
    expect(error.message).toBe('shared/more.json:2:12: older: expected "advisory" or "block", got 3.');
  });

  test("a circle is shown", async () => {
    const extended = { "a.json": { extends: "./b/c.json" }, "b/c.json": { extends: ["../a.json"] } };
    const error = await failureOf(compile({ extends: "./a.json" }, rules, extended));
    expect(error.message).toBe(
      "b/c.json:3:5: extends[0]: configurations that extend each other in a circle: guard.config.json -> a.json -> b/c.json -> a.json.",
    );
  });
});

describe("what a message never holds", () => {
  const token = ["ghp", "_", "A1b2".repeat(9)].join("");

  test.each([
    ["as a severity", { rules: { secrets: token } }],
    ["as a rule", { rules: { [token]: "warn" } }],
    ["as a key", { [token]: 1 }],
    ["as an option", { rules: { "trading/failed-orders": ["block", { max: token }] } }],
    ["as an option's name", { rules: { "trading/failed-orders": ["block", { [token]: 1 }] } }],
    ["as a preset", { extends: token }],
    ["as a glob", { ignores: [`*a*b*c*${token}`] }],
    ["as a time zone", { trading: { timeZone: token } }],
    ["as a pack", { packs: [token] }],
  ])("a token pasted %s", async (_name, config) => {
    const error = await failureOf(compile(config, rules));
    expect(`${error.message} ${error.fix}`).not.toMatch(/A1b2/);
  });

  test("control characters", async () => {
    const error = await failureOf(compile({ "\u001b[31mrules\u202e": {} }, rules));
    expect(error.message).toMatch(/^[\x20-\x7e]*$/);
    expect(error.message).toContain("\\u001b[31mrules\\u202e");
  });
});

test("options of a rule that somebody else wrote are judged by its own schema", async () => {
  const meta = { summary: "A rule.", why: "It.", fix: "Mend.", severity: "warn", confidence: "certain", since: "1.0.0" } as const;
  const mine = defineRule({ id: "mine/rule", inspects: "entry", meta, options: z.object({ max: z.number() }), check: () => [] });
  const rough = defineRule({
    id: "mine/rough",
    inspects: "entry",
    meta,
    options: {
      parse() {
        throw new Error("the moon\nis not full");
      },
    },
    check: () => [],
  });
  const loaded = await loadConfig(createSource({ rules: { "mine/rule": ["warn", { max: "x" }], "mine/rough": ["warn", { max: 1 }] } }));
  const error = await failureOf(Promise.resolve().then(() => compilePolicy(loaded.config, [...rules, mine, rough], [mine, rough])));
  expect(error.message).toBe(
    [
      "guard.config.json:5:7: rules.mine/rule[1]: the rule mine/rule does not accept these options: max Invalid input: expected number, received string.",
      "guard.config.json:11:7: rules.mine/rough[1]: the rule mine/rough does not accept these options: the moon is not full.",
    ].join("\n"),
  );
});

test("the built-in rules' own defaults are accepted by their schemas", async () => {
  const builtIn = await listBuiltInRules();
  const policy = await compile({ extends: ["vibetech"] }, builtIn);
  expect(Object.keys(policy.rules)).toEqual(builtIn.map(({ id }) => id));
});
