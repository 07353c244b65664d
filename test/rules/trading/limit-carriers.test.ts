import { describe, expect, test } from "vitest";
import { listLimits } from "../../../rules/trading/limit-carriers.ts";
import { isTradingPath } from "../../../src/core/trading/roots.ts";

const dollar = "$";

describe("what a file says of a limit", () => {
  test.each<[string, string, string, unknown[]]>([
    ["JSON at any depth", "trading_config.json", '{"a": {"b": [{"maxPositions": 2}]}, "max_positions": 3}', [2, 3]],
    ["JSON that is cut", "trading_config.json", '{"max_positions": 3, "x": ', [3]],
    ["a list of pairs", "trading_config.json", '{"trading_pairs": ["XLM/USD", "xbt-usd"]}', [["XLM/USD", "xbt-usd"]]],
    ["pairs as an object", "trading_config.json", '{"pairs": {"XLM/USD": {"enabled": true}}}', [["XLM/USD"]]],
    ["no pairs", "trading_config.json", '{"pairs": []}', [[]]],
    ["any pair", "trading_config.json", '{"pairs": ["*"]}', [["*"]]],
    [
      "dotenv with quotes, export and a comment",
      ".env",
      "export MAX_POSITIONS=\"2\"\nMAX_TOTAL_EXPOSURE='30' # usd\nMAX_POSITION_SIZE=10.5\r\n",
      [2, 30, 10.5],
    ],
    ["dotenv without a value", ".env", "MAX_POSITIONS=\n", []],
    ["dotenv, a list of pairs", ".env.example", "TRADING_PAIRS=XLM/USD,XBT/USD", [["XLM/USD", "XBT/USD"]]],
    ["compose, as a list and as a map", "compose.yml", 'e:\n  - MAX_POSITIONS=2\n  - "MAX_EXPOSURE=30"\nf:\n  MAX_POSITION_SIZE: "7"\n', [2, 30, 7]],
    ["compose, a fallback", "compose.yml", `e:\n  - MAX_POSITIONS=${dollar}{MAX_POSITIONS:-4}\n`, [4]],
    ["code, a default in a call", "a.py", 'x = os.environ.get("MAX_POSITIONS", 3)', [3]],
    ["code, a default of a field", "a.py", "max_positions: int = Field(default=3, ge=1)", [3]],
    ["code, a decimal", "a.py", 'self.max_total_exposure = Decimal("90")', [90]],
    ["code, the same default once", "a.py", 'self.max_positions = int(os.getenv("MAX_POSITIONS", "1"))', [1]],
    ["code, over several lines", "a.py", "self.trading_pairs = data.get(\n    'trading_pairs', ['XBT/USD', 'ETH/USD']\n)", [["XBT/USD", "ETH/USD"]]],
    ["code, a keyword argument and a dict", "a.py", 'f(max_positions=4)\nd = {"max_positions": 5}', [4, 5]],
    ["code, no limit", "a.py", 'MAX_POSITIONS = float("inf")', [Number.POSITIVE_INFINITY]],
    ["code, an expression", "a.py", "max_positions = self.limit * 3", []],
    ["code, a comparison and a text", "a.py", 'if max_positions == 4: print("max_positions: 9")', []],
  ])("%s", (_, path, text, values) => {
    expect(listLimits(path, text).map(({ value }) => value)).toEqual(values);
  });

  test("the place of a value", () => {
    const text =
      'self.max_positions = int(os.getenv("MAX_POSITIONS", "1"))\nx = e.get("MAX_TOTAL_EXPOSURE", 90)\nself.trading_pairs = c.get("trading_pairs", ["XBT/USD", "ETH/USD"])\n';
    expect(listLimits("a.py", text).map(({ start, end }) => text.slice(start, end))).toEqual(["1", "90", 'XBT/USD", "ETH/USD']);
  });
});

describe("below a trading root", () => {
  test.each([
    ["projects/crypto-enhanced", true],
    ["Projects\\Crypto-Enhanced\\", true],
    ["C:\\dev\\projects\\crypto-enhanced", true],
    ["/home/u/repo/projects/crypto-enhanced/", true],
    ["apps/crypto-enhanced", false],
    ["projects/crypto", false],
    ["C:/dev/projects/other", false],
  ])("%s", (root, expected) => {
    expect(isTradingPath("projects/crypto-enhanced/src/config.py", { root: [root] })).toBe(expected);
  });

  test("the bot is the repository itself", () => {
    expect(isTradingPath("config.py", { root: ["."] })).toBe(true);
    expect(isTradingPath("config.py", { root: [] })).toBe(true);
  });
});
