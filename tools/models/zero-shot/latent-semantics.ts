/** @file Latent semantic analysis (Deerwester et al. 1990): tokens that stand in the same texts get vectors that point alike. */
import { defaultRng } from "../../../src/core/random";

/** What {@link latentSemantics} is to find. */
export interface LatentRules {
  /** How many tokens there are. */
  vocabulary: number;
  /** How many numbers a vector has. */
  size: number;
  seed: number;
  /** How often the vectors are refined. */
  rounds: number;
  /** How many of the strongest directions are left out: the first says little more than how common a token is. */
  skipped: number;
}

/** A matrix of texts by tokens of which only the cells that are not 0 are kept, text by text. */
interface SparseRows {
  starts: Uint32Array;
  tokens: Uint32Array;
  weights: Float64Array;
}

/**
 * A vector for each token, one after another: of length 1 for tokens that few kinds of texts have, shorter for those that
 * stand everywhere, and 0 for those that no text has.
 */
export function latentSemantics(texts: readonly ArrayLike<number>[], rules: LatentRules): Float32Array {
  const { vocabulary, size, seed, rounds, skipped } = rules;
  const width = size + skipped;
  const rarity = rarities(texts, vocabulary);
  const matrix = weigh(texts, rarity);
  const random = defaultRng(seed);
  let vectors: Float64Array = Float64Array.from({ length: vocabulary * width }, () => random.random() - 0.5);
  for (let round = 0; round < rounds; round++) {
    orthonormalize(vectors, width);
    vectors = timesTransposed(matrix, times(matrix, vectors, width), vocabulary, width);
  }
  const found = new Float32Array(vocabulary * size);
  const highest = rarity.reduce((most, value) => Math.max(most, value), 0);
  for (let token = 0; token < vocabulary; token++) {
    const own = vectors.subarray(token * width + skipped, (token + 1) * width);
    const length = Math.hypot(...own);
    if (length === 0) continue;
    const wanted = Math.min(1, (1.5 * (rarity[token] ?? 0)) / highest) ** 2;
    for (const [place, value] of own.entries()) found[token * size + place] = (value / length) * wanted;
  }
  return found;
}

/** How few texts hold a token, as a logarithm: 0 for a token of every text, and for one of none. */
function rarities(texts: readonly ArrayLike<number>[], vocabulary: number): Float64Array {
  const holding = new Float64Array(vocabulary);
  for (const text of texts) for (const token of new Set(Array.from(text))) holding[token] = (holding[token] ?? 0) + 1;
  return holding.map((count) => (count === 0 ? 0 : Math.log(texts.length / count)));
}

function weigh(texts: readonly ArrayLike<number>[], rarity: Float64Array): SparseRows {
  const starts = [0];
  const tokens: number[] = [];
  const weights: number[] = [];
  for (const text of texts) {
    const own = [...new Set(Array.from(text))].map((token) => ({ token, weight: rarity[token] ?? 0 }));
    const length = Math.hypot(...own.map(({ weight }) => weight));
    for (const { token, weight } of own) {
      tokens.push(token);
      weights.push(length === 0 ? 0 : weight / length);
    }
    starts.push(tokens.length);
  }
  return { starts: Uint32Array.from(starts), tokens: Uint32Array.from(tokens), weights: Float64Array.from(weights) };
}

/** For each text, the weighted sum of its tokens' vectors. */
function times({ starts, tokens, weights }: SparseRows, vectors: Float64Array, size: number): Float64Array {
  const sums = new Float64Array((starts.length - 1) * size);
  for (let text = 0; text + 1 < starts.length; text++) {
    for (let cell = starts[text] ?? 0; cell < (starts[text + 1] ?? 0); cell++) {
      const [from, weight] = [(tokens[cell] ?? 0) * size, weights[cell] ?? 0];
      for (let place = 0; place < size; place++) {
        sums[text * size + place] = (sums[text * size + place] ?? 0) + weight * (vectors[from + place] ?? 0);
      }
    }
  }
  return sums;
}

/** For each token, the weighted sum of its texts' vectors. */
function timesTransposed(
  { starts, tokens, weights }: SparseRows,
  vectors: Float64Array,
  vocabulary: number,
  size: number,
): Float64Array {
  const sums = new Float64Array(vocabulary * size);
  for (let text = 0; text + 1 < starts.length; text++) {
    for (let cell = starts[text] ?? 0; cell < (starts[text + 1] ?? 0); cell++) {
      const [to, weight] = [(tokens[cell] ?? 0) * size, weights[cell] ?? 0];
      for (let place = 0; place < size; place++) {
        sums[to + place] = (sums[to + place] ?? 0) + weight * (vectors[text * size + place] ?? 0);
      }
    }
  }
  return sums;
}

/** Makes the columns of a matrix of `size` columns perpendicular and of length 1 (Gram and Schmidt, twice for accuracy). */
function orthonormalize(vectors: Float64Array, size: number): void {
  for (let column = 0; column < size; column++) {
    for (let earlier = 0; earlier < 2 * column; earlier++) {
      const other = earlier % column;
      let product = 0;
      for (let at = 0; at < vectors.length; at += size)
        product += (vectors[at + column] ?? 0) * (vectors[at + other] ?? 0);
      for (let at = 0; at < vectors.length; at += size) {
        vectors[at + column] = (vectors[at + column] ?? 0) - product * (vectors[at + other] ?? 0);
      }
    }
    let square = 0;
    for (let at = column; at < vectors.length; at += size) square += (vectors[at] ?? 0) ** 2;
    const length = Math.sqrt(square) || 1;
    for (let at = column; at < vectors.length; at += size) vectors[at] = (vectors[at] ?? 0) / length;
  }
}
