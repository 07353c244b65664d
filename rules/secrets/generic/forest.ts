/**
 * Boosted decision trees as they are shipped: a 4-byte float (the score of nothing known), then 12 bytes a node, trees one behind the other, each in
 * preorder. Little endian: feature u16 (0xffff in a leaf), distance to the right child u16 (the left one follows at once; in a leaf: nodes of its
 * tree that still come, 0 in the last), threshold f32, value f32 (what the samples that came here would add to the score).
 */
export interface Forest {
  readonly base: number;
  readonly features: Uint16Array;
  readonly right: Uint16Array;
  readonly thresholds: Float32Array;
  readonly values: Float32Array;
  /** Where each tree begins. */
  readonly roots: readonly number[];
}

const NODE_BYTES = 12;
const LEAF = 0xffff;

/** Throws `RangeError` where the bytes are no whole forest. */
export function parseForest(bytes: Uint8Array): Forest {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = (bytes.length - 4) / NODE_BYTES;
  const features = new Uint16Array(count);
  const right = new Uint16Array(count);
  const thresholds = new Float32Array(count);
  const values = new Float32Array(count);
  const roots: number[] = [];
  for (let node = 0, isRoot = true; node < count; node++) {
    const at = 4 + node * NODE_BYTES;
    if (isRoot) roots.push(node);
    features[node] = view.getUint16(at, true);
    right[node] = view.getUint16(at + 2, true);
    thresholds[node] = view.getFloat32(at + 4, true);
    values[node] = view.getFloat32(at + 8, true);
    isRoot = features[node] === LEAF && right[node] === 0;
  }
  return { base: view.getFloat32(0, true), features, right, thresholds, values, roots };
}

/** The logarithm of the odds that it is a secret. */
export function scoreOf(forest: Forest, sample: Float64Array): number {
  let score = forest.base;
  for (const root of forest.roots) score += forest.values[leafOf(forest, root, sample)] ?? 0;
  return score;
}

function leafOf(forest: Forest, root: number, sample: Float64Array): number {
  let node = root;
  while (forest.features[node] !== LEAF) node = childOf(forest, node, sample);
  return node;
}

function childOf({ features, right, thresholds }: Forest, node: number, sample: Float64Array): number {
  return (sample[features[node] ?? 0] ?? 0) <= (thresholds[node] ?? 0) ? node + 1 : node + (right[node] ?? 0);
}

/** What each feature added to the score on the way of a sample through all trees; 0 for those that took no part. */
export function contributionsOf(forest: Forest, sample: Float64Array): Float64Array {
  const shares = new Float64Array(sample.length);
  for (const root of forest.roots) {
    for (let node = root; forest.features[node] !== LEAF; ) {
      const feature = forest.features[node] ?? 0;
      const child = childOf(forest, node, sample);
      shares[feature] = (shares[feature] ?? 0) + (forest.values[child] ?? 0) - (forest.values[node] ?? 0);
      node = child;
    }
  }
  return shares;
}
