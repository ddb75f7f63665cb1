/** @file Picking rows and elements by index, and adding them, on TensorFlow.js. */
import { failed, inputOf, type Kernel, type KernelCall, numberOf, type Tensor } from "../kernel";
import { putRows, takeRows } from "../take-rows";

function gather(call: KernelCall): Tensor {
  const { tf } = call;
  const x = inputOf(call, 0);
  const axis = numberOf(call, "axis");
  const indices = tf.tensor1d(checkedIndices(call, 1, x.shape[axis] ?? 0), "int32");
  const learns = call.needsGradient(0);
  if (axis === 0) return tf.reshape(takeRows(tf, x, indices, learns), call.shape);
  if (!learns) return tf.reshape(tf.gather(x, indices, axis), call.shape);
  const forth = [axis, ...x.shape.map((_, index) => index).filter((index) => index !== axis)];
  const back = x.shape.map((_, index) => forth.indexOf(index));
  const rows = takeRows(tf, tf.transpose(x, forth), indices, true);
  return tf.reshape(tf.transpose(rows, back), call.shape);
}

function gatherElements(call: KernelCall): Tensor {
  const { tf } = call;
  const x = inputOf(call, 0);
  const places = tf.tensor1d(flatPlaces(call, x, inputOf(call, 1)), "int32");
  return tf.reshape(takeRows(tf, tf.reshape(x, [-1]), places, call.needsGradient(0)), call.shape);
}

function scatterRows(call: KernelCall): Tensor {
  const { tf } = call;
  const x = inputOf(call, 0);
  const indices = checkedIndices(call, 1, x.shape[0] ?? 0);
  const rows = tf.reshape(inputOf(call, 2), [indices.length, ...x.shape.slice(1)]);
  return tf.add(x, putRows(tf, rows, tf.tensor1d(indices, "int32"), x.shape));
}

function scatterElements(call: KernelCall): Tensor {
  const { tf } = call;
  const x = inputOf(call, 0);
  const places = flatPlaces(call, x, inputOf(call, 1));
  const updates = tf.reshape(inputOf(call, 2), [places.length]);
  return tf.add(x, tf.reshape(putRows(tf, updates, tf.tensor1d(places, "int32"), [x.size]), x.shape));
}

/** Each index as a place in the flattened tensor. */
function flatPlaces(call: KernelCall, x: Tensor, indices: Tensor): Int32Array {
  const axis = numberOf(call, "axis");
  const places = checkedIndices(call, 1, x.shape[axis] ?? 0);
  const [sizes, strides] = [indices.shape, stridesOf(x.shape)];
  return places.map((index, place) => {
    let rest = place;
    let flat = index * (strides[axis] ?? 1);
    for (let dim = sizes.length - 1; dim >= 0; dim--) {
      const size = sizes[dim] ?? 1;
      if (dim !== axis) flat += (rest % size) * (strides[dim] ?? 1);
      rest = Math.floor(rest / size);
    }
    return flat;
  });
}

function stridesOf(shape: readonly number[]): number[] {
  return shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
}

/** Indices counted from the front. Backends differ in what they do with one that is outside; here it is always an error. */
function checkedIndices(call: KernelCall, place: number, size: number): Int32Array {
  return Int32Array.from(call.list(place), (index) => {
    if (index >= size || index < -size) {
      throw failed(call.node, `the index ${index} is out of range: there are ${size} to pick from`);
    }
    return index < 0 ? index + size : index;
  });
}

/** By operation. */
export const LOOKUP: Readonly<Record<string, Kernel>> = {
  Gather: gather,
  GatherElements: gatherElements,
  ScatterElements: scatterElements,
  ScatterND: scatterRows,
};
