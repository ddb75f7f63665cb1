/** @file Nodes of the domain "caderno" stand for several of ONNX's: here they become them. */
import { listNames } from "../../core/suggest";
import type { GraphNode, Value } from "../graph";
import { GraphError } from "../graph-error";
import { expandLinearCrossEntropy } from "./linear-cross-entropy";

/** The domain of nodes that no runtime knows. */
export const COMPOSITE_DOMAIN = "caderno";

const EXPANSIONS: Readonly<Record<string, (node: GraphNode) => Value>> = {
  LinearCrossEntropy: expandLinearCrossEntropy,
};

/**
 * What is read in place of a value: itself, or what a composite node's output was replaced by.
 *
 * Where `differentiate` went through the node, that is the loss of the pieces that compute the gradients too; elsewhere the
 * plain forward is added to the graph, once.
 */
export function expanded(value: Value): Value {
  const node = value.producer;
  if (node === undefined || node.domain !== COMPOSITE_DOMAIN) return value;
  const known = value.graph.replacement(value);
  if (known !== undefined) return known;
  const expand = EXPANSIONS[node.operation];
  if (expand === undefined) {
    throw new GraphError("operation-unknown", `${node.name}: there is no composite operation \`${node.operation}\`.`, {
      node: node.name,
      operation: node.operation,
      hint: listNames("composites", node.operation, Object.keys(EXPANSIONS)),
    });
  }
  const replacement = value.graph.scope(`expanded/${node.name}`, () => expand(node));
  value.graph.replace(value, replacement);
  return replacement;
}
