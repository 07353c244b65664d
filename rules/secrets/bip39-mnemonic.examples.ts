import type { Examples } from "../../src/core/rule.ts";
import { hasChecksum } from "./bip39-mnemonic.ts";
import { listWords } from "./bip39-words.ts";
import { createDraw } from "./catalog/samples.ts";

const list = listWords();
const words = [...list.keys()];

/** Drawn words whose last one is chosen so that the checksum is right, or (`isRight` false) wrong. */
function drawMnemonic(count: number, seed: number, isRight = true): string {
  const draw = createDraw(seed);
  const open = Array.from({ length: count - 1 }, () => words[Math.floor(draw() * words.length)] ?? "");
  const last =
    words.find(
      (word) =>
        hasChecksum(
          [...open, word].map((text) => ({ text })),
          list,
        ) === isRight,
    ) ?? "";
  return [...open, last].join(" ");
}

const twelve = drawMnemonic(12, 1);
const longest = drawMnemonic(24, 2);
const listed = drawMnemonic(12, 3).split(" ");

export const examples: Examples = {
  flags: [
    { name: "in code", path: "src/wallet.ts", content: `const mnemonic = "${twelve}";\n`, spans: [twelve], severity: "block", confidence: "certain" },
    { name: "24 words in an environment file", path: ".env", content: `WALLET_SEED="${longest}"\n`, spans: [longest], severity: "block" },
    { name: "15, 18 and 21", path: "a.yml", content: [15, 18, 21].map((count) => `mnemonic: ${drawMnemonic(count, count)}\n---\n`).join("") },
    { name: "a list", path: "a.json", content: `{ "seedPhrase": ["${listed.join('", "')}"] }\n`, spans: [listed.join('", "')] },
    {
      name: "one on each line, numbered",
      path: "notes.txt",
      content: `Recovery phrase:\n${listed.map((word, i) => `${i + 1}. ${word}\n`).join("")}`,
      spans: [listed.map((word, i) => `${i === 0 ? "" : `${i + 1}. `}${word}`).join("\n")],
    },
    { name: "behind other words of the list", path: "notes.txt", content: `mnemonic: wallet phrase ${twelve}\n`, spans: [twelve] },
    { name: "with a wrong checksum", path: "a.ts", content: `const mnemonic = "${drawMnemonic(12, 4, false)}";\n`, severity: "warn", confidence: "possible" },
    { name: "in a test", path: "test/wallet.test.ts", content: `const mnemonic = "${twelve}";\n`, spans: [twelve], severity: "warn", confidence: "likely" },
  ],
  leaves: [
    { name: "the words that everybody shows", path: "a.ts", content: `const mnemonic = "${"abandon ".repeat(11)}about";\n` },
    { name: "the accounts of Hardhat", path: "hardhat.config.ts", content: `accounts: { mnemonic: "${"test ".repeat(11)}junk" }\n` },
    {
      name: "a sentence",
      path: "a.md",
      content: "A mnemonic is made of words that you should write down on paper and keep safe from water, fire and strangers.\n",
    },
    { name: "eleven words", path: "a.ts", content: `const mnemonic = "${listed.slice(0, 11).join(" ")}";\n` },
    { name: "no wallet", path: "a.ts", content: `const answer = "${twelve}";\n` },
    { name: "read from the environment", path: "a.ts", content: "const mnemonic = process.env.MNEMONIC ?? generateMnemonic();\n" },
  ],
};
