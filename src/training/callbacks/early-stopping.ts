/** @file Ending a fit once it gets no better, and bringing back the best weights. */
import { argumentRangeError } from "../../core/errors";
import type { FloatTensor } from "../../graph/training/training-session";
import type { TrainingCallback, TrainingEvent } from "../loop/training-callback";
import type { TrainingControl } from "../loop/training-control";
import type { TrainingState } from "../loop/training-state";
import { Monitor, type MonitorOptions } from "./monitor";

/** Options of {@link EarlyStopping}. */
export interface KerasEarlyStoppingOptions extends MonitorOptions {
  /** How many epochs in a row may bring nothing better. @default 0 */
  patience?: number;
  /** Whether the model ends with the weights of the best epoch, which are kept in memory until then. @default false */
  restoreBestWeights?: boolean;
}

/**
 * Ends a `fit` when a measure got no better for some epochs. Keras: `tf.keras.callbacks.EarlyStopping`.
 *
 * The best weights come back at the end of every training, also of one that was not stopped early.
 *
 * @example
 * ```ts
 * const stopping = new EarlyStopping({ monitor: "val_loss", patience: 2, restoreBestWeights: true });
 * await model.fit(train, { validationData: test, epochs: 20, callbacks: [stopping] });
 * stopping.stoppedEpoch; // 7
 * ```
 */
export class EarlyStopping implements TrainingCallback {
  readonly #monitor: Monitor;
  readonly #patience: number;
  readonly #restores: boolean;
  #waited = 0;
  #bestWeights: Map<string, FloatTensor> | undefined;
  #stoppedEpoch: number | undefined;
  #bestEpoch: number | undefined;

  constructor(options: KerasEarlyStoppingOptions = {}) {
    const { patience = 0, restoreBestWeights = false } = options;
    if (!Number.isSafeInteger(patience) || patience < 0) {
      const rule = "be a whole number of at least 0";
      throw argumentRangeError({ function: "EarlyStopping", parameter: "patience", rule, value: patience });
    }
    this.#monitor = new Monitor("EarlyStopping", options);
    this.#patience = patience;
    this.#restores = restoreBestWeights;
  }

  /** The best value of the measure; undefined before the first. */
  get best(): number | undefined {
    return this.#monitor.best;
  }

  /** The epoch that had it, counted from 1. */
  get bestEpoch(): number | undefined {
    return this.#bestEpoch;
  }

  /** The epoch after which the training was stopped, counted from 1; undefined where it was not. */
  get stoppedEpoch(): number | undefined {
    return this.#stoppedEpoch;
  }

  onTrainBegin(): void {
    this.#monitor.reset();
    this.#waited = 0;
    this.#bestWeights = undefined;
    this.#stoppedEpoch = undefined;
    this.#bestEpoch = undefined;
  }

  onEpochBegin(state: TrainingState): void {
    this.#monitor.requireIn(state);
  }

  async onLog(state: TrainingState, control: TrainingControl, { logs, model }: TrainingEvent): Promise<void> {
    const change = this.#monitor.read(logs);
    if (change === "absent") return;
    const epoch = Math.ceil(state.epoch);
    if (change === "better") {
      this.#waited = 0;
      this.#bestEpoch = epoch;
      if (this.#restores) this.#bestWeights = await model.readParameters();
      return;
    }
    this.#waited++;
    if (this.#waited < this.#patience) return;
    this.#stoppedEpoch = epoch;
    const best = this.#bestEpoch === undefined ? "" : ` since epoch ${this.#bestEpoch}`;
    control.stop(`${this.#monitor.name} got no better${best}`);
  }

  async onTrainEnd(_state: TrainingState, _control: TrainingControl, { model }: TrainingEvent): Promise<void> {
    if (this.#bestWeights !== undefined) await model.writeParameters(this.#bestWeights);
    this.#bestWeights = undefined;
  }

  onClose(): void {
    this.#bestWeights = undefined;
  }
}
