/** @file What can be hooked into a training: functions that are called at its events, and the list that calls them. */
import type { TrainingSession } from "../../graph/training/training-session";
import type { PreTrainedModel } from "../../models/pretrained-model";
import type { TrainingControl } from "./training-control";
import type { TrainingLog, TrainingPosition, TrainingState } from "./training-state";

/** What a callback is given besides state and control. */
export interface TrainingEvent {
  /** The model in training: `forward`, `readParameters` and `savePretrained` work on the weights as they are now. */
  readonly model: PreTrainedModel;
  /** The weights and moments as the engine has them. */
  readonly session: TrainingSession;
  /** Where a checkpoint of this moment is taken up again. */
  readonly position: TrainingPosition;
  /** Aborted when the training is to stop: for work of one's own that takes long. */
  readonly signal: AbortSignal | undefined;
  /** At `onLog`: what is logged. Else empty. */
  readonly logs: Readonly<Record<string, number>>;
  /** At `onEvaluate`: what the evaluation gave, `evalLoss` among it. Else empty. */
  readonly metrics: Readonly<Record<string, number>>;
}

/** A function of a callback. A promise is waited for before the training goes on. */
export type TrainingHook = (
  state: TrainingState,
  control: TrainingControl,
  event: TrainingEvent,
) => void | PromiseLike<void>;

/**
 * Functions that a training calls at its events, each one optional. Python: `transformers.TrainerCallback`.
 *
 * What one of them throws ends the training: the model gets the weights back as they are then.
 *
 * @example
 * ```ts
 * const printer: TrainingCallback = {
 *   onLog: (state, control, { logs }) => console.log(`step ${state.step} of ${state.maxSteps}: loss ${logs.loss}`),
 * };
 * ```
 */
export interface TrainingCallback {
  /** Before the first update. */
  onTrainBegin?: TrainingHook;
  /** Before an epoch's first update. Weights that it freezes or unfreezes in the model count from here on. */
  onEpochBegin?: TrainingHook;
  /** Before an update. */
  onStepBegin?: TrainingHook;
  /** After an update. */
  onStepEnd?: TrainingHook;
  /** After the mean loss, or metrics, went into `state.logs`. */
  onLog?: TrainingHook;
  /** After an evaluation. */
  onEvaluate?: TrainingHook;
  /** After a checkpoint was written. */
  onSave?: TrainingHook;
  /** After an epoch's last update. */
  onEpochEnd?: TrainingHook;
  /** After the last update. It is not called where the training ends in an error. */
  onTrainEnd?: TrainingHook;
  /** However the training ends, after everything else: the place to close files and displays. */
  onClose?: () => void | PromiseLike<void>;
}

/** The events that are passed to callbacks. */
export type TrainingEventName = Exclude<keyof TrainingCallback, "onClose">;

/** Several callbacks as one: each event goes to all of them, in order. */
export class CallbackList {
  readonly #callbacks: readonly TrainingCallback[];

  constructor(callbacks: readonly TrainingCallback[]) {
    this.#callbacks = callbacks;
  }

  /** Calls everybody's function for an event, one after another. */
  async call(
    name: TrainingEventName,
    state: TrainingState,
    control: TrainingControl,
    event: TrainingEvent,
  ): Promise<void> {
    for (const callback of this.#callbacks) {
      // Nothing to wait for where nothing is returned: a step of a tiny model takes less than some turns of the event loop.
      const waiting = callback[name]?.(state, control, event);
      if (waiting !== undefined) await waiting;
    }
  }

  /** Closes all of them, whatever each does. The first error comes out when all were closed. */
  async close(): Promise<void> {
    const errors: unknown[] = [];
    for (const callback of this.#callbacks) {
      try {
        await callback.onClose?.();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }
}

/** What `logs` become as an entry of the state. */
export function logEntry(state: TrainingState, logs: Readonly<Record<string, number>>): TrainingLog {
  return { ...logs, step: state.step, epoch: state.epoch };
}
