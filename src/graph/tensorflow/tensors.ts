/** @file Between the tensors of a run and those of TensorFlow.js, which has no int64. */
import { evaluateDimension } from "../dimension";
import type { ElementType, Graph, Value } from "../graph";
import { MachineError } from "../machine/machine-error";
import type { TensorData } from "../machine/program";
import { describeTensor, mismatch, ownTensor } from "../machine/tensor-ownership";
import type { Tensor, TensorFlow } from "./kernel";

/** TensorFlow.js's type for each of ours. */
export const DTYPES: Readonly<Record<ElementType, "float32" | "int32" | "bool">> = {
  float32: "float32",
  int64: "int32",
  int32: "int32",
  bool: "bool",
};

/** Numbers on their way into a run. */
interface Numbers {
  readonly type: ElementType;
  readonly dims: readonly number[];
  readonly data: TensorData["data"];
}

/** A tensor of TensorFlow.js with these numbers, which may share their memory. */
export function tensorOf(tf: TensorFlow, name: string, { type, dims, data }: Numbers): Tensor {
  const numbers = data instanceof BigInt64Array ? narrowed(name, data) : data;
  return tf.tensor(numbers, [...dims], DTYPES[type]);
}

/** A copy of a tensor's numbers, as the graph's element type. */
export function dataOf(tensor: Tensor, type: ElementType): TensorData {
  const dims = [...tensor.shape];
  const numbers = tensor.dataSync();
  if (type === "float32") return { type, dims, data: Float32Array.from(numbers) };
  if (type === "int32") return { type, dims, data: Int32Array.from(numbers) };
  if (type === "bool") return { type, dims, data: Uint8Array.from(numbers) };
  return { type, dims, data: BigInt64Array.from(numbers, (item) => BigInt(item)) };
}

/**
 * Checks feeds against a graph's inputs and says what its symbolic dimensions stand for.
 *
 * @throws MachineError `feed-mismatch`, as the machine of onnxruntime does.
 */
export function sizesOf(
  graph: Graph,
  feeds: Readonly<Record<string, TensorData>>,
  program: string,
): Record<string, number> {
  const sizes: Record<string, number> = Object.create(null);
  const given = Object.entries(feeds).map(([name, tensor]): [Value, TensorData] => {
    const value = graph.inputs.get(name);
    if (value === undefined) throw mismatch(name, "an input of the graph", "another", program);
    return [value, ownTensor(name, tensor, true)];
  });
  for (const [value, tensor] of given) {
    if (tensor.type !== value.type || tensor.dims.length !== value.rank) throw wrong(value, tensor, program);
    for (const [axis, dimension] of value.shape.entries()) {
      if (typeof dimension === "string" && isName(dimension)) sizes[dimension] ??= tensor.dims[axis] ?? 0;
    }
  }
  for (const [value, tensor] of given) {
    for (const [axis, dimension] of value.shape.entries()) {
      const size = evaluateDimension(dimension, sizes);
      if (size !== tensor.dims[axis]) {
        const why = typeof dimension === "string" ? ` with ${dimension} = ${size}, as in the inputs before` : "";
        throw wrong(value, tensor, program, why);
      }
    }
  }
  return sizes;
}

/** Whether a dimension is one name and no sum or product. */
export function isName(dimension: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(dimension);
}

function wrong(value: Value, tensor: TensorData, program: string, why = ""): MachineError {
  const expected = `${describeTensor(value, value.shape)}${why}`;
  return mismatch(value.name, expected, describeTensor(tensor, tensor.dims), program);
}

function narrowed(name: string, data: BigInt64Array): Int32Array {
  const narrow = new Int32Array(data.length);
  for (const [place, item] of data.entries()) {
    if (BigInt.asIntN(32, item) !== item) {
      throw new MachineError("feed-mismatch", `The input \`${name}\` holds ${item}, which TensorFlow.js cannot hold.`, {
        input: name,
        hint: "It has whole numbers from -2147483648 to 2147483647.",
      });
    }
    narrow[place] = Number(item);
  }
  return narrow;
}
