/** @file Runs a graph once in onnxruntime: its outputs, and on request the loss's gradients. Tests only. */
import type { Dimension } from "../../src/graph/dimension";
import { differentiate } from "../../src/graph/gradients/differentiate";
import { toDense } from "../../src/graph/gradients/gradient";
import type { ElementType, Graph, Value } from "../../src/graph/graph";
import { encodeOnnx } from "../../src/graph/onnx/encode-onnx";
import { lowerGraph } from "../../src/graph/onnx/lower-graph";

/** What a run is fed: numbers and their shape. */
export interface FedTensor {
  data: ArrayLike<number>;
  shape: readonly number[];
}

/** What a run gave. */
export interface RunResult {
  outputs: Map<string, { data: Float32Array; shape: readonly number[] }>;
  /** By parameter. */
  gradients: Map<string, Float32Array>;
  /** The inputs that the model truly reads. */
  inputs: readonly string[];
}

/** What {@link runForward} is given. */
export interface RunRequest {
  weights: ReadonlyMap<string, FedTensor>;
  /** More than the graph has is allowed: goldens know inputs that a graph does not need. */
  inputs: Readonly<Record<string, FedTensor>>;
  /** By default all of the graph's. */
  outputs?: readonly string[];
  /** `"all"` parameters' gradients of the output `loss`, or those named. @default "none" */
  gradients?: "none" | "all" | readonly string[];
}

/** Runs a graph once. Integers come back as floats. */
export async function runForward(graph: Graph, request: RunRequest): Promise<RunResult> {
  const outputs = new Map<string, Value>();
  for (const name of request.outputs ?? graph.outputs.keys()) outputs.set(name, graph.requireOutput(name));
  for (const [name, value] of gradientsOf(graph, request.gradients ?? "none")) outputs.set(`gradient:${name}`, value);
  const lowered = lowerGraph(graph, { outputs });
  const { InferenceSession, Tensor } = await import("onnxruntime-node");
  const session = await InferenceSession.create(encodeOnnx(lowered.model), {
    intraOpNumThreads: 1,
    logSeverityLevel: 3,
  });
  try {
    const feeds: Record<string, InstanceType<typeof Tensor>> = {};
    const feed = (name: string, type: ElementType, given: FedTensor | undefined): void => {
      if (given === undefined) throw new Error(`The run needs \`${name}\`.`);
      if (type === "int64") {
        const whole = BigInt64Array.from(Array.from(given.data), (item) => BigInt(item));
        feeds[name] = new Tensor("int64", whole, [...given.shape]);
      } else feeds[name] = new Tensor("float32", Float32Array.from(given.data), [...given.shape]);
    };
    for (const name of lowered.inputs) feed(name, graph.inputs.get(name)?.type ?? "float32", request.inputs[name]);
    for (const name of lowered.states) {
      const shape = graph.states.get(name)?.value.shape as readonly Dimension[] as readonly number[];
      const given = request.weights.get(name);
      feed(name, "float32", given === undefined ? undefined : { data: given.data, shape });
    }
    const found = await session.run(feeds);
    const result: RunResult = { outputs: new Map(), gradients: new Map(), inputs: lowered.inputs };
    for (const [name, tensor] of Object.entries(found)) {
      const data = Float32Array.from(tensor.data as ArrayLike<number>, Number);
      if (name.startsWith("gradient:")) result.gradients.set(name.slice("gradient:".length), data);
      else result.outputs.set(name, { data, shape: tensor.dims });
    }
    return result;
  } finally {
    await session.release();
  }
}

function gradientsOf(graph: Graph, which: "none" | "all" | readonly string[]): Map<string, Value> {
  const found = new Map<string, Value>();
  if (which === "none") return found;
  const names = which === "all" ? [...graph.parameters.keys()] : which;
  const parameters = names.map((name) => [name, graph.parameters.get(name)] as const);
  const wanted = parameters.flatMap(([, value]) => value ?? []);
  const gradients = differentiate(graph.requireOutput("loss"), wanted);
  for (const [name, value] of parameters) {
    const gradient = value === undefined ? undefined : gradients.get(value);
    if (gradient !== undefined) found.set(name, toDense(gradient));
  }
  return found;
}
