/** @file The head of a causal language model: logits of the next token, and the loss of predicting it. */
import { type Dimension, multiplyDimensions } from "../../graph/dimension";
import type { Value } from "../../graph/graph";
import { IGNORED_LABEL } from "../../graph/losses/cross-entropy";
import { expand } from "../../graph/operations/expand";
import { gather } from "../../graph/operations/gather";
import { concat, slice } from "../../graph/operations/join";
import { integers, scalar } from "../../graph/operations/operand";
import { reshape } from "../../graph/operations/reshape";
import type { ForwardOptions } from "../architecture";
import { type VocabularyLayer, vocabularyLogits, vocabularyLoss } from "../heads/language-model";
import { wantsLoss } from "../heads/loss-inputs";
import { bySequence } from "../layers/tokens";

/**
 * Names the outputs `logits` and `loss` that are wanted.
 *
 * Shapes: `hidden` is `[batch*sequence, hidden]`; logits are `[batch, sequence, vocab]` or, of the last position,
 * `[batch, 1, vocab]`, or of the positions that an input `logit_positions`, int64 `[chosen]`, names. The input `labels` is int64 `[batch, sequence]`, the ids themselves and -100 where nothing is to be
 * learnt: each position is compared with the label of the next one.
 */
export function finishCausalLanguageModel(hidden: Value, layer: VocabularyLayer, options: ForwardOptions): void {
  const { graph } = hidden;
  const logits = options.logits ?? "all";
  const some = logits === "last" || logits === "chosen" ? someRows(hidden, logits) : undefined;
  const scores =
    logits === "none" ? undefined : graph.scope("lm_head", () => vocabularyLogits(some?.rows ?? hidden, layer));
  if (scores !== undefined)
    graph.output(
      "logits",
      some === undefined ? bySequence(scores) : reshape(scores, ["batch", some.count, scores.shape[1] ?? 1]),
    );
  if (!wantsLoss(options)) return;
  const labels = graph.input("labels", "int64", ["batch", "sequence"]);
  const next = graph.scope("labels", () => nextLabels(labels));
  graph.output("loss", vocabularyLoss(hidden, next, layer, options, logits === "all" ? scores : undefined));
}

/** Each position's label is the one after it, and the last has none: int64 `[batch*sequence]`. */
function nextLabels(labels: Value): Value {
  const none = expand(scalar(labels.graph, IGNORED_LABEL, "int64"), ["batch", 1]);
  return reshape(concat([slice(labels, 1, 1, "sequence"), none], 1), ["batch*sequence"]);
}

/** The rows whose logits are wanted, and how many they are for each text. */
function someRows(hidden: Value, which: "last" | "chosen"): { rows: Value; count: Dimension } {
  const { graph } = hidden;
  const places = which === "last" ? integers(graph, [-1]) : graph.input("logit_positions", "int64", ["chosen"]);
  const count = which === "last" ? 1 : "chosen";
  const rows = gather(bySequence(hidden), places, 1);
  return { rows: reshape(rows, [multiplyDimensions("batch", count), hidden.shape[1] ?? 1]), count };
}
