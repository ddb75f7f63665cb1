/** @file Reverse-mode differentiation: adds to a graph the nodes that compute a loss's gradients. */
import { formatShape } from "../dimension";
import type { GraphNode, Value } from "../graph";
import { GraphError } from "../graph-error";
import { scalar } from "../operations/operand";
import { addGradients, type Gradient, toDense } from "./gradient";
import { ruleOf } from "./rules";

/** Options of {@link differentiate}. */
export interface DifferentiateOptions {
  /** What the loss's own gradient is, a float32 scalar. @default 1 */
  seed?: Value;
}

/**
 * The gradients of a scalar by some of the values that it was computed from.
 *
 * Only nodes that lie between the loss and a wanted value are gone back through, so that a frozen layer costs nothing.
 * A value that the loss does not depend on is not in the result.
 *
 * @example
 * ```ts
 * const graph = new Graph("square");
 * const x = graph.parameter("x", [3]);
 * const loss = reduceSum(multiply(x, x));
 * const gradient = differentiate(loss, [x]).get(x);
 * gradient?.kind; // "dense"
 * ```
 */
export function differentiate(
  loss: Value,
  wanted: Iterable<Value>,
  options: DifferentiateOptions = {},
): Map<Value, Gradient> {
  if (loss.rank !== 0 || loss.type !== "float32") {
    throw new GraphError("loss-not-scalar", `differentiate: the loss must be one float32 number, but got ${loss}.`, {
      hint: `Reduce ${formatShape(loss.shape)} with reduceSum or reduceMean first.`,
    });
  }
  const { graph } = loss;
  const targets = new Set(wanted);
  const path = nodesBetween(loss, targets);
  const gradients = new Map<Value, Gradient>([[loss, { kind: "dense", value: options.seed ?? scalar(graph, 1) }]]);
  const backward = [...path].sort((first, second) => second.index - first.index);
  for (const node of backward) {
    graph.scope(`gradient/${scopeOf(node)}`, () => goBack(node, gradients, targets, path));
  }
  return new Map([...gradients].filter(([value]) => targets.has(value)));
}

function goBack(
  node: GraphNode,
  gradients: Map<Value, Gradient>,
  targets: ReadonlySet<Value>,
  path: ReadonlySet<GraphNode>,
): void {
  const [first, ...others] = node.outputs;
  const gradient = first === undefined ? undefined : gradients.get(first);
  if (others.some((output) => gradients.has(output))) {
    throw noGradient(node, "only its first output can be part of a loss");
  }
  if (first === undefined || gradient === undefined) return;
  // What is done with cannot be asked for again, unless it is itself wanted.
  if (!targets.has(first)) gradients.delete(first);
  const needs = (index: number): boolean => {
    const input = node.inputs[index];
    return input !== undefined && (targets.has(input) || (input.producer !== undefined && path.has(input.producer)));
  };
  const rule = ruleOf(node);
  if (rule === undefined) throw noGradient(node, "the operation has no gradient rule");
  const found = rule({ node, gradient: toDense(gradient), needs });
  for (const [index, contribution] of found.entries()) {
    const input = node.inputs[index];
    if (contribution === undefined || input === undefined || !needs(index)) continue;
    const next: Gradient =
      contribution instanceof Object && "kind" in contribution ? contribution : { kind: "dense", value: contribution };
    const known = gradients.get(input);
    gradients.set(input, known === undefined ? next : addGradients(known, next));
  }
}

/** The nodes that lead from a wanted value to the loss. */
function nodesBetween(loss: Value, wanted: ReadonlySet<Value>): Set<GraphNode> {
  const ancestors = new Set<GraphNode>();
  const open = loss.producer === undefined ? [] : [loss.producer];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (ancestors.has(node)) continue;
    ancestors.add(node);
    for (const input of node.inputs) if (input?.producer !== undefined) open.push(input.producer);
  }
  const path = new Set<GraphNode>();
  for (const node of [...ancestors].sort((first, second) => first.index - second.index)) {
    const reached = node.inputs.some(
      (input) =>
        input?.type === "float32" && (wanted.has(input) || (input.producer !== undefined && path.has(input.producer))),
    );
    if (reached && node.outputs[0]?.type === "float32") path.add(node);
  }
  return path;
}

function scopeOf(node: GraphNode): string {
  const end = node.name.lastIndexOf("/");
  return end < 0 ? "top" : node.name.slice(0, end);
}

function noGradient(node: GraphNode, why: string): GraphError {
  return new GraphError("gradient-missing", `There is no gradient through ${node.name} (${node.operation}): ${why}.`, {
    node: node.name,
    operation: node.operation,
    hint: "Build the loss from operations of src/graph/gradients/rules.ts, or stop the gradient before this node.",
  });
}
