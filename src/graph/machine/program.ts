/** @file What a machine runs: a program's bytes, the state that it reads and replaces, and the tensors that go in and out. */

/** A tensor with its numbers in row-major order. A scalar has no dims; a bool is one byte, 0 or 1. */
export type TensorData =
  | { readonly type: "float32"; readonly dims: readonly number[]; readonly data: Float32Array }
  | { readonly type: "int64"; readonly dims: readonly number[]; readonly data: BigInt64Array }
  | { readonly type: "int32"; readonly dims: readonly number[]; readonly data: Int32Array }
  | { readonly type: "bool"; readonly dims: readonly number[]; readonly data: Uint8Array };

/** The element types of {@link TensorData}. */
export type TensorType = TensorData["type"];

/** A named state: numbers that stay in the machine between runs. */
export interface StateValue {
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

/** An input that is fed from named state. */
export interface StateInput {
  readonly input: string;
  readonly state: string;
}

/** An output that becomes a state's new value. */
export interface StateUpdate {
  readonly output: string;
  readonly state: string;
  /**
   * `"safe"`: the old value is never read after the new one is written, so both may be the same memory. The caller has
   * proven it. `"copy"`: they may not; where results are not copied the new value is written beside the old one.
   */
  readonly inPlace: "safe" | "copy";
}

/** A tensor that a run returns. */
export interface ProgramOutput {
  readonly name: string;
  readonly type: TensorType;
  /** Numbers, and polynomials in the symbolic dimensions of the inputs: `"batch*sequence"`. */
  readonly shape: readonly (number | string)[];
}

/** What a model says of its inputs and outputs, in its own order. */
export interface ProgramFacts {
  readonly inputs: readonly TensorFacts[];
  readonly outputs: readonly TensorFacts[];
}

/** What a model says of a tensor. A dimension is a number, a name or a polynomial of names; "" where it says nothing. */
export interface TensorFacts {
  readonly name: string;
  readonly type: string;
  readonly shape: readonly (number | string)[];
}

/** How onnxruntime prepares a program. The defaults are what measured best for training with shapes that change. */
export interface SessionTuning {
  /** @default "extended" */
  readonly optimization?: "disabled" | "basic" | "extended" | "all";
  /** Whether memory is planned by shape. It costs memory where shapes change from run to run. @default false */
  readonly memoryPattern?: boolean;
  /** Whether threads that wait for work keep a core busy. @default false */
  readonly spinning?: boolean;
}

/**
 * A program over named state: an ONNX model, and how its inputs and outputs are wired.
 *
 * All other inputs of the model are fed by each run.
 */
export interface MachineProgram {
  readonly name: string;
  /** The bytes of an ONNX file, or the path of one (with its external data beside it). */
  readonly model: Uint8Array | { readonly path: string };
  readonly state: readonly StateInput[];
  readonly updates: readonly StateUpdate[];
  /** What a run returns, `"all"` for every output that the model has. An output may be an update too. */
  readonly outputs: readonly ProgramOutput[] | "all";
  /**
   * The name of a sequence-typed output, the model's first. A program that has one can be run without a copy of its
   * results: the binding stops at that output, when everything has been written to the memory that was offered.
   */
  readonly stopOutput?: string;
  /**
   * The name of a float32 scalar among `outputs` which every update reads: the norm of all gradients. After a failure it
   * tells whether any update can have been written. Without it, state that is updated in place counts as lost then.
   */
  readonly barrier?: string;
  readonly options?: SessionTuning;
}
