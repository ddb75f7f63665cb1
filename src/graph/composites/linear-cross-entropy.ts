/** @file LinearCrossEntropy without gradients: the plain forward, in the same pieces. */
import type { GraphNode, Value } from "../graph";
import { meanOf } from "../losses/loss-mean";
import { divide } from "../operations/arithmetic";
import { buildChunks, divisorOf, labelledRows, partsOf } from "./labelled-chunks";

/** The loss of a LinearCrossEntropy node in ONNX's operations. */
export function expandLinearCrossEntropy(node: GraphNode): Value {
  const parts = partsOf(node);
  const rows = labelledRows(parts);
  const divisor = divisorOf(parts, rows);
  return meanOf(divide(buildChunks(parts, rows).sum, divisor), divisor);
}
