/** @file What a training can be told: every argument with its meaning and its default. */
import type { SchedulerKwargs, SchedulerType } from "../schedules/get-scheduler";

/** When something happens: never, every so many updates, or at the end of each epoch. */
export type IntervalStrategy = "no" | "steps" | "epoch";

/** When a checkpoint is written; `"best"` after each evaluation that is better than all before. */
export type SaveStrategy = IntervalStrategy | "best";

/** Where logs go besides the screen. */
export type Report = "none" | "jsonl";

/** The arguments of a {@link Trainer}. Names are Python's in camelCase; so are the defaults, those of transformers 4.48. */
export interface TrainingArgumentFields {
  /** Where checkpoints are written. */
  readonly outputDir: string;
  /** Whether a training that begins anew removes the checkpoints that are in `outputDir`. @default false */
  readonly overwriteOutputDir: boolean;

  /** Rows of a batch in training. @default 8 */
  readonly perDeviceTrainBatchSize: number;
  /** Rows of a batch in evaluation. @default 8 */
  readonly perDeviceEvalBatchSize: number;
  /** Batches whose gradients are summed for one update. @default 1 */
  readonly gradientAccumulationSteps: number;
  /** Whether a last batch with fewer rows is left out, in training and in evaluation. @default false */
  readonly dataloaderDropLast: boolean;
  /** Whether batches are made of texts of about the same length. @default false */
  readonly groupByLength: boolean;

  /** The highest learning rate. @default 5e-5 */
  readonly learningRate: number;
  /** The schedule's shape. @default "linear" */
  readonly lrSchedulerType: SchedulerType;
  /** What the shape takes besides, such as `{ numCycles: 2 }`. @default {} */
  readonly lrSchedulerKwargs: SchedulerKwargs;
  /** The warm-up as a share of all updates. @default 0 */
  readonly warmupRatio: number;
  /** The warm-up in updates; where it is not 0, `warmupRatio` does not count. @default 0 */
  readonly warmupSteps: number;
  /** The optimizer. @default "adamw_torch" */
  readonly optim: "adamw_torch";
  /** Weight decay of all weights but biases and those of layer normalizations. @default 0 */
  readonly weightDecay: number;
  /** @default 0.9 */
  readonly adamBeta1: number;
  /** @default 0.999 */
  readonly adamBeta2: number;
  /** @default 1e-8 */
  readonly adamEpsilon: number;
  /** The greatest norm of all gradients together; 0 clips nothing. @default 1 */
  readonly maxGradNorm: number;
  /** How much of each label is spread over all classes. @default 0 */
  readonly labelSmoothingFactor: number;

  /** How often the data is gone through; half epochs can be asked for. @default 3 */
  readonly numTrainEpochs: number;
  /** The number of updates; above 0 it overrides `numTrainEpochs`. @default -1 */
  readonly maxSteps: number;
  /** Where all random numbers start: the order of the data, dropout. @default 42 */
  readonly seed: number;
  /** Where the order of the data starts. @default null, which means `seed` */
  readonly dataSeed: number | null;

  /** When the model is evaluated. `evaluationStrategy` is the same. @default "no" */
  readonly evalStrategy: IntervalStrategy;
  /** Updates between evaluations; below 1 a share of all. @default null, which means `loggingSteps` */
  readonly evalSteps: number | null;
  /** Updates or epochs before the first evaluation. @default 0 */
  readonly evalDelay: number;
  /** Whether there is an evaluation before the first update. @default false */
  readonly evalOnStart: boolean;
  /** Whether evaluation gives the loss alone. @default false */
  readonly predictionLossOnly: boolean;

  /** When the mean loss is logged. @default "steps" */
  readonly loggingStrategy: IntervalStrategy;
  /** Updates between logs; below 1 a share of all. @default 500 */
  readonly loggingSteps: number;
  /** Whether the first update is logged. @default false */
  readonly loggingFirstStep: boolean;
  /** Where logs go: `"jsonl"` writes `outputDir/log.jsonl`. @default "none" */
  readonly reportTo: Report | readonly Report[];
  /** The run's name in reports. @default `outputDir` */
  readonly runName: string;
  /** Whether no progress is shown. @default false */
  readonly disableTqdm: boolean;

  /** When a checkpoint is written. @default "steps" */
  readonly saveStrategy: SaveStrategy;
  /** Updates between checkpoints; below 1 a share of all. @default 500 */
  readonly saveSteps: number;
  /** The most checkpoints that are kept; the best and the last always are. @default null, which means all */
  readonly saveTotalLimit: number | null;
  /** Whether checkpoints hold the model alone, so that no training can go on from them. @default false */
  readonly saveOnlyModel: boolean;
  /** A checkpoint's folder to go on from; `true` is the newest whole one in `outputDir`. @default null */
  readonly resumeFromCheckpoint: string | boolean | null;
  /** Whether the model has the weights of the best evaluation once the training has ended. @default false */
  readonly loadBestModelAtEnd: boolean;
  /** The metric that decides what is best, with or without `eval_`. @default null, or "loss" with `loadBestModelAtEnd` */
  readonly metricForBestModel: string | null;
  /** Whether more of it is better. @default null, which means true for all but names that end in `loss` */
  readonly greaterIsBetter: boolean | null;
}

/** What `new TrainingArguments` takes: `outputDir`, and whatever shall differ from the defaults. */
export interface TrainingArgumentsOptions extends Partial<TrainingArgumentFields> {
  readonly outputDir: string;
  /** The older name of `evalStrategy`. */
  readonly evaluationStrategy?: IntervalStrategy;
}
