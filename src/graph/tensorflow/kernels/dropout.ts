/** @file Dropout on TensorFlow.js, with masks that a seed fixes on every backend. */
import { failed, inputOf, type Kernel, type KernelCall, type Tensor } from "../kernel";

function dropout(call: KernelCall): readonly Tensor[] {
  const { tf, node } = call;
  const x = inputOf(call, 0);
  const rate = node.inputs[1] === undefined ? undefined : node.inputs[1].graph.constantData(node.inputs[1])?.data[0];
  if (typeof rate !== "number") throw failed(node, "its rate is not a constant");
  const mask = tf.tensor(dropoutMask(x.size, rate, call.seed), x.shape, "float32");
  return [tf.mul(x, mask), tf.cast(mask, "bool")];
}

/**
 * 0 with probability `rate` and `1 / (1 - rate)` elsewhere.
 *
 * TensorFlow.js draws each number in JavaScript too, twenty times slower, and not the same ones under each backend's rounding.
 * The generator is xorshift32 (Marsaglia 2003).
 */
export function dropoutMask(size: number, rate: number, seed: number): Float32Array {
  const mask = new Float32Array(size);
  const kept = 1 / (1 - rate);
  const limit = rate * 2 ** 32;
  let state = scrambled(seed);
  for (let place = 0; place < size; place++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    mask[place] = state >>> 0 < limit ? 0 : kept;
  }
  return mask;
}

/** Nearby seeds far apart, and never 0, where xorshift stands still (the finalizer of MurmurHash3). */
function scrambled(seed: number): number {
  let bits = (seed + 0x9e3779b9) | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) | 1;
}

/** By operation. */
export const DROPOUT: Readonly<Record<string, Kernel>> = { Dropout: dropout };
