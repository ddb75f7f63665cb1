/** @file From a graph of ours to the plain structure of an ONNX model, with only the nodes that its outputs need. */
import { expanded } from "../composites/expand-composites";
import type { Attribute, ConstantData, ElementType, Graph, GraphNode, Value } from "../graph";
import { GraphError } from "../graph-error";
import { scramble } from "../scramble";
import type { OnnxAttribute, OnnxModel, OnnxNode, OnnxTensor, OnnxTensorHeader, OnnxValueInfo } from "./onnx-model";

/** ONNX's operator set that the graphs are written in: the first with Gelu. */
export const OPSET = 20;
/** The file format that goes with {@link OPSET}. */
export const IR_VERSION = 9;

/** ONNX's numbers for element types, as the `to` of a Cast has them. */
const TYPE_NUMBERS: Readonly<Record<ElementType, number>> = { float32: 1, int32: 6, int64: 7, bool: 9 };

/** Options of {@link lowerGraph}. */
export interface LowerOptions<Initializer extends OnnxTensorHeader> {
  /** What the model gives, in this order; by default the graph's own outputs. */
  outputs?: ReadonlyMap<string, Value>;
  /** States that become constants of the model; the others are its inputs, after the graph's own. */
  initializers?: (name: string, shape: readonly number[]) => Initializer | undefined;
  /** A first output of a sequence type, which makes the binding stop before it copies the others. See machine/. */
  stopOutput?: string;
  /** Where dropout's random numbers start. The same seed gives the same masks. @default 0 */
  dropoutSeed?: number;
  /** How many runs of that seed were done before the first run of this model. @default 0 */
  dropoutRuns?: number;
  /** Free text kept in the model. */
  metadata?: Readonly<Record<string, string>>;
}

/** A model with the names of the inputs that it truly reads. */
export interface LoweredGraph<Initializer extends OnnxTensorHeader> {
  model: OnnxModel<OnnxTensor | Initializer>;
  /** The graph's inputs that are read. */
  inputs: readonly string[];
  /** The states that are read as inputs. */
  states: readonly string[];
}

/** Writes a graph down as an ONNX model. Nodes that no output needs are left out. */
export function lowerGraph<Initializer extends OnnxTensorHeader = never>(
  graph: Graph,
  options: LowerOptions<Initializer> = {},
): LoweredGraph<Initializer> {
  const outputs = options.outputs ?? graph.outputs;
  if (outputs.size === 0) throw new GraphError("output-missing", `The graph \`${graph.name}\` has no output.`);
  const { nodes, used } = reachable([...outputs.values()]);
  const names = new Map<Value, string>();
  const copies: OnnxNode[] = [];
  for (const [name, asked] of outputs) {
    const value = expanded(asked);
    // A value that a node makes takes the output's name, so that the node writes straight into the caller's buffer.
    if (value.origin === "node" && !names.has(value)) names.set(value, name);
    else
      copies.push({
        operation: "Identity",
        name: `${name}/copy`,
        inputs: [names.get(value) ?? value.name],
        outputs: [name],
        attributes: [],
      });
  }
  const nameOf = (value: Value): string => {
    const read = expanded(value);
    return names.get(read) ?? read.name;
  };
  const domains = new Set([""]);
  let dropouts = 0;
  const lowered = nodes.map((node): OnnxNode => {
    domains.add(node.domain);
    const seed = node.operation === "Dropout" ? seedOf(options, dropouts++) : undefined;
    return lowerNode(node, nameOf, used, seed);
  });
  const inputs: OnnxValueInfo[] = [];
  for (const value of graph.inputs.values()) if (used.has(value)) inputs.push(infoOf(value, value.name));
  const initializers: (OnnxTensor | Initializer)[] = [];
  const states: string[] = [];
  for (const [name, { value }] of graph.states) {
    if (!used.has(value)) continue;
    const constant = options.initializers?.(name, value.shape as readonly number[]);
    if (constant !== undefined) initializers.push(constant);
    else {
      states.push(name);
      inputs.push(infoOf(value, name));
    }
  }
  for (const value of used) {
    const data = graph.constantData(value);
    if (data !== undefined)
      initializers.push({ name: value.name, type: data.type, dims: data.shape, data: bytesOf(data) });
  }
  const infos = [...outputs].map(([name, value]) => infoOf(value, name));
  const stop = options.stopOutput === undefined ? undefined : stopNode(options.stopOutput);
  if (stop !== undefined) initializers.push(stop.constant);
  const model: OnnxModel<OnnxTensor | Initializer> = {
    graph: {
      name: graph.name,
      nodes: [...lowered, ...copies, ...(stop === undefined ? [] : [stop.node])],
      inputs,
      outputs: stop === undefined ? infos : [stop.info, ...infos],
      initializers,
    },
    opsets: [...domains].map((domain) => ({ domain, version: domain === "" ? OPSET : 1 })),
    irVersion: IR_VERSION,
    ...(options.metadata === undefined ? {} : { metadata: options.metadata }),
  };
  return {
    model,
    inputs: [...graph.inputs.keys()].filter((name) => used.has(graph.inputs.get(name) as Value)),
    states,
  };
}

/**
 * The nodes that these values need, in an order of execution, and every value that is read or asked for.
 *
 * Composite nodes are not among them, but what they stand for is.
 */
export function reachable(values: readonly Value[]): { nodes: readonly GraphNode[]; used: ReadonlySet<Value> } {
  const wanted = values.map(expanded);
  const used = new Set<Value>(wanted);
  const found = new Set<GraphNode>();
  const open = wanted.flatMap((value) => value.producer ?? []);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    for (const input of inputsOf(node)) {
      used.add(input);
      if (input.producer !== undefined) open.push(input.producer);
    }
  }
  // What a composite stands for was made after the nodes that read it: those wait until it is placed.
  const nodes = new Set<GraphNode>();
  const place = (node: GraphNode): void => {
    if (nodes.has(node)) return;
    for (const { producer } of inputsOf(node)) if (producer !== undefined) place(producer);
    nodes.add(node);
  };
  for (const node of [...found].sort((first, second) => first.index - second.index)) place(node);
  return { nodes: [...nodes], used };
}

/** What a node truly reads. */
function inputsOf(node: GraphNode): readonly Value[] {
  return node.inputs.flatMap((input) => (input === undefined ? [] : [expanded(input)]));
}

function lowerNode(
  node: GraphNode,
  nameOf: (value: Value) => string,
  used: ReadonlySet<Value>,
  seed: number | undefined,
): OnnxNode {
  const outputs = node.outputs.map((output, index) => (index === 0 || used.has(output) ? nameOf(output) : ""));
  while (outputs.at(-1) === "") outputs.pop();
  const attributes = Object.entries(node.attributes).map(([name, value]) => attributeOf(node, name, value));
  if (seed !== undefined) attributes.push({ name: "seed", kind: "int", value: seed });
  return {
    operation: node.operation,
    domain: node.domain,
    name: node.name,
    inputs: node.inputs.map((input) => (input === undefined ? "" : nameOf(input))),
    outputs,
    attributes,
  };
}

function attributeOf(node: GraphNode, name: string, value: Attribute): OnnxAttribute {
  if (node.operation === "Cast" && name === "to")
    return { name, kind: "int", value: TYPE_NUMBERS[value as ElementType] };
  if (typeof value === "number") return { name, kind: "int", value };
  if (typeof value === "string") return { name, kind: "string", value };
  if ("float" in value) return { name, kind: "float", value: value.float };
  return { name, kind: "ints", value };
}

function infoOf(value: Value, name: string): OnnxValueInfo {
  return { name, type: value.type, shape: value.shape };
}

function bytesOf(data: ConstantData): Uint8Array {
  return new Uint8Array(data.data.buffer, data.data.byteOffset, data.data.byteLength);
}

/**
 * The seed of a dropout node. onnxruntime counts on from it, one a run, for a generator that takes 0 for 1: nodes whose
 * seeds are neighbours would share their masks, and the first node its first two.
 */
function seedOf(
  { dropoutSeed = 0, dropoutRuns = 0 }: Pick<LowerOptions<never>, "dropoutSeed" | "dropoutRuns">,
  index: number,
): number {
  return (scramble(Math.imul(dropoutSeed, 1_000_003) + index) % (2 ** 31 - 2)) + 1 + dropoutRuns;
}

function stopNode(name: string): { node: OnnxNode; info: OnnxValueInfo; constant: OnnxTensor } {
  const constant: OnnxTensor = { name: `${name}/element`, type: "float32", dims: [1], data: new Uint8Array(4) };
  return {
    constant,
    node: {
      operation: "SequenceConstruct",
      name: `${name}/make`,
      inputs: [constant.name],
      outputs: [name],
      attributes: [],
    },
    info: { name, type: "float32", shape: [1], kind: "sequence" },
  };
}
