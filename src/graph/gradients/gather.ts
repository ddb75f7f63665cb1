/** @file Gradients of picking rows and elements. */
import { addDimensions, type Dimension, multiplyDimensions } from "../dimension";
import type { Value } from "../graph";
import { equal, where } from "../operations/comparison";
import { expand } from "../operations/expand";
import { gather } from "../operations/gather";
import { pad } from "../operations/join";
import { scalar } from "../operations/operand";
import { reshape, transpose } from "../operations/reshape";
import { scatterAddElements } from "../operations/scatter";
import { type GradientRule, toDense } from "./gradient";

/**
 * Gather: rows of a table keep a gradient of rows, so that an embedding of 30,000 words costs what its batch touches.
 *
 * Along another axis, the axis is brought to the front first.
 */
export const gatherRule: GradientRule = ({ node, gradient }) => {
  const [x, indices] = node.inputs as [Value, Value];
  const axis = node.attributes.axis as number;
  const fixed = x.graph.constantData(indices);
  // One fixed slice, such as the first token of each row: zeros around it are cheaper than a scatter.
  if (fixed !== undefined && fixed.data.length === 1) {
    const at = Number(fixed.data[0]);
    const size = x.shape[axis] ?? 0;
    const place = at < 0 ? addDimensions(size, at) : at;
    const piece = reshape(
      gradient,
      x.shape.map((dimension, index) => (index === axis ? 1 : dimension)),
    );
    return [pad(piece, axis, place, addDimensions(size, multiplyDimensions(-1, place), -1))];
  }
  const count = multiplyDimensions(...indices.shape);
  const flat = reshape(indices, [count]);
  const others = x.shape.filter((_, index) => index !== axis);
  if (axis === 0) {
    const rows = reshape(gradient, [count, ...others]);
    return [{ kind: "rows", shape: x.shape, indices: flat, rows: withoutPadding(rows, flat, node.dimensions.padding) }];
  }
  const before = x.shape.slice(0, axis);
  const merged = reshape(gradient, [...before, count, ...x.shape.slice(axis + 1)]);
  const order = [axis, ...x.shape.map((_, index) => index).filter((index) => index !== axis)];
  const front = toDense({
    kind: "rows",
    shape: [x.shape[axis] ?? 0, ...others],
    indices: flat,
    rows: transpose(merged, order),
  });
  return [
    transpose(
      front,
      order.map((_, index) => order.indexOf(index)),
    ),
  ];
};

/** Nothing for the rows of padding, where the table says that its padding row learns nothing. */
function withoutPadding(rows: Value, indices: Value, padding: Dimension | undefined): Value {
  if (padding === undefined) return rows;
  const others = rows.shape.slice(1).map(() => 1);
  return where(reshape(equal(indices, Number(padding)), [indices.shape[0] ?? 1, ...others]), 0, rows);
}

/** GatherElements: each element's gradient is added where it was read. */
export const gatherElementsRule: GradientRule = ({ node, gradient }) => {
  const [x, indices] = node.inputs as [Value, Value];
  const zeros = expand(scalar(x.graph, 0), x.shape);
  return [scatterAddElements(zeros, indices, gradient, node.attributes.axis as number)];
};

/** ScatterND with reduction add: the table passes the gradient on, each added row reads its own. */
export const scatterAddRowsRule: GradientRule = ({ node, gradient, needs }) => {
  const [, indices, rows] = node.inputs as [Value, Value, Value];
  const picked = needs(2) ? gather(gradient, reshape(indices, indices.shape.slice(0, -1))) : undefined;
  return [gradient, undefined, picked === undefined ? undefined : reshape(picked, rows.shape)];
};
