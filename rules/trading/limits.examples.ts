import type { Examples } from "../../src/core/rule.ts";

const path = "projects/crypto-enhanced/trading_config.json";

function config(risk: object, pairs: unknown = ["XLM/USD"]): string {
  return JSON.stringify({ _max_positions: "how many at once", trading_pairs: pairs, risk_management: risk }, null, 2);
}

const dollar = "$";
const sound = { max_position_size: 10, max_total_exposure: 10, max_positions: 1 };

export const examples: Examples = {
  flags: [
    { name: "a raise", path, before: config(sound), content: config({ ...sound, max_position_size: 25 }), spans: ["25"], severity: "block" },
    {
      name: "a raise that stays within the limit",
      path,
      before: config({ ...sound, max_total_exposure: 5 }),
      content: config({ ...sound, max_total_exposure: 8 }),
      spans: ["8"],
      severity: "block",
    },
    { name: "a limit that is no limit any more", path, before: config(sound), content: config({ ...sound, max_positions: null }), severity: "block" },
    { name: "a negative limit: none", path, before: config(sound), content: config({ ...sound, max_positions: -1 }), severity: "block" },
    { name: "a limit that is no number", path, before: config(sound), content: config({ ...sound, max_positions: "many" }), severity: "block" },
    {
      name: "a removed key: the code's default holds, which is three times as much",
      path,
      before: config(sound),
      content: config({ max_position_size: 10, max_positions: 1 }),
      severity: "block",
    },
    { name: "a second pair", path, before: config(sound), content: config(sound, ["XLM/USD", "XBT/USD"]), severity: "block" },
    { name: "the pairs are gone", path, before: config(sound), content: JSON.stringify({ risk: sound }), severity: "block" },
    { name: "no JSON any more", path, before: config(sound), content: `${config(sound)},`, severity: "block" },
    {
      name: "more limits than anybody reads",
      path: ".env",
      before: "MAX_POSITIONS=1\n",
      content: "MAX_POSITIONS=1\n".repeat(2500),
      severity: "block",
    },
    { name: "the file is deleted", path, before: config(sound), severity: "block" },
    { name: "no JSON, and it was none before", path, before: "{", content: "{", severity: "warn" },
    {
      name: "too high, but it stood there before",
      path,
      before: config({ ...sound, max_positions: 3 }),
      content: config({ ...sound, max_positions: 3 }),
      spans: ["3"],
      severity: "warn",
    },
    {
      name: "lowered, but still too high",
      path,
      before: config({ ...sound, max_positions: 5 }),
      content: config({ ...sound, max_positions: 3 }),
      severity: "warn",
    },
    { name: "a key that was never there", path, before: config({}), content: config({}), severity: "warn" },
    {
      name: "a new configuration above the limits",
      path: "apps/bot/trading_config.micro.json",
      content: config({ ...sound, max_position_size: 50 }),
      spans: ["50"],
      severity: "block",
    },
    {
      name: "a template of the environment",
      path: ".env.example",
      before: "MAX_TOTAL_EXPOSURE=10\n",
      content: "MAX_TOTAL_EXPOSURE=30 # three positions\n",
      spans: ["30"],
      severity: "block",
    },
    {
      name: "the pairs of an environment file",
      path: "projects/crypto-enhanced/.env.production",
      before: "TRADING_PAIRS=XLM/USD\n",
      content: "TRADING_PAIRS=XLM/USD,DOGE/USD\n",
      severity: "block",
    },
    {
      name: "an environment file that loses a limit",
      path: ".env.example",
      before: "MAX_POSITIONS=1\nDEBUG=0\n",
      content: "# MAX_POSITIONS=1\nDEBUG=0\n",
      severity: "block",
    },
    {
      name: "a compose file",
      path: "docker-compose.yml",
      before: "services:\n  bot:\n    environment:\n      - MAX_POSITION_SIZE=10\n",
      content: "services:\n  bot:\n    environment:\n      - MAX_POSITION_SIZE=100\n",
      spans: ["100"],
      severity: "block",
    },
    {
      name: "the fallback of a compose file",
      path: "compose.yaml",
      content: `services:\n  bot:\n    environment:\n      MAX_POSITIONS: ${dollar}{MAX_POSITIONS:-3}\n`,
      severity: "block",
    },
    {
      name: "a default in code",
      path: "src/config.py",
      before: "size = float(os.getenv('MAX_POSITION_SIZE', '10'))\n",
      content: "size = float(os.getenv('MAX_POSITION_SIZE', '30'))\n",
      spans: ["30"],
      severity: "block",
    },
    {
      name: "a default that is a number",
      path: "config.py",
      before: "x = risk.get('max_positions', 1)\n",
      content: "x = risk.get('max_positions', 3)\n",
      spans: ["3"],
      severity: "block",
    },
    {
      name: "a literal in code",
      path: "bot/risk.py",
      before: "MAX_TOTAL_EXPOSURE: float = 10.0\n",
      content: "MAX_TOTAL_EXPOSURE: float = 90.0\n",
      spans: ["90.0"],
      severity: "block",
    },
    { name: "code that loses its last word on a limit", path: "bot/risk.py", before: "MAX_POSITIONS = 1\n", content: "print('fast')\n", severity: "warn" },
  ],
  leaves: [
    { name: "as S4 has it", path, content: config(sound), before: null },
    {
      name: "as S4 has it, in other words",
      path,
      content: JSON.stringify({ pairs: "XLM-USD", risk: { maxPositionSize: "10", maxTotalExposure: 7.5, maxPositions: 1 } }),
    },
    { name: "a limit that becomes tighter", path, before: config(sound), content: config({ ...sound, max_position_size: 5 }) },
    { name: "a limit that moves to another section", path, before: config(sound), content: JSON.stringify({ trading_pairs: ["XLM/USD"], risk: sound }) },
    {
      name: "comments, which begin with an underscore",
      path,
      before: config(sound),
      content: JSON.stringify({ _max_position_size: 500, trading_pairs: ["XLM/USD"], risk: sound }),
    },
    { name: "the user's own limits", path, content: config({ ...sound, max_positions: 3 }), options: { trading: { limits: { maxPositions: 3 } } } },
    { name: "a comment in an environment file", path: ".env.example", content: "# MAX_TOTAL_EXPOSURE=90\nMAX_TOTAL_EXPOSURE=10\n" },
    {
      name: "a reference: another file decides",
      path: "docker-compose.yml",
      content: `services:\n  bot:\n    environment:\n      - MAX_POSITIONS=${dollar}{MAX_POSITIONS}\n`,
    },
    { name: "the limits of a test", path: "tests/test_strategies.py", content: "config.max_position_size = 1000\n" },
    {
      name: "code outside the trading root",
      path: "ml/model.py",
      content: "model = Encoder(max_positions=512)\n",
      options: { trading: { root: "projects/crypto-enhanced" } },
    },
    { name: "code that reads a limit", path: "engine.py", content: "self.max_positions = config.max_positions\nif n >= self.max_positions:\n    return\n" },
    { name: "words about a limit", path: "engine.py", content: '"""max_positions: 30"""\n# max_positions = 30\n' },
    { name: "a schema of the configuration", path: "trading_config.schema.json", content: '{"properties": {"max_positions": {"maximum": 9}}}' },
  ],
};
