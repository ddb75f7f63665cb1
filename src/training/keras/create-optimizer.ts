/** @file The optimizer of the course: AdamW whose learning rate climbs, then falls. */
import { argumentRangeError } from "../../core/errors";
import { LearningRateSchedule } from "../schedules/learning-rate-schedule";
import { AdamWeightDecay } from "./adam-weight-decay";

/** Options of {@link createOptimizer}. */
export interface CreateOptimizerOptions {
  /** The learning rate after the warm-up, the highest one. */
  initLr: number;
  /** How many updates there are: batches an epoch times epochs. */
  numTrainSteps: number;
  /** In how many of them the rate climbs from 0. */
  numWarmupSteps: number;
  /** The rate at the end, as a share of `initLr`. @default 0 */
  minLrRatio?: number;
  /** The shape of the fall: 1 is a straight line, 2 falls faster at first. @default 1 */
  power?: number;
  /** A share of the weights that is lost each update, times the learning rate; never of biases and normalizations. @default 0 */
  weightDecayRate?: number;
  /** @default 0.9 */
  beta1?: number;
  /** @default 0.999 */
  beta2?: number;
  /** @default 1e-8 */
  epsilon?: number;
  /** The greatest norm that all gradients may have together. Python: `adam_global_clipnorm`. @default Infinity */
  clipNorm?: number;
}

/** What {@link createOptimizer} gives; Python gives the pair. */
export interface CreatedOptimizer {
  optimizer: AdamWeightDecay;
  schedule: LearningRateSchedule;
}

/**
 * AdamW with a learning rate that climbs in a line for `numWarmupSteps` updates and falls to `initLr * minLrRatio` at the last.
 *
 * Python: `transformers.create_optimizer`, with the same rates at every step.
 *
 * @example
 * ```ts
 * const { optimizer, schedule } = createOptimizer({ initLr: 2e-5, numTrainSteps: 100, numWarmupSteps: 10 });
 * [0, 5, 10, 55, 100].map((step) => schedule.at(step)); // [ 0, 0.00001, 0.00002, 0.00001, 0 ]
 * model.compile({ optimizer });
 * ```
 */
export function createOptimizer(options: CreateOptimizerOptions): CreatedOptimizer {
  const { initLr, numTrainSteps, numWarmupSteps, minLrRatio = 0, power = 1, epsilon = 1e-8 } = options;
  const check = (parameter: string, value: number, rule: string, isValid: boolean): void => {
    if (!isValid) throw argumentRangeError({ function: "createOptimizer", parameter, rule, value });
  };
  check("initLr", initLr, "be a number of at least 0", Number.isFinite(initLr) && initLr >= 0);
  check("numTrainSteps", numTrainSteps, "be a whole number of at least 1", isCount(numTrainSteps) && numTrainSteps > 0);
  check("numWarmupSteps", numWarmupSteps, "be a whole number of at least 0", isCount(numWarmupSteps));
  check(
    "numWarmupSteps",
    numWarmupSteps,
    `be less than numTrainSteps, ${numTrainSteps}`,
    numWarmupSteps < numTrainSteps,
  );
  check("minLrRatio", minLrRatio, "be a number from 0 to 1", minLrRatio >= 0 && minLrRatio <= 1);
  check("power", power, "be a number above 0", Number.isFinite(power) && power > 0);
  const end = initLr * minLrRatio;
  const decaySteps = numTrainSteps - numWarmupSteps;
  const schedule = new LearningRateSchedule({
    name: "polynomial",
    learningRate: initLr,
    settings: { numTrainSteps, numWarmupSteps, minLrRatio, power },
    at: (step) => {
      if (step < numWarmupSteps) return (initLr * step) / numWarmupSteps;
      const done = Math.min(step - numWarmupSteps, decaySteps) / decaySteps;
      return (initLr - end) * (1 - done) ** power + end;
    },
  });
  const { weightDecayRate, beta1, beta2, clipNorm } = options;
  const given = { weightDecayRate, beta1, beta2, clipNorm };
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { optimizer: new AdamWeightDecay({ learningRate: schedule, epsilon, ...known }), schedule };
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
