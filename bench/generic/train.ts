/**
 * Trains the model of the rules generic-secret and generic-password: `npx node bench/generic/train.ts CORPUS.jsonl [--negatives FOLDER] [--write] [--tuned FILE]`.
 * Repositories whose name hashes into the last quarter are held out: nothing is trained or chosen on them. On the others the score that counts is one
 * of a model that has not seen the repository (four folds). Prints both, and with `--write` trains once more on all of them and writes the weights into
 * rules/secrets/generic/weights.ts. With `--tuned` writes those of the tuning part alone, for measuring all rules on what is held out. The same input gives
 * the same weights.
 */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { toFeatures } from "../../rules/secrets/generic/features.ts";
import { type Boosted, boost, type Sample, type Settings, score } from "./boost.ts";
import { readCorpus } from "./corpus.ts";
import { encodeForest } from "./encode.ts";
import { type Labelled, labelCandidates, listNegatives } from "./labelled.ts";
import { chosenPasswords, drawnSecrets } from "./made-up-values.ts";
import { printTable, type Scored } from "./table.ts";

const SETTINGS: Settings = { trees: 160, leaves: 16, rate: 0.1, minWeight: 1.5, lambda: 2, featureShare: 0.35, sampleShare: 0.8, seed: 20261130 };
const FOLDS = 4;
/** Measured apart: ids and public values that the corpus counts as credentials. */
const IGNORED = new Set(["UUID", "Nonce", "Salt", "AWS S3 Bucket"]);
/** A repository with more candidates than this counts as if it had its square root's share of them. */
const FAIR_SHARE = 60;
const NEGATIVE_WEIGHT = 0.3;
const MADE_UP_WEIGHT = 0.5;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    negatives: { type: "string", multiple: true, default: [] },
    write: { type: "boolean", default: false },
    folds: { type: "boolean", default: false },
    tuned: { type: "string" },
  },
});
const files = readCorpus(positionals[0] ?? "");
const labelled = await labelCandidates(files, IGNORED);
const negatives = (await Promise.all(values.negatives.map(listNegatives))).flat();
console.log(`${labelled.length} candidates in the corpus, ${negatives.length} in ordinary packages`);

const tuned = labelled.filter(({ repository }) => !isHeldOut(repository));
const features = new Map(labelled.map((one) => [one, toFeatures(one.candidate)]));
const foreign: Sample[] = negatives.map((candidate) => ({ features: toFeatures(candidate), label: 0, weight: NEGATIVE_WEIGHT }));

if (values.folds) {
  const scored = Array.from({ length: FOLDS }, (_, fold) => {
    const model = train(tuned.filter(({ repository }) => foldOf(repository) !== fold));
    return tuned.filter(({ repository }) => foldOf(repository) === fold).map((one) => toScored(model, one));
  }).flat();
  printTable("repositories of the tuning part, each by a model that has not seen it", scored, credentialsOf(false));
}
const ofTuned = train(tuned);
printTable(
  "held out repositories",
  labelled.filter(({ repository }) => isHeldOut(repository)).map((one) => toScored(ofTuned, one)),
  credentialsOf(true),
);
if (values.tuned !== undefined) writeWeights(values.tuned, ofTuned);
if (values.write) writeWeights(fileURLToPath(new URL("../../rules/secrets/generic/weights.ts", import.meta.url)), train(labelled));

function writeWeights(path: string, model: Boosted): void {
  const head = "/** Written by bench/generic/train.ts: the trees of forest.ts, in base64. */\nexport const WEIGHTS =\n";
  writeFileSync(path, `${head}  "${encodeForest(model).toString("base64")}";\n`);
}

function hashOf(text: string): number {
  return createHash("sha256").update(text).digest()[0] ?? 0;
}

function isHeldOut(repository: string): boolean {
  return hashOf(repository) % 4 === 0;
}

function foldOf(repository: string): number {
  return hashOf(`fold ${repository}`) % FOLDS;
}

function train(own: readonly Labelled[]): Boosted {
  const known = own.filter(({ credentials, wrongLine }) => credentials.length > 0 || wrongLine !== null);
  const sizes = new Map([...Map.groupBy(known, ({ repository }) => repository)].map(([repository, all]) => [repository, all.length]));
  const samples = known.map((one): Sample => {
    const weight = Math.min(1, Math.sqrt(FAIR_SHARE / (sizes.get(one.repository) ?? 1)));
    return { features: features.get(one) ?? toFeatures(one.candidate), label: one.credentials.length > 0 ? 1 : 0, weight };
  });
  const real = known.filter(({ credentials }) => credentials.length > 0).map(({ candidate }) => candidate);
  const madeUp = [...chosenPasswords(real), ...drawnSecrets(real)].map(
    (candidate): Sample => ({ features: toFeatures(candidate), label: 1, weight: MADE_UP_WEIGHT }),
  );
  return boost([...samples, ...madeUp, ...foreign], SETTINGS);
}

function toScored(trained: Boosted, one: Labelled): Scored {
  return { ...one, score: score(trained, features.get(one) ?? toFeatures(one.candidate)) };
}

/** How many there are in all, found as candidates or not. */
function credentialsOf(heldOut: boolean): number {
  const labels = files.filter(({ repository }) => isHeldOut(repository) === heldOut).flatMap((file) => file.labels);
  return labels.filter(({ truth, categories }) => truth === "T" && !categories.some((category) => IGNORED.has(category))).length;
}
