/** @file What training needs of an engine: steps, accumulated steps, forward runs, and its state in and out. */
import type { Graph } from "../graph";
import type { TensorData } from "../machine/program";

/** Parameters that share a learning rate and a decay. */
export interface ParameterGroup {
  /** Letters, digits and `_`. */
  name: string;
  /** Which parameters; the first group that includes a parameter has it. */
  includes(parameter: string): boolean;
}

/** What is trained, and how. The graphs are built anew whenever a program is: a graph grows as it is differentiated. */
export interface TrainingPlan {
  /** The forward graph with dropout and a float32 scalar output `loss`. */
  training(): Graph;
  /** Graphs without dropout over the same parameters, by the name that {@link TrainingSession.forward} is given. */
  forward?: Readonly<Record<string, () => Graph>>;
  /** Which parameters are trained. By default all. */
  isTrained?: (parameter: string) => boolean;
  /** By default one group, `"all"`. */
  groups?: readonly ParameterGroup[];
  /** @default 0.9 */
  beta1?: number;
  /** @default 0.999 */
  beta2?: number;
  /** @default 1e-8 */
  epsilon?: number;
  /** Where dropout's random numbers start. @default 0 */
  dropoutSeed?: number;
  /** Outputs of the training graph, besides the loss, that every batch gives: logits, for metrics while training. @default none */
  fetch?: readonly string[];
}

/** Float32 numbers with a shape. */
export interface FloatTensor {
  shape: readonly number[];
  data: Float32Array;
}

/** What one update needs besides the gradients. */
export interface StepSettings {
  /** One for all groups, or by group. */
  learningRate: number | Readonly<Record<string, number>>;
  /** One for all groups, or by group. @default 0 */
  weightDecay?: number | Readonly<Record<string, number>>;
  /** The greatest norm that all gradients may have together. @default Infinity */
  clipNorm?: number;
  signal?: AbortSignal;
}

/** What a step says. */
export interface StepResult {
  /** The loss before the update. */
  loss: number;
  /** The norm of all gradients together, before clipping. */
  gradientNorm: number;
  /** The plan's `fetch`, as it was before the update. */
  outputs: Readonly<Record<string, TensorData>>;
}

/** What one of several batches of an update says. */
export type AccumulateResult = Omit<StepResult, "gradientNorm">;

/** The optimizer's own state: the number of steps done, and two moments a trained parameter. */
export interface OptimizerState {
  step: number;
  moments: Map<string, { first: FloatTensor; second: FloatTensor }>;
}

/** The engines that can train and run a graph. */
export type EngineName = "onnx" | "tensorflow";

/** What a run is fed, by input name. */
export type Feeds = Readonly<Record<string, TensorData>>;

/**
 * A model in training on one engine.
 *
 * Calls are queued and run one after another. An aborted call leaves the state as it was before it or as it is after a whole
 * step, never between.
 */
export interface TrainingSession {
  readonly engine: EngineName;
  /** The trained parameters' names. */
  readonly trained: readonly string[];
  /** Forward, backward, clipping and update of one batch. */
  step(feeds: Feeds, settings: StepSettings): Promise<StepResult>;
  /**
   * Forward and backward of one batch, its gradients times `scale` added to those of earlier calls; {@link apply} uses them.
   * When a run fails, the gradients of the earlier calls are dropped with it; parameters and moments stay as they are.
   * @param scale Default 1.
   */
  accumulate(feeds: Feeds, options?: { scale?: number; signal?: AbortSignal }): Promise<AccumulateResult>;
  /** Clipping and update from the accumulated gradients, which begin at zero again. */
  apply(settings: StepSettings): Promise<{ gradientNorm: number }>;
  /** A run of one of the plan's forward graphs with the parameters as they are now. */
  forward(
    graph: string,
    feeds: Feeds,
    options?: { fetch?: readonly string[]; signal?: AbortSignal },
  ): Promise<Record<string, TensorData>>;
  /** Copies of parameters; of all without names. */
  readParameters(names?: readonly string[]): Promise<Map<string, FloatTensor>>;
  /** Replaces parameters. Shapes must be those of the graph. */
  writeParameters(parameters: ReadonlyMap<string, FloatTensor>): Promise<void>;
  /** A copy of the optimizer's state, for a checkpoint. */
  readOptimizer(): Promise<OptimizerState>;
  /** Takes up where a checkpoint stopped. */
  writeOptimizer(state: OptimizerState): Promise<void>;
  /** Trains other parameters from now on. Moments of parameters that stay are kept; new ones begin at zero. */
  setTrained(isTrained: (parameter: string) => boolean): Promise<void>;
  /**
   * Starts dropout's random numbers anew: the same seed and the same batches give the same numbers.
   *
   * @param batches How many batches, steps or accumulated ones, were done with this seed before: training goes on with the numbers
   * of the next one. Default 0.
   */
  reseed(dropoutSeed: number, batches?: number): Promise<void>;
  /** Frees everything. With `force` even while a step runs. */
  close(options?: { force?: boolean }): Promise<void>;
}
