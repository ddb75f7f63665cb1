/** @file Where a training stands: what callbacks read, what a checkpoint keeps, what is logged. */

/** A line of the log: numbers by name, and when they were taken. */
export interface TrainingLog {
  /** How many updates were done. */
  readonly step: number;
  /** How many epochs were done, as a fraction. */
  readonly epoch: number;
  /** `loss`, `learningRate`, `gradientNorm`, or metrics such as `evalLoss`. */
  readonly [name: string]: number;
}

/** Where a training stands. Callbacks read it; the loop alone changes it. Python: `transformers.TrainerState`. */
export interface TrainingState {
  /** How many updates were done. Python: `global_step`. */
  readonly step: number;
  /** How many updates there will be, unless something stops the training; Infinity where nobody knows. */
  readonly maxSteps: number;
  /** How many epochs were done, as a fraction: 1.5 in the middle of the second. */
  readonly epoch: number;
  /** How many epochs there will be; Infinity where only the updates are counted. Python: `num_train_epochs`. */
  readonly epochs: number;
  /** How many updates an epoch has; undefined where the length of the data is not known. */
  readonly stepsPerEpoch: number | undefined;
  /** The loss of the last update; NaN before the first. */
  readonly loss: number;
  /** The norm of the last update's gradients before clipping; NaN before the first. */
  readonly gradientNorm: number;
  /** The learning rate of the update that comes next, which is what Python's Trainer logs. */
  readonly learningRate: number;
  /** All that was logged. Python: `log_history`. */
  readonly logs: readonly TrainingLog[];
}

/** Where a training can be taken up, besides its weights and moments: plain numbers, for a checkpoint's JSON. */
export interface TrainingPosition {
  /** How many updates were done. */
  readonly step: number;
  /** The epoch that was under way, from 0. */
  readonly epoch: number;
  /** How many batches of that epoch were done. */
  readonly batch: number;
  /** How many batches were done in all: dropout's random numbers are counted by it. */
  readonly batches: number;
  /** The sum of all updates' losses so far, for the mean over the whole training. */
  readonly lossSum: number;
  /** The sum of the updates' losses that were not logged yet. */
  readonly pendingLossSum: number;
  /** The updates that were not logged yet. */
  readonly pendingSteps: number;
  /** What the last update said, which the next log may repeat; undefined before the first. */
  readonly last?: { readonly loss: number; readonly gradientNorm: number } | undefined;
  /** All that was logged. */
  readonly logs: readonly TrainingLog[];
}
