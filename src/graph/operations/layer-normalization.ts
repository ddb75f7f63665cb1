/** @file Layer normalization. */
import { type Dimension, formatShape, sameShape } from "../dimension";
import type { Value } from "../graph";
import { only, requireType, shapeError } from "./operand";

/**
 * `(x - mean) / sqrt(variance + epsilon) * scale + bias` over the last axis (Ba et al. 2016). ONNX: LayerNormalization.
 *
 * Shapes: `x` is `[…, hidden]`, `scale` and `bias` are `[hidden]`.
 */
export function layerNormalization(x: Value, scale: Value, bias: Value, epsilon: number): Value {
  requireType("LayerNormalization", x, "float32");
  const hidden = x.shape.slice(-1);
  if (x.rank === 0 || !sameShape(scale.shape, hidden) || !sameShape(bias.shape, hidden)) {
    throw shapeError(
      x.graph,
      "LayerNormalization",
      `${x} with scale ${formatShape(scale.shape)} and bias ${formatShape(bias.shape)}`,
    );
  }
  const reduced = x.shape.map((axis, index): Dimension => (index === x.rank - 1 ? 1 : axis));
  return only(
    x.graph.node({
      operation: "LayerNormalization",
      inputs: [x, scale, bias],
      attributes: { axis: -1, epsilon: { float: epsilon } },
      // The mean and the inverse deviation come along because the gradient needs them.
      outputs: [
        { type: "float32", shape: x.shape },
        { type: "float32", shape: reduced },
        { type: "float32", shape: reduced },
      ],
    }),
  );
}
