/** @file Embeddings: rows of a table by id. */
import { multiplyDimensions } from "../../graph/dimension";
import type { Graph, Value } from "../../graph/graph";
import { gather } from "../../graph/operations/gather";
import { slice } from "../../graph/operations/join";
import { reshape } from "../../graph/operations/reshape";

/** The table `name.weight` `[count, width]`. Asking twice gives the same parameter. */
export function embeddingTable(graph: Graph, name: string, count: number, width: number): Value {
  return graph.parameter(`${name}.weight`, [count, width]);
}

/**
 * The rows of a table at ids of any shape, as `[number of ids, width]`. Python: `torch.nn.Embedding(…, padding_idx=…)`.
 *
 * @param padding The id whose row learns nothing from being read.
 */
export function embed(table: Value, ids: Value, padding?: number): Value {
  return gather(table, reshape(ids, [multiplyDimensions(...ids.shape)]), 0, { padding });
}

/** The first `sequence` rows of a table of positions, `[sequence, width]`. */
export function firstPositions(table: Value): Value {
  return slice(table, 0, 0, "sequence");
}
