/** @file Making a graph ready in a machine: with its weights as shared state, or with a packed copy of its own. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Graph } from "../graph";
import type { Machine } from "../machine/machine";
import type { MachineProgram } from "../machine/program";
import { encodeOnnx } from "../onnx/encode-onnx";
import { type LowerOptions, lowerGraph } from "../onnx/lower-graph";
import type { OnnxLazyTensor } from "../onnx/onnx-model";
import { writeOnnxFile } from "../onnx/write-onnx-file";

/** Where a graph's program belongs, and how it reads its weights. */
export interface LoadGraphOptions {
  /** The program's name. */
  readonly name: string;
  /** What stands before a weight's name in the machine's state. */
  readonly prefix: string;
  readonly weights: "shared" | "packed";
}

const STOP = "stop";

/** Loads a graph's program; gives the inputs that it reads. */
export async function loadGraph(machine: Machine, graph: Graph, options: LoadGraphOptions): Promise<readonly string[]> {
  const { name, prefix, weights } = options;
  const stop = machine.copyFree === "on" ? { stopOutput: STOP } : {};
  const program = (states: readonly string[], model: MachineProgram["model"]): MachineProgram => ({
    name,
    model,
    state: states.map((input) => ({ input, state: prefix + input })),
    updates: [],
    outputs: [...graph.outputs].map(([output, { type, shape }]) => ({ name: output, type, shape })),
    ...stop,
    options: { optimization: "all" },
  });
  if (weights === "shared") {
    const { model, inputs, states } = lowerGraph(graph, stop);
    await machine.load(program(states, encodeOnnx(model)));
    return inputs;
  }
  // A file with the weights beside it: the runtime maps it while it packs them, so that no third copy stands in memory.
  const folder = await mkdtemp(join(tmpdir(), "caderno-packed-"));
  try {
    const { model, inputs } = lowerGraph<OnnxLazyTensor>(graph, { ...stop, ...fromState(machine, prefix) });
    const path = join(folder, "model.onnx");
    await writeOnnxFile(path, model, { externalData: "always" });
    await machine.load(program([], { path }));
    return inputs;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function fromState(machine: Machine, prefix: string): Pick<LowerOptions<OnnxLazyTensor>, "initializers"> & object {
  const initializers = (name: string, dims: readonly number[]): OnnxLazyTensor => ({
    name,
    type: "float32",
    dims,
    read: async () => {
      const value = (await machine.readState([prefix + name])).get(prefix + name);
      return new Uint8Array((value?.data ?? new Float32Array()).buffer);
    },
  });
  return { initializers };
}
