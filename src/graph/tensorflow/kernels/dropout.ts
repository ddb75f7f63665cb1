/** @file Dropout on TensorFlow.js, with masks that a seed fixes on every backend. */
import { scramble } from "../../scramble";
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
 * TensorFlow.js draws each number in JavaScript too, and slower. The generator is xorshift32 (Marsaglia 2003).
 */
export function dropoutMask(size: number, rate: number, seed: number): Float32Array {
  const mask = new Float32Array(size);
  const kept = 1 / (1 - rate);
  const limit = rate * 2 ** 32;
  // Never 0, where the generator stands still.
  let state = scramble(seed) | 1;
  for (let place = 0; place < size; place++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    mask[place] = state >>> 0 < limit ? 0 : kept;
  }
  return mask;
}

/** By operation. */
export const DROPOUT: Readonly<Record<string, Kernel>> = { Dropout: dropout };
