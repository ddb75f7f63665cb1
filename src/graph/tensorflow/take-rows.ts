/** @file Rows of a table by their numbers, with a gradient that every backend computes in one pass. */
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
        return tf.scatterND(tf.reshape(at, [at.size, 1]), gradient, shape);
      },
    };
  });
  return lookUp(table);
}
