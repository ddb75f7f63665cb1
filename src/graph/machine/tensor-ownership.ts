/** @file Checking the tensors that a caller gives, and making them the machine's own. */
import { describeValue } from "../../core/errors";
import { formatShape } from "../dimension";
import { MachineError } from "./machine-error";
import type { StateValue, TensorData, TensorType } from "./program";

const ARRAYS: Readonly<Record<TensorType, string>> = {
  float32: "Float32Array",
  int64: "BigInt64Array",
  int32: "Int32Array",
  bool: "Uint8Array",
};

/** A tensor of the machine's own. With `move` the caller's memory is taken where it holds nothing else. */
export function ownTensor(name: string, tensor: TensorData, move: boolean): TensorData {
  checkTensor(name, tensor);
  const { type, dims } = tensor;
  switch (tensor.type) {
    case "float32":
      return { type: "float32", dims: [...dims], data: ownArray(tensor.data, move) ?? new Float32Array(tensor.data) };
    case "int64":
      return { type: "int64", dims: [...dims], data: ownArray(tensor.data, move) ?? new BigInt64Array(tensor.data) };
    case "int32":
      return { type: "int32", dims: [...dims], data: ownArray(tensor.data, move) ?? new Int32Array(tensor.data) };
    case "bool":
      return { type: "bool", dims: [...dims], data: ownArray(tensor.data, move) ?? new Uint8Array(tensor.data) };
    default:
      throw mismatch(name, `an element type among ${Object.keys(ARRAYS).join(", ")}`, describeValue(type));
  }
}

/** A state's value, the machine's own. */
export function ownState(name: string, { dims, data }: StateValue, move: boolean): StateValue {
  const { data: own, dims: shape } = ownTensor(name, { type: "float32", dims, data }, move);
  return { dims: shape, data: own as Float32Array };
}

/** The number of elements in a tensor of these dims. */
export function elementCount(dims: readonly number[]): number {
  return dims.reduce((product, dim) => product * dim, 1);
}

/** A tensor as an error shows it: `int64 [4, 16]`. */
export function describeTensor({ type }: { readonly type: string }, dims: readonly (number | string)[]): string {
  return `${type} ${formatShape(dims)}`;
}

/** The error of a feed that does not fit. */
export function mismatch(input: string, expected: string, given: string, program?: string): MachineError {
  const message = `The input \`${input}\` must be ${expected}, but got ${given}.`;
  return new MachineError("feed-mismatch", message, { input, program });
}

function checkTensor(name: string, tensor: TensorData): void {
  if (typeof tensor !== "object" || tensor === null) throw mismatch(name, "a tensor", describeValue(tensor));
  const { type, dims, data } = tensor;
  const array = ARRAYS[type];
  if (array === undefined) throw mismatch(name, `one of ${Object.keys(ARRAYS).join(", ")}`, describeValue(type));
  if (!Array.isArray(dims) || !dims.every((dim) => Number.isSafeInteger(dim) && dim >= 0)) {
    throw mismatch(name, "a tensor whose dims are whole numbers", describeValue(dims));
  }
  // By tag and not by class: a notebook's kernel may run cells in a context with classes of its own.
  const tag = Object.prototype.toString.call(data).slice(8, -1);
  if (tag !== array) throw mismatch(name, `${describeTensor(tensor, dims)} in a ${array}`, describeValue(data));
  if (data.length !== elementCount(dims)) {
    throw mismatch(
      name,
      `${describeTensor(tensor, dims)}, which has ${elementCount(dims)} elements`,
      `${data.length} elements`,
    );
  }
}

/** The array itself, where it may be moved: it fills its memory, and the memory is not shared. */
function ownArray<Data extends TensorData["data"]>(data: Data, move: boolean): Data | undefined {
  const whole = data.buffer instanceof ArrayBuffer && data.byteLength === data.buffer.byteLength;
  return move && whole ? data : undefined;
}
