import type { Examples } from "../../src/core/rule.ts";

const path = "projects/crypto-enhanced/start_live_trading.py";
const gate = `confirm = input("Type 'YES' to start LIVE TRADING: ")\nif confirm.strip().upper() != "YES":\n    print("cancelled")\n    return\n`;
const rest = "engine = TradingEngine(config)\nawait engine.start()\n";

export const examples: Examples = {
  flags: [
    { name: "the question is deleted", path, before: gate + rest, content: rest, severity: "block" },
    { name: "the question is commented out", path, before: gate + rest, content: gate.replace(/^/gm, "# ") + rest, severity: "block" },
    { name: "any answer will do", path, before: gate + rest, content: gate.replace('!= "YES"', '== ""') + rest, severity: "block" },
    { name: "a letter will do", path, before: gate + rest, content: gate.replace('"YES":', '"Y":') + rest, severity: "block" },
    { name: "one of two questions is deleted", path, before: gate + gate + rest, content: gate + rest, severity: "block" },
    {
      name: "the question of PowerShell",
      path: "Start-Bot.ps1",
      before: '$r = Read-Host "Start LIVE trading? Type YES"\nif ($r -ne "YES") { exit }\n',
      content: "Start-Process python\n",
      severity: "block",
    },
    { name: "the script that asks is deleted", path, before: gate + rest, severity: "warn" },
    {
      name: "a script that answers",
      path: "launch_trading.ps1",
      content: "cd bot\necho YES | python start_live_trading.py\n",
      spans: ["echo YES |"],
      severity: "block",
    },
    { name: "a script that answers in another way", path: "Start-Bot.ps1", content: '"YES" | & $VenvPython start_live_trading.py\n', severity: "block" },
    {
      name: "the question is skipped by default",
      path,
      before: gate + rest,
      content: `auto_confirm = True\n${gate}${rest}`,
      spans: ["auto_confirm = True"],
      severity: "block",
    },
    {
      name: "a script that answered before",
      path: "launch_trading.ps1",
      before: "echo YES | python start_live_trading.py\n",
      content: "echo YES | python start_live_trading.py\n",
      severity: "warn",
    },
  ],
  leaves: [
    { name: "the question stays", path, before: gate + rest, content: `${gate}print("started")\n${rest}` },
    { name: "the question moves", path, before: gate + rest, content: rest + gate },
    { name: "other quotes", path, before: gate + rest, content: gate.replace('"YES":', "'YES':") + rest },
    { name: "a new script that asks", path, content: gate + rest },
    {
      name: "a question about something else",
      path: "scripts/cleanup.ps1",
      before: '$r = Read-Host "Delete the tasks?"\nif ($r -eq "YES") { Remove-Item x }\n',
      content: "Remove-Item x\n",
    },
    { name: "an answer to something else", path: "scripts/setup.sh", content: "echo YES | apt-get install sqlite3\n" },
    { name: "a comment about answering", path: "launch_trading.ps1", content: "# never: echo YES | python start_live_trading.py\n" },
    { name: "confirmation switched on", path, before: gate, content: `auto_confirm = False\n${gate}` },
  ],
};
