/** @file Running a graph node by node on TensorFlow.js: each tensor is freed when the last node that reads it is done. */
import { messageOf } from "../../core/errors";
import { type Dimension, evaluateDimension } from "../dimension";
import type { GraphNode, Value } from "../graph";
import { MachineError } from "../machine/machine-error";
import { type EvaluationPlan, isRead } from "./evaluation-plan";
import { failed, type KernelCall, type Tensor, type TensorFlow } from "./kernel";
import { kernelOf } from "./kernel-table";
import { isName, tensorOf } from "./tensors";

/** What a run reads. */
export interface EvaluationGiven {
  /** By input name. They stay the caller's. */
  readonly feeds: ReadonlyMap<string, Tensor>;
  /** By state name: variables or tensors. They stay the caller's. */
  readonly states: ReadonlyMap<string, Tensor>;
  /** What the feeds' symbolic dimensions stand for. */
  readonly sizes: Readonly<Record<string, number>>;
  /** Where dropout's random numbers start. @default 0 */
  readonly dropoutSeed?: number;
  /** The values that gradients flow through. @default none */
  readonly dependent?: ReadonlySet<Value>;
}

const NOTHING: ReadonlySet<Value> = new Set();

/** One run in progress. */
export class Evaluation {
  readonly #tf: TensorFlow;
  readonly #plan: EvaluationPlan;
  readonly #given: EvaluationGiven;
  readonly #tensors = new Map<Value, Tensor>();
  readonly #readers: Map<Value, number>;
  readonly #sizes: Record<string, number>;

  constructor(tf: TensorFlow, plan: EvaluationPlan, given: EvaluationGiven) {
    this.#tf = tf;
    this.#plan = plan;
    this.#given = given;
    this.#readers = new Map(plan.readers);
    this.#sizes = { ...given.sizes };
  }

  /** Computes nodes of the plan; what they read must be there. */
  run(nodes: readonly GraphNode[]): void {
    for (const node of nodes) this.#compute(node);
  }

  /** An output's tensor. It stays the evaluation's; see {@link free}. */
  output(name: string): Tensor {
    return this.#find(this.#plan.outputs.get(name) as Value);
  }

  /** Frees what is still held. */
  free(): void {
    for (const tensor of this.#tensors.values()) tensor.dispose();
    this.#tensors.clear();
  }

  #compute(node: GraphNode): void {
    const inputs = node.inputs.map((value, place) =>
      value === undefined || !isRead(node, place) ? undefined : this.#find(value),
    );
    const shapeOf = (): number[] => this.#shape(node);
    const call: KernelCall = {
      tf: this.#tf,
      node,
      inputs,
      // Worked out when it is asked for: where only the run knows it, nobody asks.
      get shape() {
        return shapeOf();
      },
      size: (dimension) => evaluateDimension(dimension, this.#sizes),
      list: (place) => this.#list(node, place),
      needsGradient: (place) => {
        const value = node.inputs[place];
        return value !== undefined && (this.#given.dependent ?? NOTHING).has(value);
      },
      seed: ((this.#given.dropoutSeed ?? 0) * 31 + node.index) | 0,
    };
    const made = this.#guarded(node, () =>
      this.#tf.tidy(() => {
        const results = kernelOf(node)(call);
        const list = Array.isArray(results) ? (results as readonly Tensor[]) : [results as Tensor];
        return list.map((tensor) => (inputs.includes(tensor) ? tensor.clone() : tensor));
      }),
    );
    for (const [place, tensor] of made.entries()) this.#keep(node.outputs[place] as Value, tensor);
    for (const [place, value] of node.inputs.entries()) {
      if (value !== undefined && isRead(node, place)) this.#release(value);
    }
  }

  #keep(value: Value, tensor: Tensor): void {
    for (const [axis, dimension] of value.shape.entries()) {
      if (typeof dimension === "string" && isName(dimension)) this.#sizes[dimension] ??= tensor.shape[axis] ?? 0;
    }
    if ((this.#readers.get(value) ?? 0) > 0) this.#tensors.set(value, tensor);
    else tensor.dispose();
  }

  #release(value: Value): void {
    const left = (this.#readers.get(value) ?? 0) - 1;
    this.#readers.set(value, left);
    if (left > 0) return;
    this.#tensors.get(value)?.dispose();
    this.#tensors.delete(value);
  }

  #find(value: Value): Tensor {
    const own = this.#tensors.get(value);
    if (own !== undefined) return own;
    const given =
      value.origin === "input"
        ? this.#given.feeds.get(value.name)
        : value.origin === "state"
          ? this.#given.states.get(value.name)
          : undefined;
    if (given !== undefined) return given;
    const data = this.#plan.graph.constantData(value);
    if (data === undefined) throw new MachineError("run-failed", `\`${value.name}\` was read before it was computed.`);
    const tensor = tensorOf(this.#tf, value.name, { type: data.type, dims: data.shape, data: data.data });
    this.#tensors.set(value, tensor);
    return tensor;
  }

  #list(node: GraphNode, place: number): readonly number[] {
    const value = node.inputs[place] as Value;
    const constant = this.#plan.graph.constantData(value);
    return constant === undefined ? Array.from(this.#find(value).dataSync()) : Array.from(constant.data, Number);
  }

  #shape(node: GraphNode): number[] {
    const dimensions: readonly Dimension[] = node.outputs[0]?.shape ?? [];
    return dimensions.map((dimension) => evaluateDimension(dimension, this.#sizes));
  }

  #guarded<T>(node: GraphNode, work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw error instanceof MachineError ? error : failed(node, messageOf(error).replace(/\.$/, ""), error);
    }
  }
}

/**
 * Runs a plan without gradients and gives its outputs, which are the caller's to free.
 *
 * Whatever happens nothing else stays in memory.
 */
export function interpret(tf: TensorFlow, plan: EvaluationPlan, given: EvaluationGiven): Map<string, Tensor> {
  const evaluation = new Evaluation(tf, plan, given);
  const outputs = new Map<string, Tensor>();
  try {
    evaluation.run(plan.nodes);
    // An output may be an input or a state, or two names of one value: each gets a tensor of its own.
    for (const name of plan.outputs.keys()) outputs.set(name, tf.clone(evaluation.output(name)));
    return outputs;
  } finally {
    evaluation.free();
  }
}
