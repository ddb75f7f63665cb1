/** @file The keys and values of earlier positions: a decoder's memory between two runs. */
import type { Dimension } from "../../graph/dimension";
import type { Graph, Value } from "../../graph/graph";
import { concat } from "../../graph/operations/join";

/** One layer's keys and values, each float32 `[batch, kv_heads, length, head_dim]`. */
export interface KeyValues {
  key: Value;
  value: Value;
}

/** How large a cache is. */
export interface CacheShape {
  layers: number;
  /** How many heads keep keys and values. */
  heads: number;
  headSize: number;
}

/** The name of the dimension that counts the positions of the cache. */
export const PAST = "past_sequence";

/**
 * The inputs `past_key_values.N.key` and `.value`, each `[batch, kv_heads, past_sequence, head_dim]`, by layer.
 *
 * A prompt is run with a cache of 0 positions, each further step with the `present` of the one before.
 */
export function pastInputs(graph: Graph, shape: CacheShape): KeyValues[] {
  const axes: Dimension[] = ["batch", shape.heads, PAST, shape.headSize];
  return Array.from({ length: shape.layers }, (_, layer) => ({
    key: graph.input(`past_key_values.${layer}.key`, "float32", axes),
    value: graph.input(`past_key_values.${layer}.value`, "float32", axes),
  }));
}

/** What attention looks at: the past, where there is one, and then the present. The outputs `present.N.key` and `.value` are both. */
export function withPast(graph: Graph, layer: number, present: KeyValues, past: KeyValues | undefined): KeyValues {
  if (past === undefined) return present;
  return {
    key: graph.output(`present.${layer}.key`, concat([past.key, present.key], 2)),
    value: graph.output(`present.${layer}.value`, concat([past.value, present.value], 2)),
  };
}
