/** @file Rows taken from a table and put into one, each with the gradient that TensorFlow.js lacks or computes slowly. */
import type { Tensor, TensorFlow } from "./kernel";

/**
 * The rows at these indices, `[n, …]` of `[rows, …]`.
 *
 * TensorFlow.js's own gradient runs once over all indices for each row of the table on the "cpu" backend.
 *
 * @param indices int32 `[n]`, each in range.
 * @param learns Whether the table gets a gradient.
 */
export function takeRows(tf: TensorFlow, table: Tensor, indices: Tensor, learns: boolean): Tensor {
  if (!learns) return tf.gather(table, indices);
  const { shape } = table;
  const lookUp = tf.customGrad((...given) => {
    const [rows, save] = given as [Tensor, (saved: Tensor[]) => void];
    save([indices]);
    return {
      value: tf.gather(rows, indices),
      gradFunc: (gradient: Tensor, saved: Tensor[]) => {
        const [at = indices] = saved;
        return putRows(tf, gradient, at, shape);
      },
    };
  });
  return lookUp(table);
}

/**
 * Zeros of `shape` `[rows, …]` with these rows added at their indices; an index may come twice.
 *
 * @param rows float32 `[n, …]`.
 * @param indices int32 `[n]`, each in range.
 */
export function putRows(tf: TensorFlow, rows: Tensor, indices: Tensor, shape: number[]): Tensor {
  const put = tf.customGrad((...given) => {
    const [from, save] = given as [Tensor, (saved: Tensor[]) => void];
    save([indices]);
    return {
      value: tf.scatterND(tf.reshape(indices, [indices.size, 1]), from, shape),
      gradFunc: (gradient: Tensor, saved: Tensor[]) => tf.gather(gradient, saved[0] ?? indices),
    };
  });
  return put(rows);
}
