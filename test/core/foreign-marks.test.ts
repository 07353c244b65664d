import { describe, expect, test } from "vitest";
import { createMarkFinder } from "../../src/core/foreign-marks.ts";
import { contentRule, match } from "./engine.ts";

describe("marks of other tools", () => {
  test.each([
    ["# gitleaks:allow", "gitleaks:allow"],
    ["// betterleaks:allow", "betterleaks:allow"],
    ["// trufflehog:ignore", "trufflehog:ignore"],
    ["# kingfisher:ignore", "kingfisher:ignore"],
    ["# pragma: allowlist secret", "pragma: allowlist secret"],
    ["# pragma: whitelist secret", "pragma: whitelist secret"],
    ["// secretlint-disable-line", "secretlint-disable-line"],
    ["# ggignore", "ggignore"],
    ["# nosec B105", "nosec"],
    ["# noqa: S105", "noqa: S105"],
    ["# noqa", "noqa"],
    ["// nosemgrep: a.b.c", "nosemgrep"],
    ["// NOSONAR", "NOSONAR"],
    ["# noqa: E501", null],
    ["// secretlint-disable-next-line", null],
    ["# pragma: allowlist nextline secret", null],
    ["# pragma: no cover", null],
    ["# mygitleaks:allowed", null],
    ["", null],
  ])("on the line: %s", (behind, mark) => {
    expect(createMarkFinder(`x ${behind}`)({ start: 0, end: 1 })).toBe(mark);
  });

  test.each([
    ["# pragma: allowlist nextline secret", "pragma: allowlist nextline secret"],
    ["// secretlint-disable-next-line", "secretlint-disable-next-line"],
    ["/* secretlint-disable */", "secretlint-disable"],
    ["// kingfisher:ignore", "kingfisher:ignore"],
    ["# gitleaks:allow", null],
    ["// secretlint-disable-line", null],
  ])("on the line before: %s", (above, mark) => {
    expect(createMarkFinder(`${above}\nx`)({ start: above.length + 1, end: above.length + 2 })).toBe(mark);
  });
});

test("a secret with one is a finding all the same, which says so; other findings take no notice", async () => {
  const text = "key = 'token_abc' # gitleaks:allow\nother = 'token_def'\n";
  const { findings } = await match([contentRule("secrets/token")], text);
  expect(findings.map(({ fix, facts }) => [fix, facts])).toEqual([
    [
      'Nothing to do. The mark "gitleaks:allow" gives no reason, so it suppresses nothing here: write guard-ignore secrets/token -- reason, or take all such marks over: npx --no guard allow --marked --reason WHY',
      { mark: "gitleaks:allow" },
    ],
    ["Nothing to do.", {}],
  ]);
  expect((await match([contentRule()], text)).findings.map(({ facts }) => facts)).toEqual([{}, {}]);
});
