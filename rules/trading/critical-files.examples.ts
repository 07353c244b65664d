import type { MachineExamples } from "../../src/core/facts/examples.ts";
import { unknown } from "../../src/core/facts/known.ts";
import { file, files, nonce, now } from "./sample-facts.ts";

const missing = file({ found: null, kind: null, bytes: 0 });

export const examples: MachineExamples = {
  flags: [
    { name: "a file is missing", facts: { now, tradingFiles: files({ files: [missing], nonces: [] }) }, severities: ["block"] },
    { name: "a folder in its place", facts: { now, tradingFiles: files({ files: [file({ kind: "folder" })] }) }, severities: ["block"] },
    {
      name: "it is empty: said once",
      facts: { now, tradingFiles: files({ files: [file({ bytes: 0 })], nonces: [nonce({ text: "" })] }) },
      severities: ["block"],
    },
    {
      name: "a nonce file that git ignores, in a fresh clone",
      facts: { now, tradingFiles: files({ files: [{ ...missing, ignored: true }], nonces: [], hasDatabase: false }) },
      severities: ["warn"],
    },
    {
      name: "a nonce file that git ignores, where a bot has run",
      facts: { now, tradingFiles: files({ files: [{ ...missing, ignored: true }], nonces: [] }) },
      severities: ["block"],
    },
    {
      name: "a nonce file cut in the middle",
      facts: { now, tradingFiles: files({ nonces: [nonce({ text: '{"last_nonce": 17603' })] }) },
      severities: ["block"],
    },
    {
      name: "a nonce that is text",
      facts: { now, tradingFiles: files({ nonces: [nonce({ text: '{"last_nonce": "1760356146471341630"}' })] }) },
      severities: ["block"],
    },
    {
      name: "a nonce with a fraction",
      facts: { now, tradingFiles: files({ nonces: [nonce({ text: '{"last_nonce": 1760356146471341630.5}' })] }) },
      severities: ["block"],
    },
    {
      name: "a nonce lower by one than in HEAD, which numbers cannot tell apart",
      facts: { now, tradingFiles: files({ nonces: [nonce({ committed: '{"last_nonce": 1760356146471341631}' })] }) },
      severities: ["block"],
    },
    {
      name: "a nonce of next week",
      facts: { now, tradingFiles: files({ nonces: [nonce({ text: '{"last_nonce": 1760961600000000000}' })] }) },
      severities: ["warn"],
    },
    { name: "a nonce in seconds", facts: { now, tradingFiles: files({ nonces: [nonce({ text: '{"last_nonce": 1760356146}' })] }) }, severities: ["warn"] },
    {
      name: "primary and secondary are the same",
      facts: { now, tradingFiles: files({ nonces: [nonce({}), nonce({ path: "nonce_state_secondary.json" })] }) },
      severities: ["warn"],
    },
  ],
  leaves: [
    { name: "the second alternative is there, and the nonce is valid", facts: { now, tradingFiles: files() } },
    { name: "a nonce that stands still", facts: { now, tradingFiles: files({ nonces: [nonce({ committed: '{"last_nonce": 1760356146471341630}' })] }) } },
    { name: "a nonce of a week ago: the bot counts on from where it stopped", facts: { now: now + 7 * 86_400_000, tradingFiles: files() } },
  ],
  unknowns: [
    { name: "no root", facts: { now, tradingFiles: unknown("projects/crypto-enhanced", "none of the folders of trading.root is there") } },
    { name: "a nonce file that cannot be read", facts: { now, tradingFiles: files({ nonces: [nonce({ text: null })] }) } },
  ],
};
