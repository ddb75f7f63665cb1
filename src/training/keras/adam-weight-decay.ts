/** @file AdamW as Keras's users hold it: an object with a learning rate and constants. */
import { argumentRangeError, argumentTypeError } from "../../core/errors";
import { SelfShowing } from "../../core/self-showing";
import { LearningRateSchedule } from "../schedules/learning-rate-schedule";

/** Options of {@link AdamWeightDecay}. */
export interface AdamWeightDecayOptions {
  /** A number, or one for each update. @default 0.001 */
  learningRate?: number | LearningRateSchedule;
  /** A share of the weights that is lost each update, times the learning rate; never of biases and normalizations. @default 0 */
  weightDecayRate?: number;
  /** @default 0.9 */
  beta1?: number;
  /** @default 0.999 */
  beta2?: number;
  /** @default 1e-7 */
  epsilon?: number;
  /** The greatest norm that all gradients may have together. Keras: `global_clipnorm`. @default Infinity */
  clipNorm?: number;
}

/**
 * AdamW, for `model.compile({ optimizer })`. Python: `transformers.AdamWeightDecay`; without a decay Keras's `Adam`.
 *
 * @example
 * ```ts
 * new AdamWeightDecay({ learningRate: 2e-5, weightDecayRate: 0.01 });
 * // AdamWeightDecay(learningRate=0.00002, weightDecayRate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-7)
 * ```
 */
export class AdamWeightDecay extends SelfShowing {
  readonly schedule: LearningRateSchedule;
  readonly weightDecayRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly clipNorm: number;

  constructor(options: AdamWeightDecayOptions = {}) {
    super();
    const { learningRate = 0.001, weightDecayRate = 0, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = options;
    this.schedule = scheduleOf(learningRate);
    this.weightDecayRate = checkNumber("weightDecayRate", weightDecayRate, 0, 1);
    this.beta1 = checkNumber("beta1", beta1, 0, 1);
    this.beta2 = checkNumber("beta2", beta2, 0, 1);
    this.epsilon = checkNumber("epsilon", epsilon, 0, 1);
    this.clipNorm = checkNumber("clipNorm", options.clipNorm ?? Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY);
  }

  override toText(): string {
    const rate = this.schedule.name === "constant" ? this.schedule.at(0) : this.schedule.toText();
    const clip = Number.isFinite(this.clipNorm) ? { clipNorm: this.clipNorm } : {};
    const { weightDecayRate, beta1, beta2, epsilon } = this;
    const parts = Object.entries({ learningRate: rate, weightDecayRate, beta1, beta2, epsilon, ...clip });
    return `AdamWeightDecay(${parts.map(([name, value]) => `${name}=${value}`).join(", ")})`;
  }

  override toBundle(): { "text/plain": string } {
    return { "text/plain": this.toText() };
  }
}

function scheduleOf(learningRate: number | LearningRateSchedule): LearningRateSchedule {
  if (learningRate instanceof LearningRateSchedule) return learningRate;
  if (typeof learningRate === "number" && Number.isFinite(learningRate) && learningRate >= 0) {
    return new LearningRateSchedule({ name: "constant", learningRate, at: () => learningRate });
  }
  throw argumentTypeError({
    function: "AdamWeightDecay",
    parameter: "learningRate",
    rule: "be a number of at least 0 or a schedule",
    value: learningRate,
    next: "`createOptimizer` and `getScheduler` make schedules.",
  });
}

function checkNumber(parameter: string, value: number, least: number, most: number): number {
  if (typeof value === "number" && value >= least && value <= most) return value;
  const rule = Number.isFinite(most) ? `be a number from ${least} to ${most}` : `be a number of at least ${least}`;
  throw argumentRangeError({ function: "AdamWeightDecay", parameter, rule, value });
}
