/** @file Attention in which every token sees every token that is not padding. */
import type { Value } from "../../graph/graph";
import { add, multiply, subtract } from "../../graph/operations/arithmetic";
import { cast } from "../../graph/operations/elementwise";
import { matMul } from "../../graph/operations/mat-mul";
import { reshape, transpose } from "../../graph/operations/reshape";
import { softmax } from "../../graph/operations/softmax";
import { trainingDropout } from "./training-dropout";

/** The lowest float32, which Hugging Face adds where a token must not be seen. */
export const LOWEST: number = -(2 - 2 ** -23) * 2 ** 127;

/** What {@link attend} reads: projections `[batch*sequence, hidden]`. */
export interface AttentionInputs {
  query: Value;
  key: Value;
  value: Value;
  /** Added to the scores: see {@link paddingBias}. */
  bias: Value;
}

/** Options of {@link attend}. */
export interface AttentionOptions {
  heads: number;
  /** Of the attention weights. */
  dropout: number;
  mode: "inference" | "training";
}

/** What is added to every layer's scores, `[batch, 1, 1, sequence]`: 0, and the lowest number where the mask is 0. */
export function paddingBias(mask: Value): Value {
  return mask.graph.once(`padding bias ${mask.name}`, () => {
    const hidden = subtract(1, cast(mask, "float32"));
    return reshape(multiply(hidden, LOWEST), ["batch", 1, 1, "sequence"]);
  });
}

/**
 * Scaled dot-product attention with heads (Vaswani et al. 2017), `[batch*sequence, hidden]` again.
 *
 * The scale is applied to the queries, which are smaller than the scores, and keys go straight into the order of the product.
 */
export function attend({ query, key, value, bias }: AttentionInputs, options: AttentionOptions): Value {
  const hidden = Number(query.shape[1]);
  const size = hidden / options.heads;
  const apart = (x: Value, order: readonly number[]): Value =>
    transpose(reshape(x, ["batch", "sequence", options.heads, size]), order);
  const queries = apart(multiply(query, 1 / Math.sqrt(size)), [0, 2, 1, 3]);
  const scores = add(matMul(queries, apart(key, [0, 2, 3, 1])), bias);
  const weights = trainingDropout(softmax(scores, -1), options.dropout, options.mode);
  const mixed = matMul(weights, apart(value, [0, 2, 1, 3]));
  return reshape(transpose(mixed, [0, 2, 1, 3]), ["batch*sequence", hidden]);
}
