/** @file Graphs run over one set of states on TensorFlow.js, each built and planned once. */
import { listNames } from "../../core/suggest";
import { checkedFeeds } from "../checked-feeds";
import type { Graph, Value } from "../graph";
import { MachineError } from "../machine/machine-error";
import type { TensorData } from "../machine/program";
import type { Feeds } from "../training/training-session";
import { interpret } from "./evaluation";
import { type EvaluationPlan, planEvaluation } from "./evaluation-plan";
import type { Tensor, TensorFlow } from "./kernel";
import { dataOf, sizesOf, tensorOf } from "./tensors";

/** Runs forward graphs. */
export class GraphRunner {
  readonly #tf: TensorFlow;
  readonly #states: ReadonlyMap<string, Tensor>;
  readonly #graphs = new Map<string, Graph>();
  readonly #plans = new Map<string, EvaluationPlan>();

  /** @param states By name; what is in the map when a graph runs is what it reads. */
  constructor(tf: TensorFlow, states: ReadonlyMap<string, Tensor>) {
    this.#tf = tf;
    this.#states = states;
  }

  /** Computes a graph's outputs, or those that are named. `build` is called the first time that `key` is run. */
  run(key: string, build: () => Graph, feeds: Feeds, fetch?: readonly string[]): Record<string, TensorData> {
    const plan = this.#planOf(key, build, fetch);
    const read = checkedFeeds(plan.graph, plan.inputs, feeds, { others: "ignore" });
    for (const state of plan.states) {
      if (!this.#states.has(state)) {
        throw new MachineError("state-missing", `\`${key}\` reads the state \`${state}\`, which is not there.`, {
          program: key,
          hint: listNames("states", state, [...this.#states.keys()]),
        });
      }
    }
    const sizes = sizesOf(plan.graph, read, key);
    const tensors: Tensor[] = [];
    try {
      const fed = new Map<string, Tensor>();
      for (const [name, data] of Object.entries(read)) {
        const tensor = tensorOf(this.#tf, name, data);
        fed.set(name, tensor);
        tensors.push(tensor);
      }
      const outputs = interpret(this.#tf, plan, { feeds: fed, states: this.#states, sizes });
      tensors.push(...outputs.values());
      const results: Record<string, TensorData> = {};
      for (const [name, tensor] of outputs) results[name] = dataOf(tensor, (plan.outputs.get(name) as Value).type);
      return results;
    } finally {
      for (const tensor of tensors) tensor.dispose();
    }
  }

  #planOf(key: string, build: () => Graph, fetch: readonly string[] | undefined): EvaluationPlan {
    const graph = this.#graphs.get(key) ?? build();
    this.#graphs.set(key, graph);
    const names = fetch === undefined ? [...graph.outputs.keys()] : [...new Set(fetch)];
    const id = JSON.stringify([key, names]);
    const known = this.#plans.get(id);
    if (known !== undefined) return known;
    const outputs = names.map((name): [string, Value] => {
      const value = graph.outputs.get(name);
      if (value !== undefined) return [name, value];
      const hint = listNames("outputs", name, [...graph.outputs.keys()]);
      throw new MachineError("program-invalid", `The program \`${key}\` has no output \`${name}\`. ${hint}`, {
        program: key,
      });
    });
    const plan = planEvaluation(graph, new Map(outputs));
    this.#plans.set(id, plan);
    return plan;
  }
}
