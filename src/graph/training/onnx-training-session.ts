/** @file Training on onnxruntime: programs over shared state that a machine updates in place. */
import { argumentTypeError } from "../../core/errors";
import { listNames } from "../../core/suggest";
import { checkedFeeds } from "../checked-feeds";
import type { Graph, Value } from "../graph";
import { GraphError } from "../graph-error";
import { Machine, type MachineOptions } from "../machine/machine";
import type { ProgramOutput, TensorData } from "../machine/program";
import { encodeOnnx } from "../onnx/encode-onnx";
import { lowerGraph } from "../onnx/lower-graph";
import { type AdamWConstants, adamWScalars, firstMoment, secondMoment } from "./adamw";
import { inPlaceSafe } from "./in-place";
import { accumulateProgram, accumulatorOf, applyProgram, stepProgram, type UpdatingGraph } from "./training-program";
import type {
  Feeds,
  FloatTensor,
  OptimizerState,
  ParameterGroup,
  StepResult,
  StepSettings,
  TrainingPlan,
  TrainingSession,
} from "./training-session";

const STOP = "stop";
const ONE_GROUP: readonly ParameterGroup[] = [{ name: "all", includes: () => true }];

/** Options of {@link createOnnxTrainingSession}. */
export type OnnxTrainingOptions = MachineOptions;

/**
 * Begins to train a plan's graph on onnxruntime, off the main thread.
 *
 * @param parameters The values to begin with, one for each parameter of the training graph. They are copied.
 */
export async function createOnnxTrainingSession(
  plan: TrainingPlan,
  parameters: ReadonlyMap<string, FloatTensor>,
  options: OnnxTrainingOptions = {},
): Promise<TrainingSession> {
  const machine = await Machine.create(options);
  try {
    const session = new OnnxTrainingSession(plan, machine);
    await session.begin(parameters);
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
  readonly #constants: AdamWConstants;
  readonly #groups: readonly ParameterGroup[];
  readonly #loaded = new Map<string, { graph: Graph; inputs: readonly string[] }>();
  readonly #shapes = new Map<string, readonly number[]>();
  readonly #states = new Set<string>();
  #trained: readonly string[] = [];
  #dropoutSeed: number;
  #steps = 0;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(plan: TrainingPlan, machine: Machine) {
    this.#plan = plan;
    this.#machine = machine;
    this.#groups = plan.groups ?? ONE_GROUP;
    this.#dropoutSeed = plan.dropoutSeed ?? 0;
    this.#constants = { beta1: plan.beta1 ?? 0.9, beta2: plan.beta2 ?? 0.999, epsilon: plan.epsilon ?? 1e-8 };
  }

  get trained(): readonly string[] {
    return this.#trained;
  }

  async begin(parameters: ReadonlyMap<string, FloatTensor>): Promise<void> {
    for (const [name, value] of this.#plan.training().parameters) {
      this.#shapes.set(name, value.shape as readonly number[]);
    }
    const missing = [...this.#shapes.keys()].filter((name) => !parameters.has(name));
    if (missing.length > 0) {
      throw new GraphError(
        "parameter-missing",
        `No value was given for ${missing.length} parameters: ${shortList(missing)}.`,
      );
    }
    await this.#write([...this.#shapes.keys()].map((name) => [name, parameters.get(name) as FloatTensor]));
    this.#trained = this.#namesOf(this.#plan.isTrained ?? (() => true));
    await this.#load("step");
  }

  step(feeds: Feeds, settings: StepSettings): Promise<StepResult> {
    return this.#inTurn(async () => {
      const { inputs, graph } = await this.#load("step");
      const all = { ...checkedFeeds(graph, inputs, feeds), ...this.#scalars(settings) };
      const result = await this.#machine.run("step", all, signalOf(settings));
      this.#steps++;
      return { loss: numberOf(result, "loss"), gradientNorm: numberOf(result, "gradient_norm") };
    });
  }

  accumulate(feeds: Feeds, options: { scale?: number; signal?: AbortSignal } = {}): Promise<{ loss: number }> {
    return this.#inTurn(async () => {
      const { inputs, graph } = await this.#load("accumulate");
      const all = { ...checkedFeeds(graph, inputs, feeds), gradient_scale: scalarOf(options.scale ?? 1) };
      const result = await this.#machine.run("accumulate", all, signalOf(options));
      return { loss: numberOf(result, "loss") };
    });
  }

  apply(settings: StepSettings): Promise<{ gradientNorm: number }> {
    return this.#inTurn(async () => {
      await this.#load("apply");
      const result = await this.#machine.run("apply", this.#scalars(settings), signalOf(settings));
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
      return this.#machine.run(`forward/${name}`, checkedFeeds(graph, inputs, feeds, "ignore"), {
        ...fetch,
        ...signalOf(options),
      });
    });
  }

  readParameters(names: readonly string[] = [...this.#shapes.keys()]): Promise<Map<string, FloatTensor>> {
    for (const name of names) this.#requireParameter(name);
    return this.#inTurn(() => this.#read(names));
  }

  writeParameters(parameters: ReadonlyMap<string, FloatTensor>): Promise<void> {
    for (const name of parameters.keys()) this.#requireParameter(name);
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
    for (const name of state.moments.keys()) this.#requireParameter(name);
    return this.#inTurn(async () => {
      for (const [name, { first, second }] of state.moments) {
        this.#checkShape(name, first);
        this.#checkShape(name, second);
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
      const next = this.#namesOf(isTrained);
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

  reseed(dropoutSeed: number): Promise<void> {
    return this.#inTurn(async () => {
      this.#dropoutSeed = dropoutSeed;
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
    const { model, inputs, states } = lowerGraph(graph, { outputs: named, dropoutSeed: this.#dropoutSeed, ...stop });
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
    if (name === "step") return stepProgram(this.#plan.training(), this.#trained, this.#groups, this.#constants);
    if (name === "accumulate") return accumulateProgram(this.#plan.training(), this.#trained);
    if (name === "apply") return applyProgram(this.#plan.training(), this.#trained, this.#groups, this.#constants);
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
    const groups = Object.fromEntries(
      this.#groups.map(({ name }) => [
        name,
        {
          learningRate: settingOf("learningRate", settings.learningRate, name),
          weightDecay: settingOf("weightDecay", settings.weightDecay ?? 0, name),
        },
      ]),
    );
    const scalars = adamWScalars(
      this.#steps + 1,
      groups,
      this.#constants,
      settings.clipNorm ?? Number.POSITIVE_INFINITY,
    );
    const used = new Set(this.#trained.map((name) => this.#groups.find((group) => group.includes(name))?.name));
    const feeds = Object.entries(scalars).filter(([name]) => {
      const group = /^adamw\.(?:step_size|keep)\.(.*)$/.exec(name)?.[1];
      return group === undefined || used.has(group);
    });
    return Object.fromEntries(feeds.map(([name, value]) => [name, scalarOf(value)]));
  }

  async #read(names: readonly string[]): Promise<Map<string, FloatTensor>> {
    const states = await this.#machine.readState(names);
    return new Map([...states].map(([name, { dims, data }]) => [name, { shape: dims, data }]));
  }

  async #write(parameters: readonly (readonly [string, FloatTensor])[]): Promise<void> {
    for (const [name, tensor] of parameters) this.#checkShape(name, tensor);
    for (const [name, tensor] of parameters) await this.#set(name, tensor);
  }

  async #set(state: string, { shape, data }: FloatTensor): Promise<void> {
    await this.#machine.setState(state, { dims: shape, data });
    this.#states.add(state);
  }

  async #zero(states: readonly string[], shape?: readonly number[]): Promise<void> {
    for (const state of states) {
      const dims = shape ?? this.#shapes.get(state.slice(accumulatorOf("").length)) ?? [];
      const data = new Float32Array(dims.reduce((product, axis) => product * axis, 1));
      await this.#machine.setState(state, { dims, data }, { transfer: true });
      this.#states.add(state);
    }
  }

  #namesOf(isTrained: (parameter: string) => boolean): readonly string[] {
    const names = [...this.#shapes.keys()].filter(isTrained);
    if (names.length === 0) {
      throw new GraphError("nothing-trained", `None of the ${this.#shapes.size} parameters is trained.`, {
        hint: `Parameters: ${shortList([...this.#shapes.keys()])}.`,
      });
    }
    return names;
  }

  #requireParameter(name: string): void {
    if (this.#shapes.has(name)) return;
    throw new GraphError("parameter-missing", `There is no parameter \`${name}\`.`, {
      hint: listNames("parameters", name, [...this.#shapes.keys()]),
    });
  }

  #checkShape(name: string, tensor: FloatTensor): void {
    const shape = this.#shapes.get(name) ?? [];
    if (shape.length === tensor.shape.length && shape.every((axis, index) => axis === tensor.shape[index])) return;
    throw new GraphError(
      "shape-mismatch",
      `The parameter \`${name}\` has shape [${shape.join(", ")}], but was given [${tensor.shape.join(", ")}].`,
    );
  }
}

function settingOf(parameter: string, setting: number | Readonly<Record<string, number>>, group: string): number {
  const value = typeof setting === "number" ? setting : setting[group];
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw argumentTypeError({
    function: "TrainingSession.step",
    parameter,
    rule: `be a finite number for the group \`${group}\``,
    value,
  });
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

function shortList(names: readonly string[]): string {
  return names.length <= 5 ? names.join(", ") : `${names.slice(0, 5).join(", ")}, … (${names.length} in all)`;
}
