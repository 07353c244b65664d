import { describe, expect, test } from "vitest";
import { createPolicyReader } from "../../src/core/policy.ts";
import { compile, createSummary } from "./memory-source.ts";

const rules = [
  createSummary("secrets/private-key", "block"),
  createSummary("secrets/generic-secret", "block"),
  createSummary("environment/mixing", "block"),
  createSummary("trading/failed-orders", "block", "trading"),
  createSummary("trading/log-errors", "block", "trading"),
];

describe("who wins", () => {
  test("an id beats packs and globs, whatever their order", async () => {
    const { rules: compiled } = await compile({ extends: [], rules: { "secrets/private-key": "warn", "secrets/*": "off", secrets: "block" } }, rules);
    expect(compiled["secrets/private-key"]?.severity).toBe("warn");
    expect(compiled["secrets/generic-secret"]?.severity).toBe("block");
  });

  test("a later configuration beats an earlier one, also a pack an id", async () => {
    const extended = { "base.json": { rules: { "secrets/private-key": "block" } } };
    const { rules: compiled } = await compile({ extends: ["./base.json"], rules: { secrets: "off" } }, rules, extended);
    expect(compiled["secrets/private-key"]?.severity).toBe("off");
  });

  test("of two that are extended the second wins", async () => {
    const extended = { "a.json": { rules: { secrets: "off" } }, "b.json": { rules: { secrets: "warn" } } };
    expect((await compile({ extends: ["./a.json", "./b.json"] }, rules, extended)).rules["secrets/private-key"]?.severity).toBe("warn");
    expect((await compile({ extends: ["./b.json", "./a.json"] }, rules, extended)).rules["secrets/private-key"]?.severity).toBe("off");
  });

  test("an extended file brings no preset of its own", async () => {
    const { rules: compiled } = await compile({ extends: ["./a.json"] }, [createSummary("secrets/private-key", "warn")], { "a.json": {} });
    expect(compiled["secrets/private-key"]?.severity).toBe("warn");
  });

  test("a severity alone keeps the options, options replace options", async () => {
    const base = { rules: { "trading/failed-orders": ["block", { max: 2, windowHours: 12 }] }, trading: {} };
    const under = async (setting: unknown) =>
      (await compile({ extends: ["./base.json"], rules: { "trading/failed-orders": setting } }, rules, { "base.json": base })).rules["trading/failed-orders"];
    expect(await under("warn")).toMatchObject({ severity: "warn", options: { max: 2, windowHours: 12 } });
    expect(await under(["warn"])).toMatchObject({ severity: "warn", options: { max: 2, windowHours: 12 } });
    expect(await under(["warn", { max: 3 }])).toMatchObject({ severity: "warn", options: { max: 3, windowHours: 24 } });
  });

  test("objects are merged key by key, lists are replaced", async () => {
    const base = {
      trading: { root: ["a", "b"], limits: { maxPositionUsd: 5, maxPositions: 2 }, required: true },
      ignores: ["x/**"],
      databases: [{ path: "a.db" }],
    };
    const config = { extends: ["./base.json"], trading: { root: "c", limits: { maxPositions: 1 } }, ignores: ["y/**"] };
    const policy = await compile(config, rules, { "base.json": base });
    expect(policy.rules["trading/failed-orders"]?.options).toMatchObject({
      trading: { root: ["c"], limits: { maxPositionUsd: 5, maxPositions: 1 }, required: true },
    });
    const reader = createPolicyReader(policy);
    expect([reader.isIgnored("x/a.ts"), reader.isIgnored("y/a.ts")]).toEqual([false, true]);
  });

  test("overrides are a list too", async () => {
    const base = { overrides: [{ files: ["a/**"], rules: { secrets: "off" } }] };
    const config = { extends: ["./base.json"], overrides: [{ files: ["b/**"], rules: { secrets: "off" } }] };
    const reader = createPolicyReader(await compile(config, rules, { "base.json": base }));
    expect(reader.ruleAt("secrets/private-key", "a/x").severity).toBe("block");
    expect(reader.ruleAt("secrets/private-key", "b/x").severity).toBe("off");
  });
});

describe("overrides", () => {
  test("the last that names a rule decides; a severity alone keeps the options", async () => {
    const policy = await compile(
      {
        trading: {},
        rules: { "trading/failed-orders": ["block", { max: 2 }] },
        overrides: [
          { files: ["apps/**"], rules: { "secrets/*": "off", "trading/failed-orders": "warn" } },
          { files: ["apps/shop/**"], rules: { "secrets/private-key": "warn", "trading/failed-orders": ["block", { max: 9 }] } },
        ],
      },
      rules,
    );
    const reader = createPolicyReader(policy);
    expect(reader.ruleAt("secrets/private-key", "src/a.ts").severity).toBe("block");
    expect(reader.ruleAt("secrets/private-key", "apps/a.ts").severity).toBe("off");
    expect(reader.ruleAt("secrets/private-key", "apps/shop/a.ts").severity).toBe("warn");
    expect(reader.ruleAt("secrets/generic-secret", "apps/shop/a.ts").severity).toBe("off");
    expect(reader.ruleAt("trading/failed-orders", "apps/a.ts")).toMatchObject({ severity: "warn", options: { max: 2 } });
    expect(reader.ruleAt("trading/failed-orders", "apps/shop/a.ts")).toMatchObject({ severity: "block", options: { max: 9, warnFrom: 1, trading: {} } });
  });

  test("an id beats packs and globs within one override", async () => {
    const reader = createPolicyReader(await compile({ overrides: [{ files: ["test/**"], rules: { "secrets/private-key": "block", secrets: "off" } }] }, rules));
    expect(reader.ruleAt("secrets/private-key", "test/a.ts").severity).toBe("block");
  });

  test("nothing wakes a rule whose section is missing", async () => {
    const reader = createPolicyReader(await compile({ overrides: [{ files: ["**"], rules: { trading: "block" } }] }, rules));
    expect(reader.ruleAt("trading/failed-orders", "a.ts").severity).toBe("off");
  });
});

describe("ignores", () => {
  const ignored = [
    "node_modules/a/index.js",
    "apps/shop/node_modules/a/.env",
    "public/jquery.min.js",
    "PUBLIC/JQUERY.MIN.JS",
    "app.js.map",
    "logo.png",
    "fonts/a.woff2",
    "backup.zip",
    "app/target/debug/deps/libserde.rlib",
    "apps/mobile/ios/Pods/A/a.m",
    ".yarn/releases/yarn-4.0.0.cjs",
    "vendor/github.com/a/b.go",
    "src/__generated__/schema.ts",
    "api_pb2.py",
  ];
  const judged = [
    ".env",
    "src/a.ts",
    "vendor/mine.php",
    "dist/app.js",
    "logo.svg",
    "trading.db",
    "trading.db.gz",
    "backups/nova.sqlite3.zip",
    "server.pem",
    "keys/a.p12",
    "package-lock.json",
    "notes.txt",
    "data.csv",
    "release.tar",
    "min.js",
    "script.exp",
    "target/notes.md",
    ".next.config.js",
  ];

  test("the defaults", async () => {
    const { isIgnored } = createPolicyReader(await compile({}, rules));
    expect(ignored.filter((path) => !isIgnored(path))).toEqual([]);
    expect(judged.filter(isIgnored)).toEqual([]);
  });

  test("!GLOB takes a default back, a later glob decides", async () => {
    const { isIgnored } = createPolicyReader(await compile({ ignores: ["!**/*.min.js", "dist", "!dist/keep/**"] }, rules));
    expect([isIgnored("a.min.js"), isIgnored("a.min.css")]).toEqual([false, true]);
    expect([isIgnored("dist/a.ts"), isIgnored("packages/a/dist/b/c.ts"), isIgnored("dist/keep/a.ts")]).toEqual([true, true, false]);
  });

  test("of a lockfile the checksums alone are left out, and those can be taken back", async () => {
    const sha512 = `sha512-${"Ab1+".repeat(21)}xx==`;
    const hex = "0123456789abcdef".repeat(4);
    const { ignoredLine } = createPolicyReader(await compile({}, rules));
    const lines: [string, string][] = [
      ["package-lock.json", `      "integrity": "${sha512}",`],
      ["apps/shop/package-lock.json", `      "integrity": "${sha512}"\r`],
      ["pnpm-lock.yaml", `    resolution: {integrity: ${sha512}}`],
      ["yarn.lock", `  integrity ${sha512}`],
      ["yarn.lock", `  checksum: 10c0/${hex}`],
      ["Cargo.lock", `checksum = "${hex}"`],
      ["poetry.lock", `    {file = "a-1.0.whl", hash = "sha256:${hex}"},`],
      ["go.sum", `github.com/a/b v1.0.0/go.mod h1:${"Ab1+".repeat(10)}xxx=`],
      ["composer.lock", `                "reference": "${hex.slice(24)}",`],
      ["bun.lock", `    "zod": ["zod@4.0.0", "", { "bin": {} }, "${sha512}"],`],
    ];
    expect(lines.filter(([path, line]) => !ignoredLine(path)?.test(line))).toEqual([]);
    const spoken: [string, string][] = [
      ["package-lock.json", '      "resolved": "https://user:word@registry.example/a.tgz",'],
      ["pnpm-lock.yaml", `    resolution: {integrity: ${sha512}, tarball: https://user:word@registry.example/a.tgz}`],
      ["package-lock.json", `      "integrity": "${sha512}", "token": "${hex}"`],
      ["src/a.json", `      "integrity": "${sha512}",`],
    ];
    expect(spoken.filter(([path, line]) => ignoredLine(path)?.test(line))).toEqual([]);
    const taken = createPolicyReader(await compile({ ignores: ["!**/yarn.lock"] }, rules));
    expect([taken.ignoredLine("yarn.lock"), taken.ignoredLine("package-lock.json")]).toEqual([null, expect.any(RegExp)]);
  });
});

test("paths of sections count from the file that was started from, with slashes", async () => {
  const base = {
    trading: { root: "../bot", logs: [String.raw`D:\logs\*.log`, String.raw`logs\*.log`] },
    storage: { roots: [String.raw`D:\data`, "//server/share", "data"] },
  };
  const config = { extends: ["./config/base.json"], databases: [{ path: String.raw`data\a.db`, backups: ["/var/backups/*"] }] };
  const all = [
    createSummary("trading/log-errors", "block", "trading"),
    createSummary("storage/x", "warn", "storage"),
    createSummary("sqlite/x", "warn", "databases"),
  ];
  const { rules: compiled } = await compile(config, all, { "config/base.json": base });
  expect(compiled["trading/log-errors"]?.options).toMatchObject({ trading: { root: ["bot"], logs: ["D:/logs/*.log", "config/logs/*.log"] } });
  expect(compiled["storage/x"]?.options).toMatchObject({ storage: { roots: ["D:/data", "//server/share", "config/data"] } });
  expect(compiled["sqlite/x"]?.options).toMatchObject({ databases: [{ path: "data/a.db", backups: ["/var/backups/*"] }] });
});

test("a policy is plain JSON", async () => {
  const policy = await compile({ extends: ["vibetech"], overrides: [{ files: ["a"], rules: { secrets: "off" } }] }, rules);
  expect(JSON.parse(JSON.stringify(policy))).toEqual(policy);
});
