import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Boosted, boost, type Sample, score } from "../../../bench/generic/boost.ts";
import { encodeForest } from "../../../bench/generic/encode.ts";
import type { Candidate, Form } from "../../../rules/secrets/generic/candidate.ts";
import { FEATURES, toFeatures } from "../../../rules/secrets/generic/features.ts";
import { contributionsOf, parseForest, scoreOf } from "../../../rules/secrets/generic/forest.ts";
import { couldBeSecret } from "../../../rules/secrets/generic/meant.ts";
import { judge } from "../../../rules/secrets/generic/model.ts";
import { readNearbyValue } from "../../../rules/secrets/generic/nearby-value.ts";
import { WEIGHTS } from "../../../rules/secrets/generic/weights.ts";
import { WORDS } from "../../../rules/secrets/generic/words.ts";
import { BASE62, drawText } from "../../../rules/secrets/sample.ts";
import { scanText } from "./scan.ts";

const latin1 = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 120 }).map((codes) => String.fromCharCode(...codes));
const forms: readonly Form[] = ["assignment", "comparison", "call", "option", "statement", "element", "scheme"];
const candidates: fc.Arbitrary<Candidate> = fc.record({
  name: latin1.filter((text) => text !== ""),
  value: latin1.filter((text) => text !== ""),
  start: fc.nat(),
  end: fc.nat(),
  form: fc.constantFrom(...forms),
  quoted: fc.boolean(),
  before: latin1,
  between: latin1,
  after: latin1,
});

function named(name: string, value: string): Candidate {
  return { name, value, start: 0, end: value.length, form: "assignment", quoted: true, before: "const ", between: ' = "', after: '";' };
}

describe("features", () => {
  test("are as many as their names, finite, and the same each time", () => {
    expect(new Set(FEATURES).size).toBe(FEATURES.length);
    fc.assert(
      fc.property(candidates, (candidate) => {
        const numbers = toFeatures(candidate);
        expect(numbers).toHaveLength(FEATURES.length);
        expect(numbers.every(Number.isFinite)).toBe(true);
        expect(toFeatures(candidate)).toEqual(numbers);
      }),
    );
  });

  test("find every word of the list, also inside and across others", () => {
    for (const word of WORDS) {
      const numbers = toFeatures(named(`x${word.toUpperCase()}9`, "value"));
      expect(numbers[FEATURES.indexOf(`name: word ${word}`)], word).toBe(1);
    }
    const text = toFeatures(named("myAccessTokenizerHost", "value"));
    const found = WORDS.filter((word) => text[FEATURES.indexOf(`name: word ${word}`)] === 1);
    expect(found).toEqual(WORDS.filter((word) => "myaccesstokenizerhost".includes(word)));
  });

  test("hold nothing of a path, a repository or a file", () => {
    expect(FEATURES.filter((name) => !/^(?:value|name|likeness|form|line): /.test(name))).toEqual([]);
  });
});

describe("trees", () => {
  const samples = Array.from({ length: 400 }, (_, i): Sample => {
    const features = Float64Array.from([i % 7, i % 11, (i * 7919) % 100]);
    return { features, label: i % 7 > 3 !== i % 11 > 5 ? 1 : 0, weight: 1 };
  });
  const settings = { trees: 30, leaves: 8, rate: 0.3, minWeight: 1, lambda: 1, featureShare: 1, sampleShare: 1, seed: 1 };
  const model: Boosted = boost(samples, settings);

  test("learn what no single feature tells, the same each time", () => {
    expect(samples.filter(({ features, label }) => score(model, features) > 0 !== (label === 1))).toEqual([]);
    expect(boost(samples, settings)).toEqual(model);
  });

  test("say the same once they are shipped, and what each feature added", () => {
    const forest = parseForest(encodeForest(model));
    expect(forest.roots).toHaveLength(settings.trees);
    for (const { features } of samples) {
      expect(scoreOf(forest, features)).toBeCloseTo(score(model, features), 4);
      const roots = forest.roots.reduce((sum, root) => sum + (forest.values[root] ?? 0), forest.base);
      const shares = contributionsOf(forest, features).reduce((sum, share) => sum + share, roots);
      expect(shares).toBeCloseTo(scoreOf(forest, features), 4);
    }
  });
});

describe("the model that is shipped", () => {
  test("is small, whole, and knows every feature that it asks for", () => {
    expect(WEIGHTS.length).toBeLessThan(300_000);
    const { features, roots, values, thresholds } = parseForest(Buffer.from(WEIGHTS, "base64"));
    expect(roots.length).toBeGreaterThan(50);
    expect([...features].filter((feature) => feature !== 0xffff && feature >= FEATURES.length)).toEqual([]);
    expect([...values, ...thresholds].every(Number.isFinite)).toBe(true);
  });

  test("tells what is drawn from what is written, and names its reasons by features alone", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const opinion = judge(named("clientSecret", drawText(BASE62, 32, seed)));
      expect(opinion.score).toBeGreaterThan(1);
      for (const reason of opinion.reasons()) expect(FEATURES).toContain(reason);
    }
    for (const words of ["userNotFoundMessage", "Please enter the token", "application/json", "primary-button"]) {
      const candidate = named("clientSecret", words);
      expect(couldBeSecret({ ...candidate, nameStart: 0, nameEnd: 0 }) && judge(candidate).score > 0, words).toBe(false);
    }
  });
});

test("a flood of names is read up to a bound, and what was not read is said", async () => {
  const line = `password = "${drawText(BASE62, 12, 3)}"\n`;
  const findings = await scanText("a.ts", line.repeat(1500));
  expect(findings.length).toBeLessThan(1100);
  const unread = findings.filter(({ facts }) => facts.unread);
  expect(unread.map(({ severity, location }) => [severity, Math.floor((location?.line ?? 0) / 100)])).toEqual([["warn", 10]]);
});

describe("what stands behind a word", () => {
  test("lies inside the text, whatever that is", () => {
    fc.assert(
      fc.property(latin1, fc.constantFrom("password", "-password", "Basic ", 'token("'), latin1, (before, word, behind) => {
        const text = before + word + behind;
        const sighting = readNearbyValue(text, before.length, before.length + word.length);
        if (!sighting) return;
        expect(sighting.start).toBeGreaterThanOrEqual(before.length);
        expect(sighting.end).toBeLessThanOrEqual(text.length);
        expect(text.slice(sighting.start, sighting.end)).toBe(sighting.value);
      }),
    );
  });

  test.each([
    ["password = 'a b'", "a b", "assignment"],
    ['password: string = "abc"', "abc", "assignment"],
    ["password => 'abc',", "abc", "assignment"],
    ['password\\": \\"abc\\"', "abc", "assignment"],
    ["password&quot;:&quot;abc&quot;", "abc", "assignment"],
    ['password";s:3:"abc";', "abc", "assignment"],
    ["password=abc&user=x", "abc", "assignment"],
    ["**password**: abc", "abc", "assignment"],
    ['password == "abc"', "abc", "comparison"],
    ["password') !== 'abc'", "abc", "comparison"],
    ["password', 'abc')", "abc", "call"],
    ["password(new Secret('abc'))", "abc", "call"],
    ["password>abc</password>", "abc", "element"],
    ["--password abc --user x", "abc", "option"],
    ["password 'abc'", "abc", "statement"],
    ['password: "Basic abc"', "abc", "scheme"],
    ["password,abc", null, null],
    ["password abc", null, null],
    ["password(abc)", null, null],
    ["password://abc", null, null],
  ])("%s", (text, value, form) => {
    const at = text.indexOf("password");
    const sighting = readNearbyValue(text, at, at + "password".length);
    expect([sighting?.value ?? null, sighting?.form ?? null]).toEqual([value, form]);
  });
});
