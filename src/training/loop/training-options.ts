/** @file What a training is told: what it trains, on what, how long, how fast, and who listens. */
import type { OpenTrainingOptions } from "../../graph/training/open-training-session";
import type { Feeds, OptimizerState, StepResult } from "../../graph/training/training-session";
import type { PreTrainedModel } from "../../models/pretrained-model";
import type { LearningRateGroup, LearningRates } from "./learning-rate-groups";
import type { LossSettings } from "./loss-settings";
import type { TrainingBatches } from "./training-batches";
import type { TrainingCallback, TrainingEvent } from "./training-callback";
import type { TrainingPosition } from "./training-state";

/** Options of `runTraining`. */
export interface RunTrainingOptions extends LossSettings {
  /** What is trained: its weights that are not frozen. */
  model: PreTrainedModel;
  batches: TrainingBatches;
  /** The learning rate of each update. */
  schedule: LearningRates;
  /** How often the data is gone through; a fraction ends in the middle of an epoch. @default 1, or as often as `maxSteps` needs */
  epochs?: number;
  /** How many updates there are at most; it wins over `epochs`. */
  maxSteps?: number;
  /** How many batches make one update. @default 1 */
  accumulationSteps?: number;
  /** A share of the weights that is lost each update, times the learning rate; never of biases and normalizations. @default 0 */
  weightDecay?: number;
  /** The greatest norm that all gradients may have together. @default Infinity */
  clipNorm?: number;
  /** @default 0.9 */
  beta1?: number;
  /** @default 0.999 */
  beta2?: number;
  /** @default 1e-8 */
  epsilon?: number;
  /** Weights that learn at a pace of their own. */
  groups?: readonly LearningRateGroup[];
  /** Where dropout's random numbers start. @default 0 */
  seed?: number;
  callbacks?: readonly TrainingCallback[];
  /** What `control.evaluate()` does; its numbers go into the log and to the callbacks. The model can be run in it. */
  evaluate?: (event: TrainingEvent) => Promise<Readonly<Record<string, number>>>;
  /** What `control.save()` does. */
  save?: (event: TrainingEvent) => Promise<void>;
  /** Where an earlier training stopped. Its weights must be in the model already. */
  resume?: { position: TrainingPosition; optimizer?: OptimizerState };
  /** Stops the training after the update that is under way. */
  signal?: AbortSignal;
  /** What is measured of each batch as it is trained on. */
  batchMetrics?: BatchMetrics;
  /** What computes, and how. @default the model's own engine */
  session?: OpenTrainingOptions;
}

/** Metrics over the batches of a training as they are, with dropout, before each one's update. */
export interface BatchMetrics {
  /** The outputs of the model that they are made of: `["logits"]`. */
  readonly fetch: readonly string[];
  /** Takes a batch in. */
  add(feeds: Feeds, outputs: StepResult["outputs"]): void;
  /** The numbers since the last call, which are logged beside the loss. */
  take(): Readonly<Record<string, number>>;
}
