/** Gradient-boosted decision trees for two classes: histograms of at most 255 bins, trees grown leaf by leaf, shrinkage, a share of the features a tree. */

export interface Sample {
  readonly features: Float64Array;
  /** 1 or 0. */
  readonly label: number;
  readonly weight: number;
}

export interface Settings {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  /** Least sum of weights in a leaf. */
  readonly minWeight: number;
  readonly lambda: number;
  readonly featureShare: number;
  readonly sampleShare: number;
  readonly seed: number;
}

/** A node sends what is at most `threshold` to `left`; a leaf has `feature` -1. `value`: what the samples that come here would add to the score. */
export interface TreeNode {
  feature: number;
  threshold: number;
  left: number;
  right: number;
  value: number;
}

export interface Boosted {
  readonly base: number;
  readonly trees: readonly (readonly TreeNode[])[];
}

interface Binned {
  /** Upper bounds of the bins of each feature, but for the last. */
  readonly bounds: readonly Float64Array[];
  /** One column a feature. */
  readonly columns: readonly Uint8Array[];
}

const MOST_BINS = 64;

export function boost(samples: readonly Sample[], { trees, leaves, rate, minWeight, lambda, featureShare, sampleShare, seed }: Settings): Boosted {
  const count = samples.length;
  const binned = bin(samples);
  const random = createRandom(seed);
  const positive = samples.reduce((sum, { label, weight }) => sum + label * weight, 0);
  const all = samples.reduce((sum, { weight }) => sum + weight, 0);
  const base = Math.log(positive / (all - positive));
  const scores = new Float64Array(count).fill(base);
  const gradients = new Float64Array(count);
  const hessians = new Float64Array(count);
  const grown: TreeNode[][] = [];
  for (let round = 0; round < trees; round++) {
    samples.forEach(({ label, weight }, i) => {
      const p = 1 / (1 + Math.exp(-(scores[i] ?? 0)));
      gradients[i] = weight * (p - label);
      hessians[i] = weight * Math.max(p * (1 - p), 1e-6);
    });
    const rows = Int32Array.from({ length: count }, (_, i) => i).filter(() => random() < sampleShare);
    const features = binned.columns.map((_, i) => i).filter((i) => (binned.bounds[i]?.length ?? 0) > 0 && random() < featureShare);
    const tree = grow(rows, features, binned, gradients, hessians, { leaves, minWeight, lambda, rate });
    grown.push(tree);
    samples.forEach((sample, i) => {
      scores[i] = (scores[i] ?? 0) + evaluate(tree, sample.features);
    });
  }
  return { base, trees: grown };
}

export function score({ base, trees }: Boosted, features: Float64Array): number {
  return trees.reduce((sum, tree) => sum + evaluate(tree, features), base);
}

function evaluate(tree: readonly TreeNode[], features: Float64Array): number {
  let node = tree[0];
  while (node && node.feature >= 0) node = tree[(features[node.feature] ?? 0) <= node.threshold ? node.left : node.right];
  return node?.value ?? 0;
}

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly bin: number;
}

/** Sums of gradients and of hessians, a row of bins for each feature of the tree. */
interface Histogram {
  readonly gradients: Float64Array;
  readonly hessians: Float64Array;
}

interface Leaf {
  readonly node: number;
  readonly rows: Int32Array;
  readonly histogram: Histogram;
  readonly split: Split | null;
}

type Growth = Pick<Settings, "leaves" | "minWeight" | "lambda" | "rate">;

function grow(rows: Int32Array, features: readonly number[], binned: Binned, gradients: Float64Array, hessians: Float64Array, growth: Growth): TreeNode[] {
  const nodes: TreeNode[] = [];
  const addLeaf = (own: Int32Array, histogram: Histogram): Leaf => {
    const g = sumOf(own, gradients);
    const h = sumOf(own, hessians);
    nodes.push({ feature: -1, threshold: 0, left: -1, right: -1, value: (-g / (h + growth.lambda)) * growth.rate });
    return { node: nodes.length - 1, rows: own, histogram, split: bestSplit(features, binned, histogram, g, h, growth) };
  };
  const count = (own: Int32Array): Histogram => countBins(own, features, binned, gradients, hessians);
  const open = [addLeaf(rows, count(rows))];
  while (open.length < growth.leaves) {
    open.sort((a, b) => (b.split?.gain ?? 0) - (a.split?.gain ?? 0));
    const best = open.shift();
    const node = best && nodes[best.node];
    if (!best?.split || !node) break;
    const { feature, bin: at } = best.split;
    const column = binned.columns[feature] ?? new Uint8Array();
    const left = best.rows.filter((row) => (column[row] ?? 0) <= at);
    const right = best.rows.filter((row) => (column[row] ?? 0) > at);
    // Of two halves only the smaller one is counted.
    const small = count(left.length < right.length ? left : right);
    const large = subtract(best.histogram, small);
    Object.assign(node, { feature, threshold: binned.bounds[feature]?.[at] ?? 0, left: nodes.length });
    open.push(addLeaf(left, left.length < right.length ? small : large));
    node.right = nodes.length;
    open.push(addLeaf(right, left.length < right.length ? large : small));
  }
  return nodes;
}

function sumOf(rows: Int32Array, numbers: Float64Array): number {
  let sum = 0;
  for (const row of rows) sum += numbers[row] ?? 0;
  return sum;
}

function countBins(rows: Int32Array, features: readonly number[], binned: Binned, gradients: Float64Array, hessians: Float64Array): Histogram {
  const sumG = new Float64Array(features.length * MOST_BINS);
  const sumH = new Float64Array(features.length * MOST_BINS);
  features.forEach((feature, index) => {
    const column = binned.columns[feature] ?? new Uint8Array();
    const from = index * MOST_BINS;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? 0;
      const at = from + (column[row] ?? 0);
      sumG[at] = (sumG[at] ?? 0) + (gradients[row] ?? 0);
      sumH[at] = (sumH[at] ?? 0) + (hessians[row] ?? 0);
    }
  });
  return { gradients: sumG, hessians: sumH };
}

function subtract(whole: Histogram, part: Histogram): Histogram {
  return {
    gradients: whole.gradients.map((sum, i) => sum - (part.gradients[i] ?? 0)),
    hessians: whole.hessians.map((sum, i) => sum - (part.hessians[i] ?? 0)),
  };
}

function bestSplit(features: readonly number[], binned: Binned, { gradients, hessians }: Histogram, g: number, h: number, growth: Growth): Split | null {
  const { minWeight, lambda } = growth;
  let best: Split | null = null;
  features.forEach((feature, index) => {
    const from = index * MOST_BINS;
    const bins = (binned.bounds[feature]?.length ?? 0) + 1;
    let [leftG, leftH] = [0, 0];
    for (let at = 0; at < bins - 1; at++) {
      leftG += gradients[from + at] ?? 0;
      leftH += hessians[from + at] ?? 0;
      const rightH = h - leftH;
      if (leftH < minWeight || rightH < minWeight) continue;
      const gain = leftG ** 2 / (leftH + lambda) + (g - leftG) ** 2 / (rightH + lambda) - g ** 2 / (h + lambda);
      if (gain > (best?.gain ?? 1e-3)) best = { gain, feature, bin: at };
    }
  });
  return best;
}

function bin(samples: readonly Sample[]): Binned {
  const width = samples[0]?.features.length ?? 0;
  const bounds: Float64Array[] = [];
  const columns: Uint8Array[] = [];
  for (let feature = 0; feature < width; feature++) {
    const values = Float64Array.from(samples, ({ features }) => features[feature] ?? 0);
    const edges = isConstant(values) ? new Float64Array() : edgesOf(values);
    bounds.push(edges);
    columns.push(Uint8Array.from(values, (value) => placeOf(edges, value)));
  }
  return { bounds, columns };
}

/** A number that hardly any sample has tells of that sample. */
const FEWEST = 8;

function isConstant(values: Float64Array): boolean {
  const first = values[0];
  let others = 0;
  for (const value of values) if (value !== first) others++;
  return Math.min(others, values.length - others) < FEWEST;
}

/** Middles between different values, as many as bins allow, in even steps of the samples. */
function edgesOf(values: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  const edges: number[] = [];
  const step = sorted.length / MOST_BINS;
  let due = 0;
  for (let i = 1; i < sorted.length; i++) {
    const [before = 0, value = 0] = [sorted[i - 1], sorted[i]];
    if (value === before || i < due) continue;
    edges.push(Math.fround((before + value) / 2));
    if (edges.length === MOST_BINS - 1) break;
    due = i + step * 0.8;
  }
  return Float64Array.from(edges);
}

function placeOf(edges: Float64Array, value: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (edges[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Mulberry32: small, and the same on every machine. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
