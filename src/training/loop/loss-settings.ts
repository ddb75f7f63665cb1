/** @file How a training's loss is computed: smoothing, weights of classes, and what the sum is divided by. */
import { argumentRangeError } from "../../core/errors";
import type { Feeds } from "../../graph/training/training-session";
import type { LossOptions } from "../../models/architecture";
import { hasLabels, type ModelInputs } from "../../models/model-inputs";
import type { PreTrainedModel } from "../../models/pretrained-model";

/** Options of the loss, for training only: an evaluation's loss has no weights of classes. */
export interface LossSettings {
  /** How much of each label's probability is spread over all classes, from 0 up to 1. @default 0 */
  labelSmoothing?: number;
  /** How much each class counts, in the order of their numbers. @default all alike */
  classWeights?: readonly number[];
  /**
   * What weighted losses are divided by: the sum of their `"weights"`, as PyTorch does, or the number of `"rows"`, as Keras does.
   * @default "weights"
   */
  classWeightMean?: "weights" | "rows";
  /**
   * What the losses of several accumulated batches are together: `"mean"`, the mean of the batches' means, or `"items"`, the sum over
   * all labelled places divided by their number. By default what Python's Trainer does: `"items"` for models that continue a text.
   */
  accumulation?: "mean" | "items";
}

/** What the loss of one training asks of its graph, its feeds and the weights of its batches. */
export interface LossPlan {
  /** How the training graph is built. */
  readonly options: LossOptions;
  /**
   * What several batches that make one update are fed besides their own inputs, and what each one's gradients are multiplied by.
   *
   * @param group The batches' feeds, `labels` among them.
   */
  shares(group: readonly Feeds[]): readonly { added: Feeds; scale: number }[];
}

/** Plans a model's training loss. @param accumulationSteps How many batches make an update. */
export function planLoss(model: PreTrainedModel, settings: LossSettings, accumulationSteps: number): LossPlan {
  const { labelSmoothing = 0, classWeights, classWeightMean = "weights" } = settings;
  const accumulation = settings.accumulation ?? (model.head === "causal-lm" ? "items" : "mean");
  const weights = classWeights === undefined ? undefined : checkWeights(classWeights, model.config.numLabels);
  const byRows = weights !== undefined && classWeightMean === "rows";
  const options: LossOptions = {
    ...(labelSmoothing === 0 ? {} : { labelSmoothing }),
    ...(weights === undefined ? {} : { classWeights: "input" }),
    ...(accumulation === "items" || byRows ? { divisor: "input" } : {}),
  };
  const constant: Feeds =
    weights === undefined ? {} : { class_weights: { type: "float32", dims: [weights.length], data: weights } };
  return {
    options,
    shares: (group) => {
      const counts = options.divisor === "input" ? group.map(labelled) : [];
      const total = counts.reduce((sum, count) => sum + count, 0);
      return group.map((_, index) => {
        if (accumulation === "items") return { added: { ...constant, ...divisorOf(total) }, scale: 1 };
        const added = byRows ? { ...constant, ...divisorOf(counts[index] ?? 0) } : constant;
        // A last group that is shorter counts less, as in Python's Trainer.
        return { added, scale: 1 / accumulationSteps };
      });
    },
  };
}

/** Whether a batch has what a loss is computed from; for messages. */
export function canTrainOn(inputs: ModelInputs): boolean {
  return hasLabels(inputs);
}

function divisorOf(count: number): Feeds {
  return { loss_divisor: { type: "float32", dims: [], data: Float32Array.of(count) } };
}

/** How many labels a batch has; of real numbers, how many rows. */
function labelled({ labels }: Feeds): number {
  if (labels === undefined) return 0;
  if (labels.type !== "int64") return labels.dims[0] ?? 0;
  return labels.data.reduce((count, label) => count + (label === -100n ? 0 : 1), 0);
}

function checkWeights(weights: readonly number[], classes: number): Float32Array<ArrayBuffer> {
  const valid = weights.length === classes && weights.every((weight) => Number.isFinite(weight) && weight >= 0);
  if (valid) return Float32Array.from(weights);
  throw argumentRangeError({
    function: "runTraining",
    parameter: "classWeights",
    rule: `hold a number of at least 0 for each of the ${classes} classes`,
    value: weights,
  });
}
