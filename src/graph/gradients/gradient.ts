/** @file What a gradient is while the graph is differentiated, and the shape of a rule. */
import type { Shape } from "../dimension";
import type { GraphNode, Value } from "../graph";
import { add } from "../operations/arithmetic";
import { expand } from "../operations/expand";
import { scalar } from "../operations/operand";
import { sumRows } from "../operations/scatter";

/** The gradient of a table of which only some rows were read: those rows' gradients and nothing for the others. */
export interface RowGradient {
  readonly kind: "rows";
  /** The table's shape. */
  readonly shape: Shape;
  /** Which rows, int64 of shape `[n]`; a row may come more than once. */
  readonly indices: Value;
  /** Their gradients, `[n, …]`. */
  readonly rows: Value;
}

/** A gradient in full, of the shape of its value. */
export interface DenseGradient {
  readonly kind: "dense";
  readonly value: Value;
}

/** The gradient of the loss by one value. */
export type Gradient = DenseGradient | RowGradient;

/** What a rule is told. */
export interface GradientRequest {
  /** The node to go back through. */
  readonly node: GraphNode;
  /** The loss's gradient by the node's first output. */
  readonly gradient: Value;
  /** Whether the gradient by this input is wanted; what is not wanted need not be built. */
  needs(input: number): boolean;
}

/** The gradients by a node's inputs, in their order; undefined where it is not wanted or where there is none. */
export type GradientRule = (request: GradientRequest) => readonly (Value | RowGradient | undefined)[];

/** The sum of two gradients by the same value. */
export function addGradients(first: Gradient, second: Gradient): Gradient {
  if (first.kind === "dense" && second.kind === "dense")
    return { kind: "dense", value: add(first.value, second.value) };
  const [whole, part] = first.kind === "rows" ? [second, first] : [first, second];
  if (part.kind !== "rows") return whole;
  return { kind: "dense", value: addRows(toDense(whole), part) };
}

/** The gradient with every row written out. */
export function toDense(gradient: Gradient): Value {
  if (gradient.kind === "dense") return gradient.value;
  const { graph } = gradient.rows;
  return addRows(expand(scalar(graph, 0), gradient.shape), gradient);
}

function addRows(table: Value, part: RowGradient): Value {
  return sumRows(table, part.indices, part.rows);
}
