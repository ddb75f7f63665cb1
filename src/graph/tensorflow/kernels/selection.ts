/** @file Operations whose result's size only the run knows: the numbers are read back and worked out here. */
import { inputOf, type Kernel, type KernelCall, type Tensor } from "../kernel";

function nonZero(call: KernelCall): Tensor {
  const condition = inputOf(call, 0);
  const found: number[] = [];
  for (const [place, holds] of condition.dataSync().entries()) if (holds !== 0) found.push(place);
  const { shape } = condition;
  const rows = shape.map((size, axis) => {
    const stride = shape.slice(axis + 1).reduce((product, next) => product * next, 1);
    return found.map((place) => Math.floor(place / stride) % size);
  });
  return call.tf.tensor2d(Int32Array.from(rows.flat()), [shape.length, found.length], "int32");
}

function unique(call: KernelCall): readonly Tensor[] {
  const { tf } = call;
  const list = call.list(0);
  const first = new Map<number, number>();
  const counts = new Map<number, number>();
  for (const [place, item] of list.entries()) {
    if (!first.has(item)) first.set(item, place);
    counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  const distinct = [...first.keys()].sort((one, other) => one - other);
  const places = new Map(distinct.map((item, place) => [item, place]));
  const whole = (items: readonly number[]): Tensor => tf.tensor1d(Int32Array.from(items), "int32");
  return [
    whole(distinct),
    whole(distinct.map((item) => first.get(item) ?? 0)),
    whole(list.map((item) => places.get(item) ?? 0)),
    whole(distinct.map((item) => counts.get(item) ?? 0)),
  ];
}

/** By operation. */
export const SELECTION: Readonly<Record<string, Kernel>> = { NonZero: nonZero, Unique: unique };
