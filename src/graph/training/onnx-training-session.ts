/** @file Training on onnxruntime: programs over shared state that a machine updates in place. */
import { listNames } from "../../core/suggest";
import { checkedFeeds } from "../checked-feeds";
import type { Graph, Value } from "../graph";
import { GraphError } from "../graph-error";
import { Machine, type MachineOptions } from "../machine/machine";
import { MachineError } from "../machine/machine-error";
import type { ProgramOutput, TensorData } from "../machine/program";
import { encodeOnnx } from "../onnx/encode-onnx";
import { lowerGraph } from "../onnx/lower-graph";
import { firstMoment, secondMoment } from "./adamw";
import { inPlaceSafe } from "./in-place";
import { namedFailure } from "./not-finite";
import { PlannedParameters } from "./planned-parameters";
import { sumsDropped } from "./sums-dropped";
import { accumulateProgram, accumulatorOf, applyProgram, stepProgram, type UpdatingGraph } from "./training-program";
import type {
  AccumulateResult,
  Feeds,
  FloatTensor,
  OptimizerState,
  StepResult,
  StepSettings,
  TrainingPlan,
  TrainingSession,
} from "./training-session";

const STOP = "stop";

/** Options of {@link createOnnxTrainingSession}. */
export interface OnnxTrainingOptions extends MachineOptions {
  /**
   * Moves the parameters' memory into the session instead of copying it: the arrays that were given are empty afterwards.
   * @default false
   */
  transfer?: boolean;
}

/**
 * Begins to train a plan's graph on onnxruntime, off the main thread.
 *
 * @param parameters The values to begin with, one for each parameter of the training graph. They are copied, or moved by `transfer`.
 */
export async function createOnnxTrainingSession(
  plan: TrainingPlan,
  parameters: ReadonlyMap<string, FloatTensor>,
  options: OnnxTrainingOptions = {},
): Promise<TrainingSession> {
  const { transfer = false, ...machineOptions } = options;
  const machine = await Machine.create(machineOptions);
  try {
    const session = new OnnxTrainingSession(plan, machine);
    await session.begin(parameters, transfer);
    return session;
  } catch (error) {
    await machine.close();
    throw error;
  }
}

class OnnxTrainingSession implements TrainingSession {
  readonly engine = "onnx";
  readonly #plan: TrainingPlan;
  readonly #machine: Machine;
  readonly #parameters: PlannedParameters;
  readonly #loaded = new Map<string, { graph: Graph; inputs: readonly string[] }>();
  readonly #states = new Set<string>();
  #trained: readonly string[] = [];
  #dropoutSeed: number;
  /** Batches done with this seed; a program that is loaded later takes up its random numbers from there. */
  #batches = 0;
  #steps = 0;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(plan: TrainingPlan, machine: Machine) {
    this.#plan = plan;
    this.#machine = machine;
    this.#parameters = new PlannedParameters(plan);
    this.#dropoutSeed = plan.dropoutSeed ?? 0;
  }

  get trained(): readonly string[] {
    return this.#trained;
  }

  async begin(parameters: ReadonlyMap<string, FloatTensor>, transfer: boolean): Promise<void> {
    await this.#write(this.#parameters.startOf(parameters), transfer);
    this.#trained = this.#parameters.select(this.#plan.isTrained ?? (() => true));
    await this.#load("step");
  }

  step(feeds: Feeds, settings: StepSettings): Promise<StepResult> {
    return this.#inTurn(async () => {
      const { inputs, graph } = await this.#load("step");
      const all = checkedFeeds(graph, inputs, feeds, { added: this.#scalars(settings) });
      const result = await this.#update("step", all, settings);
      this.#batches++;
      this.#steps++;
      return { ...this.#batchResult(result), gradientNorm: numberOf(result, "gradient_norm") };
    });
  }

  accumulate(feeds: Feeds, options: { scale?: number; signal?: AbortSignal } = {}): Promise<AccumulateResult> {
    return this.#inTurn(async () => {
      try {
        const { inputs, graph } = await this.#load("accumulate");
        const added = { gradient_scale: scalarOf(options.scale ?? 1) };
        const all = checkedFeeds(graph, inputs, feeds, { added });
        const result = await this.#machine.run("accumulate", all, signalOf(options));
        this.#batches++;
        return this.#batchResult(result);
      } catch (error) {
        throw await this.#dropSums(error);
      }
    });
  }

  apply(settings: StepSettings): Promise<{ gradientNorm: number }> {
    return this.#inTurn(async () => {
      await this.#load("apply");
      const result = await this.#update("apply", this.#scalars(settings), settings).catch(async (error: unknown) => {
        throw await this.#dropSums(error);
      });
      this.#steps++;
      await this.#zero(this.#trained.map(accumulatorOf));
      return { gradientNorm: numberOf(result, "gradient_norm") };
    });
  }

  forward(
    name: string,
    feeds: Feeds,
    options: { fetch?: readonly string[]; signal?: AbortSignal } = {},
  ): Promise<Record<string, TensorData>> {
    return this.#inTurn(async () => {
      const { inputs, graph } = await this.#load(`forward/${name}`);
      const fetch = options.fetch === undefined ? {} : { fetch: options.fetch };
      return this.#machine.run(`forward/${name}`, checkedFeeds(graph, inputs, feeds, { others: "ignore" }), {
        ...fetch,
        ...signalOf(options),
      });
    });
  }

  readParameters(names: readonly string[] = this.#parameters.names): Promise<Map<string, FloatTensor>> {
    for (const name of names) this.#parameters.require(name);
    return this.#inTurn(() => this.#read(names));
  }

  writeParameters(parameters: ReadonlyMap<string, FloatTensor>): Promise<void> {
    for (const name of parameters.keys()) this.#parameters.require(name);
    return this.#inTurn(() => this.#write([...parameters]));
  }

  readOptimizer(): Promise<OptimizerState> {
    return this.#inTurn(async () => {
      const kept = this.#trained.filter((name) => this.#states.has(firstMoment(name)));
      const states = await this.#read(kept.flatMap((name) => [firstMoment(name), secondMoment(name)]));
      const moments = kept.map((name): [string, { first: FloatTensor; second: FloatTensor }] => [
        name,
        { first: states.get(firstMoment(name)) as FloatTensor, second: states.get(secondMoment(name)) as FloatTensor },
      ]);
      return { step: this.#steps, moments: new Map(moments) };
    });
  }

  writeOptimizer(state: OptimizerState): Promise<void> {
    for (const name of state.moments.keys()) this.#parameters.require(name);
    return this.#inTurn(async () => {
      for (const [name, { first, second }] of state.moments) {
        this.#parameters.checkShape(name, first);
        this.#parameters.checkShape(name, second);
      }
      for (const [name, { first, second }] of state.moments) {
        if (!this.#trained.includes(name)) continue;
        await this.#set(firstMoment(name), first);
        await this.#set(secondMoment(name), second);
      }
      this.#steps = state.step;
    });
  }

  setTrained(isTrained: (parameter: string) => boolean): Promise<void> {
    return this.#inTurn(async () => {
      const next = this.#parameters.select(isTrained);
      await this.#unload("step", "accumulate", "apply");
      const dropped = this.#trained
        .filter((name) => !next.includes(name))
        .flatMap((name) => [firstMoment(name), secondMoment(name), accumulatorOf(name)])
        .filter((state) => this.#states.delete(state));
      if (dropped.length > 0) await this.#machine.dropState(dropped);
      this.#trained = next;
      await this.#load("step");
    });
  }

  reseed(dropoutSeed: number, batches = 0): Promise<void> {
    return this.#inTurn(async () => {
      this.#dropoutSeed = dropoutSeed;
      this.#batches = batches;
      await this.#unload("step", "accumulate");
    });
  }

  async close(options: { force?: boolean } = {}): Promise<void> {
    if (options.force !== true) await this.#queue.catch(() => undefined);
    await this.#machine.close(options);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work, work);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #load(name: string): Promise<{ graph: Graph; inputs: readonly string[] }> {
    const known = this.#loaded.get(name);
    if (known !== undefined) return known;
    const { graph, outputs, updates } = this.#build(name);
    for (const [state, { value, role }] of graph.states) {
      if (role !== "parameter" && !this.#states.has(state)) await this.#zero([state], value.shape as readonly number[]);
    }
    const stateOf = (state: string) => (graph.states.get(state) as { value: Value }).value;
    const safe = inPlaceSafe(new Map([...updates].map(([state, next]) => [stateOf(state), next])), [
      ...outputs.values(),
    ]);
    const named = new Map([...outputs, ...[...updates].map(([state, next]) => [`next/${state}`, next] as const)]);
    const stop = updates.size === 0 ? {} : { stopOutput: STOP };
    const dropout = { dropoutSeed: this.#dropoutSeed, dropoutRuns: this.#batches };
    const { model, inputs, states } = lowerGraph(graph, { outputs: named, ...dropout, ...stop });
    await this.#machine.load({
      name,
      model: encodeOnnx(model),
      state: states.map((state) => ({ input: state, state })),
      updates: [...updates.keys()].map((state) => ({
        output: `next/${state}`,
        state,
        inPlace: safe.has(stateOf(state)) ? "safe" : "copy",
      })),
      outputs: [...outputs].map(([output, { type, shape }]): ProgramOutput => ({ name: output, type, shape })),
      ...stop,
      ...(outputs.has("gradient_norm") ? { barrier: "gradient_norm" } : {}),
    });
    const entry = { graph, inputs };
    this.#loaded.set(name, entry);
    return entry;
  }

  #build(name: string): UpdatingGraph {
    const { groups, constants } = this.#parameters;
    const { fetch = [] } = this.#plan;
    if (name === "step") return stepProgram(this.#plan.training(), this.#trained, groups, constants, fetch);
    if (name === "accumulate") return accumulateProgram(this.#plan.training(), this.#trained, fetch);
    if (name === "apply") return applyProgram(this.#plan.training(), this.#trained, groups, constants);
    const graphs = this.#plan.forward ?? {};
    const key = name.slice("forward/".length);
    const build = Object.hasOwn(graphs, key) ? graphs[key] : undefined;
    if (build === undefined) {
      throw new GraphError("graph-missing", `The plan has no forward graph \`${key}\`.`, {
        hint: listNames("graphs", key, Object.keys(graphs)),
      });
    }
    const graph = build();
    return { graph, outputs: graph.outputs, updates: new Map() };
  }

  async #unload(...names: readonly string[]): Promise<void> {
    for (const name of names) if (this.#loaded.delete(name)) await this.#machine.unload(name);
  }

  #scalars(settings: StepSettings): Record<string, TensorData> {
    const scalars = this.#parameters.scalars(this.#steps + 1, this.#trained, settings);
    return Object.fromEntries(Object.entries(scalars).map(([name, value]) => [name, scalarOf(value)]));
  }

  #batchResult(result: Readonly<Record<string, TensorData>>): AccumulateResult {
    const outputs: Record<string, TensorData> = {};
    for (const name of this.#plan.fetch ?? []) {
      const output = result[name];
      if (output !== undefined) outputs[name] = output;
    }
    return { loss: numberOf(result, "loss"), outputs };
  }

  async #update(program: string, feeds: Feeds, settings: StepSettings): Promise<Record<string, TensorData>> {
    try {
      return await this.#machine.run(program, feeds, signalOf(settings));
    } catch (error) {
      throw namedFailure(error);
    }
  }

  /** After a failure the sums, which are updated in place, begin at zero again; the parameters were not touched. */
  async #dropSums(error: unknown): Promise<unknown> {
    const codes = ["run-failed", "not-finite", "out-of-memory"];
    if (!(error instanceof MachineError) || !codes.includes(error.code)) return error;
    await this.#zero(this.#trained.map(accumulatorOf));
    return sumsDropped(error);
  }

  async #read(names: readonly string[]): Promise<Map<string, FloatTensor>> {
    const states = await this.#machine.readState(names);
    return new Map([...states].map(([name, { dims, data }]) => [name, { shape: dims, data }]));
  }

  async #write(parameters: readonly (readonly [string, FloatTensor])[], transfer = false): Promise<void> {
    for (const [name, tensor] of parameters) this.#parameters.checkShape(name, tensor);
    for (const [name, tensor] of parameters) await this.#set(name, tensor, transfer);
  }

  async #set(state: string, { shape, data }: FloatTensor, transfer = false): Promise<void> {
    await this.#machine.setState(state, { dims: shape, data }, { transfer });
    this.#states.add(state);
  }

  async #zero(states: readonly string[], shape?: readonly number[]): Promise<void> {
    for (const state of states) {
      const dims = shape ?? this.#parameters.shapeOf(state.slice(accumulatorOf("").length));
      const data = new Float32Array(dims.reduce((product, axis) => product * axis, 1));
      await this.#machine.setState(state, { dims, data }, { transfer: true });
      this.#states.add(state);
    }
  }
}

function signalOf(options: { signal?: AbortSignal }): { signal?: AbortSignal } {
  return options.signal === undefined ? {} : { signal: options.signal };
}

function scalarOf(value: number): TensorData {
  return { type: "float32", dims: [], data: Float32Array.of(value) };
}

function numberOf(outputs: Readonly<Record<string, TensorData>>, name: string): number {
  return Number(outputs[name]?.data[0]);
}
