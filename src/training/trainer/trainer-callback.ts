/** @file Callbacks that know the Trainer's arguments and outlive a stop. */
import type { TrainingArguments } from "../arguments/training-arguments";
import type { JsonValue } from "../checkpoints/resume-point";
import type { TrainingCallback } from "../loop/training-callback";

/**
 * A callback of a {@link Trainer}: the functions of a {@link TrainingCallback}, and these.
 *
 * Python: `transformers.TrainerCallback`, and `ExportableState` for the two about a checkpoint.
 */
export interface TrainerCallback extends TrainingCallback {
  /** Before each training, with its arguments. What it throws stops the training before it begins. */
  onArguments?(args: TrainingArguments): void;
  /** The key under which a checkpoint keeps {@link keptState}. */
  readonly name?: string;
  /** What a checkpoint keeps. */
  keptState?(): JsonValue;
  /** Takes up what a checkpoint kept. */
  restoreState?(kept: JsonValue): void;
}
