/** @file What training, evaluating and predicting with a Trainer give. */
import { SelfShowing } from "../../core/self-showing";
import type { ModelTensor } from "../../models/model-tensor";
import type { TrainerLog } from "./python-log";

/** What `trainer.train()` gives. Python: `transformers.trainer_utils.TrainOutput`. */
export class TrainOutput extends SelfShowing {
  /** How many updates the model has had. */
  readonly globalStep: number;
  /** The mean loss of all of them. */
  readonly trainingLoss: number;
  /** `train_runtime`, `train_samples_per_second`, `train_steps_per_second`, `train_loss`, `epoch`. */
  readonly metrics: TrainerLog;

  constructor(globalStep: number, trainingLoss: number, metrics: TrainerLog) {
    super();
    this.globalStep = globalStep;
    this.trainingLoss = trainingLoss;
    this.metrics = metrics;
  }

  override toText(): string {
    const { globalStep, trainingLoss, metrics } = this;
    return `TrainOutput(global_step=${globalStep}, training_loss=${trainingLoss}, metrics=${dictText(metrics)})`;
  }

  override toBundle(): { "text/plain": string } {
    return { "text/plain": this.toText() };
  }
}

/** What `computeMetrics` is given. Python: `transformers.EvalPrediction`. */
export interface EvalPrediction {
  /** The logits, `[rows, classes]`; of tokens `[rows, tokens, classes]`, filled up with -100. */
  readonly predictions: ModelTensor;
  /** The labels, `[rows]` or `[rows, tokens]`. */
  readonly labelIds: ModelTensor;
}

/** What `trainer.predict(dataset)` gives. Python: `transformers.trainer_utils.PredictionOutput`. */
export class PredictionOutput extends SelfShowing {
  /** The logits, `[rows, classes]`, in the rows' own order. */
  readonly predictions: ModelTensor;
  /** The labels; undefined where the data has none. */
  readonly labelIds: ModelTensor | undefined;
  /** `test_loss` where there are labels, what `computeMetrics` gave, and the speed. */
  readonly metrics: TrainerLog;

  constructor(predictions: ModelTensor, labelIds: ModelTensor | undefined, metrics: TrainerLog) {
    super();
    this.predictions = predictions;
    this.labelIds = labelIds;
    this.metrics = metrics;
  }

  override toText(): string {
    const labels = this.labelIds?.toText() ?? "None";
    return `PredictionOutput(predictions=${this.predictions.toText()}, label_ids=${labels}, metrics=${dictText(this.metrics)})`;
  }

  override toBundle(): { "text/plain": string } {
    return { "text/plain": this.toText() };
  }
}

function dictText(metrics: TrainerLog): string {
  return `{${Object.entries(metrics)
    .map(([name, value]) => `'${name}': ${value}`)
    .join(", ")}}`;
}
