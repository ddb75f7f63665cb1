/** @file The token that speaks for a whole text in a decoder's classifier: the last one that is not padding. */

import type { Value } from "../../graph/graph";
import { add, multiply } from "../../graph/operations/arithmetic";
import { equal, not } from "../../graph/operations/comparison";
import { cast } from "../../graph/operations/elementwise";
import { gather } from "../../graph/operations/gather";
import { reduceMax } from "../../graph/operations/reduce";
import { range, sizeOf } from "../../graph/operations/sizes";

/**
 * The rows of `hidden`, float32 `[batch*sequence, hidden]`, at the last token of each text that is not the padding id.
 *
 * The padding id is looked for among the ids themselves, as Python does, so that padding may stand on either side. A text
 * of nothing but padding gives its first position. The result is `[batch, hidden]`.
 */
export function lastTokenRows(hidden: Value, ids: Value, padding: number): Value {
  const { graph } = hidden;
  return graph.scope("last_token", () => {
    const tokens = cast(not(equal(ids, padding)), "int64");
    const last = reduceMax(multiply(tokens, range(graph, "sequence")), { axes: [1] });
    const starts = multiply(range(graph, "batch"), sizeOf(graph, "sequence"));
    return gather(hidden, add(starts, last));
  });
}
