/** @file Logits over a vocabulary, and their loss in pieces. */
import type { Value } from "../../graph/graph";
import { crossEntropy } from "../../graph/losses/cross-entropy";
import { linearCrossEntropy } from "../../graph/losses/linear-cross-entropy";
import { gemm } from "../../graph/operations/gemm";
import { reshape } from "../../graph/operations/reshape";
import type { ForwardOptions } from "../architecture";
import { bySequence } from "../layers/tokens";
import { lossInputs, wantsLogits, wantsLoss } from "./loss-inputs";

/** The layer over a vocabulary. */
export interface VocabularyLayer {
  /** float32 `[vocab, hidden]`, often the word embeddings themselves. */
  weight: Value;
  /** float32 `[vocab]`. */
  bias?: Value | undefined;
}

/** Logits `[n, vocab]` of hidden states `[n, hidden]`. */
export function vocabularyLogits(hidden: Value, layer: VocabularyLayer): Value {
  return gemm(hidden, layer.weight, layer.bias, { transB: true });
}

/**
 * The loss of hidden states `[n, hidden]` against labels int64 `[n]`, -100 where there is none.
 *
 * A training graph computes it in pieces, and only for rows that have a label. Without gradients and where all logits are
 * there anyway, it is computed from them.
 */
export function vocabularyLoss(
  hidden: Value,
  labels: Value,
  layer: VocabularyLayer,
  options: ForwardOptions,
  logits?: Value,
): Value {
  const { graph } = hidden;
  const inputs = lossInputs(graph, options.lossOptions);
  return graph.scope("loss", () => {
    if (logits !== undefined && options.mode !== "training") return crossEntropy(logits, labels, inputs);
    const chunks = options.lossOptions?.chunks;
    return linearCrossEntropy({ hidden, ...layer, labels }, chunks === undefined ? inputs : { ...inputs, chunks });
  });
}

/**
 * Names the outputs `logits` `[batch, sequence, vocab]` and `loss` of a masked language model.
 *
 * The input `labels` is int64 `[batch, sequence]`, -100 where nothing is to be guessed.
 */
export function finishMaskedLanguageModel(hidden: Value, layer: VocabularyLayer, options: ForwardOptions): void {
  const { graph } = hidden;
  const logits = wantsLogits(options) ? vocabularyLogits(hidden, layer) : undefined;
  if (logits !== undefined) graph.output("logits", bySequence(logits));
  if (!wantsLoss(options)) return;
  const labels = reshape(graph.input("labels", "int64", ["batch", "sequence"]), ["batch*sequence"]);
  graph.output("loss", vocabularyLoss(hidden, labels, layer, options, logits));
}
