/**
 * @file First values with which an encoder's heads look at the tokens beside each token.
 *
 * A hidden token has nothing to go by but its neighbours, and an encoder from random weights takes thousands of steps to
 * find them. Here a few columns hold positions alone, as sines and cosines, and a head's queries are turned by as many
 * positions as it is to look away. Everything is learnt on from there.
 */
import { defaultRng } from "../../src/core/random";
import type { FloatTensor } from "../../src/graph/training/training-session";
import { normalNumbers } from "../../src/models/initial-values";

/** What {@link neighbourAttention} begins. */
export interface NeighbourRules {
  vocabulary: number;
  positions: number;
  width: number;
  heads: number;
  /** How far each head of each layer looks away: -1 is the token before. Layers without offsets are left out. */
  offsets: readonly (readonly number[])[];
  deviation: number;
  seed: number;
}

/** How far queries and keys are stretched, so that a head's weight falls nearly all on one token. */
const GAIN = 2;
const FASTEST = 2;
const SLOWEST = (2 * Math.PI) / 1024;

/** Values for the embeddings, and for the queries and keys of the layers that have offsets. */
export function neighbourAttention(rules: NeighbourRules): Map<string, FloatTensor> {
  const { vocabulary, positions, width, heads, offsets, deviation, seed } = rules;
  const size = width / heads;
  const waves = Array.from({ length: size / 2 }, (_, wave) => FASTEST * (SLOWEST / FASTEST) ** (wave / (size / 2 - 1)));
  const words = normalNumbers(defaultRng(seed), vocabulary * width, deviation);
  for (let id = 0; id < vocabulary; id++) words.fill(0, id * width, id * width + (id === 0 ? width : size));
  const places = new Float32Array(positions * width);
  for (let position = 0; position < positions; position++) {
    for (const [wave, speed] of waves.entries()) {
      places[position * width + 2 * wave] = Math.SQRT2 * deviation * Math.sin(speed * position);
      places[position * width + 2 * wave + 1] = Math.SQRT2 * deviation * Math.cos(speed * position);
    }
  }
  const at = "distilbert.embeddings";
  const values = new Map<string, FloatTensor>([
    [`${at}.word_embeddings.weight`, { shape: [vocabulary, width], data: words }],
    [`${at}.position_embeddings.weight`, { shape: [positions, width], data: places }],
  ]);
  for (const [layer, away] of offsets.entries()) {
    if (away.length === 0) continue;
    const queries = new Float32Array(width * width);
    const keys = new Float32Array(width * width);
    for (const [head, offset] of away.entries()) {
      for (const [wave, speed] of waves.entries()) {
        const [sine, cosine] = [Math.sin(speed * offset), Math.cos(speed * offset)];
        const row = (head * size + 2 * wave) * width + 2 * wave;
        queries[row] = GAIN * cosine;
        queries[row + 1] = GAIN * sine;
        queries[row + width] = -GAIN * sine;
        queries[row + width + 1] = GAIN * cosine;
        keys[row] = GAIN;
        keys[row + width + 1] = GAIN;
      }
    }
    const name = `distilbert.transformer.layer.${layer}.attention`;
    values.set(`${name}.q_lin.weight`, { shape: [width, width], data: queries });
    values.set(`${name}.k_lin.weight`, { shape: [width, width], data: keys });
  }
  return values;
}
