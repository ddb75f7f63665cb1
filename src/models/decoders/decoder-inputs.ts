/** @file The inputs that every decoder has, with or without a cache. */
import { addDimensions, type Dimension } from "../../graph/dimension";
import type { Graph, Value } from "../../graph/graph";
import type { ForwardOptions } from "../architecture";
import { type CacheShape, type KeyValues, PAST, pastInputs } from "./key-value-cache";

/** What a decoder reads. */
export interface DecoderInputs {
  /** `input_ids`, int64 `[batch, sequence]`. */
  ids: Value;
  /** `attention_mask`, int64 `[batch, sequence]`, with a cache `[batch, past_sequence+sequence]`. */
  attentionMask: Value;
  /** `position_ids`, int64 `[batch, sequence]`: each token's place in its own text, not counting padding. */
  positions: Value;
  /** How many positions the cache holds. */
  pastLength: Dimension;
  /** What each layer remembers; empty without a cache. */
  past: readonly KeyValues[];
}

/** Declares the inputs of a decoder. */
export function decoderInputs(graph: Graph, options: ForwardOptions, shape: CacheShape): DecoderInputs {
  const cached = options.cache === "past";
  const pastLength = cached ? PAST : 0;
  const ids = graph.input("input_ids", "int64", ["batch", "sequence"]);
  const attentionMask = graph.input("attention_mask", "int64", ["batch", addDimensions(pastLength, "sequence")]);
  const positions = graph.input("position_ids", "int64", ["batch", "sequence"]);
  return { ids, attentionMask, positions, pastLength, past: cached ? pastInputs(graph, shape) : [] };
}
