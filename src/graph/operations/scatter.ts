/** @file Adding rows and elements at indices: the opposite of gathering. */
import { formatShape, sameShape } from "../dimension";
import type { Value } from "../graph";
import { expand } from "./expand";
import { axisOf, only, requireType, shapeError } from "./operand";
import { reshape } from "./reshape";

/**
 * `x` with each row of `rows` added at its index. ONNX: ScatterND with reduction add.
 *
 * Only for indices that come once: onnxruntime deals the rows out to threads, and of two that add to one row at the same time
 * either may be lost. {@link sumRows} is for the others.
 */
export function scatterAddRows(x: Value, indices: Value, rows: Value): Value {
  requireType("ScatterND", indices, "int64");
  const wanted = [...indices.shape.slice(0, -1), ...x.shape.slice(1)];
  if (indices.shape.at(-1) !== 1 || !sameShape(rows.shape, wanted)) {
    throw shapeError(x.graph, "ScatterND", `rows ${formatShape(rows.shape)} at ${formatShape(indices.shape)} of ${x}`);
  }
  return only(
    x.graph.node({
      operation: "ScatterND",
      inputs: [x, indices, rows],
      attributes: { reduction: "add" },
      outputs: [{ type: x.type, shape: x.shape }],
    }),
  );
}

/**
 * `x` with each row of `rows` added at its index `[n]`, which may come many times, in the order of the rows on every machine:
 * onnxruntime runs ScatterElements on one thread.
 */
export function sumRows(x: Value, indices: Value, rows: Value): Value {
  const count = indices.shape[0] ?? 1;
  const column = reshape(indices, [count, ...x.shape.slice(1).map(() => 1)]);
  return scatterAddElements(x, expand(column, rows.shape), rows, 0);
}

/** `x` with each element of `updates` added at its index along `axis`. ONNX: ScatterElements with reduction add. */
export function scatterAddElements(x: Value, indices: Value, updates: Value, axis: number): Value {
  requireType("ScatterElements", indices, "int64");
  const place = axisOf("ScatterElements", x, axis);
  if (!sameShape(indices.shape, updates.shape) || indices.rank !== x.rank) {
    throw shapeError(
      x.graph,
      "ScatterElements",
      `updates ${formatShape(updates.shape)} at ${formatShape(indices.shape)} of ${x}`,
    );
  }
  return only(
    x.graph.node({
      operation: "ScatterElements",
      inputs: [x, indices, updates],
      attributes: { axis: place, reduction: "add" },
      outputs: [{ type: x.type, shape: x.shape }],
    }),
  );
}
