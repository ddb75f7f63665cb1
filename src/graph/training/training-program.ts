/** @file From a forward graph with a loss to the programs that train it: whole steps, accumulation, application. */
import { differentiate } from "../gradients/differentiate";
import type { Gradient } from "../gradients/gradient";
import type { Graph, Value } from "../graph";
import { GraphError } from "../graph-error";
import { add } from "../operations/arithmetic";
import { expand } from "../operations/expand";
import { scalar } from "../operations/operand";
import { sumRows } from "../operations/scatter";
import { type AdamWConstants, type AdamWEntry, adamW } from "./adamw";
import { groupOf } from "./planned-parameters";
import type { ParameterGroup } from "./training-session";

/** A graph with what a run gives and which states it replaces. */
export interface UpdatingGraph {
  graph: Graph;
  outputs: ReadonlyMap<string, Value>;
  /** The new value of each state, by the state's name. */
  updates: ReadonlyMap<string, Value>;
}

/** The state that sums a parameter's gradients over several batches. */
export function accumulatorOf(parameter: string): string {
  return `gradient.${parameter}`;
}

/** Forward, backward, clipping, AdamW: outputs `loss` and `gradient_norm`. */
export function stepProgram(
  graph: Graph,
  trained: readonly string[],
  groups: readonly ParameterGroup[],
  constants: AdamWConstants,
  fetch: readonly string[] = [],
): UpdatingGraph {
  const loss = graph.requireOutput("loss");
  const gradients = gradientsOf(graph, loss, trained);
  const entries = [...gradients].map(([name, gradient]) => entryOf(graph, name, gradient, groups));
  const { updates, norm } = adamW(graph, entries, constants);
  return {
    graph,
    updates,
    outputs: new Map([...fetched(graph, fetch), ["gradient_norm", norm]]),
  };
}

/** Forward and backward; the gradients times the input `gradient_scale` are added to the accumulators. Output `loss`. */
export function accumulateProgram(
  graph: Graph,
  trained: readonly string[],
  fetch: readonly string[] = [],
): UpdatingGraph {
  const loss = graph.requireOutput("loss");
  const seed = graph.input("gradient_scale", "float32", []);
  const updates = new Map<string, Value>();
  for (const [name, gradient] of gradientsOf(graph, loss, trained, seed)) {
    const state = accumulatorOf(name);
    const sum = graph.state(state, shapeOf(graph, name), "accumulator");
    updates.set(
      state,
      gradient.kind === "rows" ? sumRows(sum, gradient.indices, gradient.rows) : add(sum, gradient.value),
    );
  }
  return { graph, updates, outputs: fetched(graph, fetch) };
}

/** What a batch gives besides its gradients. */
function fetched(graph: Graph, fetch: readonly string[]): Map<string, Value> {
  return new Map(["loss", ...fetch].map((name) => [name, graph.requireOutput(name)]));
}

/** Clipping and AdamW from the accumulators, which become zero. Output `gradient_norm`. */
export function applyProgram(
  graph: Graph,
  trained: readonly string[],
  groups: readonly ParameterGroup[],
  constants: AdamWConstants,
): UpdatingGraph {
  const entries = trained.map((name): AdamWEntry => {
    const value = graph.state(accumulatorOf(name), shapeOf(graph, name), "accumulator");
    return entryOf(graph, name, { kind: "dense", value }, groups);
  });
  const { updates, norm } = adamW(graph, entries, constants);
  return { graph, updates, outputs: new Map([["gradient_norm", norm]]) };
}

/** The gradients of the trained parameters; zeros for one that the loss does not depend on. */
function gradientsOf(graph: Graph, loss: Value, trained: readonly string[], seed?: Value): Map<string, Gradient> {
  const { parameters } = graph;
  const wanted = trained.map((name) => requireParameter(graph, name, parameters));
  const found = differentiate(loss, wanted, seed === undefined ? {} : { seed });
  return new Map(
    trained.map((name, index) => {
      const gradient = found.get(wanted[index] as Value);
      return [name, gradient ?? { kind: "dense", value: expand(scalar(graph, 0), shapeOf(graph, name)) }];
    }),
  );
}

function requireParameter(graph: Graph, name: string, parameters: ReadonlyMap<string, Value>): Value {
  const value = parameters.get(name);
  if (value !== undefined) return value;
  throw new GraphError("parameter-missing", `The graph \`${graph.name}\` has no parameter \`${name}\` to train.`);
}

function entryOf(graph: Graph, name: string, gradient: Gradient, groups: readonly ParameterGroup[]): AdamWEntry {
  const group = groupOf(name, groups);
  return { name, parameter: requireParameter(graph, name, graph.parameters), gradient, group: group.name };
}

function shapeOf(graph: Graph, name: string): readonly number[] {
  return requireParameter(graph, name, graph.parameters).shape as readonly number[];
}
