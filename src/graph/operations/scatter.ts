/** @file Adding rows and elements at indices: the opposite of gathering. */
import { formatShape, sameShape } from "../dimension";
import type { Value } from "../graph";
import { expand } from "./expand";
import { axisOf, only, requireType, shapeError } from "./operand";
import { unsqueeze } from "./reshape";

/**
 * `x` with each row of `rows` added at its index, where no index comes twice. ONNX: ScatterND with reduction add.
 *
 * onnxruntime adds rows in several threads that do not wait for each other, so that two rows of one index lose a part of
 * the sum: where indices may come twice, take {@link scatterSumRows}.
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

/** `x` with each row of `rows` added at its place in `indices`, a list in which a place may come twice. */
export function scatterSumRows(x: Value, indices: Value, rows: Value): Value {
  const others = rows.shape.slice(1).map((_, index) => index + 1);
  const wide = others.length === 0 ? indices : expand(unsqueeze(indices, others), rows.shape);
  return scatterAddElements(x, wide, rows, 0);
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
