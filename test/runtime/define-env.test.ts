import { describe, expect, expectTypeOf, test } from "vitest";
import { z } from "zod";
import { defineEnv, maskSecret, requireEnv } from "../../src/runtime/index.ts";

const key = ["q7Rz", "0kVb", "N3xT", "w9Lm", "Yp2E"].join("");

describe("defineEnv", () => {
  test("gives values of the types that the schema names", () => {
    const source = {
      PORT: "8080",
      DEBUG: "on",
      ORIGINS: "https://a.example, http://localhost:3000",
      MODE: "live",
      API_KEY: key,
      DB: "d:/databases/app.db",
      LIMITS: "[1]",
    };
    const env = defineEnv(
      {
        PORT: "port",
        DEBUG: "boolean",
        ORIGINS: "origin-list",
        MODE: ["paper", "live"],
        API_KEY: "secret",
        DB: "policy-database-path",
        LIMITS: "json",
        RATE: { type: "number", default: "0.5" },
        NAME: { optional: true },
      },
      { source },
    );
    expect(env).toEqual({
      PORT: 8080,
      DEBUG: true,
      ORIGINS: ["https://a.example", "http://localhost:3000"],
      MODE: "live",
      API_KEY: key,
      DB: "d:/databases/app.db",
      LIMITS: [1],
      RATE: 0.5,
      NAME: undefined,
    });
    expectTypeOf(env.PORT).toEqualTypeOf<number>();
    expectTypeOf(env.MODE).toEqualTypeOf<"paper" | "live">();
    expectTypeOf(env.NAME).toEqualTypeOf<string | undefined>();
  });

  test("names everything that is missing or wrong in one error, and no value", () => {
    const source = { PORT: "http", API_URL: "http://api.example.com", MODE: "test", BLANK: " ", API_KEY: "Kx7" };
    const act = (): unknown =>
      defineEnv({ PORT: "port", API_URL: "https-url", MODE: ["paper", "live"], BLANK: {}, API_KEY: "secret", GONE: "string" }, { source });
    expect(act).toThrow(
      [
        "The environment is not what the program needs:",
        "  PORT must be a port, 1 to 65535",
        "  API_URL must be a URL that begins with https://",
        "  MODE must be one of paper, live",
        "  BLANK is missing",
        "  API_KEY must have 16 characters or more, because it is a secret",
        "  GONE is missing",
        "Set them in .env or in the environment.",
      ].join("\n"),
    );
  });

  test("knows the two rules of production", () => {
    const schema = { DATABASE_URL: "string", CORS_ORIGIN: "string" } as const;
    const source = { DATABASE_URL: "D:\\databases\\dev_app.db", CORS_ORIGIN: "http://shop.example" };
    expect(() => defineEnv(schema, { source: { ...source, NODE_ENV: "production" } })).toThrow(
      /DATABASE_URL names a development database.*\n.*CORS_ORIGIN allows an origin/,
    );
    expect(defineEnv(schema, { source: { ...source, NODE_ENV: "development" } })).toEqual(source);
  });

  test("roots of one's own", () => {
    expect(defineEnv({ DB: "policy-database-path" }, { source: { DB: "E:\\data\\a.db" }, dataRoots: ["E:/data"] })).toEqual({ DB: "E:\\data\\a.db" });
    expect(() => defineEnv({ DB: "policy-database-path" }, { source: { DB: "D:\\databases\\..\\dev\\a.db" } })).toThrow(/DB must lie in a folder/);
  });

  test("takes a schema of zod", () => {
    const schema = z.object({ PORT: z.coerce.number().int(), MODE: z.enum(["a", "b"]) });
    expect(defineEnv(schema, { source: { PORT: "1", MODE: "a" } })).toEqual({ PORT: 1, MODE: "a" });
    expect(() => defineEnv(schema, { source: { PORT: "x", MODE: key } })).toThrow(/PORT \(invalid_type\)\n {2}MODE \(invalid_value\)/);
    expect(() => defineEnv(schema, { source: { PORT: "x", MODE: key } })).not.toThrow(key);
  });
});

describe("requireEnv", () => {
  test("gives the variables, or names all that are missing", () => {
    process.env.GUARD_TEST_HERE = "1";
    try {
      expect(requireEnv("GUARD_TEST_HERE")).toEqual({ GUARD_TEST_HERE: "1" });
      expect(() => requireEnv("GUARD_TEST_GONE", "GUARD_TEST_HERE", "GUARD_TEST_ALSO")).toThrow(
        "Missing required environment variables: GUARD_TEST_GONE, GUARD_TEST_ALSO. Set them in .env or in the environment.",
      );
    } finally {
      delete process.env.GUARD_TEST_HERE;
    }
  });
});

test("maskSecret shows the last four characters, and none of a short secret", () => {
  expect([maskSecret(key), maskSecret(`sk-${key}`, 3), maskSecret("short")]).toEqual(["...Yp2E", "sk-...Yp2E", "..."]);
});
