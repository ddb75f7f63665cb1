/** @file The head of a causal language model: logits of the next token, and the loss of predicting it. */
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
 * `[batch, 1, vocab]`. The input `labels` is int64 `[batch, sequence]`, the ids themselves and -100 where nothing is to be
 * learnt: each position is compared with the label of the next one.
 */
export function finishCausalLanguageModel(hidden: Value, layer: VocabularyLayer, options: ForwardOptions): void {
  const { graph } = hidden;
  const logits = options.logits ?? "all";
  const rows = logits === "last" ? lastPosition(hidden) : hidden;
  const scores = logits === "none" ? undefined : graph.scope("lm_head", () => vocabularyLogits(rows, layer));
  if (scores !== undefined)
    graph.output(
      "logits",
      logits === "last" ? reshape(scores, ["batch", 1, scores.shape[1] ?? 1]) : bySequence(scores),
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

function lastPosition(hidden: Value): Value {
  const last = gather(bySequence(hidden), integers(hidden.graph, [-1]), 1);
  return reshape(last, ["batch", hidden.shape[1] ?? 1]);
}
