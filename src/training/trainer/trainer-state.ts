/** @file Where a Trainer stands, as it is printed and as trainer_state.json has it. */
import { SelfShowing } from "../../core/self-showing";
import type { TrainerLog } from "./python-log";

/** What a {@link TrainerState} is made of. */
export interface TrainerStateFields {
  globalStep: number;
  epoch: number;
  maxSteps: number;
  numTrainEpochs: number;
  trainBatchSize: number;
  loggingSteps: number;
  evalSteps: number;
  saveSteps: number;
  bestMetric: number | undefined;
  bestModelCheckpoint: string | undefined;
  logHistory: readonly TrainerLog[];
}

/** Where a Trainer stands. Python: `transformers.TrainerState`. */
export class TrainerState extends SelfShowing {
  /** How many updates were done. */
  readonly globalStep: number;
  /** How many epochs were done, as a fraction. */
  readonly epoch: number;
  /** How many updates there are in all. */
  readonly maxSteps: number;
  /** The best value of `metricForBestModel` so far. */
  readonly bestMetric: number | undefined;
  /** The folder of the checkpoint of that evaluation, where it was saved. */
  readonly bestModelCheckpoint: string | undefined;
  /** All that was logged, with Python's names. */
  readonly logHistory: readonly TrainerLog[];
  readonly #fields: TrainerStateFields;

  constructor(fields: TrainerStateFields) {
    super();
    this.globalStep = fields.globalStep;
    this.epoch = fields.epoch;
    this.maxSteps = fields.maxSteps;
    this.bestMetric = fields.bestMetric;
    this.bestModelCheckpoint = fields.bestModelCheckpoint;
    this.logHistory = fields.logHistory;
    this.#fields = fields;
  }

  /** The content of trainer_state.json, which Python's `TrainerState.load_from_json` reads. */
  toJSON(): Record<string, unknown> {
    const fields = this.#fields;
    return {
      best_metric: fields.bestMetric ?? null,
      best_model_checkpoint: fields.bestModelCheckpoint ?? null,
      epoch: fields.epoch,
      eval_steps: fields.evalSteps,
      global_step: fields.globalStep,
      is_hyper_param_search: false,
      is_local_process_zero: true,
      is_world_process_zero: true,
      log_history: fields.logHistory,
      logging_steps: fields.loggingSteps,
      max_steps: fields.maxSteps,
      num_input_tokens_seen: 0,
      num_train_epochs: fields.numTrainEpochs,
      save_steps: fields.saveSteps,
      stateful_callbacks: {},
      total_flos: 0,
      train_batch_size: fields.trainBatchSize,
      trial_name: null,
      trial_params: null,
    };
  }

  override toText(): string {
    const best =
      this.bestMetric === undefined
        ? []
        : [`best_metric=${this.bestMetric}`, `best_model_checkpoint='${this.bestModelCheckpoint}'`];
    const parts = [`global_step=${this.globalStep}`, `max_steps=${this.maxSteps}`, `epoch=${this.epoch}`, ...best];
    return `TrainerState(${[...parts, `log_history=[${this.logHistory.length} entries]`].join(", ")})`;
  }

  override toBundle(): { "text/plain": string } {
    return { "text/plain": this.toText() };
  }
}
