/** @file Picking rows and elements by index. */
import { formatShape, sameShape } from "../dimension";
import type { Value } from "../graph";
import { axisOf, only, requireType, shapeError } from "./operand";

/** Options of {@link gather}. */
export interface GatherOptions {
  /** The index of a row that learns nothing from being read: PyTorch's `padding_idx`. */
  padding?: number | undefined;
}

/**
 * The slices of `x` along an axis at these indices: an embedding lookup. ONNX: Gather.
 *
 * Shapes: `[vocab, hidden]` at `[n]` along axis 0 gives `[n, hidden]`. An index outside makes the run fail.
 */
export function gather(x: Value, indices: Value, axis = 0, options: GatherOptions = {}): Value {
  requireType("Gather", indices, "int64");
  const place = axisOf("Gather", x, axis);
  const shape = [...x.shape.slice(0, place), ...indices.shape, ...x.shape.slice(place + 1)];
  return only(
    x.graph.node({
      operation: "Gather",
      inputs: [x, indices],
      attributes: { axis: place },
      // Not among the attributes, which are ONNX's: the values are the same with it.
      ...(options.padding === undefined ? {} : { dimensions: { padding: options.padding } }),
      outputs: [{ type: x.type, shape }],
    }),
  );
}

/** For each place of `indices`, the element of `x` at that place with the index along `axis`. ONNX: GatherElements. */
export function gatherElements(x: Value, indices: Value, axis: number): Value {
  requireType("GatherElements", indices, "int64");
  const place = axisOf("GatherElements", x, axis);
  const others = (value: Value) => value.shape.filter((_, index) => index !== place);
  if (indices.rank !== x.rank || !sameShape(others(x), others(indices))) {
    throw shapeError(x.graph, "GatherElements", `${x} at ${formatShape(indices.shape)} along axis ${place}`);
  }
  return only(
    x.graph.node({
      operation: "GatherElements",
      inputs: [x, indices],
      attributes: { axis: place },
      outputs: [{ type: x.type, shape: indices.shape }],
    }),
  );
}
