/** @file What `compile` is given: an optimizer, a loss, metrics, checked against the model. */
import { argumentTypeError } from "../../core/errors";
import { listNames } from "../../core/suggest";
import type { ProblemType } from "../../models/architecture";
import type { PreTrainedModel } from "../../models/pretrained-model";
import { TrainingError } from "../training-error";
import { AdamWeightDecay } from "./adam-weight-decay";
import { checkMetrics, type KerasMetric } from "./metrics";

/** The losses that `compile` knows by name. */
export type LossName =
  | "auto"
  | "sparse_categorical_crossentropy"
  | "binary_crossentropy"
  | "mean_squared_error"
  | "mse";

/** Options of `model.compile`. */
export interface CompileOptions {
  /** An optimizer, or Keras's defaults of one by name: both begin at a learning rate of 0.001, which is high for fine-tuning. */
  optimizer: AdamWeightDecay | "adam" | "adamw";
  /** The model's own loss, which `"auto"` is too; another name is an error where the model has another loss. @default "auto" */
  loss?: LossName;
  /** What is measured beside the loss, on training and validation data: names, or functions of an `EvaluationOutput`. @default none */
  metrics?: readonly KerasMetric[];
  /** How much of each label's probability is spread over all classes, from 0 up to 1. @default 0 */
  labelSmoothing?: number;
}

/** {@link CompileOptions} with everything settled. */
export interface Compiled {
  readonly optimizer: AdamWeightDecay;
  readonly metrics: readonly KerasMetric[];
  readonly labelSmoothing: number;
}

const LOSSES: Readonly<Record<LossName, ProblemType | undefined>> = {
  auto: undefined,
  sparse_categorical_crossentropy: "single_label_classification",
  binary_crossentropy: "multi_label_classification",
  mean_squared_error: "regression",
  mse: "regression",
};

/** Keras's decay of its `AdamW`. */
const KERAS_DECAY = 0.004;

/** Checks what `compile` was given. */
export function compileOptions(model: PreTrainedModel, options: CompileOptions): Compiled {
  const { loss = "auto", metrics = [], labelSmoothing = 0 } = options ?? {};
  checkLoss(model, loss);
  checkMetrics(metrics);
  return { optimizer: optimizerOf(options?.optimizer), metrics, labelSmoothing };
}

function optimizerOf(given: unknown): AdamWeightDecay {
  if (given instanceof AdamWeightDecay) return given;
  if (given === "adam") return new AdamWeightDecay();
  if (given === "adamw") return new AdamWeightDecay({ weightDecayRate: KERAS_DECAY });
  const isPair = typeof given === "object" && given !== null && "optimizer" in given;
  throw argumentTypeError({
    function: "model.compile",
    parameter: "optimizer",
    rule: 'be an optimizer, "adam" or "adamw"',
    value: given,
    next: isPair
      ? "Take the optimizer out of what `createOptimizer` returns: `const { optimizer } = createOptimizer(…)`."
      : "`const { optimizer } = createOptimizer({ initLr: 2e-5, numTrainSteps, numWarmupSteps: 0 })` makes one.",
  });
}

function checkLoss(model: PreTrainedModel, loss: string): void {
  if (!Object.hasOwn(LOSSES, loss)) {
    throw argumentTypeError({
      function: "model.compile",
      parameter: "loss",
      rule: "be the name of a loss",
      value: loss,
      next: `${listNames("losses", loss, Object.keys(LOSSES))} Leave it out for the model's own.`,
    });
  }
  const wanted = LOSSES[loss as LossName];
  const own = problemOf(model);
  if (wanted === undefined || wanted === own) return;
  throw new TrainingError("loss-other", `The loss of this ${model.className} is that of ${own}, not \`${loss}\`.`, {
    hint:
      model.head === "sequence-classification"
        ? `Leave \`loss\` out, or open the model with \`{ problemType: "${wanted}" }\`.`
        : "Leave `loss` out.",
  });
}

function problemOf(model: PreTrainedModel): ProblemType {
  if (model.head !== "sequence-classification") return "single_label_classification";
  const given = model.config.values.problem_type ?? model.config.problem_type;
  if (typeof given === "string") return given as ProblemType;
  return model.config.numLabels === 1 ? "regression" : "single_label_classification";
}
