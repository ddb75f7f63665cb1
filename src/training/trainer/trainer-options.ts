/** @file What a Trainer is made of. */
import type { PreTrainedModel } from "../../models/pretrained-model";
import type { PreTrainedTokenizerFast } from "../../tokenizers/pre-trained-tokenizer-fast";
import type { TrainingArguments } from "../arguments/training-arguments";
import type { AnyDataset } from "../batches/any-dataset";
import type { CollateFn } from "../batches/data-collator";
import type { LearningRateGroup } from "../loop/learning-rate-groups";
import type { LearningRateSchedule } from "../schedules/learning-rate-schedule";
import type { EvalPrediction } from "./train-output";
import type { TrainerCallback } from "./trainer-callback";

/** Computes metrics from the predictions and labels of all rows. */
export type ComputeMetrics = (
  evalPrediction: EvalPrediction,
) => Readonly<Record<string, number>> | Promise<Readonly<Record<string, number>>>;

/** What `new Trainer` takes. */
export interface TrainerOptions {
  /** What is trained: the weights that are not frozen. A model with an adapter is one too. */
  model: PreTrainedModel;
  /** @default the defaults, with checkpoints in `tmp_trainer` */
  args?: TrainingArguments;
  /** Encoded rows: `input_ids`, and the labels in `label` or `labels`. */
  trainDataset?: AnyDataset;
  /** What is evaluated on; several by name are evaluated one after another: `eval_NAME_loss`. */
  evalDataset?: AnyDataset | Readonly<Record<string, AnyDataset>>;
  /** The tokenizer: it pads batches, and is saved with the model. */
  processingClass?: PreTrainedTokenizerFast;
  /** The older name of `processingClass`. */
  tokenizer?: PreTrainedTokenizerFast;
  /** What makes a batch of rows. @default padding by the tokenizer, or none without one */
  dataCollator?: CollateFn;
  /** What is measured besides the loss. */
  computeMetrics?: ComputeMetrics;
  callbacks?: readonly TrainerCallback[];
  /** The optimizer's parts that are not the arguments'. */
  optimizers?: {
    /** In place of `learningRate`, `lrSchedulerType` and the warm-up. */
    schedule?: LearningRateSchedule;
    /** Weights that learn at a pace of their own. */
    groups?: readonly LearningRateGroup[];
  };
}

/** Options of `trainer.train`. */
export interface TrainOptions {
  /** A checkpoint's folder; `true` is the newest whole one in `outputDir`. @default the argument `resumeFromCheckpoint` */
  resumeFromCheckpoint?: string | boolean;
  /** Stops the training after the update that is under way. */
  signal?: AbortSignal;
}

/** Options of `trainer.evaluate` and `trainer.predict`. */
export interface TrainerEvaluateOptions {
  /** What the metrics' names begin with. @default "eval", and "test" for `predict` */
  metricKeyPrefix?: string;
  signal?: AbortSignal;
}
