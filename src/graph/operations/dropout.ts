/** @file Dropout: zeros at random while training. */
import { argumentRangeError } from "../../core/errors";
import type { Value } from "../graph";
import { only, requireType, scalar } from "./operand";

/**
 * `x` with each element zeroed with probability `rate` and the others scaled by `1 / (1 - rate)` (Srivastava et al. 2014). ONNX: Dropout.
 *
 * It is active wherever it stands: a graph that is not for training is built without it. A rate of 0 adds nothing.
 */
export function dropout(x: Value, rate: number): Value {
  requireType("Dropout", x, "float32");
  if (!(rate >= 0 && rate < 1)) {
    throw argumentRangeError({
      function: "dropout",
      parameter: "rate",
      rule: "be from 0 up to but not 1",
      value: rate,
    });
  }
  if (rate === 0) return x;
  const { graph } = x;
  const training = graph.constant({ type: "bool", shape: [], data: Uint8Array.of(1) });
  return only(
    graph.node({
      operation: "Dropout",
      inputs: [x, scalar(graph, rate), training],
      outputs: [
        { type: "float32", shape: x.shape },
        { type: "bool", shape: x.shape },
      ],
    }),
  );
}
