/** @file Sizes that only the run knows, as int64 values: what reshape, expand and range are given. */
import { canonical, type Dimension, formatShape, type Shape, termsOf } from "../dimension";
import type { Graph, Value } from "../graph";
import { integers, only } from "./operand";

/** A dimension as an int64 of shape `[1]`: a constant for a number, read or computed for a name. */
export function sizeOf(graph: Graph, dimension: Dimension): Value {
  const known = canonical(dimension);
  if (typeof known === "number") return integers(graph, [known]);
  return graph.once(`size ${known}`, () => {
    let sum: Value | undefined;
    for (const { coefficient, names } of termsOf(known)) {
      let product: Value | undefined;
      for (const name of names) {
        const size = readSize(graph, name);
        product = product === undefined ? size : arithmetic(graph, "Mul", product, size);
      }
      const constant = integers(graph, [coefficient]);
      if (product === undefined) product = constant;
      else if (coefficient !== 1) product = arithmetic(graph, "Mul", product, constant);
      sum = sum === undefined ? product : arithmetic(graph, "Add", sum, product);
    }
    return sum ?? integers(graph, [0]);
  });
}

/** A shape as an int64 list, whatever of it is known only to the run. */
export function shapeTensor(graph: Graph, shape: Shape): Value {
  const fixed = shape.map(canonical);
  if (fixed.every((axis): axis is number => typeof axis === "number")) return integers(graph, fixed);
  return graph.once(`shape ${formatShape(fixed)}`, () => {
    const parts: Value[] = [];
    let run: number[] = [];
    const flush = (): void => {
      if (run.length > 0) parts.push(integers(graph, run));
      run = [];
    };
    for (const axis of fixed) {
      if (typeof axis === "number") run.push(axis);
      else {
        flush();
        parts.push(sizeOf(graph, axis));
      }
    }
    flush();
    const [first] = parts;
    if (first !== undefined && parts.length === 1) return first;
    return only(
      graph.node({
        operation: "Concat",
        inputs: parts,
        attributes: { axis: 0 },
        outputs: [{ type: "int64", shape: [fixed.length] }],
      }),
    );
  });
}

/** 0, 1, … up to a dimension, int64 of shape `[dimension]`. ONNX: Range. */
export function range(graph: Graph, dimension: Dimension): Value {
  const end = canonical(dimension);
  if (typeof end === "number")
    return integers(
      graph,
      Array.from({ length: end }, (_, index) => index),
    );
  return graph.once(`range ${end}`, () => {
    const zero = graph.constant({ type: "int64", shape: [], data: BigInt64Array.of(0n) });
    const one = graph.constant({ type: "int64", shape: [], data: BigInt64Array.of(1n) });
    const limit = only(
      graph.node({
        operation: "Squeeze",
        inputs: [sizeOf(graph, end), integers(graph, [0])],
        outputs: [{ type: "int64", shape: [] }],
      }),
    );
    return only(
      graph.node({ operation: "Range", inputs: [zero, limit, one], outputs: [{ type: "int64", shape: [end] }] }),
    );
  });
}

function readSize(graph: Graph, name: string): Value {
  const { value, axis } = graph.dimensionSource(name);
  return graph.once(`size ${name}`, () =>
    only(
      graph.node({
        operation: "Shape",
        inputs: [value],
        attributes: { start: axis, end: axis + 1 },
        outputs: [{ type: "int64", shape: [1] }],
      }),
    ),
  );
}

function arithmetic(graph: Graph, operation: "Add" | "Mul", first: Value, second: Value): Value {
  return only(graph.node({ operation, inputs: [first, second], outputs: [{ type: "int64", shape: [1] }] }));
}
