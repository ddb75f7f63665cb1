/** @file Between `[batch*sequence, …]`, in which layers compute, and `[batch, sequence, …]`, which people read. */
import type { Value } from "../../graph/graph";
import { gather } from "../../graph/operations/gather";
import { scalar } from "../../graph/operations/operand";
import { reshape } from "../../graph/operations/reshape";

/** `[batch*sequence, width]` as `[batch, sequence, width]`. */
export function bySequence(x: Value): Value {
  return reshape(x, ["batch", "sequence", x.shape[1] ?? 1]);
}

/** Of `[batch*sequence, width]` the first token of each row, `[batch, width]`. */
export function firstToken(x: Value): Value {
  return gather(bySequence(x), scalar(x.graph, 0, "int64"), 1);
}
