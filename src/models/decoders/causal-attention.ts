/** @file Attention of a decoder: several query heads may share one head of keys and values. */
import { multiplyDimensions } from "../../graph/dimension";
import type { Value } from "../../graph/graph";
import { add, multiply } from "../../graph/operations/arithmetic";
import { matMul } from "../../graph/operations/mat-mul";
import { reshape, transpose } from "../../graph/operations/reshape";
import { softmax } from "../../graph/operations/softmax";
import { trainingDropout } from "../layers/training-dropout";
import type { KeyValues } from "./key-value-cache";

/** What {@link causalAttention} reads besides queries, keys and values. */
export interface CausalAttentionOptions {
  /** What the scores are multiplied with: `1 / sqrt(head_dim)`. */
  scale: number;
  /** Added to the scores, float32 `[batch, 1, sequence, total]`. */
  mask: Value;
  /** Of the attention weights. */
  dropout: number;
  mode: "inference" | "training";
}

/** `[batch*sequence, heads*head_dim]` as `[batch, heads, sequence, head_dim]`. */
export function splitHeads(x: Value, heads: number, headSize: number): Value {
  return transpose(reshape(x, ["batch", "sequence", heads, headSize]), [0, 2, 1, 3]);
}

/** `[batch, heads, sequence, head_dim]` as `[batch*sequence, heads*head_dim]`. */
export function joinHeads(x: Value): Value {
  const width = multiplyDimensions(x.shape[1] ?? 1, x.shape[3] ?? 1);
  return reshape(transpose(x, [0, 2, 1, 3]), ["batch*sequence", width]);
}

/**
 * Scaled dot-product attention (Vaswani et al. 2017) with grouped queries (Ainslie et al. 2023).
 *
 * Shapes: queries `[batch, heads, sequence, head_dim]`; keys and values `[batch, kv_heads, total, head_dim]`; the result is
 * `[batch*sequence, heads*head_dim]`.
 */
export function causalAttention(queries: Value, { key, value }: KeyValues, options: CausalAttentionOptions): Value {
  const [batch = 1, heads = 1, sequence = 1, headSize = 1] = queries.shape;
  const [, groups = heads, total = sequence] = key.shape;
  // Heads that share keys stand one below the other as rows of one product: nothing is copied, and the products are larger.
  const shared = [batch, groups, multiplyDimensions(Number(heads) / Number(groups), sequence)];
  const grouped = heads !== groups;
  const rows = multiply(queries, options.scale);
  const scores = matMul(grouped ? reshape(rows, [...shared, headSize]) : rows, transpose(key, [0, 1, 3, 2]));
  const masked = add(grouped ? reshape(scores, [batch, heads, sequence, total]) : scores, options.mask);
  const weights = trainingDropout(softmax(masked, -1), options.dropout, options.mode);
  const mixed = matMul(grouped ? reshape(weights, [...shared, total]) : weights, value);
  return joinHeads(grouped ? reshape(mixed, [batch, heads, sequence, headSize]) : mixed);
}
