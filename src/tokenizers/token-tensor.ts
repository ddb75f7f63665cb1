/** @file Ids as a tensor: the shape and one typed array, which any engine takes. */
import { inspect } from "node:util";
import { argumentTypeError } from "../core/errors";
import { SelfShowing } from "../core/self-showing";

/** Which library the tensors are for: `tf` has 32-bit whole numbers, `onnx` and `np` 64-bit ones. */
export type TensorKind = "tf" | "onnx" | "np";

/** Numbers in lists of lists. */
export type NestedNumbers = number | readonly NestedNumbers[];

/** Whole numbers in a shape. Its fields are those of an onnxruntime tensor: `type`, `data`, `dims`. */
export class TokenTensor extends SelfShowing {
  readonly type: "int32" | "int64";
  readonly dims: readonly number[];
  /** The numbers, row by row. */
  readonly data: Int32Array | BigInt64Array;

  constructor(type: "int32" | "int64", data: Int32Array | BigInt64Array, dims: readonly number[]) {
    super();
    this.type = type;
    this.data = data;
    this.dims = dims;
  }

  /** A tensor of lists that are equally long. */
  static of(values: NestedNumbers, kind: TensorKind, name: string = "values"): TokenTensor {
    const dims: number[] = [];
    for (
      let level: NestedNumbers | undefined = values;
      Array.isArray(level);
      level = (level as readonly NestedNumbers[])[0]
    )
      dims.push(level.length);
    const flat: number[] = [];
    const visit = (value: NestedNumbers, depth: number): void => {
      if (typeof value === "number") {
        flat.push(value);
        return;
      }
      if (value.length !== dims[depth]) throw ragged(name, value.length, dims[depth] ?? 0);
      for (const item of value) visit(item, depth + 1);
    };
    visit(values, 0);
    if (kind === "tf") return new TokenTensor("int32", Int32Array.from(flat), dims);
    return new TokenTensor("int64", BigInt64Array.from(flat, BigInt), dims);
  }

  /** The numbers in lists of lists. */
  tolist(): NestedNumbers {
    const numbers = Array.from(this.data, Number);
    const build = (depth: number, from: number, size: number): NestedNumbers => {
      const length = this.dims[depth];
      if (length === undefined) return numbers[from] ?? 0;
      const step = size / Math.max(1, length);
      return Array.from({ length }, (_, index) => build(depth + 1, from + index * step, step));
    };
    return build(0, 0, numbers.length);
  }

  override toText(): string {
    return `TokenTensor(${this.type}, [${this.dims.join(", ")}]) ${inspect(this.tolist(), { depth: 4, breakLength: 110 })}`;
  }

  override toBundle(): { "text/plain": string } {
    return { "text/plain": this.toText() };
  }
}

function ragged(name: string, length: number, expected: number): TypeError {
  return argumentTypeError({
    function: "tokenizer.encode",
    parameter: "returnTensors",
    rule: "come with texts of equal length",
    value: `${name} of ${expected} and of ${length}`,
    next: "Set `padding: true` and, for long texts, `truncation: true`.",
  });
}
