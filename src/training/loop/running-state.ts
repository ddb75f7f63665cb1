/** @file The state of a training while it runs: what the loop counts, and what callbacks read of it. */
import type { StepResult } from "../../graph/training/training-session";
import type { LearningRates } from "./learning-rate-groups";
import type { TrainingLog, TrainingPosition, TrainingState } from "./training-state";

/** How long a training is. */
export interface TrainingLength {
  readonly maxSteps: number;
  readonly epochs: number;
  readonly stepsPerEpoch: number | undefined;
  readonly batchesPerEpoch: number | undefined;
}

/** {@link TrainingState} with what changes it. */
export class RunningState implements TrainingState {
  readonly maxSteps: number;
  readonly epochs: number;
  readonly stepsPerEpoch: number | undefined;
  step = 0;
  loss: number = Number.NaN;
  gradientNorm: number = Number.NaN;
  readonly logs: TrainingLog[] = [];
  /** The epoch that is under way, from 0. */
  epochIndex = 0;
  /** Its batches so far. */
  batch = 0;
  /** All batches so far. */
  batches = 0;
  readonly #schedule: LearningRates;
  #batchesPerEpoch: number | undefined;
  #lossSum = 0;
  #pendingLossSum = 0;
  #pendingSteps = 0;

  constructor(length: TrainingLength, schedule: LearningRates) {
    this.maxSteps = length.maxSteps;
    this.epochs = length.epochs;
    this.stepsPerEpoch = length.stepsPerEpoch;
    this.#batchesPerEpoch = length.batchesPerEpoch;
    this.#schedule = schedule;
  }

  get epoch(): number {
    const whole = this.#batchesPerEpoch;
    return this.epochIndex + (whole === undefined || whole === 0 ? 0 : Math.min(1, this.batch / whole));
  }

  get learningRate(): number {
    return this.#schedule.at(this.step);
  }

  /** The mean of all updates' losses; NaN before the first. */
  get meanLoss(): number {
    return this.step === 0 ? Number.NaN : this.#lossSum / this.step;
  }

  get position(): TrainingPosition {
    return {
      step: this.step,
      epoch: this.epochIndex,
      batch: this.batch,
      batches: this.batches,
      lossSum: this.#lossSum,
      pendingLossSum: this.#pendingLossSum,
      pendingSteps: this.#pendingSteps,
      last: this.step === 0 ? undefined : { loss: this.loss, gradientNorm: this.gradientNorm },
      logs: [...this.logs],
    };
  }

  /** Takes up where a training stopped. */
  takeUp(position: TrainingPosition): void {
    this.step = position.step;
    this.epochIndex = position.epoch;
    this.batch = position.batch;
    this.batches = position.batches;
    this.#lossSum = position.lossSum;
    this.#pendingLossSum = position.pendingLossSum;
    this.#pendingSteps = position.pendingSteps;
    this.loss = position.last?.loss ?? Number.NaN;
    this.gradientNorm = position.last?.gradientNorm ?? Number.NaN;
    this.logs.splice(0, this.logs.length, ...position.logs);
  }

  /** Counts an update over so many batches. */
  count({ loss, gradientNorm }: StepResult, batches: number): void {
    this.step++;
    this.batch += batches;
    this.batches += batches;
    this.loss = loss;
    this.gradientNorm = gradientNorm;
    this.#lossSum += loss;
    this.#pendingLossSum += loss;
    this.#pendingSteps++;
  }

  /** Begins the next epoch; how long the last one was is known now. */
  endEpoch(): void {
    this.#batchesPerEpoch ??= this.batch;
    this.epochIndex++;
    this.batch = 0;
  }

  /** The mean loss since the last call, and what goes with it; undefined where there was no update since. */
  takeLog(): Record<string, number> | undefined {
    if (this.#pendingSteps === 0) return undefined;
    const loss = this.#pendingLossSum / this.#pendingSteps;
    this.#pendingLossSum = 0;
    this.#pendingSteps = 0;
    return { loss, gradientNorm: this.gradientNorm, learningRate: this.learningRate };
  }

  /** Adds a line to the log. */
  note(logs: Readonly<Record<string, number>>): void {
    this.logs.push({ ...logs, step: this.step, epoch: this.epoch });
  }
}
