/** @file The errors that end a training in its middle: a loss that is no number, and a stop from outside. */
import { messageOf } from "../../core/errors";
import { TrainingError } from "../training-error";
import type { TrainingState } from "./training-state";

/** The error of a step whose loss or gradients are no finite numbers. @param step From 1. */
export function stepFailure(step: number, loss: number, gradientNorm: number, cause?: unknown): TrainingError {
  if (Number.isNaN(loss) && gradientNorm === 0) {
    return new TrainingError(
      "labels-missing",
      `None of the rows of step ${step} has a label (all are -100), so it has no loss.`,
      {
        hint: "Leave such rows out, or use larger batches.",
        step,
        cause,
      },
    );
  }
  const what = Number.isFinite(loss)
    ? `The gradients of step ${step} are not finite (its loss is ${loss})`
    : `The loss of step ${step} is ${loss}`;
  return new TrainingError(
    "loss-not-finite",
    `${what}: the training has run away. The model has the weights of step ${step - 1}.`,
    {
      hint: "Lower the learning rate, warm up longer or clip the gradients (`clipNorm: 1`).",
      step,
      cause,
    },
  );
}

/** The error of a training that its signal stopped. */
export function stopped(state: TrainingState, reason: unknown): TrainingError {
  const of = Number.isFinite(state.maxSteps) ? ` of ${state.maxSteps}` : "";
  return new TrainingError(
    "training-stopped",
    `The training was stopped after step ${state.step}${of}; the model has the weights of that step.`,
    { hint: reason instanceof Error ? messageOf(reason) : undefined, step: state.step, cause: reason },
  );
}
