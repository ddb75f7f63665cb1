/** @file The inputs that options of the loss add to a graph. */
import type { Graph, Value } from "../../graph/graph";
import type { ForwardOptions, LossOptions } from "../architecture";
import { ModelError } from "../model-error";

/** The loss's settings, as the losses take them. */
export interface LossInputs {
  labelSmoothing?: number;
  classWeights?: Value;
  divisor?: Value;
}

/** Whether a loss is wanted. */
export function wantsLoss(options: ForwardOptions): boolean {
  return options.loss === "labels";
}

/** Whether logits are wanted. */
export function wantsLogits(options: ForwardOptions): boolean {
  return options.logits !== "none";
}

/**
 * Declares `class_weights` and `loss_divisor` where the options ask for them.
 *
 * @param labels How many classes the weights are for; undefined where a loss takes none.
 */
export function lossInputs(graph: Graph, options: LossOptions = {}, labels?: number): LossInputs {
  const found: LossInputs = {};
  if (options.labelSmoothing !== undefined) found.labelSmoothing = options.labelSmoothing;
  if (options.classWeights === "input") {
    if (labels === undefined) throw noSuchOption("classWeights", "has no weights of classes");
    found.classWeights = graph.input("class_weights", "float32", [labels]);
  }
  if (options.divisor === "input") found.divisor = graph.input("loss_divisor", "float32", []);
  return found;
}

/** Refuses label smoothing where a loss has no classes that exclude one another. */
export function refuseSmoothing(options: LossOptions = {}): void {
  if ((options.labelSmoothing ?? 0) > 0) throw noSuchOption("labelSmoothing", "cannot be smoothed");
}

function noSuchOption(option: string, why: string): ModelError {
  return new ModelError(
    "loss-option-invalid",
    `The loss of this model ${why}: the option \`${option}\` must be left out.`,
    {
      hint: "Class weights and label smoothing belong to cross-entropy over a classifier's labels.",
    },
  );
}
