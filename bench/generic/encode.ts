import type { Boosted, TreeNode } from "./boost.ts";

const NODE_BYTES = 12;
const LEAF = 0xffff;

/** The bytes that rules/secrets/generic/forest.ts reads. */
export function encodeForest({ base, trees }: Boosted): Buffer {
  const head = Buffer.alloc(4);
  head.writeFloatLE(base);
  return Buffer.concat([head, ...trees.map(encodeTree)]);
}

function encodeTree(tree: readonly TreeNode[]): Buffer {
  const order = preorder(tree, 0);
  const places = new Map(order.map((node, place) => [node, place]));
  const bytes = Buffer.alloc(order.length * NODE_BYTES);
  order.forEach((index, place) => {
    const node = tree[index];
    if (!node) return;
    const isLeaf = node.feature < 0;
    const at = place * NODE_BYTES;
    bytes.writeUInt16LE(isLeaf ? LEAF : node.feature, at);
    bytes.writeUInt16LE(isLeaf ? order.length - 1 - place : (places.get(node.right) ?? 0) - place, at + 2);
    bytes.writeFloatLE(node.threshold, at + 4);
    bytes.writeFloatLE(node.value, at + 8);
  });
  return bytes;
}

/** A node, then all of its left side, then all of its right side. */
function preorder(tree: readonly TreeNode[], at: number): number[] {
  const node = tree[at];
  return !node || node.feature < 0 ? [at] : [at, ...preorder(tree, node.left), ...preorder(tree, node.right)];
}
