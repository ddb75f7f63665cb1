/** @file Which nodes a run needs, which of their inputs it truly reads, and how often: what interpretation is planned from. */
import { type Dimension, termsOf } from "../dimension";
import type { Graph, GraphNode, Value } from "../graph";

/** What {@link planEvaluation} finds. */
export interface EvaluationPlan {
  readonly graph: Graph;
  readonly outputs: ReadonlyMap<string, Value>;
  /** In an order of execution. */
  readonly nodes: readonly GraphNode[];
  /** How many times a value is read, counted once for each output that it is. */
  readonly readers: ReadonlyMap<Value, number>;
  /** The inputs that are read, if only for their sizes. */
  readonly inputs: readonly string[];
  /** The states that are read. */
  readonly states: readonly string[];
}

/** Inputs that say what the shapes of a graph say already. */
const SHAPE_INPUTS: Readonly<Record<string, readonly number[]>> = {
  Expand: [1],
  Pad: [1, 2],
  Range: [0, 1, 2],
  Reshape: [1],
  Slice: [1, 2, 3],
  Squeeze: [1],
  Unsqueeze: [1],
};

/** Plans a run for these outputs. Composite nodes stay as they are. */
export function planEvaluation(graph: Graph, outputs: ReadonlyMap<string, Value>): EvaluationPlan {
  const needed = new Set<GraphNode>();
  const readers = new Map<Value, number>();
  const measured = new Set<Value>();
  const read = (value: Value): void => {
    readers.set(value, (readers.get(value) ?? 0) + 1);
    if (value.producer !== undefined && !needed.has(value.producer)) {
      needed.add(value.producer);
      open.push(value.producer);
    }
  };
  const open: GraphNode[] = [];
  for (const value of outputs.values()) read(value);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const [place, value] of node.inputs.entries()) if (value !== undefined && isRead(node, place)) read(value);
    if (Object.hasOwn(SHAPE_INPUTS, node.operation)) for (const value of sourcesOf(node)) measured.add(value);
  }
  return {
    graph,
    outputs,
    nodes: [...needed].sort((first, second) => first.index - second.index),
    readers,
    inputs: [...graph.inputs].filter(([, value]) => readers.has(value) || measured.has(value)).map(([name]) => name),
    states: [...graph.states].filter(([, { value }]) => readers.has(value)).map(([name]) => name),
  };
}

/** Whether an input of a node is computed for it. */
export function isRead(node: GraphNode, place: number): boolean {
  const listed = SHAPE_INPUTS[node.operation];
  if (listed === undefined || !listed.includes(place)) return true;
  // A piece between two computed places says in no dimension where it begins.
  if (node.operation === "Slice" && node.dimensions.axis === undefined) return true;
  return !isKnownAtStart(node);
}

/** Whether the feeds' shapes tell the node's: what only a node knows must be computed first. */
function isKnownAtStart(node: GraphNode): boolean {
  return sourcesOf(node).every(({ origin }) => origin === "input");
}

/** The values whose sizes the node's own is made of. */
function sourcesOf(node: GraphNode): readonly Value[] {
  const [output] = node.outputs;
  const dimensions: Dimension[] = [...Object.values(node.dimensions), ...(output?.shape ?? [])];
  const names = dimensions.flatMap((dimension) => termsOf(dimension).flatMap((term) => term.names));
  return names.flatMap((name) => output?.graph.dimensionSource(name).value ?? []);
}

/** The values that the loss can be differentiated through: those that a trained parameter has a part in. */
export function dependentOn(plan: EvaluationPlan, parameters: ReadonlySet<string>): ReadonlySet<Value> {
  const found = new Set<Value>();
  for (const [name, { value }] of plan.graph.states) if (parameters.has(name)) found.add(value);
  for (const node of plan.nodes) {
    if (node.inputs.some((value, place) => value !== undefined && isRead(node, place) && found.has(value))) {
      for (const output of node.outputs) if (output.type === "float32") found.add(output);
    }
  }
  return found;
}
