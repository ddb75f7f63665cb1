/** @file What operations share: numbers as values, one graph for all operands, errors that name the place in the model. */
import { type Dimension, formatShape, type Shape, sameDimension } from "../dimension";
import type { ElementType, Graph, Operand, Value } from "../graph";
import { GraphError } from "../graph-error";

/** The operands as values of one graph. A number becomes a scalar of the type of the first value. */
export function valuesOf(operation: string, operands: readonly Operand[]): Value[] {
  const first = operands.find((operand): operand is Value => typeof operand !== "number");
  if (first === undefined) {
    throw new GraphError("operands-missing", `${operation}: at least one operand must be a value of a graph.`, {
      operation,
    });
  }
  return operands.map((operand) => (typeof operand === "number" ? scalar(first.graph, operand, first.type) : operand));
}

/** A constant without axes. */
export function scalar(graph: Graph, number: number, type: ElementType = "float32"): Value {
  return graph.constant({ type, shape: [], data: numbers(type, [number]) });
}

/** A constant list of int64, as ONNX takes axes, shapes and indices. */
export function integers(graph: Graph, list: readonly number[]): Value {
  return graph.constant({ type: "int64", shape: [list.length], data: numbers("int64", list) });
}

/** The shape of two operands that are broadcast against each other. */
export function broadcastShapes(graph: Graph, operation: string, first: Shape, second: Shape): Shape {
  const rank = Math.max(first.length, second.length);
  return Array.from({ length: rank }, (_, axis): Dimension => {
    const left = first[axis - rank + first.length] ?? 1;
    const right = second[axis - rank + second.length] ?? 1;
    if (left === 1) return right;
    if (right === 1 || sameDimension(left, right)) return left;
    throw shapeError(graph, operation, `cannot be broadcast: ${formatShape(first)} and ${formatShape(second)}`);
  });
}

/** An axis counted from the front, for one that may be counted from the back. */
export function axisOf(operation: string, value: Value, axis: number): number {
  const counted = axis < 0 ? axis + value.rank : axis;
  if (Number.isInteger(axis) && counted >= 0 && counted < value.rank) return counted;
  throw shapeError(value.graph, operation, `has no axis ${axis}: ${value}`);
}

/** Refuses a value of another element type. */
export function requireType(operation: string, value: Value, ...types: readonly ElementType[]): void {
  if (types.includes(value.type)) return;
  throw new GraphError(
    "type-mismatch",
    `${value.graph.path(operation)}: needs ${types.join(" or ")}, but got ${value}.`,
    {
      node: value.graph.path(operation),
      operation,
    },
  );
}

/** Operands whose shapes do not fit; `problem` continues the place in the model. */
export function shapeError(graph: Graph, operation: string, problem: string): GraphError {
  const node = graph.path(operation);
  return new GraphError("shape-mismatch", `${node}: the operands' shapes do not fit: ${problem}.`, { node, operation });
}

function numbers(type: ElementType, list: readonly number[]): Float32Array | BigInt64Array | Int32Array | Uint8Array {
  if (type === "int64") return BigInt64Array.from(list, (item) => BigInt(item));
  if (type === "int32") return Int32Array.from(list);
  return type === "bool" ? Uint8Array.from(list) : Float32Array.from(list);
}

/** The one output of an operation that has one. */
export function only(values: readonly Value[]): Value {
  const [value] = values;
  if (value === undefined) throw new GraphError("output-missing", "The operation has no output.");
  return value;
}

/** An operation of two operands that are broadcast against each other; the result has their type, or `result`. */
export function pairwise(operation: string, first: Operand, second: Operand, result?: ElementType): Value {
  const [left, right] = valuesOf(operation, [first, second]) as [Value, Value];
  requireType(operation, right, left.type);
  const shape = broadcastShapes(left.graph, operation, left.shape, right.shape);
  const outputs = [{ type: result ?? left.type, shape }];
  return only(left.graph.node({ operation, inputs: [left, right], outputs }));
}
