/** @file Logits for each row, and the loss that the kind of problem asks for. */
import type { Value } from "../../graph/graph";
import { binaryCrossEntropy } from "../../graph/losses/binary-cross-entropy";
import { crossEntropy } from "../../graph/losses/cross-entropy";
import { meanSquaredError } from "../../graph/losses/mean-squared-error";
import type { ForwardOptions, ProblemType } from "../architecture";
import type { ConfigReader } from "../config-reader";
import { lossInputs, refuseSmoothing, wantsLogits, wantsLoss } from "./loss-inputs";

const PROBLEM_TYPES: readonly ProblemType[] = [
  "single_label_classification",
  "multi_label_classification",
  "regression",
];

/** What `problem_type` says, else regression for one label and single-label classification for more. */
export function readProblemType(read: ConfigReader, labels: number): ProblemType {
  const usual = labels === 1 ? "regression" : "single_label_classification";
  return read.choice("problem_type", usual, PROBLEM_TYPES, "problem types");
}

/**
 * Names the outputs `logits` `[batch, num_labels]` and `loss`.
 *
 * The input `labels` is int64 `[batch]` for one label of several, else float32 `[batch, num_labels]`. `class_weights` are the
 * weights of the classes, or of the true labels of a multi-label problem (PyTorch's `pos_weight`).
 */
export function finishSequenceClassification(logits: Value, problemType: ProblemType, options: ForwardOptions): void {
  const { graph } = logits;
  if (wantsLogits(options)) graph.output("logits", logits);
  if (!wantsLoss(options)) return;
  graph.output(
    "loss",
    graph.scope("loss", () => lossOf(logits, problemType, options)),
  );
}

function lossOf(logits: Value, problemType: ProblemType, { lossOptions }: ForwardOptions): Value {
  const { graph } = logits;
  const kind = lossOptions?.problemType ?? problemType;
  if (kind === "single_label_classification") {
    const labels = graph.input("labels", "int64", ["batch"]);
    return crossEntropy(logits, labels, lossInputs(graph, lossOptions, Number(logits.shape[1])));
  }
  refuseSmoothing(lossOptions);
  const labels = graph.input("labels", "float32", logits.shape);
  if (kind === "regression") return meanSquaredError(logits, labels, lossInputs(graph, lossOptions));
  const { classWeights, ...others } = lossInputs(graph, lossOptions, Number(logits.shape[1]));
  return binaryCrossEntropy(
    logits,
    labels,
    classWeights === undefined ? others : { ...others, posWeight: classWeights },
  );
}
