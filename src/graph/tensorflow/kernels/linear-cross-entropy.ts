/** @file A large vocabulary's head with its loss on TensorFlow.js: a piece of rows goes forward and back before the next begins. */

import { failed, fractionOf, inputOf, type Kernel, type KernelCall, numberOf, type Tensor } from "../kernel";
import { putRows } from "../take-rows";

/** The sum of the labelled rows' losses, and its gradients by those inputs that get one. */
interface Sums {
  loss: Tensor;
  gradients: Map<number, Tensor>;
}

const HIDDEN = 0;
const WEIGHT = 1;
const BIAS = 2;
const LABELS = 3;
const DIVISOR = 4;

/**
 * The loss. Its gradients are computed with it and kept until they are asked for, because they are small where the logits
 * are not: the automatic gradient would keep every piece's logits until then.
 */
function linearCrossEntropy(call: KernelCall): Tensor {
  const { tf, inputs } = call;
  const rows = labelledRows(call);
  const divisor = inputs[DIVISOR] ?? tf.scalar(rows.length);
  const meanOf = (sum: Tensor): Tensor => tf.where(tf.equal(divisor, 0), tf.scalar(Number.NaN), tf.div(sum, divisor));
  const learning = [HIDDEN, WEIGHT, BIAS].filter((place) => call.needsGradient(place));
  if (learning.length === 0) return meanOf(sumsOf(call, rows, learning).loss);
  const differentiable = tf.customGrad((...given) => {
    const save = given.at(-1) as (saved: Tensor[]) => void;
    const { loss, gradients } = sumsOf(call, rows, learning);
    save([divisor, ...learning.map((place) => gradients.get(place) as Tensor)]);
    return {
      value: meanOf(loss),
      gradFunc: (gradient: Tensor, saved: Tensor[]) => {
        const [by = divisor, ...sums] = saved;
        // Where nothing is labelled the gradient is nothing.
        const scale = tf.where(tf.equal(by, 0), tf.scalar(0), tf.div(gradient, by));
        return sums.map((sum) => tf.mul(sum, scale));
      },
    };
  });
  return differentiable(...learning.map((place) => inputOf(call, place)));
}

function sumsOf(call: KernelCall, rows: readonly number[], learning: readonly number[]): Sums {
  const { tf } = call;
  const length = Math.max(1, Math.ceil(rows.length / numberOf(call, "chunks")));
  const kept = new Map<number, Tensor>(learning.map((place) => [place, tf.zeros(inputOf(call, place).shape)]));
  let loss: Tensor = tf.scalar(0);
  for (let start = 0; start < rows.length; start += length) {
    const here = rows.slice(start, start + length);
    const sums = tf.tidy(() => {
      const piece = pieceOf(call, here, learning);
      return [tf.add(loss, piece.loss), ...learning.map((place) => sumOf(call, kept, piece, place))];
    });
    for (const tensor of [loss, ...kept.values()]) tensor.dispose();
    loss = sums[0] ?? loss;
    for (const [index, place] of learning.entries()) kept.set(place, sums[index + 1] as Tensor);
  }
  return { loss, gradients: kept };
}

function sumOf({ tf }: KernelCall, kept: ReadonlyMap<number, Tensor>, piece: Sums, place: number): Tensor {
  return tf.add(kept.get(place) as Tensor, piece.gradients.get(place) as Tensor);
}

function pieceOf(call: KernelCall, rows: readonly number[], learning: readonly number[]): Sums {
  const { tf, inputs } = call;
  const [all, weight, bias] = [inputOf(call, HIDDEN), inputOf(call, WEIGHT), inputs[BIAS]];
  const smoothing = fractionOf(call, "label_smoothing");
  const vocabulary = weight.shape[0] ?? 0;
  const at = tf.tensor1d(Int32Array.from(rows), "int32");
  const hidden = tf.gather(all, at);
  const product = tf.matMul(hidden, weight, false, true);
  const logarithms = tf.logSoftmax(bias === undefined ? product : tf.add(product, bias));
  const labels = call.list(LABELS);
  const places = Int32Array.from(rows, (row, index) => index * vocabulary + (labels[row] ?? 0));
  const chosen = tf.gather(tf.reshape(logarithms, [-1]), tf.tensor1d(places, "int32"));
  let loss: Tensor = tf.mul(tf.sum(chosen), smoothing - 1);
  if (smoothing > 0) loss = tf.add(loss, tf.mul(tf.sum(tf.mean(logarithms, 1)), -smoothing));
  const gradients = new Map<number, Tensor>();
  if (learning.length === 0) return { loss, gradients };
  // By the logits: softmax minus the smoothed labels.
  const share = tf.fill([rows.length], smoothing - 1);
  const target = putRows(tf, share, tf.tensor1d(places, "int32"), [logarithms.size]);
  const byLogits: Tensor = tf.add(
    tf.sub(tf.exp(logarithms), smoothing / vocabulary),
    tf.reshape(target, logarithms.shape),
  );
  for (const place of learning) {
    if (place === WEIGHT) gradients.set(place, tf.matMul(byLogits, hidden, true, false));
    else if (place === BIAS) gradients.set(place, tf.sum(byLogits, 0));
    else gradients.set(place, putRows(tf, tf.matMul(byLogits, weight), at, all.shape));
  }
  return { loss, gradients };
}

function labelledRows(call: KernelCall): readonly number[] {
  const ignored = numberOf(call, "ignore_index");
  const vocabulary = inputOf(call, WEIGHT).shape[0] ?? 0;
  const rows: number[] = [];
  for (const [row, label] of call.list(LABELS).entries()) {
    if (label === ignored) continue;
    if (label < 0 || label >= vocabulary) {
      throw failed(call.node, `the label ${label} is out of range: there are ${vocabulary} classes`);
    }
    rows.push(row);
  }
  return rows;
}

/** By operation. */
export const LINEAR_CROSS_ENTROPY: Readonly<Record<string, Kernel>> = { LinearCrossEntropy: linearCrossEntropy };
