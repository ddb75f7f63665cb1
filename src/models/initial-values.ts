/** @file The first values of weights, by the rules of Hugging Face's `_init_weights`. */
import type { Generator } from "../core/random";

/** How a model's weights begin. */
export interface InitialRules {
  /** `initializer_range`: the standard deviation of weights. */
  deviation: number;
  /** By table: the row that is zero, since a padding token has no meaning. */
  paddingRows?: Readonly<Record<string, number | undefined>>;
}

const NORM_WEIGHT = /(layer_?norm|norm|ln_f|ln_\d)\.weight$/i;

/** Zeros for biases, ones for the scales of normalizations, and normal numbers for linear layers and embeddings. */
export function initialValues(
  name: string,
  shape: readonly number[],
  random: Generator,
  rules: InitialRules,
): Float32Array {
  const length = shape.reduce((product, axis) => product * axis, 1);
  if (NORM_WEIGHT.test(name)) return new Float32Array(length).fill(1);
  if (/(^|[._])bias$/.test(name)) return new Float32Array(length);
  const values = normalNumbers(random, length, rules.deviation);
  const table = Object.keys(rules.paddingRows ?? {}).find((table) => name === table || name.endsWith(`.${table}`));
  const row = table === undefined ? undefined : rules.paddingRows?.[table];
  const width = shape[1] ?? 1;
  if (row !== undefined) values.fill(0, row * width, (row + 1) * width);
  return values;
}

/** Numbers of a normal distribution around 0 (Box and Muller 1958). */
export function normalNumbers(random: Generator, length: number, deviation: number): Float32Array {
  const values = new Float32Array(length);
  for (let index = 0; index < length; index += 2) {
    // 1 - u is never 0, whose logarithm is not a number.
    const radius = deviation * Math.sqrt(-2 * Math.log(1 - random.random()));
    const angle = 2 * Math.PI * random.random();
    values[index] = radius * Math.cos(angle);
    if (index + 1 < length) values[index + 1] = radius * Math.sin(angle);
  }
  return values;
}

/**
 * Sines and cosines of the position at falling frequencies (Vaswani et al. 2017), `[positions, width]`.
 *
 * Python: `create_sinusoidal_embeddings` of DistilBERT.
 */
export function sinusoidalTable(positions: number, width: number): Float32Array {
  const table = new Float32Array(positions * width);
  for (let position = 0; position < positions; position++) {
    for (let column = 0; column < width; column++) {
      const angle = position / 10_000 ** ((2 * Math.floor(column / 2)) / width);
      table[position * width + column] = column % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
    }
  }
  return table;
}
