/** @file Which positions a decoder's positions may look at, as a bias that is added to attention scores. */
import type { Dimension } from "../../graph/dimension";
import type { Graph, Value } from "../../graph/graph";
import { subtract } from "../../graph/operations/arithmetic";
import { and, equal, greater, lessOrEqual, not, where } from "../../graph/operations/comparison";
import { slice } from "../../graph/operations/join";
import { unsqueeze } from "../../graph/operations/reshape";
import { range } from "../../graph/operations/sizes";
import { LOWEST } from "../layers/attention";

/** What {@link causalMask} reads. */
export interface CausalMaskOptions {
  /** int64 `[batch, past + sequence]`: 1 for a token, 0 for padding. */
  attentionMask: Value;
  /** How many positions the cache holds: 0 without one. */
  past: Dimension;
  /** How many positions are computed now. */
  sequence: Dimension;
  /** Each position sees this many, itself included. By default all before it. */
  slidingWindow?: number | undefined;
}

/**
 * 0 where a position may look and {@link LOWEST} where it may not, float32 `[batch, 1, sequence, past + sequence]`.
 *
 * What is later, what is padding and what is out of the window is decided in bools first, so that no two such numbers
 * are ever added. A row of padding that may look at nothing gets the same number everywhere, and so an even softmax, as
 * in PyTorch's eager attention. It is built once for a graph and window, however many layers ask.
 */
export function causalMask(graph: Graph, options: CausalMaskOptions): Value {
  const { attentionMask, past, sequence, slidingWindow } = options;
  return graph.once(`causal mask ${slidingWindow ?? "full"}`, () =>
    graph.scope("causal_mask", () => {
      const total = attentionMask.shape[1] ?? sequence;
      const positions = range(graph, total);
      const own = past === 0 ? positions : slice(positions, 0, past, total);
      const queries = unsqueeze(own, [1]);
      let visible = lessOrEqual(positions, queries);
      if (slidingWindow !== undefined) visible = and(visible, greater(positions, subtract(queries, slidingWindow)));
      const tokens = unsqueeze(not(equal(attentionMask, 0)), [1, 2]);
      return where(and(visible, tokens), 0, LOWEST);
    }),
  );
}
