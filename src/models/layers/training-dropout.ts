/** @file Dropout that stands in training graphs only. */
import type { Value } from "../../graph/graph";
import { dropout } from "../../graph/operations/dropout";

/** Dropout in a graph for training, else `x` itself. Python: `torch.nn.Dropout`. */
export function trainingDropout(x: Value, rate: number, mode: "inference" | "training"): Value {
  return mode === "training" ? dropout(x, rate) : x;
}
