/** @file How long a training is: updates and epochs, from what was asked for and what the data has. */
import { argumentRangeError } from "../../core/errors";
import { TrainingError } from "../training-error";
import type { TrainingLength } from "./running-state";
import type { RunTrainingOptions } from "./training-options";

/** The length of a training. */
export function lengthOf(
  { batches, epochs, maxSteps, resume }: RunTrainingOptions,
  accumulationSteps: number,
): TrainingLength {
  const batchesPerEpoch = batches.length;
  if (batchesPerEpoch === 0) throw noBatches();
  const stepsPerEpoch = batchesPerEpoch === undefined ? undefined : Math.ceil(batchesPerEpoch / accumulationSteps);
  if (maxSteps !== undefined) {
    const steps = checkCount("maxSteps", maxSteps);
    return { maxSteps: steps, epochs: Number.POSITIVE_INFINITY, stepsPerEpoch, batchesPerEpoch };
  }
  const rounds = epochs ?? 1;
  if (typeof rounds !== "number" || !Number.isFinite(rounds) || rounds < 0) {
    const rule = "be a number of at least 0";
    throw argumentRangeError({ function: "runTraining", parameter: "epochs", rule, value: rounds });
  }
  if (stepsPerEpoch === undefined) {
    return { maxSteps: Number.POSITIVE_INFINITY, epochs: rounds, stepsPerEpoch, batchesPerEpoch };
  }
  // Counted from where it begins: an optimizer may have made steps before the epochs that are counted here.
  const { step = 0, epoch = 0, batch = 0 } = resume?.position ?? {};
  const passed = epoch * stepsPerEpoch + Math.ceil(batch / accumulationSteps);
  const steps = step + Math.max(0, Math.ceil(rounds * stepsPerEpoch) - passed);
  return { maxSteps: steps, epochs: rounds, stepsPerEpoch, batchesPerEpoch };
}

/** A whole number of at least 1. */
export function checkCount(parameter: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw argumentRangeError({
    function: "runTraining",
    parameter,
    rule: "be a whole number of at least 1",
    value,
  });
}

/** The error of data without a batch. */
export function noBatches(): TrainingError {
  return new TrainingError("data-empty", "There is no batch to train on.", {
    hint: "Look at the number of rows of the data set, and whether `dropRemainder` leaves out its only batch.",
  });
}
