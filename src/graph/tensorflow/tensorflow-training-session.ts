/** @file Training on TensorFlow.js: the forward graph interpreted, differentiated by TensorFlow, and updated by AdamW. */
import { listNames } from "../../core/suggest";
import { checkedFeeds } from "../checked-feeds";
import { GraphError } from "../graph-error";
import { MachineError } from "../machine/machine-error";
import type { TensorData } from "../machine/program";
import { firstMoment, secondMoment } from "../training/adamw";
import { notFinite } from "../training/not-finite";
import { groupOf, PlannedParameters } from "../training/planned-parameters";
import { sumsDropped } from "../training/sums-dropped";
import { accumulatorOf } from "../training/training-program";
import type {
  AccumulateResult,
  Feeds,
  FloatTensor,
  OptimizerState,
  StepResult,
  StepSettings,
  TrainingPlan,
  TrainingSession,
} from "../training/training-session";
import { globalNorm, type UpdateEntry, updateParameters } from "./adamw-update";
import { GraphRunner } from "./graph-runner";
import type { Tensor, TensorFlow } from "./kernel";
import { type LoadedTensorFlow, type LoadTensorFlowOptions, loadTensorFlow } from "./load-tensorflow";
import { type LossGradients, type LossPlan, lossGradients, planLoss } from "./loss-gradients";
import { Turns } from "./turns";

type Variable = import("@tensorflow/tfjs").Variable;

/** Options of {@link createTensorFlowTrainingSession}. */
export type TensorFlowTrainingOptions = LoadTensorFlowOptions;

/**
 * Begins to train a plan's graph on TensorFlow.js, in the calling thread.
 *
 * @param parameters The values to begin with, one for each parameter of the training graph. They are copied.
 * @throws CadernoError `tensorflow-native` where `native` is `"required"` and the native library is not there.
 */
export async function createTensorFlowTrainingSession(
  plan: TrainingPlan,
  parameters: ReadonlyMap<string, FloatTensor>,
  options: TensorFlowTrainingOptions = {},
): Promise<TrainingSession> {
  return trainOnTensorFlow(plan, parameters, await loadTensorFlow(options));
}

/** The same, on TensorFlow.js as it was loaded. */
export async function trainOnTensorFlow(
  plan: TrainingPlan,
  parameters: ReadonlyMap<string, FloatTensor>,
  loaded: LoadedTensorFlow,
): Promise<TrainingSession> {
  const session = new TensorFlowTrainingSession(plan, loaded);
  try {
    await session.begin(parameters);
    return session;
  } catch (error) {
    await session.close();
    throw error;
  }
}

class TensorFlowTrainingSession implements TrainingSession {
  readonly engine = "tensorflow";
  readonly #plan: TrainingPlan;
  readonly #tf: TensorFlow;
  readonly #turns: Turns;
  readonly #parameters: PlannedParameters;
  readonly #variables = new Map<string, Variable>();
  readonly #runner: GraphRunner;
  #loss: LossPlan | undefined;
  #trained: readonly string[] = [];
  #dropoutSeed: number;
  #batches = 0;
  #steps = 0;
  #state: "whole" | "lost" = "whole";

  constructor(plan: TrainingPlan, loaded: LoadedTensorFlow) {
    this.#plan = plan;
    this.#tf = loaded.tf;
    this.#turns = new Turns(loaded);
    this.#parameters = new PlannedParameters(plan);
    this.#runner = new GraphRunner(loaded.tf, this.#variables);
    this.#dropoutSeed = plan.dropoutSeed ?? 0;
  }

  get trained(): readonly string[] {
    return this.#trained;
  }

  begin(parameters: ReadonlyMap<string, FloatTensor>): Promise<void> {
    return this.#turns.take("step", () => {
      this.#write(this.#parameters.startOf(parameters));
      this.#train(this.#parameters.select(this.#plan.isTrained ?? (() => true)));
    });
  }

  step(feeds: Feeds, settings: StepSettings): Promise<StepResult> {
    return this.#whole("step", settings.signal, () => {
      const scalars = this.#parameters.scalars(this.#steps + 1, this.#trained, settings);
      const { loss, gradients, outputs } = this.#differentiate(feeds);
      try {
        return { loss, outputs, gradientNorm: this.#update(gradients, scalars) };
      } finally {
        for (const gradient of gradients.values()) gradient.dispose();
      }
    });
  }

  accumulate(feeds: Feeds, options: { scale?: number; signal?: AbortSignal } = {}): Promise<AccumulateResult> {
    return this.#whole("accumulate", options.signal, () => {
      const sums = new Map(this.#trained.map((name) => [name, this.#zeros(accumulatorOf(name), name)]));
      try {
        const { loss, gradients, outputs } = this.#differentiate(feeds);
        for (const [name, gradient] of gradients) {
          const sum = sums.get(name);
          this.#tf.tidy(() => sum?.assign(this.#tf.add(sum, this.#tf.mul(gradient, options.scale ?? 1))));
          gradient.dispose();
        }
        return { loss, outputs };
      } catch (error) {
        if (!(error instanceof MachineError) || error.code !== "run-failed") throw error;
        this.#clear(sums.values());
        throw sumsDropped(error);
      }
    });
  }

  apply(settings: StepSettings): Promise<{ gradientNorm: number }> {
    return this.#whole("apply", settings.signal, () => {
      const scalars = this.#parameters.scalars(this.#steps + 1, this.#trained, settings);
      const sums = new Map(this.#trained.map((name) => [name, this.#zeros(accumulatorOf(name), name)]));
      try {
        return { gradientNorm: this.#update(sums, scalars) };
      } finally {
        this.#clear(sums.values());
      }
    });
  }

  forward(
    name: string,
    feeds: Feeds,
    options: { fetch?: readonly string[]; signal?: AbortSignal } = {},
  ): Promise<Record<string, TensorData>> {
    return this.#whole(`forward/${name}`, options.signal, () => {
      const graphs = this.#plan.forward ?? {};
      const build = Object.hasOwn(graphs, name) ? graphs[name] : undefined;
      if (build === undefined) {
        throw new GraphError("graph-missing", `The plan has no forward graph \`${name}\`.`, {
          hint: listNames("graphs", name, Object.keys(graphs)),
        });
      }
      return this.#runner.run(`forward/${name}`, build, feeds, options.fetch);
    });
  }

  readParameters(names: readonly string[] = this.#parameters.names): Promise<Map<string, FloatTensor>> {
    for (const name of names) this.#parameters.require(name);
    return this.#whole("readParameters", undefined, () => new Map(names.map((name) => [name, this.#read(name)])));
  }

  writeParameters(parameters: ReadonlyMap<string, FloatTensor>): Promise<void> {
    for (const name of parameters.keys()) this.#parameters.require(name);
    return this.#turns.take("writeParameters", () => {
      this.#write([...parameters]);
      if (this.#parameters.names.every((name) => parameters.has(name))) this.#state = "whole";
    });
  }

  readOptimizer(): Promise<OptimizerState> {
    return this.#whole("readOptimizer", undefined, () => {
      const moments = this.#trained.map((name): [string, { first: FloatTensor; second: FloatTensor }] => [
        name,
        { first: this.#read(firstMoment(name)), second: this.#read(secondMoment(name)) },
      ]);
      return { step: this.#steps, moments: new Map(moments) };
    });
  }

  writeOptimizer(state: OptimizerState): Promise<void> {
    for (const name of state.moments.keys()) this.#parameters.require(name);
    return this.#turns.take("writeOptimizer", () => {
      for (const [name, { first, second }] of state.moments) {
        this.#parameters.checkShape(name, first);
        this.#parameters.checkShape(name, second);
      }
      for (const [name, { first, second }] of state.moments) {
        if (!this.#trained.includes(name)) continue;
        this.#set(firstMoment(name), first);
        this.#set(secondMoment(name), second);
      }
      this.#steps = state.step;
    });
  }

  setTrained(isTrained: (parameter: string) => boolean): Promise<void> {
    return this.#turns.take("setTrained", () => this.#train(this.#parameters.select(isTrained)));
  }

  reseed(dropoutSeed: number, batches = 0): Promise<void> {
    return this.#turns.take("reseed", () => {
      this.#dropoutSeed = dropoutSeed;
      this.#batches = batches;
    });
  }

  async close(options: { force?: boolean } = {}): Promise<void> {
    await this.#turns.close(options.force === true ? "now" : "when-done");
    for (const variable of this.#variables.values()) variable.dispose();
    this.#variables.clear();
  }

  /** A turn that needs the parameters whole. */
  #whole<T>(program: string, signal: AbortSignal | undefined, work: () => T): Promise<T> {
    return this.#turns.take(
      program,
      () => {
        if (this.#state === "whole") return work();
        throw new MachineError("state-lost", "The parameters may be half updated: a step failed in its middle.", {
          state: "lost",
          program,
          hint: "Write all parameters and the optimizer from the last checkpoint.",
        });
      },
      signal,
    );
  }

  #differentiate(feeds: Feeds): LossGradients {
    this.#loss ??= planLoss(this.#plan.training(), this.#trained, this.#plan.fetch);
    const { plan } = this.#loss;
    const read = checkedFeeds(plan.graph, plan.inputs, feeds);
    // Each batch has masks of its own, and the same ones wherever the same seed starts.
    const dropoutSeed = (Math.imul(this.#dropoutSeed, 1_000_003) + this.#batches) | 0;
    const found = lossGradients(this.#tf, this.#loss, this.#variables, this.#trained, { feeds: read, dropoutSeed });
    this.#batches++;
    return found;
  }

  /** Clips and updates. A gradient that is missing is zero. */
  #update(gradients: ReadonlyMap<string, Tensor>, scalars: Readonly<Record<string, number>>): number {
    const zeros: Tensor[] = [];
    try {
      const entries = this.#trained.map((name): UpdateEntry => {
        let gradient = gradients.get(name);
        if (gradient === undefined) {
          gradient = this.#tf.zeros([...this.#parameters.shapeOf(name)]);
          zeros.push(gradient);
        }
        return {
          group: groupOf(name, this.#parameters.groups).name,
          parameter: this.#variable(name),
          first: this.#variable(firstMoment(name)),
          second: this.#variable(secondMoment(name)),
          gradient,
        };
      });
      const norm = globalNorm(
        this.#tf,
        entries.map(({ gradient }) => gradient),
      );
      if (!Number.isFinite(norm)) throw notFinite("step");
      this.#state = "lost";
      updateParameters(this.#tf, entries, scalars, this.#parameters.constants, norm);
      this.#state = "whole";
      this.#steps++;
      return norm;
    } finally {
      for (const zero of zeros) zero.dispose();
    }
  }

  /** Trains these from now on. What belongs to others is freed. */
  #train(names: readonly string[]): void {
    for (const name of names) groupOf(name, this.#parameters.groups);
    for (const name of this.#trained) {
      if (names.includes(name)) continue;
      for (const state of [firstMoment(name), secondMoment(name), accumulatorOf(name)]) {
        this.#variables.get(state)?.dispose();
        this.#variables.delete(state);
      }
    }
    this.#trained = names;
    this.#loss = undefined;
    for (const name of names) for (const state of [firstMoment(name), secondMoment(name)]) this.#zeros(state, name);
  }

  #write(parameters: readonly (readonly [string, FloatTensor])[]): void {
    for (const [name, tensor] of parameters) this.#parameters.checkShape(name, tensor);
    for (const [name, tensor] of parameters) this.#set(name, tensor);
  }

  #set(state: string, { shape, data }: FloatTensor): void {
    // TensorFlow.js may keep the array that it is given.
    const tensor = this.#tf.tensor(new Float32Array(data), [...shape], "float32");
    const known = this.#variables.get(state);
    if (known === undefined) this.#variables.set(state, this.#tf.variable(tensor));
    else known.assign(tensor);
    tensor.dispose();
  }

  /** A state of a parameter's shape; zeros where it is new. */
  #zeros(state: string, parameter: string): Variable {
    if (!this.#variables.has(state)) {
      const shape = this.#parameters.shapeOf(parameter);
      this.#set(state, { shape, data: new Float32Array(shape.reduce((product, axis) => product * axis, 1)) });
    }
    return this.#variable(state);
  }

  #clear(sums: Iterable<Variable>): void {
    for (const sum of sums) this.#tf.tidy(() => sum.assign(this.#tf.zerosLike(sum)));
  }

  #variable(state: string): Variable {
    const variable = this.#variables.get(state);
    if (variable !== undefined) return variable;
    throw new MachineError("state-missing", `There is no state \`${state}\`.`);
  }

  #read(state: string): FloatTensor {
    const variable = this.#variable(state);
    return { shape: [...variable.shape], data: Float32Array.from(variable.dataSync()) };
  }
}
