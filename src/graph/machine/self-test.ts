/** @file Whether this runtime writes results into memory that is offered, tried on a small program before it is relied on. */
import { messageOf } from "../../core/errors";
import { encodeOnnx } from "../onnx/encode-onnx";
import type { OnnxNode } from "../onnx/onnx-model";
import type { EngineFacts } from "./machine-calls";
import { STOP_MESSAGE } from "./run-program";
import { type Runtime, runtimeVersion } from "./runtime";

/** The version whose binding was read and measured. Another may do otherwise without saying so. */
const KNOWN_VERSION = "1.30.0";
const SIZE = 300;

/**
 * Tries the path without copies: results must land in the offered memory, the binding must stop at the sequence after
 * everything was written, and a state that is read and written in one run must come out as if it were two.
 */
export async function selfTest(runtime: Runtime, known: string = KNOWN_VERSION): Promise<EngineFacts> {
  const version = runtimeVersion(runtime);
  if (version !== known)
    return off(`onnxruntime-node is ${version}; results are taken without a copy only from ${known}.`);
  try {
    const problem = await tryOut(runtime);
    return problem === undefined ? { copyFree: "on", copyFreeReason: "The self-test passed." } : off(problem);
  } catch (error) {
    return off(`The self-test failed: ${messageOf(error)}`);
  }
}

async function tryOut(runtime: Runtime): Promise<string | undefined> {
  const session = await runtime.InferenceSession.create(testModel(), { intraOpNumThreads: 1, logSeverityLevel: 4 });
  try {
    const vector = (value: (index: number) => number) =>
      new runtime.Tensor(
        "float32",
        Float32Array.from({ length: SIZE }, (_, index) => value(index)),
        [SIZE],
      );
    const weights = () => vector((index) => Math.sin(index));
    const moments = () => vector((index) => Math.cos(index) / 8);
    const x = vector((index) => 1 / (index + 1));
    const expected = await session.run({ x, p: weights(), m: moments() }, ["norm", "p2", "m2"]);
    const p = weights();
    const m = moments();
    const norm = new runtime.Tensor("float32", new Float32Array(1), []);
    let stopped = "";
    try {
      await session.run({ x, p, m }, { stop: null, norm, p2: p, m2: m });
    } catch (error) {
      stopped = messageOf(error);
    }
    if (!stopped.includes(STOP_MESSAGE)) return `The binding did not stop where it should: ${stopped || "no error"}.`;
    const same = [norm, p, m].every((tensor, index) =>
      sameBits(tensor.data, expected[["norm", "p2", "m2"][index] ?? ""]?.data),
    );
    const changed = !sameBits(p.data, weights().data) && !sameBits(m.data, moments().data);
    return same && changed ? undefined : "Results written in place differ from results that were copied.";
  } finally {
    await session.release();
  }
}

/** Momentum with a normalized gradient: every update reads the norm, which reads all state. */
function testModel(): Uint8Array {
  const node = (operation: string, inputs: string[], output: string): OnnxNode => {
    return { operation, name: output, inputs, outputs: [output], attributes: [] };
  };
  const vector = (name: string) => ({ name, type: "float32" as const, shape: [SIZE] });
  return encodeOnnx({
    graph: {
      name: "self-test",
      nodes: [
        node("SequenceConstruct", ["x"], "stop"),
        node("Mul", ["p", "x"], "g"),
        { ...node("ReduceL2", ["g"], "norm"), attributes: [{ kind: "int", name: "keepdims", value: 0 }] },
        node("Div", ["g", "norm"], "unit"),
        node("Add", ["m", "unit"], "m2"),
        node("Sub", ["p", "m2"], "p2"),
      ],
      inputs: [vector("x"), vector("p"), vector("m")],
      outputs: [
        { ...vector("stop"), kind: "sequence" },
        { name: "norm", type: "float32", shape: [] },
        vector("p2"),
        vector("m2"),
      ],
      initializers: [],
    },
    opsets: [{ domain: "", version: 18 }],
    irVersion: 8,
  });
}

function sameBits(first: unknown, second: unknown): boolean {
  if (!(first instanceof Float32Array) || !(second instanceof Float32Array)) return false;
  return first.length === second.length && first.every((value, index) => Object.is(value, second[index]));
}

function off(copyFreeReason: string): EngineFacts {
  return { copyFree: "off", copyFreeReason };
}
