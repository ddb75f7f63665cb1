/** @file The gradient of LinearCrossEntropy: each piece of rows goes forward and back before the next begins. */
import { buildChunks, divisorOf, labelledRows, partsOf } from "../composites/labelled-chunks";
import type { GraphNode, Value } from "../graph";
import { meanOf } from "../losses/loss-mean";
import { divide } from "../operations/arithmetic";
import { equal, where } from "../operations/comparison";
import { reshape } from "../operations/reshape";
import type { GradientRule } from "./gradient";

/**
 * LinearCrossEntropy: by the logits softmax minus labels, times the loss's gradient over the divisor.
 *
 * The pieces compute losses and gradients together, so the node's loss is read from them from now on.
 */
export const linearCrossEntropyRule: GradientRule = ({ node, gradient, needs }) => {
  const parts = partsOf(node);
  const [loss] = node.outputs as [Value];
  const rows = labelledRows(parts);
  const divisor = divisorOf(parts, rows);
  // Where nothing is labelled the gradient is nothing, and not the 0 times infinity that it would come to.
  const scale = reshape(where(equal(divisor, 0), 0, divide(gradient, divisor)), [1, 1]);
  const sums = buildChunks(parts, rows, { scale, hidden: needs(0), weight: needs(1), bias: needs(2) });
  // Where the seed is itself computed from this loss, as in loss², its first computation cannot wait for the seed.
  if (!dependsOn(gradient, node)) parts.graph.replace(loss, meanOf(divide(sums.sum, divisor), divisor));
  const byHidden =
    sums.hidden === undefined
      ? undefined
      : ({ kind: "rows", shape: parts.hidden.shape, indices: rows, rows: sums.hidden } as const);
  return [byHidden, sums.weight, sums.bias];
};

function dependsOn(value: Value, node: GraphNode): boolean {
  const seen = new Set<GraphNode>();
  const open = value.producer === undefined ? [] : [value.producer];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === node) return true;
    if (seen.has(next) || next.index < node.index) continue;
    seen.add(next);
    for (const input of next.inputs) if (input?.producer !== undefined) open.push(input.producer);
  }
  return false;
}
