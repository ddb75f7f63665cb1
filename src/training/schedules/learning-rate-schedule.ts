/** @file A learning rate for every step of a training. */
import { argumentRangeError } from "../../core/errors";
import { SelfShowing } from "../../core/self-showing";

/** What {@link LearningRateSchedule} is made of. */
export interface LearningRateScheduleFields {
  /** The shape's name, as Python has it: `"linear"`, `"cosine_with_restarts"`. */
  name: string;
  /** The highest rate, which the shape is multiplied by. */
  learningRate: number;
  /** What else decides the rates: shown, and part of what a checkpoint is compared by. */
  settings?: Readonly<Record<string, number>>;
  /** The rate at a step, from 0. It must give the same number for the same step. */
  at(step: number): number;
}

/**
 * A learning rate for every step. It keeps no state: asking for a step twice gives the same number, so that a resumed
 * training goes on where it stopped.
 *
 * Python: the object that `transformers.get_scheduler` gives; Keras: `tf.keras.optimizers.schedules.LearningRateSchedule`.
 *
 * @example
 * ```ts
 * const schedule = getScheduler("linear", { learningRate: 5e-5, numWarmupSteps: 2, numTrainingSteps: 10 });
 * [0, 1, 2, 6, 10].map((step) => schedule.at(step)); // [ 0, 0.000025, 0.00005, 0.000025, 0 ]
 * ```
 */
export class LearningRateSchedule extends SelfShowing {
  readonly name: string;
  /** The highest rate. */
  readonly learningRate: number;
  readonly settings: Readonly<Record<string, number>>;
  readonly #at: (step: number) => number;

  constructor({ name, learningRate, settings = {}, at }: LearningRateScheduleFields) {
    super();
    this.name = name;
    this.learningRate = learningRate;
    this.settings = settings;
    this.#at = at;
  }

  /**
   * The rate by which the weights are updated at a step.
   *
   * @param step The number of updates that have been made before it: 0 is the first.
   */
  at(step: number): number {
    if (Number.isSafeInteger(step) && step >= 0) return this.#at(step);
    throw argumentRangeError({
      function: "LearningRateSchedule.at",
      parameter: "step",
      rule: "be a whole number of updates, 0 or more",
      value: step,
    });
  }

  /** The rates of the first `steps` updates, as a curve wants them. */
  values(steps: number): number[] {
    return Array.from({ length: steps }, (_, step) => this.at(step));
  }

  override toText(): string {
    const settings = Object.entries({ learningRate: this.learningRate, ...this.settings });
    return `LearningRateSchedule(${[this.name, ...settings.map(([name, value]) => `${name}=${value}`)].join(", ")})`;
  }

  override toBundle(): { "text/plain": string } {
    return { "text/plain": this.toText() };
  }
}
