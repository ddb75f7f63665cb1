/** @file What a model gives: numbers in a shape. */
import { argumentRangeError } from "../core/errors";
import { SelfShowing } from "../core/self-showing";

/** Of a longer axis only the ends are printed. */
const SHOWN = 8;
const EDGE = 3;

/** Numbers in lists of lists; a scalar is a number. */
export type NestedList = number | NestedList[];

/**
 * Float32 numbers in a shape, in row-major order.
 *
 * @example
 * ```ts
 * const logits = new ModelTensor(Float32Array.of(1, 3, 2, 5, 4, 0), [2, 3]);
 * logits.argmax(); // [ 1, 0 ]
 * logits.tolist(); // [ [ 1, 3, 2 ], [ 5, 4, 0 ] ]
 * ```
 */
export class ModelTensor extends SelfShowing {
  readonly type = "float32";
  readonly data: Float32Array;
  readonly dims: readonly number[];

  constructor(data: Float32Array, dims: readonly number[]) {
    super();
    this.data = data;
    this.dims = dims;
  }

  /** The only number of a tensor that has one, such as a loss. */
  item(): number {
    const [only] = this.data;
    if (only !== undefined && this.data.length === 1) return only;
    throw new RangeError(`ModelTensor.item: the tensor has ${this.data.length} numbers. Use \`tolist\` or \`data\`.`);
  }

  /** What stands at one place of the first axis: a row of a matrix. It shares the memory. */
  at(index: number): ModelTensor {
    const [length = 0, ...rest] = this.dims;
    const place = index < 0 ? length + index : index;
    if (!Number.isSafeInteger(place) || place < 0 || place >= length) {
      const rule = `be a whole number from ${-length} to ${length - 1}`;
      throw argumentRangeError({ function: "ModelTensor.at", parameter: "index", rule, value: index });
    }
    const width = rest.reduce((product, size) => product * size, 1);
    return new ModelTensor(this.data.subarray(place * width, (place + 1) * width), rest);
  }

  /** The numbers in lists of lists. Python: `tensor.tolist()`. */
  tolist(): NestedList {
    return nested(this.data, this.dims);
  }

  /** Where the largest number of the last axis stands; the first of equals. Python: `tensor.argmax(-1).tolist()`. */
  argmax(): NestedList {
    const { width, rows } = this.#rows();
    const places = new Float64Array(rows);
    for (let row = 0; row < rows; row++) {
      let best = 0;
      for (let index = 1; index < width; index++) {
        if ((this.data[row * width + index] ?? 0) > (this.data[row * width + best] ?? 0)) best = index;
      }
      places[row] = best;
    }
    return nested(places, this.dims.slice(0, -1));
  }

  /** The last axis as probabilities. Python: `tensor.softmax(-1)`. */
  softmax(): ModelTensor {
    const { width, rows } = this.#rows();
    const result = new Float32Array(this.data.length);
    for (let row = 0; row < rows; row++) {
      const part = this.data.subarray(row * width, (row + 1) * width);
      const highest = part.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
      const powers = Float64Array.from(part, (value) => Math.exp(value - highest));
      const sum = powers.reduce((total, value) => total + value, 0);
      for (let index = 0; index < width; index++) result[row * width + index] = (powers[index] ?? 0) / sum;
    }
    return new ModelTensor(result, this.dims);
  }

  override toText(): string {
    return `ModelTensor(float32, [${this.dims.join(", ")}]) ${shown(this.data, this.dims)}`;
  }

  override toBundle(): { "text/plain": string } {
    return { "text/plain": this.toText() };
  }

  #rows(): { width: number; rows: number } {
    const width = this.dims.at(-1);
    if (width === undefined) throw new RangeError("ModelTensor: a scalar has no last axis.");
    return { width, rows: width === 0 ? 0 : this.data.length / width };
  }
}

function nested(data: Float32Array | Float64Array, dims: readonly number[]): NestedList {
  const build = (axis: number, from: number, size: number): NestedList => {
    const length = dims[axis];
    if (length === undefined) return data[from] ?? Number.NaN;
    const step = length === 0 ? 0 : size / length;
    return Array.from({ length }, (_, index) => build(axis + 1, from + index * step, step));
  };
  return build(0, 0, data.length);
}

/** The numbers as people read them: five digits, and the ends of long axes. Nothing else of a large tensor is touched. */
function shown(data: Float32Array, dims: readonly number[]): string {
  const part = (axis: number, from: number, size: number): string => {
    const length = dims[axis];
    if (length === undefined) return String(Number((data[from] ?? Number.NaN).toPrecision(5)));
    const step = length === 0 ? 0 : size / length;
    const item = (index: number): string => part(axis + 1, from + index * step, step);
    const all = Array.from({ length: Math.min(length, SHOWN) }, (_, index) => index);
    if (length <= SHOWN) return `[${all.map(item).join(", ")}]`;
    const [first, last] = [all.slice(0, EDGE), all.slice(0, EDGE).map((index) => length - EDGE + index)];
    return `[${[...first.map(item), "…", ...last.map(item)].join(", ")}]`;
  };
  return part(0, 0, data.length);
}
