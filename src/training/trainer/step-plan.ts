/** @file How long a Trainer's run is, what learning rate each update has, and after how many updates something is due. */
import type { TrainingArguments } from "../arguments/training-arguments";
import { getScheduler, warmupStepsOf } from "../schedules/get-scheduler";
import type { LearningRateSchedule } from "../schedules/learning-rate-schedule";

/** A run in updates. */
export interface StepPlan {
  /** All updates. */
  readonly maxSteps: number;
  /** Epochs begun, the last one perhaps not ended. */
  readonly epochs: number;
  readonly schedule: LearningRateSchedule;
  readonly loggingSteps: number;
  readonly evalSteps: number;
  readonly saveSteps: number;
}

/**
 * Plans a run. Python: the beginning of `Trainer._inner_training_loop`.
 *
 * A last update of an epoch that has fewer batches than the others counts as one, as in Python since 4.49; before, an
 * epoch's length was rounded down, and a run could end early.
 */
export function planSteps(args: TrainingArguments, batchesPerEpoch: number, given?: LearningRateSchedule): StepPlan {
  const perEpoch = Math.max(1, Math.ceil(batchesPerEpoch / args.gradientAccumulationSteps));
  const maxSteps = args.maxSteps > 0 ? args.maxSteps : Math.ceil(args.numTrainEpochs * perEpoch);
  const epochs = args.maxSteps > 0 ? Math.ceil(maxSteps / perEpoch) : Math.ceil(args.numTrainEpochs);
  const schedule =
    given ??
    getScheduler(args.lrSchedulerType, {
      learningRate: args.learningRate,
      numWarmupSteps: warmupStepsOf(maxSteps, args),
      numTrainingSteps: maxSteps,
      schedulerSpecificKwargs: args.lrSchedulerKwargs,
    });
  const updates = (interval: number): number => (interval < 1 ? Math.ceil(maxSteps * interval) : interval);
  return {
    maxSteps,
    epochs,
    schedule,
    loggingSteps: updates(args.loggingSteps),
    evalSteps: updates(args.evalSteps ?? args.loggingSteps),
    saveSteps: updates(args.saveSteps),
  };
}
