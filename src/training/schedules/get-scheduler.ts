/** @file Schedules by name, with Python's names, arguments and numbers. */
import { argumentRangeError, argumentTypeError, describeValue } from "../../core/errors";
import { listNames } from "../../core/suggest";
import {
  constant,
  cosine,
  cosineWithRestarts,
  type Factor,
  inverseSqrt,
  linear,
  polynomial,
  stableThenDecay,
  warmedUp,
} from "./factors";
import { LearningRateSchedule } from "./learning-rate-schedule";

/** The shapes that {@link getScheduler} knows. */
export type SchedulerType =
  | "linear"
  | "cosine"
  | "cosine_with_restarts"
  | "cosine_with_min_lr"
  | "polynomial"
  | "constant"
  | "constant_with_warmup"
  | "inverse_sqrt"
  | "warmup_stable_decay";

/** What some shapes take besides; each says which. */
export interface SchedulerKwargs {
  /** Waves: of `cosine`, `cosine_with_min_lr` and `warmup_stable_decay` 0.5 by default; restarts of `cosine_with_restarts`, 1. */
  numCycles?: number;
  /** Of `polynomial`. @default 1 */
  power?: number;
  /** Of `polynomial`: the rate at the end. @default 1e-7 */
  lrEnd?: number;
  /** Of `cosine_with_min_lr`: the rate at the end; or `minLrRate`, the same as a share of the highest. */
  minLr?: number;
  /** Of `cosine_with_min_lr`. */
  minLrRate?: number;
  /** Of `inverse_sqrt`. @default `numWarmupSteps`, or 10,000 without a warm-up */
  timescale?: number;
  /** Of `warmup_stable_decay`: how long the highest rate is held. */
  numStableSteps?: number;
  /** Of `warmup_stable_decay`: how long the fall takes. */
  numDecaySteps?: number;
  /** Of `warmup_stable_decay`: the end as a share of the highest rate. @default 0 */
  minLrRatio?: number;
}

/** Options of {@link getScheduler}. */
export interface SchedulerOptions {
  /** The highest rate. @default 5e-5 */
  learningRate?: number;
  /** Steps in which the rate climbs from 0. @default 0 */
  numWarmupSteps?: number;
  /** Steps of the whole training, warm-up included. Shapes that end need it. */
  numTrainingSteps?: number;
  /** What the shape takes besides. */
  schedulerSpecificKwargs?: SchedulerKwargs;
}

interface Plan {
  rate: number;
  warmup: number;
  total: () => number;
  kwargs: SchedulerKwargs;
}

interface Shape {
  takes: readonly (keyof SchedulerKwargs)[];
  factor(plan: Plan): Factor;
}

const SHAPES: Readonly<Record<SchedulerType, Shape>> = {
  linear: { takes: [], factor: ({ warmup, total }) => linear(warmup, total()) },
  cosine: { takes: ["numCycles"], factor: ({ warmup, total, kwargs }) => cosine(warmup, total(), kwargs.numCycles) },
  cosine_with_restarts: {
    takes: ["numCycles"],
    factor: ({ warmup, total, kwargs }) => cosineWithRestarts(warmup, total(), kwargs.numCycles),
  },
  cosine_with_min_lr: {
    takes: ["numCycles", "minLr", "minLrRate"],
    factor: ({ warmup, total, kwargs, rate }) => cosine(warmup, total(), kwargs.numCycles, floorOf(kwargs, rate)),
  },
  polynomial: { takes: ["power", "lrEnd"], factor: polynomialOf },
  constant: { takes: [], factor: constant },
  constant_with_warmup: { takes: [], factor: constant },
  inverse_sqrt: {
    takes: ["timescale"],
    factor: ({ warmup, kwargs }) => inverseSqrt(warmup, kwargs.timescale ?? (warmup || 10_000)),
  },
  warmup_stable_decay: {
    takes: ["numStableSteps", "numDecaySteps", "minLrRatio", "numCycles"],
    factor: ({ warmup, kwargs }) =>
      stableThenDecay(
        warmup,
        required(kwargs, "numStableSteps", "warmup_stable_decay"),
        required(kwargs, "numDecaySteps", "warmup_stable_decay"),
        kwargs.numCycles,
        kwargs.minLrRatio,
      ),
  },
};

/** The names of all shapes. */
export const SCHEDULER_TYPES: readonly SchedulerType[] = Object.keys(SHAPES) as SchedulerType[];

/**
 * A schedule by its name. Python: `transformers.get_scheduler(name, optimizer, num_warmup_steps, num_training_steps)`.
 *
 * Throws for a name that there is not, and for an argument that the shape needs or does not take.
 *
 * @example
 * ```ts
 * const schedule = getScheduler("cosine", { learningRate: 3e-4, numWarmupSteps: 10, numTrainingSteps: 110 });
 * schedule.at(60); // 0.00015
 * console.log(schedule); // LearningRateSchedule(cosine, learningRate=0.0003, numWarmupSteps=10, numTrainingSteps=110)
 * ```
 */
export function getScheduler(name: SchedulerType, options: SchedulerOptions = {}): LearningRateSchedule {
  const shape = Object.hasOwn(SHAPES, name) ? SHAPES[name] : undefined;
  if (shape === undefined) {
    const plateau =
      (name as string) === "reduce_lr_on_plateau"
        ? " Its rates depend on the metrics, which no curve knows before."
        : "";
    throw argumentRangeError({
      function: "getScheduler",
      parameter: "name",
      rule: "be one of the schedules",
      value: name,
      next: `${listNames("schedules", String(name), SCHEDULER_TYPES)}${plateau}`,
    });
  }
  const { learningRate = 5e-5, numWarmupSteps = 0, numTrainingSteps, schedulerSpecificKwargs: kwargs = {} } = options;
  checkNumbers({ learningRate, ...kwargs });
  checkCounts({ numWarmupSteps, ...(numTrainingSteps === undefined ? {} : { numTrainingSteps }) });
  checkTaken(name, shape, kwargs);
  const total = (): number => {
    if (numTrainingSteps !== undefined) return numTrainingSteps;
    throw argumentTypeError({
      function: "getScheduler",
      parameter: "numTrainingSteps",
      rule: `be given for \`${name}\`, which has an end`,
      value: undefined,
    });
  };
  const factor = shape.factor({ rate: learningRate, warmup: numWarmupSteps, total, kwargs });
  // Python's `constant` knows no warm-up, whatever the number.
  const warmed = name === "constant" ? factor : warmedUp(numWarmupSteps, factor);
  return new LearningRateSchedule({
    name,
    learningRate,
    settings: {
      ...(name === "constant" ? {} : { numWarmupSteps }),
      ...(numTrainingSteps === undefined ? {} : { numTrainingSteps }),
      ...(kwargs as Record<string, number>),
    },
    at: (step) => learningRate * warmed(step),
  });
}

/** How many steps the warm-up takes: the number where there is one, else a share of all, rounded up, as in Python. */
export function warmupStepsOf(total: number, warmup: { warmupSteps: number; warmupRatio: number }): number {
  return warmup.warmupSteps > 0 ? warmup.warmupSteps : Math.ceil(total * warmup.warmupRatio);
}

function polynomialOf({ rate, warmup, total, kwargs }: Plan): Factor {
  const end = kwargs.lrEnd ?? 1e-7;
  if (end < rate) return polynomial(warmup, total(), kwargs.power ?? 1, end / rate);
  throw argumentRangeError({
    function: "getScheduler",
    parameter: "lrEnd",
    rule: `be smaller than the learning rate (${rate})`,
    value: end,
  });
}

function floorOf({ minLr, minLrRate }: SchedulerKwargs, rate: number): number {
  if ((minLr === undefined) !== (minLrRate === undefined)) return minLrRate ?? (minLr as number) / rate;
  throw argumentTypeError({
    function: "getScheduler",
    parameter: "schedulerSpecificKwargs",
    rule: "hold either `minLr` or `minLrRate` for `cosine_with_min_lr`",
    value: { minLr, minLrRate },
  });
}

function required(kwargs: SchedulerKwargs, key: keyof SchedulerKwargs, name: string): number {
  const value = kwargs[key];
  if (value !== undefined) return value;
  throw argumentTypeError({
    function: "getScheduler",
    parameter: `schedulerSpecificKwargs.${key}`,
    rule: `be given for \`${name}\``,
    value,
  });
}

function checkNumbers(values: Readonly<Record<string, unknown>>): void {
  for (const [parameter, value] of Object.entries(values)) {
    if (typeof value === "number" && Number.isFinite(value) && value >= 0) continue;
    throw argumentTypeError({ function: "getScheduler", parameter, rule: "be a number, 0 or more", value });
  }
}

function checkCounts(values: Readonly<Record<string, number>>): void {
  for (const [parameter, value] of Object.entries(values)) {
    if (Number.isSafeInteger(value) && value >= 0) continue;
    throw argumentRangeError({
      function: "getScheduler",
      parameter,
      rule: "be a whole number of steps, 0 or more",
      value,
    });
  }
}

function checkTaken(name: string, { takes }: Shape, kwargs: SchedulerKwargs): void {
  const other = Object.keys(kwargs).find((key) => !takes.includes(key as keyof SchedulerKwargs));
  if (other === undefined) return;
  const known = takes.length === 0 ? "It takes none." : listNames("arguments", other, takes);
  throw new TypeError(`getScheduler: the schedule ${describeValue(name)} takes no \`${other}\`. ${known}`);
}
