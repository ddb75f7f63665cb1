/** @file What a file of weights offers, whatever its format. */
import type { ElementType, WeightArray } from "./element-type";

/** What is known of a tensor before it is read. */
export interface TensorInfo {
  /** How its elements are stored: "F32", "F16", "BF16", "I64" … */
  dtype: ElementType;
  shape: readonly number[];
  /** The bytes of its elements as stored. */
  byteLength: number;
}

/** A tensor's values, in row-major order, and its shape. */
export interface TensorData {
  data: WeightArray;
  shape: readonly number[];
}

/** One open file of weights. */
export interface TensorFile {
  /** Texts that the file carries beside the tensors. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Every tensor, in the order of the file. */
  readonly tensors: ReadonlyMap<string, TensorInfo>;
  /** Reads one tensor of {@link tensors}. */
  read(name: string): Promise<TensorData>;
  close(): Promise<void>;
}
