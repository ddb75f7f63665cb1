/** @file Logits for each token, and their loss. */
import type { Value } from "../../graph/graph";
import { crossEntropy } from "../../graph/losses/cross-entropy";
import { reshape } from "../../graph/operations/reshape";
import type { ForwardOptions } from "../architecture";
import { bySequence } from "../layers/tokens";
import { lossInputs, wantsLogits, wantsLoss } from "./loss-inputs";

/**
 * Names the outputs `logits` `[batch, sequence, num_labels]` and `loss`, from logits `[batch*sequence, num_labels]`.
 *
 * The input `labels` is int64 `[batch, sequence]`, -100 where a token has none.
 */
export function finishTokenClassification(logits: Value, options: ForwardOptions): void {
  const { graph } = logits;
  if (wantsLogits(options)) graph.output("logits", bySequence(logits));
  if (!wantsLoss(options)) return;
  const labels = reshape(graph.input("labels", "int64", ["batch", "sequence"]), ["batch*sequence"]);
  const inputs = lossInputs(graph, options.lossOptions, Number(logits.shape[1]));
  graph.output(
    "loss",
    graph.scope("loss", () => crossEntropy(logits, labels, inputs)),
  );
}
